import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crc32, deflateSync } from 'node:zlib'
import { startApp, type PersonName, type TestApp } from '../support/app.ts'
import {
  expectNothingStored,
  newest,
  publish,
  saveDraft,
  submit,
  type Document,
  type Saved,
} from '../support/editing.ts'
import { expectRefusal } from '../support/http.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

/** A picture of one colour in the PNG format (RFC 2083), eight bits for each of red, green and blue. */
function png({ width = 2, height = 2, red = 0 } = {}): Buffer {
  const row = Buffer.from([0, ...Array.from({ length: width }, () => [red, 94, 162]).flat()])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

interface Upload {
  bytes?: Buffer
  name: string
  type?: string
  data?: Record<string, unknown>
  as?: PersonName
}

const upload = async ({
  bytes = png(),
  name,
  type = 'image/png',
  data = { alt: 'The map of the process' },
  as = 'editor',
}: Upload): Promise<Saved> =>
  testApp
    .anonymous()
    .post('/api/media?draft=true&depth=0')
    .set('Authorization', await testApp.authorization(as))
    .field('_payload', JSON.stringify(data))
    .attach('file', bytes, { filename: name, contentType: type })

const file = (name: string) => testApp.anonymous().get(`/api/media/file/${name}`)

/** A file that is live, with what it was uploaded from. */
async function livePicture(name: string): Promise<Document & { bytes: Buffer }> {
  const bytes = png({ red: 200 })
  const { body } = await upload({ name, bytes })
  const answer = await publish(testApp, 'media', body.doc.id)
  expect(answer.text).not.toContain('"errors"')
  return { ...body.doc, bytes }
}

describe('A picture', () => {
  it('is stored with its size and what it shows', async () => {
    const { status, body } = await upload({ name: 'map.png', bytes: png({ width: 3, height: 5 }) })
    expect(status).toBe(201)
    expect(body.doc).toMatchObject({
      alt: 'The map of the process',
      filename: 'map.png',
      mimeType: 'image/png',
      width: 3,
      height: 5,
      _status: 'draft',
    })
  })

  it('says what it shows in both languages', async () => {
    const { body } = await upload({ name: 'both.png', data: { alt: 'A bill' } })
    await saveDraft(testApp, 'media', body.doc.id, { alt: 'Una factura' }, { locale: 'es' })
    expect(await newest(testApp, 'media', body.doc.id, { locale: 'all' })).toMatchObject({
      alt: { en: 'A bill', es: 'Una factura' },
    })
  })

  it('cannot be submitted before somebody says what it shows', async () => {
    const { body } = await upload({ name: 'unsaid.png', data: {} })
    const answer = await expectNothingStored(testApp, () => submit(testApp, 'media', body.doc.id))
    expectRefusal(answer, 'REQUIREMENTS_NOT_MET')
    expect(answer.body.errors).toMatchObject([{ path: 'alt' }])
  })

  it('gets another name where its own is taken', async () => {
    await upload({ name: 'twice.png' })
    const { body } = await upload({ name: 'twice.png', bytes: png({ red: 1 }) })
    expect(body.doc['filename']).toBe('twice-1.png')
  })

  it('stays in its folder whatever its name says', async () => {
    const { body } = await upload({ name: '../../escaped.png' })
    expect(body.doc['filename']).toBe('escaped.png')
  })
})

describe('The file of a picture', () => {
  it('is served to everyone when the picture is live', async () => {
    const { bytes } = await livePicture('live.png')
    const answer = await file('live.png')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('image/png')
    expect(answer.body).toEqual(bytes)
  })

  it('is served to the team while the picture is a draft', async () => {
    await upload({ name: 'team.png' })
    const answer = await file('team.png').set(
      'Authorization',
      await testApp.authorization('reviewer'),
    )
    expect(answer.status).toBe(200)
  })

  it('of a draft looks to readers like one that does not exist', async () => {
    await upload({ name: 'draft.png' })
    const draft = await file('draft.png')
    const nothing = await file('nothing.png')
    expectRefusal(draft, 'NOT_SIGNED_IN')
    expect([draft.status, draft.text]).toEqual([nothing.status, nothing.text])
  })

  it('is served as before while a draft lies over the live picture', async () => {
    const { id, bytes } = await livePicture('underneath.png')
    await saveDraft(testApp, 'media', id, { alt: 'Said better' })
    const answer = await file('underneath.png')
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual(bytes)
  })

  it('is not found outside the folder of files', async () => {
    expectRefusal(await file('..%2Fstationmaster.db'), 'NOT_SIGNED_IN')
  })
})

describe('A new file under an old id is refused', () => {
  const replace = async (id: string, query: string, as: PersonName): Promise<Saved> =>
    testApp
      .anonymous()
      .patch(`/api/media/${id}?${query}`)
      .set('Authorization', await testApp.authorization(as))
      .field('_payload', JSON.stringify({ alt: 'Another picture' }))
      .attach('file', png({ red: 255 }), { filename: 'other.png', contentType: 'image/png' })

  const cases: [string, string, PersonName][] = [
    ['as a draft over a live picture', 'draft=true', 'editor'],
    ['as a live change', '', 'publisher'],
    ['to an administrator', '', 'administrator'],
  ]

  it.each(cases)('%s', async (title, query, as) => {
    const { id, filename } = await livePicture(`${title.replaceAll(' ', '-')}.png`)
    const before = await newest(testApp, 'media', id)
    const answer = await expectNothingStored(testApp, () => replace(id, query, as))
    expectRefusal(answer, 'NOT_PERMITTED')
    expect(answer.text).toContain('Upload the new file as a new document')
    expect(await newest(testApp, 'media', id)).toEqual(before)
    expect((await file(String(filename))).body).toEqual(png({ red: 200 }))
  })

  it('for a picture that was never live', async () => {
    const { body } = await upload({ name: 'never-live.png' })
    const answer = await expectNothingStored(testApp, () =>
      replace(body.doc.id, 'draft=true', 'editor'),
    )
    expectRefusal(answer, 'NOT_PERMITTED')
  })
})

describe('What the platform says of a file is not changed by a client', () => {
  it.each([
    ['its name', { filename: 'yours.png' }],
    ['its kind', { mimeType: 'text/html' }],
    ['its size', { filesize: 1, width: 9, height: 9 }],
    ['its address', { url: 'https://evil.example/x.png', thumbnailURL: 'https://evil.example/' }],
  ])('%s', async (what, change) => {
    const { id } = await livePicture(`${what.replaceAll(' ', '-')}.png`)
    await livePicture('yours.png')
    const before = await newest(testApp, 'media', id)
    await saveDraft(testApp, 'media', id, change)
    const { updatedAt, versionId, ...said } = await newest(testApp, 'media', id)
    expect(updatedAt).not.toBe(before['updatedAt'])
    expect(versionId).not.toBe(before['versionId'])
    expect({ ...before, ...said, _status: 'published' }).toEqual(before)
  })
})

describe('What is not a picture or a PDF is refused', () => {
  it.each([
    ['a page', 'page.html', 'text/html', '<script>alert(1)</script>'],
    ['a drawing that can hold a script', 'drawing.svg', 'image/svg+xml', '<svg onload="x()"/>'],
    ['a program', 'program.sh', 'application/x-sh', '#!/bin/sh\n'],
    ['a page under the name of a picture', 'page.png', 'image/png', '<script>alert(1)</script>'],
    ['words under the name of a PDF', 'words.pdf', 'application/pdf', 'These are words.'],
  ])('%s', async (_what, name, type, content) => {
    const answer = await expectNothingStored(testApp, () =>
      upload({ name, type, bytes: Buffer.from(content) }),
    )
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/"code":"(INVALID_FIELDS|MALFORMED)"/)
  })

  it('a document without a file', async () => {
    const answer = await expectNothingStored(testApp, async () =>
      testApp
        .anonymous()
        .post('/api/media?draft=true')
        .set('Authorization', await testApp.authorization('editor'))
        .send({ alt: 'Nothing to see' }),
    )
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/"code":"(INVALID_FIELDS|MALFORMED)"/)
  })

  it('anything from somebody who is not signed in', async () => {
    const answer = await expectNothingStored(testApp, async () =>
      testApp
        .anonymous()
        .post('/api/media?draft=true')
        .field('_payload', JSON.stringify({ alt: 'From outside' }))
        .attach('file', png(), { filename: 'outside.png', contentType: 'image/png' }),
    )
    expectRefusal(answer, 'NOT_SIGNED_IN')
  })
})

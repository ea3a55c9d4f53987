import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../../src/errors.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import {
  expectRefusal,
  listen,
  stored,
  type Answer,
  type Listener,
  type RawRequest,
} from '../../support/http.ts'

/** An image of one dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const alt = '{"alt":"A dot"}'

let testApp: TestApp
let server: Listener
let editor: string

beforeAll(async () => {
  testApp = await startApp()
  server = await listen(testApp.app)
  editor = await testApp.authorization('editor')
})

afterAll(async () => {
  await server.close()
  await testApp.close()
})

describe('a file is refused', () => {
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

  for (const [what, file] of [
    ['that is text with the name of an image', { name: 'dot.png', type: 'image/png', data: 'Hi' }],
    ['that is a drawing with a script', { name: 'dot.svg', type: 'image/svg+xml', data: script }],
    [
      'that is a drawing with the name of an image',
      { name: 'dot.png', type: 'image/png', data: script },
    ],
    ['that is a page', { name: 'dot.html', type: 'text/html', data: '<p>Hi</p>' }],
    [
      'that is a page with the name and type of an image',
      { name: 'dot.png', type: 'image/png', data: '<!doctype html><p>Hi</p>' },
    ],
    ['that is a PDF by name only', { name: 'dot.pdf', type: 'application/pdf', data: 'Hi' }],
    ['that is empty', { name: 'dot.png', type: 'image/png', data: '' }],
  ] as const)
    it(what, () =>
      refusesUpload(
        form([
          { ...file, field: 'file' },
          { field: '_payload', data: alt },
        ]),
        ['INVALID_FIELDS', 'MALFORMED'],
      ),
    )

  it('larger than 20 MB', () =>
    refusesUpload(
      form([
        {
          field: 'file',
          name: 'dot.png',
          type: 'image/png',
          data: Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024)]),
        },
        { field: '_payload', data: alt },
      ]),
      ['TOO_LARGE'],
    ))

  for (const [what, data] of [
    ['with fields that break off', '{"alt":'],
    ['with fields that are an array', '["alt"]'],
    ['with fields that are a bare word', 'alt'],
  ] as const)
    it(what, () =>
      refusesUpload(
        form([
          { field: 'file', name: 'dot.png', type: 'image/png', data: png },
          { field: '_payload', data },
        ]),
        ['MALFORMED'],
      ),
    )

  it('without any fields', () =>
    refusesUpload(form([{ field: 'file', name: 'dot.png', type: 'image/png', data: png }]), [
      'MALFORMED',
      'INVALID_FIELDS',
    ]))

  it('that is not there', () =>
    refusesUpload(form([{ field: '_payload', data: alt }]), ['MALFORMED', 'INVALID_FIELDS']))

  it('that comes with a second one', () =>
    refusesUpload(
      form([
        { field: 'file', name: 'dot.png', type: 'image/png', data: png },
        { field: 'file', name: 'other.png', type: 'image/png', data: png },
        { field: '_payload', data: alt },
      ]),
      ['MALFORMED', 'INVALID_FIELDS'],
    ))

  for (const [what, type, body] of [
    ['in a form that names no boundary', 'multipart/form-data', 'x'],
    ['in a form that is no form', 'multipart/form-data; boundary=x', 'x'],
    ['in an empty form', 'multipart/form-data; boundary=x', '--x--\r\n'],
    [
      'in a form that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="dot.png"\r\n\r\nabc',
    ],
    [
      'in a form whose part has no name',
      'multipart/form-data; boundary=x',
      '--x\r\nnonsense\r\n\r\nabc\r\n--x--\r\n',
    ],
    ['in a form of no bytes', 'multipart/form-data; boundary=x', ''],
  ] as const)
    it(what, () => refusesUpload({ type, body: Buffer.from(body) }, ['MALFORMED']))

  it('from somebody who is not signed in', async () => {
    const before = await stored(testApp)
    const { type, body } = form([
      { field: 'file', name: 'dot.png', type: 'image/png', data: png },
      { field: '_payload', data: alt },
    ])
    const answer = await server.ask({
      method: 'POST',
      path: '/api/media?draft=true',
      headers: { 'content-type': type },
      body,
    })
    expectRefusal(answer, 'NOT_SIGNED_IN')
    expect(await stored(testApp)).toEqual(before)
  })

  async function refusesUpload(
    request: { type: string; body: Buffer },
    codes: readonly [ErrorCode, ...ErrorCode[]],
  ) {
    const before = await stored(testApp)
    const answer = await upload(request)
    const code = codes.find((one) => one === answer.body.errors?.[0]?.code) ?? codes[0]
    expectRefusal(answer, code)
    expect(await stored(testApp)).toEqual(before)
  }
})

describe('a file is stored', () => {
  it('without the path in its name, at the address of this installation', async () => {
    const answer = await upload(
      form([
        { field: 'file', name: '../../../point.png', type: 'image/png', data: png },
        { field: '_payload', data: alt },
      ]),
      { host: 'elsewhere.example' },
    )
    expect(answer.status).toBe(201)
    expect(answer.body['doc']).toMatchObject({
      filename: 'point.png',
      url: `${testApp.settings.publicUrl}/api/media/file/point.png`,
    })
    expect((await stored(testApp))['files']).toContain('point.png')
  })
})

function upload(
  { type, body }: { type: string; body: Buffer },
  headers: RawRequest['headers'] = {},
): Promise<Answer> {
  return server.ask({
    method: 'POST',
    path: '/api/media?draft=true',
    headers: { authorization: editor, 'content-type': type, ...headers },
    body,
  })
}

interface Part {
  field: string
  name?: string
  type?: string
  data: string | Buffer
}

/** A form as a browser sends it. */
function form(parts: readonly Part[]): { type: string; body: Buffer } {
  const boundary = 'stationmaster-test-boundary'
  const pieces = parts.flatMap(({ field, name, type, data }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"`,
    name === undefined ? '' : `; filename="${name}"`,
    type === undefined ? '' : `\r\nContent-Type: ${type}`,
    '\r\n\r\n',
    data,
    '\r\n',
  ])
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece))),
  }
}

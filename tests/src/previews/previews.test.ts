import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { hkdfSync } from 'node:crypto'
import type { Station } from '../../../src/payload-types.ts'
import { usesOf } from '../../../src/previews/uses.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { build, buildPhase, buildStation, revise } from '../../support/content.ts'
import { expectRefusal } from '../../support/http.ts'
import { situationOf } from '../../support/review.ts'
import { storedRows } from '../../support/stored-rows.ts'
import { passTime } from '../../support/workflow.ts'

let testApp: TestApp
let phase: { id: string }
/** Live, and with a newer draft of another title and address. */
let revised: Station
/** Never published. */
let unborn: Station
/** Live, and with a newer draft that nobody shows. */
let secret: Station

interface Made {
  id: string
  token: string
  url: string | null
  expiresAt: string
  documents: { collection: string; id: string; contentHash: string }[]
  contentHash: string
}

const make = async (
  documents: { collection: string; id: string }[],
  { as = 'editor', ...more }: { as?: PersonName; [name: string]: unknown } = {},
): Promise<Made> => {
  const { body, status } = await testApp
    .anonymous()
    .post('/api/previews')
    .set('Authorization', await testApp.authorization(as))
    .send({ documents, ...more })
  expect({ status, body }).toMatchObject({ status: 201 })
  return body as Made
}

const stations = (...ids: string[]) => ids.map((id) => ({ collection: 'stations', id }))

const read = (address: string, token?: string) => {
  const get = testApp.anonymous().get(address)
  return token === undefined ? get : get.set('Authorization', `Preview ${token}`)
}

const ask = (query: string, token?: string) => {
  const post = testApp.anonymous().post('/api/graphql')
  if (token !== undefined) post.set('Authorization', `Preview ${token}`)
  return post.send({ query })
}

/** Sends a request by any method. */
const send = (method: 'get' | 'post' | 'patch' | 'delete', address: string) =>
  testApp.anonymous()[method](address)

/** With what was counted so far, which is written down every ten seconds otherwise. */
const everything = async () => {
  await usesOf(testApp.payload).store()
  return storedRows(testApp, { except: ['users'] })
}

const untouched = () => storedRows(testApp, { except: ['previews', 'users'] })

beforeAll(async () => {
  testApp = await startApp()
  phase = await buildPhase(testApp, { slug: 'exam', name: 'Examination' })
  revised = await buildStation(testApp, {
    phase: phase.id,
    slug: 'audit',
    title: 'The audit',
    state: 'published',
  })
  secret = await buildStation(testApp, {
    phase: phase.id,
    slug: 'appeal',
    title: 'The appeal',
    state: 'published',
  })
  unborn = await buildStation(testApp, {
    phase: phase.id,
    slug: 'conference',
    title: 'The conference',
    connections: [{ to: secret.id }],
  })
  await revise(testApp, {
    collection: 'stations',
    id: revised.id,
    slug: 'examination',
    title: 'An examination of your return',
    connections: [{ to: unborn.id }],
  })
  await revise(testApp, { collection: 'stations', id: secret.id, title: 'Hidden words' })
})

afterAll(() => testApp.close())

afterEach(() => {
  vi.useRealTimers()
})

describe('A preview', () => {
  it('answers whoever makes it with a token, its end, and the hash of every draft', async () => {
    const { working } = await situationOf(testApp, { collection: 'stations', id: revised.id })
    const made = await make(stations(revised.id), { hours: 2 })
    expect(made).toMatchObject({
      url: expect.stringMatching(
        /^http:\/\/localhost:3000\/preview\?token=[\w.-]+&collection=stations&/,
      ),
      contentHash: working.contentHash,
      documents: [{ collection: 'stations', id: revised.id, contentHash: working.contentHash }],
    })
    expect(Math.abs(Date.parse(made.expiresAt) - Date.now() - 2 * 3_600_000)).toBeLessThan(5_000)
  })

  it.each([
    [
      'https://www.example.gov/{locale}/draft?token={token}&at={collection}/{id}&slug={slug}',
      `https://www.example.gov/es/draft?token=TOKEN&at=stations/ID&slug=examination`,
    ],
    ['https://www.example.gov/{slug}', 'https://www.example.gov/examination?preview=TOKEN'],
  ])('has a link into the front end at %s', async (url, link) => {
    const { previews } = testApp.settings
    previews.url = url
    const made = await make(stations(revised.id), { locale: 'es' })
    previews.url = undefined
    expect(made.url).toBe(link.replace('TOKEN', made.token).replace('ID', revised.id))
  })

  it('shows a draft in place of what is live, and leaves the rest as it is', async () => {
    const { token, contentHash } = await make(stations(revised.id))
    const before = await untouched()
    const shown = await read(`/api/stations/${revised.id}?depth=0`, token)
    expect(shown.status).toBe(200)
    expect(shown.body).toMatchObject({
      title: 'An examination of your return',
      slug: 'examination',
    })
    expect(shown.headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'x-preview-content-hash': contentHash,
    })
    expect(shown.headers['etag']).toBeUndefined()
    expect(shown.headers['surrogate-key']).toBeUndefined()
    const other = await read(`/api/stations/${secret.id}?depth=0`, token)
    expect(other.body.title).toBe('The appeal')
    expect(await untouched()).toEqual(before)
  })

  it.each([
    ['in the header Authorization', (token: string) => read('/api/stations?depth=0', token)],
    [
      'in the header Preview',
      (token: string) => read('/api/stations?depth=0').set('Preview', token),
    ],
    ['in the address', (token: string) => read(`/api/stations?depth=0&preview=${token}`)],
    [
      'in an address with percent signs',
      (token: string) => read(`/api/stations?depth=0&%70revie%77=${token}`),
    ],
  ])('is read with its token %s', async (_where, get) => {
    const { token } = await make(stations(revised.id, unborn.id))
    const { body } = await get(token)
    expect(body.docs.map(({ slug }: Station) => slug).sort()).toEqual([
      'appeal',
      'conference',
      'examination',
    ])
  })

  it.each([
    ['a list', '', ['appeal', 'conference', 'examination']],
    ['a count of a page', '&limit=1&sort=slug', ['appeal']],
    ['an order', '&sort=-slug', ['examination', 'conference', 'appeal']],
    ['a condition on words of a draft', '&where[title][like]=examination', ['examination']],
    ['a condition on words the draft took out', '&where[title][like]=audit', []],
    ['an address of a draft', '&where[slug][equals]=examination', ['examination']],
    ['an address that only the live text has', '&where[slug][equals]=audit', []],
    ['a condition through a relationship', '&where[connections.to][in]=UNBORN', ['examination']],
    ['words of a draft that is not shown', '&where[title][like]=Hidden', []],
  ])('answers %s as if its drafts were live', async (_what, search, slugs) => {
    const { token } = await make(stations(revised.id, unborn.id))
    const { body, status } = await read(
      `/api/stations?depth=0${search.replace('UNBORN', unborn.id)}`,
      token,
    )
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    const found = body.docs.map(({ slug }: Station) => slug)
    expect(search.includes('sort') ? found : found.sort()).toEqual(slugs)
    if (search.includes('limit')) expect(body.totalDocs).toBe(3)
  })

  it('follows relationships to drafts that are shown, and to no others', async () => {
    const both = await make(stations(revised.id, unborn.id))
    const alone = await make(stations(revised.id))
    const connections = async (token: string) =>
      (await read(`/api/stations/${revised.id}?depth=1`, token)).body.connections
    expect((await connections(both.token))[0].to).toMatchObject({ title: 'The conference' })
    const hidden = await read(`/api/stations/${revised.id}?depth=1`, alone.token)
    expect(hidden.text).not.toContain(unborn.id)
    expect(hidden.text).not.toContain('conference')
  })

  it('is in the lists of what points at its documents', async () => {
    const notice = await build(testApp, {
      collection: 'notices',
      data: {
        code: 'CP75',
        kind: 'notice',
        title: 'We are auditing your return',
        stations: [secret.id],
      },
    })
    const { token } = await make([{ collection: 'notices', id: notice.id }])
    const withIt = await read(`/api/stations/${secret.id}?depth=1`, token)
    const without = await read(`/api/stations/${secret.id}?depth=1`)
    expect(JSON.stringify(withIt.body.notices)).toContain(notice.id)
    expect(without.text).not.toContain(notice.id)
    const byCode = await ask('{ noticeByCode(code: "cp 75") { code stations { slug } } }', token)
    expect(byCode.body).toEqual({
      data: { noticeByCode: { code: 'CP75', stations: [{ slug: 'appeal' }] } },
    })
  })

  it('answers GraphQL, each part of a question, also beside one that finds nothing', async () => {
    const { token, documents } = await make(stations(revised.id, unborn.id))
    const { body, headers } = await ask(
      `{
        nothing: Station(id: "00000000-0000-4000-8000-000000000000") { title }
        old: stationBySlug(slug: "audit") { title }
        now: stationBySlug(slug: "examination", locale: en) { title connections { to { title } } }
        Stations(sort: "slug", where: { phase: { equals: "${phase.id}" } }) { totalDocs docs { slug phase { slug } } }
      }`,
      token,
    )
    expect(body.data).toEqual({
      nothing: null,
      old: { title: 'An examination of your return' },
      now: {
        title: 'An examination of your return',
        connections: [{ to: { title: 'The conference' } }],
      },
      Stations: {
        totalDocs: 3,
        docs: ['appeal', 'conference', 'examination'].map((slug) => ({
          slug,
          phase: { slug: 'exam' },
        })),
      },
    })
    expect(headers['x-preview-content-hash']).toBe(
      documents.map(({ contentHash }) => contentHash).join(', '),
    )
    expect(headers['cache-control']).toBe('private, no-store')
    const asGet = await testApp
      .anonymous()
      .get('/api/graphql')
      .query({ query: '{ stationBySlug(slug: "examination") { title } }', preview: token })
    expect(asGet.body.data.stationBySlug.title).toBe('An examination of your return')
  })

  it('is on the map', async () => {
    const { token } = await make(stations(revised.id, unborn.id))
    const slugs = async (preview?: string) =>
      (await read('/api/roadmap', preview)).body.stations.map(({ slug }: Station) => slug).sort()
    expect(await slugs()).toEqual(['appeal', 'audit'])
    expect(await slugs(token)).toEqual(['appeal', 'conference', 'examination'])
    expect(await slugs()).toEqual(['appeal', 'audit'])
    const one = await read('/api/roadmap/conference', token)
    expect(one.body.station).toMatchObject({ title: 'The conference' })
  })

  it('shows the newest draft, and says by its hash that it changed', async () => {
    const draft = await buildStation(testApp, { phase: phase.id, slug: 'later', title: 'First' })
    const made = await make(stations(draft.id))
    await revise(testApp, { collection: 'stations', id: draft.id, title: 'Second' })
    const shown = await read(`/api/stations/${draft.id}?depth=0`, made.token)
    const { working } = await situationOf(testApp, { collection: 'stations', id: draft.id })
    expect(shown.body.title).toBe('Second')
    expect(shown.headers['x-preview-content-hash']).toBe(working.contentHash)
    expect(working.contentHash).not.toBe(made.contentHash)

    await testApp.payload.delete({
      collection: 'stations',
      id: draft.id,
      overrideAccess: false,
      user: await testApp.person('editor'),
    })
    const gone = await read(`/api/stations/${draft.id}`, made.token)
    expectRefusal(gone, 'NOT_FOUND')
    expect(gone.headers['x-preview-content-hash']).toBe('none')
  })

  it('shows what a draft took away as taken away', async () => {
    const live = await buildStation(testApp, {
      phase: phase.id,
      slug: 'emptied',
      summary: 'Short words.',
      connections: [{ to: secret.id }],
      order: 7,
      state: 'published',
    })
    await revise(testApp, {
      collection: 'stations',
      id: live.id,
      summary: null,
      connections: [],
      order: null,
    })
    const { token } = await make(stations(live.id))
    const { body } = await read(`/api/stations/${live.id}?depth=0`, token)
    expect(body).toMatchObject({ connections: [], order: null })
    expect(body.summary ?? null).toBeNull()
  })

  it('says which draft cannot be shown, because its address is a live one of another', async () => {
    const draft = await buildStation(testApp, { phase: phase.id, slug: 'wanted-twice' })
    const { token } = await make(stations(draft.id))
    const { db } = testApp.payload
    await db.updateOne({ collection: 'stations', id: draft.id, data: { slug: 'spare' } })
    await db.updateOne({ collection: 'stations', id: secret.id, data: { slug: 'wanted-twice' } })
    const before = await untouched()
    const refused = await read('/api/stations', token)
    expectRefusal(refused, 'WRONG_STATE')
    expect(refused.body.errors[0].message).toContain(draft.id)
    expect(await untouched()).toEqual(before)
    await db.updateOne({ collection: 'stations', id: secret.id, data: { slug: 'appeal' } })
    expect((await read('/api/stations', token)).status).toBe(200)
  })

  it('gives out a file that was never public', async () => {
    // A picture of one dot (PNG, RFC 2083).
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const { body } = await testApp
      .anonymous()
      .post('/api/media?draft=true')
      .set('Authorization', await testApp.authorization('editor'))
      .attach('file', bytes, { filename: 'shown.png', contentType: 'image/png' })
      .field('_payload', JSON.stringify({ alt: 'A dot' }))
    expect(body.doc).toMatchObject({ filename: 'shown.png' })
    const { token } = await make([{ collection: 'media', id: body.doc.id }])
    const file = await read('/api/media/file/shown.png', token)
    expect(file.status).toBe(200)
    expect(Buffer.from(file.body).equals(bytes)).toBe(true)
    expect(file.headers['cache-control']).toBe('private, no-store')
    expectRefusal(await read('/api/media/file/shown.png'), 'NOT_SIGNED_IN')
  })

  it('never brings back a field that readers are denied', async () => {
    const { token } = await make(stations(revised.id))
    const live = await read(`/api/stations/${revised.id}?depth=0`)
    const shown = await read(`/api/stations/${revised.id}?depth=0`, token)
    expect(Object.keys(shown.body).sort()).toEqual(Object.keys(live.body).sort())
  })

  it('shows a withdrawn document again, to those who have the token', async () => {
    const station = await buildStation(testApp, {
      phase: phase.id,
      slug: 'gone',
      title: 'Gone',
      state: 'withdrawn',
    })
    const { token } = await make(stations(station.id))
    expect((await read('/api/stations?where[slug][equals]=gone', token)).body.docs).toHaveLength(1)
    expectRefusal(await read('/api/stations?where[slug][equals]=gone'), 'WITHDRAWN')
  })
})

/** Keys that a forger could think of, and the right one, to change one thing about a good token at a time. */
const keyOf = (secretText: string) => new TextEncoder().encode(secretText)
const rightKey = () =>
  new Uint8Array(
    hkdfSync('sha256', testApp.settings.secret, '', 'stationmaster preview tokens 1', 32),
  )

const signed = (
  id: string,
  {
    key = rightKey(),
    alg = 'HS256',
    aud = 'stationmaster-preview',
    exp = Math.floor(Date.now() / 1000) + 3_600,
  }: { key?: Uint8Array; alg?: string; aud?: string; exp?: number } = {},
) =>
  new SignJWT()
    .setProtectedHeader({ alg })
    .setAudience(aud)
    .setJti(id)
    .setExpirationTime(exp)
    .sign(key)

const unsigned = (id: string) =>
  new UnsecuredJWT()
    .setAudience('stationmaster-preview')
    .setJti(id)
    .setExpirationTime('1h')
    .encode()

describe('A token that does not hold', () => {
  let made: Made

  beforeAll(async () => {
    made = await make(stations(revised.id))
  })

  it('is told from one that does by the signature alone', async () => {
    expect((await read('/api/stations', await signed(made.id))).status).toBe(200)
  })

  const wrong: [string, string, (preview: Made) => Promise<string> | string][] = [
    ['with no signature', 'PREVIEW_INVALID', ({ id }) => unsigned(id)],
    [
      'with a signature of the secret itself',
      'PREVIEW_INVALID',
      ({ id }) => signed(id, { key: keyOf(testApp.settings.secret) }),
    ],
    [
      'with a signature of the key of sessions',
      'PREVIEW_INVALID',
      ({ id }) => signed(id, { key: keyOf(testApp.payload.secret) }),
    ],
    [
      'with a signature of another secret',
      'PREVIEW_INVALID',
      ({ id }) => signed(id, { key: keyOf('another secret of thirty-two letters') }),
    ],
    ['signed in another way', 'PREVIEW_INVALID', ({ id }) => signed(id, { alg: 'HS512' })],
    ['for something else', 'PREVIEW_INVALID', ({ id }) => signed(id, { aud: 'stationmaster' })],
    ['whose time is over', 'PREVIEW_EXPIRED', ({ id }) => signed(id, { exp: 1_000_000_000 })],
    ['cut short', 'PREVIEW_INVALID', ({ token }) => token.slice(0, -4)],
    ['of a megabyte', 'PREVIEW_INVALID', () => 'a'.repeat(8_000)],
    ['that is no token', 'PREVIEW_INVALID', () => 'undefined'],
    ['that is nothing', 'PREVIEW_INVALID', () => ''],
    [
      'of a preview there is not',
      'PREVIEW_REVOKED',
      () => signed('00000000-0000-4000-8000-000000000000'),
    ],
    [
      'that is a session',
      'PREVIEW_INVALID',
      async () => (await testApp.authorization('editor')).slice('JWT '.length),
    ],
  ]

  it.each(wrong)('%s is refused as %s at every address', async (_what, code, forge) => {
    const token = await forge(made)
    for (const answer of [
      await read('/api/stations', token),
      await read(`/api/stations/${revised.id}`).query({ preview: token }),
      await read('/api/search?q=audit', token),
      await read('/api/nowhere', token),
      await ask('{ Stations { docs { title } } }', token),
    ]) {
      expectRefusal(answer, code as 'PREVIEW_INVALID')
      expect(answer.body.errors).toHaveLength(1)
      expect(answer.text).not.toContain('audit')
      expect(answer.headers['cache-control']).toBe('private, no-store')
    }
  })

  it('beside another token is refused', async () => {
    const other = await make(stations(unborn.id))
    expectRefusal(await read(`/api/stations?preview=${other.token}`, made.token), 'PREVIEW_INVALID')
    expectRefusal(
      await read(`/api/stations?preview=${other.token}&preview=${made.token}`),
      'PREVIEW_INVALID',
    )
  })

  it('is refused where a session belongs', async () => {
    for (const scheme of ['JWT', 'Bearer'])
      expectRefusal(
        await read('/api/stations').set('Authorization', `${scheme} ${made.token}`),
        'PREVIEW_INVALID',
      )
    expectRefusal(
      await read('/api/stations')
        .set('Cookie', `stationmaster-token=${made.token}`)
        .set('Sec-Fetch-Site', 'same-origin'),
      'PREVIEW_INVALID',
    )
  })

  it('is refused from the moment at which its time is over', async () => {
    const short = await make(stations(revised.id), { hours: 1 })
    passTime({ minutes: 59 })
    expect((await read('/api/stations', short.token)).status).toBe(200)
    passTime({ minutes: 2 })
    expectRefusal(await read('/api/stations', short.token), 'PREVIEW_EXPIRED')
  })

  it('is refused once it is revoked, by its maker or an administrator', async () => {
    for (const as of ['editor', 'administrator'] as const) {
      const { id, token } = await make(stations(revised.id))
      const revoke = async (by: PersonName) =>
        testApp
          .anonymous()
          .delete(`/api/previews/${id}`)
          .set('Authorization', await testApp.authorization(by))
      expectRefusal(await revoke('reviewer'), 'NOT_FOUND')
      expectRefusal(await testApp.anonymous().delete(`/api/previews/${id}`), 'NOT_SIGNED_IN')
      expect((await read('/api/stations', token)).status).toBe(200)
      expect((await revoke(as)).body).toMatchObject({ id, revokedAt: expect.any(String) })
      expectRefusal(await read('/api/stations', token), 'PREVIEW_REVOKED')
    }
  })

  it('is refused once its maker has no role, or no account', async () => {
    const { token } = await make(stations(revised.id), { as: 'editor2' })
    const { id } = await testApp.person('editor2')
    const roles = (list: 'editor'[]) =>
      testApp.payload.update({ collection: 'users', id, data: { roles: list } })
    expect((await read('/api/stations', token)).status).toBe(200)
    await roles([])
    expectRefusal(await read('/api/stations', token), 'PREVIEW_MAKER_LEFT')
    await roles(['editor'])
    expect((await read('/api/stations', token)).status).toBe(200)
    await testApp.payload.delete({ collection: 'users', id })
    expectRefusal(await read('/api/stations', token), 'PREVIEW_MAKER_LEFT')
  })
})

describe('A preview token', () => {
  let made: Made

  beforeAll(async () => {
    made = await make(stations(revised.id))
  })

  it.each([
    ['creates nothing', 'post', '/api/stations?draft=true', { title: 'Mine' }],
    ['saves nothing', 'patch', '/api/stations/REVISED?draft=true', { title: 'Mine' }],
    ['deletes nothing', 'delete', '/api/stations/REVISED', undefined],
    ['submits nothing', 'post', '/api/stations/REVISED/workflow/submit', { contentHash: 'HASH' }],
    ['publishes no set', 'post', '/api/workflow/publish', { documents: [] }],
    ['signs nobody in', 'post', '/api/users/login', { email: 'a@b.test', password: 'x' }],
    ['makes no further preview', 'post', '/api/previews', { documents: [] }],
    ['revokes nothing', 'delete', '/api/previews/PREVIEW', undefined],
  ] as const)('%s', async (_what, method, address, body) => {
    const before = await untouched()
    const path = address.replace('REVISED', revised.id).replace('PREVIEW', made.id)
    const answer = await send(method, path).set('Authorization', `Preview ${made.token}`).send(body)
    expectRefusal(answer, 'NOT_PERMITTED')
    expect(await untouched()).toEqual(before)
  })

  it.each([
    [
      'NOT_SIGNED_IN',
      'updateStation(id: "REVISED", draft: true, data: { title: "Mine" }) { title }',
    ],
    ['NOT_PERMITTED', 'loginUser(email: "nobody@example.org", password: "x") { token }'],
  ])('changes nothing over GraphQL, also beside a session: %s', async (code, change) => {
    const before = await untouched()
    const mutation = `mutation { ${change.replace('REVISED', revised.id)} }`
    const answer = await testApp
      .anonymous()
      .post('/api/graphql')
      .query({ preview: made.token })
      .set('Authorization', await testApp.authorization('editor'))
      .send({ query: mutation })
    expect(answer.body.errors[0].extensions.code).toBe(code)
    expect(await untouched()).toEqual(before)
  })

  it.each([
    ['the workflow', '/api/stations/REVISED/workflow'],
    ['versions', '/api/stations/versions'],
    ['the ledger', '/api/ledger/verify'],
    ['people', '/api/users'],
    ['previews', '/api/previews'],
    ['what the map lacks', '/api/roadmap/check?draft=true'],
  ])('does not open %s, also beside a session', async (_what, address) => {
    const path = address.replace('REVISED', revised.id)
    const alone = await read(path, made.token)
    const beside = await read(path)
      .query({ preview: made.token })
      .set('Authorization', await testApp.authorization('administrator'))
    for (const answer of [alone, beside]) expectRefusal(answer, 'NOT_SIGNED_IN')
  })

  it.each([
    '/api/stations?depth=2',
    '/api/stations?draft=true&depth=2',
    '/api/stations?where[title][equals]=Hidden words',
    '/api/stations/SECRET?draft=true&depth=2',
    '/api/stations/UNBORN?draft=true',
    '/api/phases?depth=2&joins[stations][limit]=50',
    '/api/search?q=hidden',
    '/api/search?q=examination',
    '/api/changes',
    '/api/export',
  ])('finds nothing of other drafts at %s', async (address) => {
    const { text } = await read(
      address.replace('SECRET', secret.id).replace('UNBORN', unborn.id),
      made.token,
    )
    expect(text).not.toMatch(/Hidden words|The conference/)
    expect(text).not.toContain(unborn.id)
  })

  it.each([
    'where[connections.to.title][like]=conference',
    'where[connections.to.slug][equals]=conference',
    'where[or][0][connections.to.title][contains]=conf',
    'sort=connections.to.title',
  ])('guesses nothing of a draft that its own draft leads to, by %s', async (search) => {
    const { body } = await read(`/api/stations?depth=0&${search}`, made.token)
    if (body.errors) expect(body.errors[0].code).toBe('MALFORMED')
    else expect(body.docs).toEqual([])
  })

  it('stands in no log and in no answer', async () => {
    const lines: string[] = []
    const { logger } = testApp.payload
    for (const level of ['debug', 'info', 'warn', 'error'] as const)
      vi.spyOn(logger, level).mockImplementation((...line: unknown[]) => {
        lines.push(JSON.stringify(line))
      })
    for (const address of ['/api/stations', '/api/nowhere', '/api/stations?where=x', '/api/%'])
      for (const answer of [
        await read(`${address}${address.includes('?') ? '&' : '?'}preview=${made.token}`),
        await read(address, made.token),
      ])
        expect(answer.text + JSON.stringify(answer.headers)).not.toContain(made.token)
    expect(lines.join('\n')).not.toContain(made.token)
    vi.restoreAllMocks()
  })
})

describe('The cache for readers', () => {
  it.each([
    ['a list', '/api/stations?depth=0&sort=slug'],
    ['a document', '/api/stations/REVISED?depth=0'],
    ['the map', '/api/roadmap?locale=en'],
    ['GraphQL', '/api/graphql?query={Stations(sort:"slug"){docs{title}}}'],
  ])('neither gives %s to a preview nor gets it from one', async (_what, address) => {
    const path = address.replace('REVISED', revised.id)
    const { token } = await make(stations(revised.id, unborn.id))
    const withToken = `${path}${path.includes('?') ? '&' : '?'}preview=${token}`
    const live = await read(path)
    const shown = await read(withToken)
    expect(shown.headers['x-cache']).toBe('bypass')
    expect(shown.text).toContain('An examination of your return')
    const again = await read(path)
    expect(again.headers['x-cache']).toBe('hit')
    expect(again.text).toBe(live.text)
    expect(again.text).not.toContain('An examination')
    expect((await read(withToken)).text).toBe(shown.text)
  })

  it('is not filled by a preview that asks first', async () => {
    const { token } = await make(stations(revised.id))
    const address = '/api/stations?depth=1&where[slug][in]=audit,examination'
    expect((await read(address, token)).body.docs[0].slug).toBe('examination')
    const live = await read(address)
    expect(live.headers['x-cache']).toBe('miss')
    expect(live.body.docs[0].slug).toBe('audit')
    const posted = { query: '{ Stations(limit: 3) { docs { slug } } }' }
    const over = testApp.anonymous().post('/api/graphql')
    await over.query({ preview: token }).send(posted)
    const plain = await testApp.anonymous().post('/api/graphql').send(posted)
    expect(plain.headers['x-cache']).toBe('miss')
    expect(plain.text).not.toContain('examination')
  })
})

describe('Making previews', () => {
  // What was counted before is written down now, and not between two looks at what is stored.
  beforeEach(() => usesOf(testApp.payload).store())

  const post = async (body: unknown, as: PersonName | null = 'editor') => {
    const request = testApp.anonymous().post('/api/previews')
    if (as) request.set('Authorization', await testApp.authorization(as))
    return request.send(body as object)
  }
  const one = () => ({ documents: stations(revised.id) })

  it.each(['editor', 'reviewer', 'publisher', 'administrator'] as const)(
    'is for the %s',
    async (as) => {
      expect((await post(one(), as)).status).toBe(201)
    },
  )

  it('is for nobody without an account', async () => {
    const before = await everything()
    expectRefusal(await post(one(), null), 'NOT_SIGNED_IN')
    expect(await everything()).toEqual(before)
  })

  it.each([
    ['no documents', {}],
    ['an empty list', { documents: [] }],
    [
      'too many',
      { documents: Array.from({ length: 51 }, (_, n) => ({ collection: 'stations', id: `${n}` })) },
    ],
    ['what is no list', { documents: 'stations' }],
    ['a document without an id', { documents: [{ collection: 'stations' }] }],
    ['no hours', { documents: [{ collection: 'stations', id: 'x' }], hours: 0 }],
    ['too many hours', { documents: [{ collection: 'stations', id: 'x' }], hours: 721 }],
    ['half an hour', { documents: [{ collection: 'stations', id: 'x' }], hours: 0.5 }],
    ['words for hours', { documents: [{ collection: 'stations', id: 'x' }], hours: '24' }],
    ['something unknown', { documents: [{ collection: 'stations', id: 'x' }], forever: true }],
    ['a list', []],
  ])('refuses %s', async (_what, body) => {
    const before = await everything()
    expectRefusal(await post(body), 'MALFORMED')
    expect(await everything()).toEqual(before)
  })

  it.each([
    ['a document there is not', 'stations', '00000000-0000-4000-8000-000000000000'],
    ['an id that is none', 'stations', '%27; --'],
    ['a type there is not', 'nowhere', 'x'],
    ['a type by a name of its own', 'constructor', 'x'],
    ['accounts', 'users', 'EDITOR'],
    ['previews', 'previews', 'x'],
    ['the ledger', 'ledger-entries', 'x'],
  ])('refuses %s', async (_what, collection, id) => {
    const named = id === 'EDITOR' ? String((await testApp.person('editor')).id) : id
    const before = await everything()
    expectRefusal(await post({ documents: [{ collection, id: named }] }), 'NOT_FOUND')
    expect(await everything()).toEqual(before)
  })

  it('names each document once', async () => {
    const { documents } = await make(stations(revised.id, unborn.id, revised.id))
    expect(documents.map(({ id }) => id)).toEqual([revised.id, unborn.id])
  })

  it('is listed for its maker and for administrators, without tokens, with how often it was read', async () => {
    const { id, token } = await make(stations(unborn.id), { as: 'reviewer' })
    await Promise.all([1, 2, 3].map(() => read('/api/stations', token)))
    const list = async (as: PersonName, search = '') =>
      read(`/api/previews${search}`).set('Authorization', await testApp.authorization(as))
    const own = await list('reviewer')
    const found = own.body.docs.find((one: { id: string }) => one.id === id)
    expect(found).toMatchObject({ timesUsed: 3, revokedAt: null, documents: stations(unborn.id) })
    expect(own.text).not.toContain(token)
    expect((await list('editor')).text).not.toContain(id)
    expect((await list('administrator')).text).toContain(id)
    const ofDocument = await list('reviewer', `?collection=stations&id=${unborn.id}`)
    expect(ofDocument.body.docs.map((one: { id: string }) => one.id)).toEqual([id])
    expectRefusal(await read('/api/previews'), 'NOT_SIGNED_IN')
  })

  it.each([
    ['get', '/api/previews/ID'],
    ['get', '/api/previews/count'],
    ['patch', '/api/previews/ID'],
    ['patch', '/api/previews?where[id][equals]=ID'],
    ['delete', '/api/previews?where[id][equals]=ID'],
    ['post', '/api/previews/ID/duplicate'],
  ] as const)('has no other door: %s %s', async (method, address) => {
    const { id } = await make(stations(revised.id))
    const answer = await send(method, address.replace('ID', id)).set(
      'Authorization',
      await testApp.authorization('administrator'),
    )
    expect(answer.status).toBeGreaterThanOrEqual(403)
    expect(answer.status).toBeLessThan(500)
    expect(answer.text).not.toContain('makerId')
  })
})

describe('Many previews at once', () => {
  it('are answered or told when to come again, and what is published meanwhile is published', async () => {
    const { token } = await make(stations(revised.id, unborn.id))
    const before = await untouched()
    const answers = await Promise.all(
      Array.from({ length: 500 }, () => read('/api/stations?depth=0&sort=slug', token)),
    )
    const refused = answers.filter(({ status }) => status !== 200)
    for (const answer of refused) {
      expectRefusal(answer, 'UNAVAILABLE')
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
    const [first, ...others] = answers.filter(({ status }) => status === 200)
    expect(others.length).toBeGreaterThan(100)
    for (const { text } of others) expect(text).toBe(first!.text)
    expect(await untouched()).toEqual(before)
  })

  it('do not keep a document from being published', async () => {
    const { token } = await make(stations(revised.id, unborn.id))
    const reads = Promise.all(
      Array.from({ length: 60 }, () => read('/api/stations?depth=0', token)),
    )
    const station = await buildStation(testApp, {
      phase: phase.id,
      title: 'Published meanwhile',
      state: 'published',
    })
    await reads
    expect((await read(`/api/stations/${station.id}`)).body.title).toBe('Published meanwhile')
  })
})

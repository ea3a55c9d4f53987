import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Changes } from '../../src/delivery/changes.ts'
import { exportLines, type ExportedDocument } from '../../src/delivery/export/export-lines.ts'
import { readPublicHead } from '../../src/ledger/public-head.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { triesAll } from '../support/breadth.ts'
import { buildPhase, buildStation, revise } from '../support/content.ts'
import { expectRefusal, listen, type Listener } from '../support/http.ts'
import { act, publishTogether } from '../support/review.ts'

let testApp: TestApp
let listener: Listener
/** What readers get. */
const collections = [
  'stations',
  'notices',
  'steps',
  'forms',
  'help-organizations',
  'phases',
  'synonyms',
  'media',
]
beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  listener = await listen(testApp.app)
})
afterAll(async () => {
  await listener.close()
  await testApp.close()
})

describe('the export', () => {
  // All languages have what each of them has.
  it.each(triesAll ? ['en', 'es', 'all'] : ['all'])(
    'in %s is every live document exactly as REST gives it',
    async (locale) => {
      const { documents, end, head } = await exported(`?locale=${locale}`)
      expect(pages(documents)).toEqual(await everythingOverRest(locale))
      expect(documents.length).toBeGreaterThan(300)
      expect(end).toEqual({ end: true, documents: documents.length })
      expect(head).toEqual(await readPublicHead(testApp.payload))
    },
  )

  it('has all languages unless one is asked for', async () => {
    expect(await exported('')).toEqual(await exported('?locale=all'))
  })

  it('names the publication of each document as the changes do', async () => {
    const { documents } = await exported('')
    const changes = new Map(
      (await changesSince(0)).map((change) => [`${change.collection}/${change.id}`, change]),
    )
    for (const { collection, contentHash, id, sequence } of documents)
      expect(changes.get(`${collection}/${id}`)).toMatchObject({ contentHash, sequence })
  })

  it('has nothing of drafts, also for staff', async () => {
    const phase = await buildPhase(testApp, { state: 'draft', name: 'Never shown' })
    const live = await buildPhase(testApp, { name: 'Shown' })
    await revise(testApp, { collection: 'phases', id: String(live.id), name: 'Not yet shown' })
    for (const authorization of [undefined, await testApp.authorization('administrator')]) {
      const { text } = await listener.ask({
        path: '/api/export',
        headers: authorization === undefined ? {} : { authorization },
      })
      expect(text).toContain('Shown')
      expect(text).not.toContain('Never shown')
      expect(text).not.toContain('Not yet shown')
      expect(text).not.toContain(String(phase.id))
    }
  })
})

describe('a site that is built from the export and the changes', () => {
  it('is exactly what is live, whatever is published meanwhile', async () => {
    const kept = await buildPhase(testApp, { name: 'Stays', slug: 'stays' })
    const renamed = await buildStation(testApp, { phase: kept.id, title: 'Before', slug: 'before' })
    const withdrawn = await buildPhase(testApp, { slug: 'goes' })
    const returning = await buildPhase(testApp, { name: 'First', slug: 'returns' })
    const before = await everythingOverRest('en')
    const head = await readPublicHead(testApp.payload)

    const lines = exportLines(testApp.payload, { head, locale: 'en' })
    const received = [await nextLine(lines)]
    await revise(testApp, {
      ...place('stations', renamed),
      title: 'After',
      slug: 'after',
      state: 'published',
    })
    await act(testApp, { action: 'withdraw', ...place('phases', withdrawn) })
    await act(testApp, { action: 'withdraw', ...place('phases', returning) })
    for (const name of ['Second', 'Third'])
      await revise(testApp, { ...place('phases', returning), name, state: 'published' })
    const added = await buildPhase(testApp, { slug: 'comes', state: 'draft' })
    await publishTogether(testApp, [place('phases', added)])
    for await (const line of lines) received.push(JSON.parse(line))

    const built = read(received)
    // What the export gives is of one moment, to the last byte.
    expect(pages(built.documents)).toEqual(before)
    const changes = await changesSince(built.head.sequence)
    expect(new Set(changes.map(({ id }) => id))).toEqual(
      new Set([renamed, withdrawn, returning, added].map(({ id }) => String(id))),
    )
    expect(await withChanges(pages(built.documents), changes)).toEqual(
      await everythingOverRest('en'),
    )
  })

  it('is exactly what is live after publications at the same time over HTTP', async () => {
    const phases = []
    for (let count = 0; count < 4; count += 1) phases.push(await buildPhase(testApp))
    const [{ documents, head }] = await Promise.all([
      exported('?locale=en'),
      (async () => {
        for (const phase of phases)
          await revise(testApp, { ...place('phases', phase), name: 'Anew', state: 'published' })
        await act(testApp, { action: 'withdraw', ...place('phases', phases[0]!) })
      })(),
    ])
    expect(await withChanges(pages(documents), await changesSince(head.sequence))).toEqual(
      await everythingOverRest('en'),
    )
  })
})

describe('the builder in the manual', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-site-'))
    const manual = readFileSync('docs/front-ends/export.md', 'utf8')
    const [, script] = /```js title="build-site\.mjs"\n(.*?)\n```/s.exec(manual)!
    writeFileSync(path.join(folder, 'build-site.mjs'), script!)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const build = () =>
    promisify(execFile)(process.execPath, ['build-site.mjs', listener.origin], { cwd: folder })
  const page = (file: string) => readFileSync(path.join(folder, 'site', file), 'utf8')

  it('builds every page, and then those that changed', async () => {
    const moved = await buildPhase(testApp, { name: 'On its way', slug: 'on-its-way' })
    const gone = await buildPhase(testApp, { slug: 'gone' })
    await build()
    expect(page('stations/balance-paid.html')).toContain('Balance')
    expect(page('phases/on-its-way.html')).toContain('<h1>On its way</h1>')
    expect(page('phases/gone.html')).toContain('<h1>')

    await revise(testApp, { ...place('phases', moved), slug: 'moved', state: 'published' })
    await act(testApp, { action: 'withdraw', ...place('phases', gone) })
    const { stdout } = await build()
    expect(page('phases/moved.html')).toContain('<h1>On its way</h1>')
    for (const file of ['phases/on-its-way.html', 'phases/gone.html'])
      expect(() => page(file)).toThrow('ENOENT')
    const { documents, head } = await exported('')
    expect(stdout).toBe(`${documents.length} pages as of ${head.sequence}\n`)
  })
})

describe('an export over HTTP', () => {
  it('is compressed as the client takes it', async () => {
    const plain = await ask('/api/export')
    expect(plain.headers).toMatchObject({
      'cache-control': expect.stringMatching(/^public, max-age=0, s-maxage=\d+/),
      'content-type': 'application/jsonl; charset=utf-8',
      'surrogate-key': expect.stringContaining('stations'),
    })
    expect(new Set(plain.headers['surrogate-key']!.toString().split(' '))).toEqual(
      new Set(collections),
    )
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers['vary']).toContain('Accept-Encoding')
    for (const [encoding, decompress] of [
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const) {
      const { body, headers } = await ask('/api/export', { 'accept-encoding': encoding })
      expect(headers['content-encoding']).toBe(encoding)
      expect(headers['etag']).toBe(plain.headers['etag'])
      expect(body.length).toBeLessThan(plain.body.length / 3)
      expect(decompress(body).equals(plain.body)).toBe(true)
    }
  })

  it('is not sent again while nothing is published, and is after that', async () => {
    const { headers } = await testApp.anonymous().head('/api/export').expect(200)
    const known = { 'if-none-match': headers['etag'] }
    expect((await ask('/api/export', known)).status).toBe(304)
    expect((await ask('/api/export?locale=es', known)).status).toBe(200)
    await buildPhase(testApp)
    expect((await ask('/api/export', known)).status).toBe(200)
  })

  it('is asked for ahead without being made', async () => {
    const { headers, text } = await testApp.anonymous().head('/api/export?locale=en').expect(200)
    expect(text ?? '').toBe('')
    expect(headers).toMatchObject({
      'content-type': 'application/jsonl; charset=utf-8',
      etag: (await ask('/api/export?locale=en')).headers['etag'],
    })
  })

  it.each([
    '?locale=fr',
    '?locale=en&locale=es',
    '?limit=1',
    '?locale=en&draft=true',
    '?Locale=en',
  ])('is refused with %s', async (question) => {
    const answer = await listener.ask({ path: `/api/export${question}` })
    expectRefusal(answer, 'MALFORMED')
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })

  it('is only read', async () => {
    expectRefusal(await listener.ask({ method: 'POST', path: '/api/export' }), 'METHOD_NOT_ALLOWED')
  })

  it('is made for two at a time; others are told when to come back', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        listener.ask({ path: '/api/export', headers: { 'accept-encoding': 'br' } }),
      ),
    )
    const [made, refused] = [200, 503].map((wanted) =>
      answers.filter(({ status }) => status === wanted),
    )
    expect([made!.length, refused!.length]).toEqual([2, 3])
    for (const answer of refused!) {
      expectRefusal(answer, 'UNAVAILABLE')
      expect(answer.headers).toMatchObject({ 'retry-after': '5' })
      expect(answer.headers['cache-control']).toBe('private, no-store')
    }
    expect((await ask('/api/export')).status).toBe(200)
  })

  it('ends when those who asked for it leave, and others get their turn', async () => {
    for (let round = 0; round < 3; round += 1)
      await Promise.all([leaveAtFirstWord('/api/export'), leaveAtFirstWord('/api/export')])
    let answer = await ask('/api/export')
    // The server hears of it a moment later.
    for (let tries = 0; answer.status === 503 && tries < 500; tries += 1)
      answer = await ask('/api/export')
    expect(answer.status).toBe(200)
    expect(linesOf(answer.body.toString()).at(-1)).toMatchObject({ end: true })
  })
})

type Site = Record<string, Record<string, unknown>>

/** A site as a builder would have it: each document under its type and id. */
function pages(documents: readonly ExportedDocument[]): Site {
  return Object.fromEntries(
    documents.map(({ collection, document, id }) => [`${collection}/${id}`, document]),
  )
}

async function withChanges(site: Site, changes: Changes['changes']): Promise<Site> {
  const built = new Map(Object.entries(site))
  for (const { collection, id } of changes) {
    const { body, status } = await testApp
      .anonymous()
      .get(`/api/${collection}/${id}?depth=0&joins=false&locale=en`)
    if (status === 200) built.set(`${collection}/${id}`, body)
    else built.delete(`${collection}/${id}`)
  }
  return Object.fromEntries(built)
}

async function everythingOverRest(locale: string): Promise<Site> {
  const site: Site = {}
  for (const collection of collections)
    for (let page = 1, hasMore = true; hasMore; page += 1) {
      const { body } = await testApp
        .anonymous()
        .get(
          `/api/${collection}?depth=0&joins=false&limit=100&sort=id&locale=${locale}&page=${page}`,
        )
        .expect(200)
      for (const document of body.docs) site[`${collection}/${document.id}`] = document
      hasMore = body.hasNextPage
    }
  return site
}

async function exported(question: string) {
  const { text } = await listener.ask({ path: `/api/export${question}` })
  return read(linesOf(text))
}

function linesOf(text: string): unknown[] {
  expect(text.endsWith('\n')).toBe(true)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

function read(lines: readonly unknown[]) {
  return {
    head: lines[0] as { sequence: number; at: string },
    documents: lines.slice(1, -1) as ExportedDocument[],
    end: lines.at(-1) as { end: true; documents: number },
  }
}

async function nextLine(lines: AsyncGenerator<string>): Promise<unknown> {
  return JSON.parse((await lines.next()).value as string)
}

async function changesSince(since: number): Promise<Changes['changes']> {
  const all: Changes['changes'] = []
  for (let hasMore = true; hasMore;) {
    const { body } = await testApp.anonymous().get(`/api/changes?since=${since}&limit=500`)
    const page = body as Changes
    all.push(...page.changes)
    since = page.next
    hasMore = page.hasMore
  }
  return all
}

function place<Collection extends CollectionSlug>(
  collection: Collection,
  { id }: { id: unknown },
): { collection: Collection; id: string } {
  return { collection, id: String(id) }
}

/** Asks without decoding what comes back. */
function ask(
  path: string,
  headers: http.OutgoingHttpHeaders = {},
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: Buffer }> {
  return new Promise((answered, failed) => {
    http
      .get(`${listener.origin}${path}`, { agent: false, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', failed)
        response.on('end', () =>
          answered({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        )
      })
      .on('error', failed)
  })
}

/** Goes away as soon as something arrives. */
function leaveAtFirstWord(path: string): Promise<void> {
  return new Promise((left, failed) => {
    const request = http.get(`${listener.origin}${path}`, { agent: false }, (response) => {
      response.once('data', () => {
        response.on('error', () => left())
        request.destroy()
      })
    })
    request.on('error', failed)
  })
}

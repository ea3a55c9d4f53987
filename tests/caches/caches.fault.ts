import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { Webhook as Signer } from 'standardwebhooks'
import { startServer, type Server } from '../faults/server.ts'
import { build } from '../support/build.ts'
import { Newsroom } from './newsroom.ts'
import {
  freePort,
  isInstalled,
  startNginx,
  startPurge,
  startVarnish,
  type Program,
} from './programs.ts'

/** An hour: whatever is seen earlier was forgotten because somebody said so. */
const longest = '3600'

const caches = [
  { name: 'nginx', program: 'nginx', says: 'x-cache-nginx', encodings: ['br', 'gzip'] },
  { name: 'Varnish', program: 'varnishd', says: 'x-cache-varnish', encodings: ['gzip'] },
].map((cache) => ({ ...cache, isHere: isInstalled(cache.program) }))

for (const { isHere, name, program } of caches)
  if (!isHere)
    console.warn(
      `${program} is not installed: ${name} is skipped. apt-get install -y nginx varnish`,
    )

let dataDir: string
let server: Server
let newsroom: Newsroom
let purge: Program
/** What is told to purge.mjs: the secret, and where the caches are. */
const purged: Record<string, string> = {}
const programs: Record<string, Program> = {}

beforeAll(async () => {
  await build()
  dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-caches-'))
  cpSync(path.join(inject('templates'), 'roadmap'), dataDir, { recursive: true })
  server = await startServer({
    DATA_DIR: dataDir,
    CACHE_S_MAXAGE: longest,
    TRUST_PROXY: '1',
    WEBHOOK_PRIVATE_ADDRESSES: 'allow',
  })
  newsroom = new Newsroom(server.origin)
  const port = await freePort()
  const { doc } = await newsroom.ask<{ doc: { secret: string } }>(
    'administrator',
    'POST',
    '/api/webhooks',
    { name: 'Caches', url: `http://127.0.0.1:${port}/` },
  )
  purged['PURGE_SECRET'] = doc.secret
  for (const { isHere, name } of caches) {
    if (!isHere) continue
    if (name === 'nginx') {
      const nginx = await startNginx(server.origin)
      programs[name] = nginx
      purged['PURGE_NGINX'] = nginx.cache
    } else {
      const varnish = await startVarnish(server.origin)
      programs[name] = varnish
      purged['PURGE_VARNISH'] = varnish.purge
    }
  }
  // Forgetting once more has a test of its own; here it would make misses of hits.
  if (Object.keys(programs).length > 0)
    purge = await startPurge(port, { ...purged, PURGE_AGAIN: '86400' })
})

afterAll(async () => {
  for (const program of [...Object.values(programs), purge, server]) await program?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

describe.each(caches)('$name in front of Stationmaster', ({ encodings, isHere, name, says }) => {
  const test = isHere ? it : it.skip

  test('asks once for the same answer, and gives it to everybody', async () => {
    const at = '/api/stations/by-slug/balance-paid?depth=0'
    const first = await get(at)
    const second = await get(at)
    expect([first.status, said(first), said(second)]).toEqual([200, 'MISS', 'HIT'])
    expect(second.body).toEqual(first.body)
    expect(second.body).toEqual((await ask(server.origin, at)).body)
  })

  test('says that nothing has changed to whoever has it already', async () => {
    const at = '/api/roadmap?locale=es'
    const { headers } = await get(at)
    const again = await get(at, { 'if-none-match': headers['etag']! })
    expect([again.status, again.body.length, said(again)]).toEqual([304, 0, 'HIT'])
    const other = await get(at, { 'if-none-match': '"another"' })
    expect([other.status, said(other)]).toEqual([200, 'HIT'])
  })

  test('gives each the compression that they take, and the same words', async () => {
    const at = '/api/stations?limit=5&depth=0&sort=slug'
    const plain = (await get(at)).body
    for (const encoding of encodings)
      for (let time = 0; time < 2; time += 1) {
        const answer = await get(at, { 'accept-encoding': `${encoding}, deflate;q=0.5` })
        expect(answer.headers['content-encoding']).toBe(encoding)
        expect(await decoded(answer)).toEqual(plain)
      }
    const refused = await get(at, { 'accept-encoding': 'gzip;q=0, br;q=0' })
    expect([refused.headers['content-encoding'], refused.body]).toEqual([undefined, plain])
  })

  test('takes another question for another answer', async () => {
    const titles = new Set<string>()
    for (const question of ['locale=en', 'locale=es', 'locale=es&select[slug]=true'])
      for (const expected of ['MISS', 'HIT']) {
        const answer = await get(`/api/forms?limit=1&depth=0&sort=number&${question}`)
        expect([question, said(answer)]).toEqual([question, expected])
        titles.add(String(json(answer).docs[0].title))
      }
    expect(titles.size).toBe(3)
  })

  test('answers GraphQL over GET from its cache, in the type asked for, and passes POST on', async () => {
    const query = '{ stationBySlug(slug: "balance-paid") { title } }'
    const at = `/api/graphql?query=${encodeURIComponent(query)}`
    const types = ['application/json', 'application/graphql-response+json']
    for (const type of [...types, ...types]) {
      const { headers } = await get(at, { accept: type })
      expect(headers['content-type']).toContain(type)
    }
    expect(said(await get(at, { accept: types[0]! }))).toBe('HIT')
    const posted = await fetch(`${programs[name]!.origin}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    expect(await posted.json()).toEqual(json(await get(at)))
    expect(posted.headers.get(says)).not.toBe('HIT')
  })

  test('makes no difference for other cookies of a site', async () => {
    const at = '/api/phases?depth=0&sort=order'
    await get(at)
    expect(said(await get(at, { cookie: 'theme=dark; visits=12' }))).toBe('HIT')
  })

  test('never keeps what somebody gets by their role, nor gives them what it keeps', async () => {
    const { collection, id, slug } = await aStation()
    const title = `A draft for ${name}`
    await newsroom.save(collection, id, { title })
    const at = `/api/stations/by-slug/${slug}?depth=0&draft=true`
    const session = await newsroom.session('editor')
    const credentials: Record<string, string>[] = [
      { authorization: `JWT ${session}` },
      { cookie: `theme=dark; stationmaster-token=${session}`, 'sec-fetch-site': 'same-origin' },
    ]
    for (const headers of credentials) {
      const own = await get(at, headers)
      expect([json(own).title, said(own)]).toEqual([title, expect.not.stringContaining('HIT')])
    }
    const reader = await get(at)
    expect([reader.status, said(reader)]).toEqual([200, 'MISS'])
    expect(json(reader).title).not.toBe(title)
    expect(said(await get(at))).toBe('HIT')
    for (const headers of credentials) expect(json(await get(at, headers)).title).toBe(title)
    expect(json(await get(at)).title).not.toBe(title)
  })

  test('keeps no refusals', async () => {
    for (let time = 0; time < 2; time += 1) {
      const answer = await get('/api/stations/by-slug/nothing-here')
      expect([answer.status, said(answer)]).not.toContain('HIT')
    }
  })

  test('gives what was published from the moment that it was told, and keeps the rest', async () => {
    const { collection, id, slug } = await aStation()
    const { next } = json(await ask(server.origin, '/api/changes?since=900&limit=500'))
    const changing = [
      `/api/stations/${id}`,
      `/api/stations/by-slug/${slug}?locale=es`,
      '/api/pages',
      `/api/changes?since=${next}`,
    ]
    const unchanged = '/api/forms/by-number/Form%20433-F?depth=0&joins=false'
    for (const at of [...changing, unchanged])
      for (const encoding of ['gzip', 'identity']) await get(at, { 'accept-encoding': encoding })
    const before = new Map<string, Buffer>()
    for (const at of changing) before.set(at, (await get(at)).body)

    const title = `Renamed behind ${name}`
    await newsroom.publish(collection, id, { title })
    const published = performance.now()
    await seen(async () => expect(json(await get(`/api/stations/${id}`)).title).toBe(title))
    console.log(
      `${name}: seen ${Math.round(performance.now() - published)} ms after the publication`,
    )
    // A cache may forget one address after the other.
    for (const at of changing)
      for (const encoding of ['gzip', 'identity'])
        await seen(async () => {
          const answer = await get(at, { 'accept-encoding': encoding })
          expect([at, (await decoded(answer)).equals(before.get(at)!)]).toEqual([at, false])
        })
    expect(said(await get(unchanged))).toBe('HIT')
  })

  test('forgets once more what came in late', async () => {
    const purgeAgain = await startPurge(await freePort(), { ...purged, PURGE_AGAIN: '3' })
    try {
      const { id } = await aStation()
      const at = `/api/stations/${id}?depth=0`
      await get(at)
      expect(said(await get(at))).toBe('HIT')
      const message = JSON.stringify({
        type: 'published',
        data: { surrogateKeys: ['changes', `stations/${id}`] },
      })
      const now = new Date()
      const { status } = await fetch(purgeAgain.origin, {
        method: 'POST',
        headers: {
          'webhook-id': 'late',
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': new Signer(purged['PURGE_SECRET']!).sign('late', now, message),
        },
        body: message,
      })
      expect([status, said(await get(at)), said(await get(at))]).toEqual([204, 'MISS', 'HIT'])
      await seen(async () => expect(said(await get(at))).toBe('MISS'))
    } finally {
      await purgeAgain.stop()
    }
  })

  test('leads from an old address to the new one, also to one it kept before', async () => {
    const { collection, id, slug } = await aStation()
    const before = `/api/stations/by-slug/${slug}?depth=0`
    expect((await get(before)).status).toBe(200)
    await newsroom.publish(collection, id, { slug: `${slug}-${name.toLowerCase()}` })
    await seen(async () => expect((await get(before)).status).toBe(301))
    const moved = await get(before)
    expect([said(moved), moved.headers['location']]).toEqual([
      'HIT',
      `/api/stations/by-slug/${slug}-${name.toLowerCase()}?depth=0`,
    ])
  })

  test('forgets what was withdrawn', async () => {
    const { id, number } = await aLonelyForm(name)
    const places = [`/api/forms/${id}`, `/api/forms/by-number/${number}`]
    for (const at of [...places, ...places]) expect((await get(at)).status).toBe(200)
    await newsroom.withdraw('forms', id)
    // A cache may forget one address after the other.
    for (const at of places) {
      await seen(async () => expect((await get(at)).status).toBe(410))
      expect(json(await get(at)).errors[0].code).toBe('WITHDRAWN')
    }
  })

  test('has room for an answer with many names, and forgets it by any of them', async () => {
    const at = await answerOfManyNames()
    await get(at)
    const kept = await get(at)
    expect([kept.status, said(kept)]).toEqual([200, 'HIT'])
    const names = kept.headers['surrogate-key']!.split(' ')
    const { id } = json(kept).docs.at(-1)
    expect(names.join(' ').length).toBeGreaterThan(4_000)
    expect(names).toContain(`forms/${id}`)
    await newsroom.publish('forms', id, { purpose: `To show it behind ${name}.` })
    await seen(async () => expect((await get(at)).body.toString()).toContain(`behind ${name}.`))
  })

  test('forgets nothing because a stranger says so', async () => {
    const at = '/api/phases?depth=0&sort=-order'
    await get(at)
    const body = JSON.stringify({ type: 'published', data: { surrogateKeys: ['phases:members'] } })
    const told = await fetch(purge.origin, {
      method: 'POST',
      headers: {
        'webhook-id': 'one',
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': 'v1,bm90IHRoZSBzaWduYXR1cmU=',
      },
      body,
    })
    expect(told.status).toBe(401)
    const { origin } = programs[name]!
    await ask(origin, at, { 'surrogate-key': 'phases:members' }, 'BAN')
    expect(said(await get(at))).toBe('HIT')
  })

  function get(at: string, headers: Record<string, string> = {}): Promise<Answer> {
    return ask(programs[name]!.origin, at, headers)
  }

  function said({ headers }: Answer): string | undefined {
    return headers[says]
  }
})

interface Answer {
  status: number
  headers: Record<string, string | undefined>
  body: Buffer
}

/** Asks as it is said, without the headers that `fetch` adds. */
function ask(
  origin: string,
  at: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = http.request(`${origin}${at}`, { method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () =>
        resolve({
          status: answer.statusCode!,
          headers: answer.headers as Answer['headers'],
          body: Buffer.concat(parts),
        }),
      )
    })
    asked.once('error', reject)
    asked.end()
  })
}

async function decoded({ body, headers }: Answer): Promise<Buffer> {
  const encoding = headers['content-encoding']
  if (encoding === 'br') return promisify(zlib.brotliDecompress)(body)
  return encoding === 'gzip' ? promisify(zlib.gunzip)(body) : body
}

// Each test knows what it asked for.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function json({ body }: Answer): any {
  return JSON.parse(body.toString('utf8'))
}

/** Caches are told after the publication was answered; until then what they give is as old as that. */
function seen(expectation: () => Promise<void>): Promise<void> {
  return vi.waitFor(expectation, { timeout: 5_000, interval: 5 })
}

let taken = 0

/** A live station that no test has changed yet. */
async function aStation(): Promise<{ collection: 'stations'; id: string; slug: string }> {
  taken += 1
  const { docs } = json(
    await ask(
      server.origin,
      `/api/stations?depth=0&limit=1&sort=slug&page=${taken}&select[slug]=true&where[kind][equals]=stop`,
    ),
  )
  return { collection: 'stations', ...docs[0] }
}

/** A new form that nothing leads to. */
async function aLonelyForm(name: string): Promise<{ id: string; number: string }> {
  const number = name === 'nginx' ? '99001' : '99002'
  const { doc } = await newsroom.ask<{ doc: { id: string } }>(
    'editor',
    'POST',
    '/api/forms?draft=true',
    { number, title: `A form for ${name}`, kind: 'form', purpose: 'To try something.' },
  )
  await newsroom.publish('forms', doc.id, {})
  return { id: doc.id, number }
}

/** The longest list of documents whose `Surrogate-Key` still names them one by one. */
async function answerOfManyNames(): Promise<string> {
  for (let limit = 100; limit > 0; limit -= 2) {
    const at = `/api/forms?depth=1&sort=number&limit=${limit}`
    const { headers } = await ask(server.origin, at)
    if (headers['surrogate-key']?.includes('forms/')) return at
  }
  throw new Error('Every list has too many names.')
}

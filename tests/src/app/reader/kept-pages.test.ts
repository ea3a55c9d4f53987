import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { searchOf } from '../../../../src/delivery/search/live-search.ts'
import { build, buildPhase, buildStation, revise, text } from '../../../support/content.ts'
import { publish } from '../../../support/editing.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

let site: ReaderSite
let id: string

beforeAll(async () => {
  site = await startReader()
  const phase = await buildPhase(site, { slug: 'collection' })
  const station = (slug: string) =>
    buildStation(site, { phase: phase.id, slug, title: `Stop ${slug}`, state: 'published' })
  ;({ id } = await station('one'))
  await station('two')
  await build(site, {
    collection: 'notices',
    state: 'published',
    data: { code: 'CP14', title: 'You owe', summary: 'S.', overview: text('It means.') },
  })
})
afterAll(() => site.close())

const kept = [
  '/',
  '/es',
  '/stations/one',
  '/es/stations/one',
  '/stations/one.md',
  '/notices/cp14',
  '/notices',
  '/es/forms',
  '/help',
  '/map',
  '/map?at=one',
  '/map?notice=cp14',
  '/sitemap.xml',
  '/feed.xml',
  '/es/llms.txt',
]

describe.each(kept)('%s', (path) => {
  it('is made once, and kept for everybody', async () => {
    const first = await site.ask({ path })
    const second = await site.ask({ path })
    expect(first.headers['x-cache']).toMatch(/^(miss|hit)$/)
    expect(second.headers['x-cache']).toBe('hit')
    expect(second.text).toBe(first.text)
    expect(second.headers['cache-control']).toMatch(/^public, max-age=0, s-maxage=\d+/)
    expect(second.headers['surrogate-key']).toMatch(
      /\b(stations|notices|forms|help-organizations)\b/,
    )
    expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
  })

  it('is not sent again to who has it', async () => {
    const { headers } = await site.ask({ path })
    const again = await site.ask({ path, headers: { 'if-none-match': headers.etag! } })
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', headers.etag])
    const other = await site.ask({ path, headers: { 'if-none-match': '"other"' } })
    expect(other.status).toBe(200)
  })
})

describe.each(['/stations/one', '/map?at=one', '/sitemap.xml', '/notices'])('%s', (path) => {
  it.each(['br', 'gzip'])('is sent as %s to who takes that', async (encoding) => {
    const plain = await site.ask({ path })
    const headers = { 'accept-encoding': encoding }
    const encoded = await fetch(site.origin + path, { headers })
    expect(encoded.headers.get('content-encoding')).toBe(encoding)
    expect(encoded.headers.get('vary')).toContain('Accept-Encoding')
    expect(await encoded.text()).toBe(plain.text)
    expect(encoded.headers.get('etag')).not.toBe(plain.headers.etag)
    const head = await site.ask({ method: 'HEAD', path, headers })
    expect([head.status, head.text]).toEqual([200, ''])
    expect(head.headers['content-length']).toBe(encoded.headers.get('content-length'))
  })
})

describe('a page with parameters of a campaign', () => {
  it('is the same page', async () => {
    const { headers, text: plain } = await site.ask({ path: '/stations/one' })
    for (const parameters of ['utm_source=x', 'utm_source=y&fbclid=1', 'at=two', '']) {
      const same = await site.ask({ path: `/stations/one?${parameters}` })
      expect(same.headers).toMatchObject({ 'x-cache': 'hit', etag: headers.etag })
      expect(same.text).toBe(plain)
    }
  })
})

describe('a choice on the map', () => {
  it('is kept apart from every other', async () => {
    const chosen = async (parameters: string) =>
      (await site.page(`/map?${parameters}`)).document
        .querySelector('.sm-stop--chosen')
        ?.getAttribute('data-slug')
    for (const parameters of [
      'at=one?x',
      'at=one%3Fx',
      'at=one%0Aline=collection',
      'at=one%26line=collection',
    ])
      expect([parameters, await chosen(parameters)]).toEqual([parameters, undefined])
    expect(await chosen('at=one')).toBe('one')
    expect(await chosen('at=one&line=collection')).toBe('one')
    expect(await chosen('at=two')).toBe('two')
    expect(await chosen('at=one')).toBe('one')
  })
})

describe('what is not kept', () => {
  it.each([
    '/search?q=stop',
    '/nothing',
    '/stations/nothing',
    '/notices?code=cp14',
    '/notices/CP14',
  ])('is made anew each time: %s', async (path) => {
    for (const turn of ['first', 'second']) {
      const { headers } = await site.ask({ path })
      const anew = { 'x-cache': 'bypass', 'cache-control': 'private, no-store' }
      expect([turn, headers]).toMatchObject([turn, anew])
      expect(headers.etag).toBeUndefined()
    }
  })

  it.each(['br', 'gzip'])('is sent as %s to who takes that', async (encoding) => {
    for (const path of ['/search?q=stop', '/nothing', '/stations/nothing']) {
      const plain = await site.ask({ path })
      const encoded = await fetch(site.origin + path, { headers: { 'accept-encoding': encoding } })
      expect([path, encoded.headers.get('content-encoding')]).toEqual([path, encoding])
      expect(encoded.headers.get('vary')).toContain('Accept-Encoding')
      expect(await encoded.text()).toBe(plain.text)
      const head = await site.ask({ method: 'HEAD', path })
      expect([head.status, head.text]).toEqual([plain.status, ''])
    }
  })
})

describe('what many people search for', () => {
  const search = async () => {
    for (let time = 0; time < 5; time += 1) await site.ask({ path: '/search?q=stop' })
    await searchOf(site.payload).popular.store()
  }
  const isOn = async (path: string, term: string) =>
    (await site.page(path)).document.querySelector('.sm-popular')?.textContent?.includes(term) ??
    false

  it('is on the first page as soon as it is counted, and counted again it is the same page', async () => {
    expect(await isOn('/', 'stop')).toBe(false)
    await search()
    expect(await isOn('/', 'stop')).toBe(true)
    await search()
    expect((await site.ask({ path: '/' })).headers['x-cache']).toBe('hit')
    expect(await isOn('/es', 'stop')).toBe(false)
  })

  it('is not there any more once editors have blocked it', async () => {
    await build(site, {
      collection: 'popular-terms',
      state: 'published',
      data: { term: 'Stop', language: 'en', treatment: 'blocked' },
    })
    expect(await isOn('/', 'stop')).toBe(false)
  })
})

describe('somebody who is signed in', () => {
  it('gets the same page as everybody, and the same copy', async () => {
    await revise(site, { collection: 'stations', id, title: 'Only drafted' })
    const token = (await site.authorization('editor')).replace(/^JWT /, '')
    const everybody = await site.ask({ path: '/stations/one' })
    const editor = await site.ask({
      path: '/stations/one',
      headers: { cookie: `stationmaster-token=${token}` },
    })
    expect(editor.text).toBe(everybody.text)
    expect(editor.text).not.toContain('Only drafted')
  })
})

describe('a publication', () => {
  it('changes every page that shows it, at once', async () => {
    const pages = ['/stations/one', '/stations/one.md', '/map', '/llms.txt', '/feed.xml', '/']
    for (const path of pages) await site.ask({ path })
    expect((await publish(site, 'stations', id, { title: 'Published anew' })).status).toBe(200)
    for (const path of pages) {
      const { headers, text: shown } = await site.ask({ path })
      expect([path, headers['x-cache']]).toEqual([path, 'miss'])
      expect(shown).toContain('Published anew')
    }
  })

  it('is seen by whoever asks after it was answered, however many ask meanwhile', async () => {
    let told = 0
    let isOver = false
    let asked = 0
    const read = async (path: string) => {
      while (!isOver) {
        const atLeast = told
        const { text: shown } = await site.ask({ path })
        const edition = Number(/Edition (\d+)/.exec(shown)?.[1] ?? 0)
        expect(edition, path).toBeGreaterThanOrEqual(atLeast)
        asked += 1
      }
    }
    const readers = ['/stations/one', '/stations/one', '/stations/one.md', '/map?at=one'].map(read)
    const publications = async () => {
      for (let edition = 1; edition <= 4; edition += 1) {
        const { status } = await publish(site, 'stations', id, { title: `Edition ${edition}` })
        expect(status).toBe(200)
        told = edition
      }
    }
    await publications().finally(() => (isOver = true))
    await Promise.all(readers)
    expect(asked).toBeGreaterThan(8)
    expect((await site.ask({ path: '/stations/one' })).text).toContain('Edition 4')
  })

  it('makes one page for many who ask for it at the same time', async () => {
    await publish(site, 'stations', id, { title: 'For many' })
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => site.ask({ path: '/stations/one' })),
    )
    expect(new Set(answers.map(({ text: shown }) => shown)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers['x-cache'] === 'miss')).toHaveLength(1)
  })
})

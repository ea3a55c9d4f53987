import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginPreview } from '../../../../src/app/(reader)/preview.ts'
import { build, buildPhase, buildStation, revise, text } from '../../../support/content.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

let site: ReaderSite
let live: { id: string }
let unborn: { id: string }
let preview: Made

interface Made {
  id: string
  token: string
  url: string
  expiresAt: string
  contentHash: string
}

beforeAll(async () => {
  site = await startReader()
  const phase = await buildPhase(site, { slug: 'exam' })
  live = await buildStation(site, {
    phase: phase.id,
    slug: 'audit',
    title: 'The audit',
    state: 'published',
  })
  unborn = await buildStation(site, { phase: phase.id, slug: 'unborn', title: 'The newcomer' })
  await revise(site, { collection: 'stations', id: live.id, title: 'The audit, drafted' })
  preview = await make([live.id, unborn.id])
})
afterAll(() => site.close())

describe('the link of a preview', () => {
  it('leads to the page, and keeps the token where no script and no address has it', async () => {
    const { headers, status } = await site.ask({ path: pathOf(preview.url) })
    expect([status, headers.location]).toEqual([303, '/stations/audit'])
    expect(headers['set-cookie']).toEqual([
      `stationmaster-preview=${preview.token}; Path=/; HttpOnly; SameSite=Lax`,
    ])
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  it('leads to the Spanish page where it was made for that', async () => {
    const { url } = await make([live.id], { locale: 'es' })
    const { headers } = await site.ask({ path: pathOf(url) })
    expect(headers.location).toBe('/es/stations/audit')
  })

  it.each([
    ['notices', { code: 'CP75', title: 'Letter', kind: 'notice' }, '/notices/CP75'],
    ['forms', { number: 'Form 843', title: 'Claim', kind: 'form' }, '/forms/Form%20843'],
    ['help-organizations', { slug: 'clinic', name: 'The clinic' }, '/help/clinic'],
    ['steps', { slug: 'call', title: 'Call', follows: 'then' }, '/steps/ID'],
    ['phases', { slug: 'line', name: 'Line', order: 9 }, '/'],
  ] as const)('leads to a draft in %s', async (collection, data, path) => {
    const texts = { summary: 'S.', overview: text('O.'), body: text('B.'), whatTheyDo: text('W.') }
    const { id } = await build(site, { collection, data: { ...texts, purpose: 'P.', ...data } })
    const made = await make([id], {}, collection)
    const { headers } = await site.ask({ path: pathOf(made.url) })
    expect(headers.location).toBe(path.replace('ID', id))
    const shown = await site.page(headers.location!, cookieOf(made))
    // Codes and numbers have one spelling in addresses.
    const page =
      shown.status === 301 ? await site.page(shown.headers.location!, cookieOf(made)) : shown
    expect(page.status).toBe(200)
    if (path !== '/') expect((await site.page(headers.location!)).status).toBe(404)
  })

  it('is sent back over HTTPS only, where the site is', () => {
    const { headers } = beginPreview(new URL('https://www.example.gov/preview?token=a.b.c'))
    expect(headers.get('set-cookie')).toMatch(/; Secure$/)
  })

  it('leads nowhere but to pages of the site', async () => {
    for (const slug of ['//elsewhere.example', 'https://elsewhere.example', '../..', '\r\nX: y'])
      expect(
        (
          await site.ask({
            path: `/preview?token=t&collection=stations&slug=${encodeURIComponent(slug)}`,
          })
        ).headers.location,
      ).toMatch(/^\/stations\/[^/]+$/)
  })
})

describe('a page with a preview', () => {
  it('shows the draft', async () => {
    const { status, words } = await inPreview('/stations/audit')
    expect(status).toBe(200)
    expect(words).toContain('The audit, drafted')
  })

  it('shows what was never published, on its page and the map', async () => {
    expect((await site.page('/stations/unborn')).status).toBe(404)
    for (const path of ['/stations/unborn', '/stations/unborn.md', '/map', '/map?at=unborn'])
      expect((await inPreview(path)).text).toContain('The newcomer')
    for (const path of [
      '/map',
      '/',
      '/search?q=newcomer',
      '/sitemap.xml',
      '/llms.txt',
      '/feed.xml',
    ])
      expect((await site.page(path)).text).not.toMatch(/The newcomer|unborn/)
  })

  it.each([
    '/stations/audit',
    '/stations/audit.md',
    '/',
    '/map',
    '/notices',
    '/search?q=audit',
    '/nothing',
    '/sitemap.xml',
    '/feed.xml',
    '/llms.txt',
  ])('is for nobody else, no search engine and no cache: %s', async (path) => {
    const nobodyElses = {
      'cache-control': 'private, no-store',
      'x-cache': 'bypass',
      'x-robots-tag': 'noindex, nofollow',
    }
    for (const turn of ['first', 'second']) {
      const { headers } = await inPreview(path)
      expect([turn, headers]).toMatchObject([turn, nobodyElses])
      expect(headers.etag).toBeUndefined()
      expect(headers['surrogate-key']).toBeUndefined()
    }
  })

  it('names the drafts it shows by their hashes, and asks not to be listed', async () => {
    const { document, headers } = await inPreview('/stations/audit')
    expect(String(headers['x-preview-content-hash']).split(', ')).toHaveLength(2)
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
  })

  it('neither comes from what is kept nor goes there', async () => {
    const before = await site.page('/stations/audit')
    expect(before.words).not.toContain('drafted')
    expect((await inPreview('/stations/audit')).words).toContain('drafted')
    const after = await site.page('/stations/audit')
    expect([after.headers['x-cache'], after.text]).toEqual(['hit', before.text])
    expect(after.document.querySelector('.sm-preview')).toBeNull()
  })
})

describe('a preview that does not hold', () => {
  it.each([
    ['without a token', '/preview?collection=stations&slug=audit'],
    ['with an empty token', '/preview?token=&collection=stations&slug=audit'],
    [
      'with a token cut short',
      '/preview?token=eyJhbGciOiJIUzI1NiJ9.e30&collection=stations&slug=audit',
    ],
    [
      'with a token that is none',
      '/preview?token=%0d%0a%E2%82%AC;%20x=y&collection=stations&slug=audit',
    ],
    ['with nothing at all', '/preview'],
  ])('is refused %s, with the way out', async (_how, path) => {
    const { headers } = await site.ask({ path })
    const cookie = headers['set-cookie']![0]!.split(';')[0]!
    for (const address of [
      headers.location!,
      '/stations/audit',
      '/es/stations/audit',
      '/sitemap.xml',
    ]) {
      const page = await site.page(address, { cookie })
      expect([address, page.status]).toEqual([address, 401])
      expect(page.links).toContain('/preview/leave')
      expect(page.headers['cache-control']).toBe('private, no-store')
      expect(page.words).not.toContain('The audit')
    }
    expect(site.takeMistakes()).toEqual([])
  })

  it.each(['%E0%A4%A', '%', '"a"', 'é', 'a b'])(
    'is refused with a cookie that cannot be read: %s',
    async (value) => {
      const cookie = Buffer.from(`stationmaster-preview=${value}`).toString('latin1')
      expect((await site.page('/stations/audit', { cookie })).status).toBe(401)
    },
  )

  it('shows nothing any more once it is revoked', async () => {
    const made = await make([live.id])
    expect((await site.page('/stations/audit', cookieOf(made))).words).toContain('drafted')
    await site
      .anonymous()
      .delete(`/api/previews/${made.id}`)
      .set('Authorization', await site.authorization('editor'))
      .expect(200)
    const { links, status, words } = await site.page('/stations/audit', cookieOf(made))
    expect(status).toBe(401)
    expect(words).toContain('This preview cannot be shown')
    expect(words).not.toContain('The audit')
    expect(links).toContain('/preview/leave')
    const spanish = await site.page('/es/stations/audit', cookieOf(made))
    expect(spanish.words).toContain('Esta vista previa no se puede mostrar')
  })
})

describe('whoever leaves a preview', () => {
  it('is given no token any more, and reads what is published', async () => {
    const { headers, status } = await site.ask({
      path: '/preview/leave',
      headers: cookieOf(preview),
    })
    expect([status, headers.location]).toEqual([303, '/'])
    expect(headers['set-cookie']).toEqual(['stationmaster-preview=; Path=/; Max-Age=0'])
  })
})

describe('a reader without a preview', () => {
  it('is given no cookie on any page', async () => {
    for (const path of [
      '/',
      '/es',
      '/stations/audit',
      '/stations/audit.md',
      '/map',
      '/notices',
    ].concat([
      '/search?q=audit',
      '/nothing',
      '/notices?code=CP1',
      '/sitemap.xml',
      '/feed.xml',
      '/robots.txt',
    ])) {
      const { headers } = await site.ask({ path })
      expect([path, headers['set-cookie']]).toEqual([path, undefined])
    }
  })
})

async function make(ids: string[], more: object = {}, collection = 'stations'): Promise<Made> {
  const { body } = await site
    .anonymous()
    .post('/api/previews')
    .set('Authorization', await site.authorization('editor'))
    .send({ documents: ids.map((id) => ({ collection, id })), ...more })
    .expect(201)
  return body as Made
}

function pathOf(url: string): string {
  expect(url.startsWith(site.settings.publicUrl)).toBe(true)
  return url.slice(site.settings.publicUrl.length)
}

function cookieOf({ token }: Made) {
  return { cookie: `other=1; stationmaster-preview=${token}` }
}

function inPreview(path: string) {
  return site.page(path, cookieOf(preview))
}

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseHTML } from 'linkedom'
import { createElement, type ComponentType } from 'react'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { buildStation } from '../support/content.ts'
import { listen, type Listener } from '../support/http.ts'
import { act, bringTo } from '../support/review.ts'
import { root } from '../support/build.ts'
import { copyFiles } from './code-blocks.ts'
import { run, serve, type RunningServer } from './processes.ts'

let testApp: TestApp
let cms: Listener

/** A preview of a station that has a draft. */
let token: string

/** A station of the seed, as everybody gets it. */
let station: { title: string; titleInSpanish: string; summary: string }

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  cms = await listen(testApp.app)
  const { data } = (await askCms(`{
    en: stationBySlug(slug: "balance-paid", locale: en) { title summary }
    es: stationBySlug(slug: "balance-paid", locale: es) { title }
  }`)) as { data: Record<'en' | 'es', { title: string; summary: string }> }
  station = {
    title: data.en.title,
    titleInSpanish: data.es.title,
    summary: data.en.summary,
  }
  await renameAndWithdraw()
  token = await previewOfDraft()
})
afterAll(async () => {
  await cms.close()
  await testApp.close()
})

describe('the page with plain fetch', () => {
  let site: RunningServer

  beforeAll(async () => {
    const cwd = copyFiles('front-ends/README.md')
    site = await serve({
      command: process.execPath,
      args: ['site.mjs'],
      cwd,
      env: { CMS_URL: cms.origin },
    })
  })
  afterAll(() => site?.stop())

  it('shows a station in both languages, with headings and rich text', async () => {
    await expectStation(`${site.origin}/en/stations/balance-paid`)
    const spanish = await page(`${site.origin}/es/stations/balance-paid`)
    expect(spanish.document.querySelector('h1')?.textContent).toBe(station.titleInSpanish)
  })

  it('leads from the old address of a station to the new one', async () => {
    const { headers, status } = await get(`${site.origin}/en/stations/docs-before`)
    expect([status, headers.get('location')]).toEqual([301, '/en/stations/docs-after'])
  })

  it('says of a withdrawn station that it is gone, and why', async () => {
    const response = await get(`${site.origin}/en/stations/docs-withdrawn`)
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('The rule has changed.')
  })

  it('says of an unknown address that there is nothing', async () => {
    expect((await get(`${site.origin}/en/stations/never-was`)).status).toBe(404)
  })
})

describe('the pages of Next', () => {
  let site: RunningServer
  const secret = `whsec_${Buffer.from('a secret of the test for hooks').toString('base64')}`

  beforeAll(async () => {
    const cwd = copyFiles('front-ends/next.md')
    const env = { CMS_URL: cms.origin, WEBHOOK_SECRET: secret, SITE_URL: 'https://site.example' }
    // As a new project has one; without it, that of the platform would be found.
    writeFileSync(path.join(cwd, 'next.config.mjs'), 'export default {}\n')
    const command = path.join(root, 'node_modules/.bin/next')
    await run({ command, args: ['build'], cwd, env })
    site = await serve({ command, args: ['start'], cwd, env })
  })
  afterAll(() => site?.stop())

  it('show a station in both languages, with headings and rich text', async () => {
    const { document } = await expectStation(`${site.origin}/en/stations/balance-paid`)
    expect(document.querySelector('title')?.textContent).toBe(station.title)
    const spanish = await page(`${site.origin}/es/stations/balance-paid`)
    expect(spanish.document.querySelector('h1')?.textContent).toBe(station.titleInSpanish)
    expect(spanish.document.documentElement.getAttribute('lang')).toBe('es')
  })

  it('lead from the old address of a station to the new one', async () => {
    const { headers, status } = await get(`${site.origin}/en/stations/docs-before`)
    expect([status, headers.get('location')]).toEqual([308, '/en/stations/docs-after'])
  })

  it('say of a withdrawn station that it is gone, and why', async () => {
    const { document } = await page(`${site.origin}/en/stations/docs-withdrawn`)
    expect(document.querySelector('main')?.textContent).toContain('The rule has changed.')
    expect(document.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex')
  })

  it('say of an unknown address that there is nothing', async () => {
    expect((await get(`${site.origin}/en/stations/never-was`)).status).toBe(404)
  })

  it('are all in the sitemap', async () => {
    const sitemap = await (await get(`${site.origin}/sitemap.xml`)).text()
    expect(sitemap).toContain('<loc>https://site.example/es/stations/balance-paid</loc>')
    expect(sitemap).not.toContain('docs-withdrawn')
    expect(sitemap).not.toContain('docs-before<')
  })

  it('are made anew when a webhook says that something was published', async () => {
    const address = `${site.origin}/en/stations/docs-after`
    expect((await page(address)).document.querySelector('h1')?.textContent).toBe('Renamed')
    const { docs } = await testApp.payload.find({
      collection: 'stations',
      where: { slug: { equals: 'docs-after' } },
    })
    const place = { collection: 'stations', id: docs[0]!.id } as const
    await testApp.payload.update({
      ...place,
      data: { title: 'Told' },
      draft: true,
      overrideAccess: false,
      user: await testApp.person('editor'),
    })
    await bringTo(testApp, { ...place, state: 'published' })
    const body = '{"type":"published"}'
    const at = new Date()
    const response = await fetch(`${site.origin}/api/published`, {
      method: 'POST',
      headers: {
        'webhook-id': 'one',
        'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
        'webhook-signature': new Webhook(secret).sign('one', at, body),
      },
      body,
    })
    expect(response.status).toBe(204)
    expect((await page(address)).document.querySelector('h1')?.textContent).toBe('Told')
  })

  it('show the draft of a preview to whoever follows its link, and to nobody else', async () => {
    const link = `${site.origin}/api/draft?token=${token}&collection=stations&slug=docs-draft&locale=en`
    const entered = await get(link)
    const address = `${site.origin}/en/stations/docs-draft`
    expect(new URL(entered.headers.get('location')!, site.origin).href).toBe(address)
    const cookie = cookiesOf(entered)
    const shown = await page(address, { cookie })
    expect(shown.document.querySelector('h1')?.textContent).toBe('Not yet public')
    expect(shown.document.body.textContent).toContain('You see drafts.')
    expect((await get(address)).status).toBe(404)
    const ended = await get(`${site.origin}/api/draft/end`, { cookie })
    expect(ended.headers.getSetCookie().join()).toMatch(/preview=;/)
  })

  it('say of a preview that has ended why, and show nothing', async () => {
    const gone = await previewOfDraft({ revoked: true })
    const link = `${site.origin}/api/draft?token=${gone}&collection=stations&slug=docs-draft&locale=en`
    const refused = await get(link)
    expect(refused.status).toBe(401)
    expect(await refused.text()).toContain('This preview was ended by the team.')
    expect(refused.headers.getSetCookie()).toEqual([])
    const cookie = cookiesOf(await get(link.replace(gone, token)))
    const late = await page(`${site.origin}/en/stations/docs-draft`, {
      cookie: cookie.replace(token, gone),
    })
    expect(late.document.querySelector('h1')?.textContent).toBe('This preview has ended')
    expect(late.document.body.textContent).not.toContain('Not yet public')
  })

  it('are not made anew for somebody who only says so', async () => {
    const response = await fetch(`${site.origin}/api/published`, { method: 'POST', body: '{}' })
    expect(response.status).toBe(401)
  })
})

describe('the site of Astro', () => {
  let site: RunningServer

  beforeAll(async () => {
    const cwd = copyFiles('front-ends/astro.md')
    const env = { CMS_URL: cms.origin, HOST: 'localhost' }
    await run({ command: path.join(root, 'node_modules/.bin/astro'), args: ['build'], cwd, env })
    site = await serve({ command: process.execPath, args: ['dist/server/entry.mjs'], cwd, env })
  })
  afterAll(() => site?.stop())

  it('has a page for every station in every language', async () => {
    await expectStation(`${site.origin}/en/stations/balance-paid/`)
    const spanish = await page(`${site.origin}/es/stations/balance-paid/`)
    expect(spanish.document.querySelector('h1')?.textContent).toBe(station.titleInSpanish)
  })

  it('shows the draft of a preview to whoever follows its link, and to nobody else', async () => {
    const entered = await get(`${site.origin}/draft?token=${token}&slug=docs-draft&locale=en`)
    const address = `${site.origin}${entered.headers.get('location')}`
    const shown = await page(address, { cookie: cookiesOf(entered) })
    expect(shown.document.querySelector('h1')?.textContent).toBe('Not yet public')
    expect(shown.document.body.textContent).toContain('This is a draft.')
    expect((await get(address)).status).toBe(404)
    const forged = await get(address, { cookie: 'preview=forged' })
    expect(forged.status).toBe(401)
    expect(await forged.text()).toContain('PREVIEW_INVALID')
  })
})

describe('the page with Apollo Client', () => {
  it('shows a station, a withdrawn one and an unknown one', async () => {
    const folder = copyFiles('front-ends/apollo.md')
    const { cmsClient } = (await import(path.join(folder, 'client.ts'))) as {
      cmsClient: (origin: string) => never
    }
    const { StationPage } = (await import(path.join(folder, 'station-page.tsx'))) as {
      StationPage: ComponentType<{ slug: string; locale: string }>
    }
    const { ApolloProvider } = await import('@apollo/client/react')
    const { prerenderStatic } = await import('@apollo/client/react/ssr')
    const { renderToString } = await import('react-dom/server')
    const rendered = async (slug: string) => {
      const { result } = await prerenderStatic({
        tree: createElement(
          ApolloProvider,
          { client: cmsClient(cms.origin) } as never,
          createElement(StationPage, { slug, locale: 'en' }),
        ),
        renderFunction: renderToString,
      })
      return parseHTML(`<html><body>${result}</body></html>`).document
    }
    lookAtStation(await rendered('balance-paid'))
    expect((await rendered('docs-withdrawn')).body.textContent).toContain('The rule has changed.')
    expect((await rendered('never-was')).body.textContent).toContain('There is no such page.')
  })
})

/** One station that was renamed, and one that was withdrawn. */
async function renameAndWithdraw(): Promise<void> {
  const renamed = await buildStation(testApp, {
    title: 'Renamed',
    slug: 'docs-before',
    state: 'published',
  })
  const place = { collection: 'stations', id: renamed.id } as const
  await testApp.payload.update({
    ...place,
    data: { slug: 'docs-after' },
    draft: true,
    overrideAccess: false,
    user: await testApp.person('editor'),
  })
  await bringTo(testApp, { ...place, state: 'published' })
  const withdrawn = await buildStation(testApp, { slug: 'docs-withdrawn', state: 'published' })
  await act(testApp, {
    action: 'withdraw',
    collection: 'stations',
    id: withdrawn.id,
    reason: 'The rule has changed.',
    replacement: { sentence: 'Call the office.' },
  })
}

/** @returns the token of a preview of a station that was never public, at docs-draft */
async function previewOfDraft({ revoked = false } = {}): Promise<string> {
  const { docs } = await testApp.payload.find({
    collection: 'stations',
    where: { slug: { equals: 'docs-draft' } },
    draft: true,
  })
  const { id } =
    docs[0] ?? (await buildStation(testApp, { title: 'Not yet public', slug: 'docs-draft' }))
  const asEditor = { Authorization: await testApp.authorization('editor') }
  const made = await testApp
    .anonymous()
    .post('/api/previews')
    .set(asEditor)
    .send({ documents: [{ collection: 'stations', id }] })
    .expect(201)
  if (revoked) await testApp.anonymous().delete(`/api/previews/${made.body.id}`).set(asEditor)
  return made.body.token
}

/** What a browser sends back of what an answer sets. */
function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function askCms(query: string): Promise<unknown> {
  const response = await fetch(`${cms.origin}/api/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  return response.json()
}

function get(address: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(address, { redirect: 'manual', headers })
}

async function page(
  address: string,
  headers: Record<string, string> = {},
): Promise<{ document: Document }> {
  const text = await (await get(address, headers)).text()
  return parseHTML(text) as unknown as { document: Document }
}

async function expectStation(address: string): Promise<{ document: Document }> {
  const found = await page(address)
  lookAtStation(found.document)
  return found
}

/** The station of the seed: its title as the one main heading, its words, its rich text as HTML. */
function lookAtStation(document: Document): void {
  expect(document.querySelectorAll('h1')).toHaveLength(1)
  expect(document.querySelector('h1')?.textContent).toBe(station.title)
  expect([...document.querySelectorAll('p')].map(({ textContent }) => textContent)).toContain(
    station.summary,
  )
  expect(document.body.textContent).not.toContain('<p>')
}

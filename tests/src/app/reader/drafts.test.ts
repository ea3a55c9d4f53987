import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, buildPhase, buildStation, revise, text } from '../../../support/content.ts'
import type { Editable } from '../../../support/editing.ts'
import { act } from '../../../support/review.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

/** A word that stands in drafts, and in nothing that was published. */
const secret = 'Zyzzyva'

let site: ReaderSite

beforeAll(async () => {
  site = await startReader()
  const phase = await buildPhase(site, { slug: 'collection', name: 'Collection' })
  const live = (collection: Exclude<Editable, 'media'>, data: object) =>
    build(site, { collection, state: 'published', data: { ...data } })
  const form = await live('forms', { number: 'Form 843', title: 'Claim', purpose: 'To claim.' })
  const helper = await live('help-organizations', {
    slug: 'tas',
    name: 'Advocate',
    whatTheyDo: text('They help.'),
  })
  const step = await live('steps', {
    slug: 'call',
    title: 'Call',
    follows: 'then',
    body: text('Call us.'),
    forms: [form.id],
    helpOrganizations: [helper.id],
  })
  const unborn = await draftsOfAll(phase.id)
  const audit = await buildStation(site, {
    phase: phase.id,
    slug: 'audit',
    title: 'Audit',
    whatItMeans: text('We look at your return.'),
    steps: [step.id],
    helpOrganizations: [helper.id],
    state: 'published',
  })
  const notice = await live('notices', {
    code: 'CP14',
    title: 'You owe',
    summary: 'It says.',
    overview: text('It means.'),
    stations: [audit.id],
    steps: [step.id],
    forms: [form.id],
    deadline: { count: 30, unit: 'calendarDays', startsFrom: 'noticeDate' },
  })
  // The newest draft of each live document says the word wherever it can, and leads to drafts.
  const say = { title: secret, summary: secret, overview: text(secret) }
  await revise(site, {
    collection: 'stations',
    id: audit.id,
    ...say,
    whatItMeans: text(secret),
    slug: 'zyzzyva-slug',
    steps: [step.id, unborn.step],
    connections: [{ to: unborn.station, condition: secret }],
    relatedNotices: [unborn.notice],
  })
  await revise(site, {
    collection: 'stations',
    id: audit.id,
    locale: 'es',
    ...say,
  })
  await revise(site, {
    collection: 'notices',
    id: notice.id,
    ...say,
    code: 'CP9143',
    aliases: ['CP9144'],
    steps: [unborn.step],
    deadline: { count: 91, unit: 'years', consequence: secret, authority: secret },
  })
  await revise(site, { collection: 'steps', id: step.id, title: secret, body: text(secret) })
  await revise(site, { collection: 'forms', id: form.id, title: secret, purpose: secret })
  await revise(site, {
    collection: 'help-organizations',
    id: helper.id,
    name: secret,
    whatTheyDo: text(secret),
  })
  await revise(site, { collection: 'phases', id: phase.id, name: secret, summary: secret })
  // Approved and withdrawn are not public either.
  await buildStation(site, { ...say, phase: phase.id, slug: 'zyzzyva-ready', state: 'approved' })
  const gone = await buildStation(site, {
    ...say,
    phase: phase.id,
    slug: 'gone',
    state: 'published',
  })
  await act(site, {
    action: 'withdraw',
    collection: 'stations',
    id: gone.id,
    reason: 'It was wrong.',
    replacement: { sentence: 'Call us.' },
  })
})
afterAll(() => site.close())

/** A document of each type that was never published. */
async function draftsOfAll(phase: string) {
  const say = { title: secret, summary: secret, overview: text(secret), body: text(secret) }
  const station = await buildStation(site, { ...say, phase, slug: 'zyzzyva' })
  const draft = (collection: Exclude<Editable, 'media'>, data: object) =>
    build(site, { collection, data: { ...say, ...data } })
  const notice = await draft('notices', { code: 'CP9142', stations: [station.id] })
  const step = await draft('steps', { slug: 'zyzzyva', follows: 'then' })
  await draft('forms', { number: 'Form 9142', purpose: secret })
  await draft('help-organizations', { slug: 'zyzzyva', name: secret, whatTheyDo: text(secret) })
  await draft('popular-terms', { term: secret, language: 'en', treatment: 'pinned', order: 1 })
  return { station: station.id, notice: notice.id, step: step.id }
}

describe('what is not published', () => {
  it('is on no page that can be reached, in neither language, and no link leads nowhere', async () => {
    const { broken, seen, telling } = await walk(['/', '/es', '/sitemap.xml', '/robots.txt'])
    expect(telling).toEqual([])
    expect(broken).toEqual([])
    for (const path of ['/stations/audit', '/es/notices/cp14', '/forms/form843.md', '/es/help/tas'])
      expect(seen).toContain(path)
    expect(seen.length).toBeGreaterThan(40)
  })

  it.each([
    '/stations/zyzzyva',
    '/stations/zyzzyva-slug',
    '/stations/zyzzyva-ready',
    '/es/stations/zyzzyva',
    '/stations/gone',
    '/notices/cp9142',
    '/notices/CP9143',
    '/notices/cp9144',
    '/notices?code=CP9142',
    '/forms/form9142',
    '/help/zyzzyva',
    '/map?at=zyzzyva',
    '/map?notice=CP9142',
    '/search?q=zyzzyva',
    '/es/search?q=zyzzyva',
  ])('is told by no address that names it: %s', async (path) => {
    const { status, text: shown } = await site.page(path)
    const named = shown.replace(/[“«]?zyzzyva(-\w+)?[”»]?/g, '')
    expect(named).not.toContain(secret)
    expect([200, 404, 410]).toContain(status)
    if (!/map|search/.test(path)) expect(status).not.toBe(200)
  })

  it('is shown to nobody for being signed in', async () => {
    const token = (await site.authorization('administrator')).replace(/^JWT /, '')
    for (const path of ['/', '/stations/audit', '/map', '/search?q=audit', '/notices/cp14'])
      for (const [name, value] of [
        ['cookie', `stationmaster-token=${token}`],
        ['authorization', `JWT ${token}`],
      ] as const) {
        const { status, text: shown } = await site.page(path, { [name]: value })
        expect([path, status]).toEqual([path, 200])
        expect(shown).not.toContain(secret)
      }
  })
})

/** Follows every link within the site, also that to the Markdown of a page. */
async function walk(from: string[]) {
  const seen = new Set(from)
  const broken: string[] = []
  const telling: string[] = []
  for (const path of seen) {
    const { document, headers, links, status, text: shown } = await site.page(path)
    if (status >= 400) broken.push(`${path}: ${status}`)
    if (`${shown}${headers.location ?? ''}`.toLowerCase().includes(secret.toLowerCase()))
      telling.push(path)
    const further = [...links, ...attributes(document, 'loc')]
      .map((link) => link.replace(site.settings.publicUrl, '').split('#')[0]!)
      .filter((link) => link.startsWith('/') && !/^\/(docs|admin)\b/.test(link))
    for (const link of further) seen.add(link)
  }
  return { broken, seen: [...seen], telling }
}

function attributes(document: Document, tag: string): string[] {
  return [...document.querySelectorAll(tag)].map((element) => element.textContent ?? '')
}

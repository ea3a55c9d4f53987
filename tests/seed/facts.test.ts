import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyOf, readRoadmap, type Fact, type Roadmap } from '../../seed/roadmap.ts'
import { startApp, type TestApp } from '../support/app.ts'
import type { Editable } from '../support/editing.ts'

let testApp: TestApp
let roadmap: Roadmap

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  roadmap = readRoadmap()
})

afterAll(() => testApp.close())

interface Live {
  id: string
  slug: string
  code: string
  number: string
  sourcing: { certainty?: string; note?: string; source?: string | null }
  [field: string]: unknown
}

/** What readers get of a content type, or what an editor gets. */
const live = async (collection: Editable, as?: 'editor'): Promise<Live[]> => {
  const question = testApp.anonymous().get(`/api/${collection}?limit=100&depth=0`)
  if (as) question.set('Authorization', await testApp.authorization(as))
  const { body } = await question
  return body.docs as Live[]
}

const slugsById = async (collection: Editable) =>
  new Map((await live(collection)).map(({ id, slug }) => [id, slug]))

describe('Everything in the facts is live', () => {
  it('as many of each kind as the facts have', async () => {
    const counts: Record<string, number> = {}
    for (const collection of [
      'phases',
      'stations',
      'notices',
      'forms',
      'help-organizations',
    ] as const)
      counts[collection] = (
        await testApp.anonymous().get(`/api/${collection}/count`)
      ).body.totalDocs
    expect(counts).toEqual({
      phases: 7,
      stations: 90,
      notices: 90,
      forms: 58,
      'help-organizations': 23,
    })
  })

  it('each phase in its order', async () => {
    const phases = (await live('phases')).map(({ slug, order }) => ({ slug, order }))
    expect(phases).toEqual(roadmap.phases.map(({ fact: { slug, order } }) => ({ slug, order })))
  })

  it('each station on its line and in its place', async () => {
    const phases = await slugsById('phases')
    const stations = (await live('stations')).map(({ slug, phase, order }) => ({
      slug,
      phase: phases.get(phase as string),
      order,
    }))
    const facts = roadmap.stations.map(({ fact: { slug, phase, order } }) => ({
      slug,
      phase,
      order,
    }))
    expect(stations.sort(bySlug)).toEqual(facts.sort(bySlug))
  })

  it('each station where the way begins or ends, with the doubt that goes with it', async () => {
    const stations = await live('stations', 'editor')
    for (const mark of ['isStart', 'isEnd'] as const) {
      const marked = stations.filter((station) => station[mark] === true)
      const facts = roadmap.stations.filter(({ fact }) => fact[mark])
      expect(marked.map(({ slug }) => slug).sort()).toEqual(
        facts.map(({ fact }) => fact.slug).sort(),
      )
      for (const { sourcing } of marked) expect(sourcing.note).toMatch(/here is inferred/)
    }
  })

  it('each of the 145 connections, with the same transfers', async () => {
    const slugs = await slugsById('stations')
    const connections = (await live('stations')).flatMap(({ slug, connections: rows }) =>
      (rows as { to: string; transfer: boolean }[]).map(
        ({ to, transfer }) => `${slug} → ${slugs.get(to)}${transfer ? ' ⇄' : ''}`,
      ),
    )
    const facts = roadmap.stations.flatMap(({ connections: rows }) =>
      rows.map(({ from, to, transfer }) => `${from} → ${to}${transfer ? ' ⇄' : ''}`),
    )
    expect(connections).toHaveLength(145)
    expect(connections.sort()).toEqual(facts.sort())
  })

  it('each connection whose condition the facts name, with words for it in both languages', async () => {
    const conditions = roadmap.stations.flatMap(({ connections }) =>
      connections.filter(({ condition }) => condition !== ''),
    )
    for (const locale of ['en', 'es']) {
      const { body } = await testApp
        .anonymous()
        .get(`/api/stations?limit=100&depth=0&locale=${locale}&fallback-locale=none`)
      const words = (body.docs as Live[]).flatMap(({ connections }) =>
        (connections as { condition?: string | null }[]).filter(({ condition }) => condition),
      )
      expect(words).toHaveLength(conditions.length)
    }
  })

  it('each notice with its code, kind and phase', async () => {
    const phases = await slugsById('phases')
    const notices = (await live('notices')).map(({ code, kind, phase }) => ({
      code,
      kind,
      phase: phases.get(phase as string),
    }))
    const facts = roadmap.notices.map(({ fact: { code, kind, phase } }) => ({ code, kind, phase }))
    expect(notices.sort(byCode)).toEqual(facts.sort(byCode))
  })

  it('each notice at the station the facts name', async () => {
    const slugs = await slugsById('stations')
    const stationsOf = new Map(
      (await live('notices')).map(({ code, stations }) => [
        code,
        (stations as string[]).map((id) => slugs.get(id)),
      ]),
    )
    for (const { fact } of roadmap.notices)
      if (fact.station) expect(stationsOf.get(fact.code), fact.code).toContain(fact.station)
  })

  it('each form with its kind, address and revision', async () => {
    const forms = (await live('forms')).map(({ number, kind, urls, revision }) => ({
      number,
      kind,
      url: (urls as { url: string }[])[0]?.url,
      revision: revision ?? undefined,
    }))
    const facts = roadmap.forms.map(({ fact: { number, kind, url, revision } }) => ({
      number,
      kind,
      url,
      revision,
    }))
    expect(forms.sort(byNumber)).toEqual(facts.sort(byNumber))
  })

  it('each organization with its phone numbers in one form', async () => {
    const numbers = (await live('help-organizations')).map(({ slug, phones }) => ({
      slug,
      numbers: (phones as { number: string }[]).map(({ number }) => number),
    }))
    const facts = roadmap.organizations.map(({ fact: { slug, phone, tty } }) => ({
      slug,
      numbers: [phone, tty]
        .filter((one) => one !== null)
        .map((one) => `+1${one.replace(/-/g, '')}`),
    }))
    expect(numbers.sort(bySlug)).toEqual(facts.sort(bySlug))
  })

  it('each organization with its web page', async () => {
    const pages = (await live('help-organizations')).map(({ slug, url }) => ({ slug, url }))
    const facts = roadmap.organizations.map(({ fact: { slug, url } }) => ({ slug, url }))
    expect(pages.sort(bySlug)).toEqual(facts.sort(bySlug))
  })
})

describe('How sure a fact is', () => {
  const kinds: [Editable, (roadmap: Roadmap) => [string, Pick<Fact, 'certainty' | 'note'>][]][] = [
    ['phases', ({ phases }) => phases.map(({ fact }) => [fact.slug, fact])],
    ['stations', ({ stations }) => stations.map(({ fact }) => [fact.slug, fact])],
    ['notices', ({ notices }) => notices.map(({ fact }) => [fact.code, fact])],
    ['forms', ({ forms }) => forms.map(({ fact }) => [fact.number, fact])],
    [
      'help-organizations',
      ({ organizations }) => organizations.map(({ fact }) => [fact.slug, fact]),
    ],
  ]

  it.each(kinds)('is told to the team for each of the %s', async (collection, factsOf) => {
    const told = (await live(collection, 'editor')).map(({ slug, code, number, sourcing }) => [
      slug ?? code ?? number,
      keyOf(String(sourcing.certainty).replace(/[A-Z]/g, (letter) => `-${letter}`)),
    ])
    const facts = factsOf(roadmap).map(([name, { certainty }]) => [name, certainty])
    expect(told.sort()).toEqual(facts.sort())
  })

  it.each(kinds)('is not told to readers for any of the %s', async (collection) => {
    const said = (await live(collection)).flatMap(({ sourcing }) => Object.keys(sourcing))
    expect(new Set(said)).toEqual(new Set(['source', 'checkedOn']))
  })

  it('is told to the team for each connection, and not to readers', async () => {
    const certainties = async (as?: 'editor') =>
      (await live('stations', as)).flatMap(({ connections }) =>
        (connections as { certainty?: string }[]).map(({ certainty }) => certainty),
      )
    const facts = roadmap.stations.flatMap(({ connections }) =>
      connections.map(({ certainty }) => certainty),
    )
    const told = (await certainties('editor')).map((certainty) =>
      String(certainty).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    )
    expect(told.sort()).toEqual(facts.sort())
    expect(new Set(await certainties())).toEqual(new Set([undefined]))
  })

  it('is unverified for the five notices of which no source was read', async () => {
    const { body } = await testApp
      .anonymous()
      .get('/api/notices?where[sourcing.certainty][equals]=unverified&limit=100&depth=0')
      .set('Authorization', await testApp.authorization('reviewer'))
    expect(body.totalDocs).toBe(5)
  })
})

describe('The response deadline of a notice', () => {
  it('is shown for the fifteen notices whose source states it, as the source states it', async () => {
    const shown = (await live('notices'))
      .map(({ code, deadline }) => ({ code, ...(deadline as { count: number; unit: string }) }))
      .filter(({ count }) => count !== null && count !== undefined)
      .map(({ code, count, unit }) => ({ code, count, unit }))
    const facts = roadmap.notices
      .filter(({ fact }) => fact.deadline?.certainty === 'source')
      .map(({ fact: { code, deadline } }) => ({
        code,
        count: deadline!.count,
        unit: deadline!.unit,
      }))
    expect(shown).toHaveLength(15)
    expect(shown.sort(byCode)).toEqual(facts.sort(byCode))
  })

  it('is longer abroad where the source says so', async () => {
    const abroad = (await live('notices'))
      .filter(({ deadline }) => (deadline as { alternatives: unknown[] }).alternatives.length > 0)
      .map(({ code, deadline }) => ({
        code,
        count: (deadline as { alternatives: { count: number }[] }).alternatives[0]!.count,
      }))
    const facts = roadmap.notices
      .filter(({ fact }) => fact.deadline?.certainty === 'source' && fact.deadline.alternative)
      .map(({ fact: { code, deadline } }) => ({ code, count: deadline!.alternative!.count }))
    expect(abroad.sort(byCode)).toEqual(facts.sort(byCode))
  })

  it('gives way to the date printed on the notice, always', async () => {
    const always = (await live('notices')).map(
      ({ deadline }) => (deadline as { printedDateWins: boolean }).printedDateWins,
    )
    expect(new Set(always)).toEqual(new Set([true]))
  })

  it('tells the team what is not shown and why', async () => {
    const unsourced = roadmap.notices
      .filter(({ fact }) => fact.deadline && fact.deadline.certainty !== 'source')
      .map(({ fact }) => fact.code)
    const told = (await live('notices', 'editor'))
      .filter(({ sourcing }) => /is not shown to readers: it comes from/.test(sourcing.note ?? ''))
      .map(({ code }) => code)
    expect(told.sort()).toEqual(unsourced.sort())
  })
})

const bySlug = (a: { slug: string }, b: { slug: string }) => a.slug.localeCompare(b.slug)
const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code)
const byNumber = (a: { number: string }, b: { number: string }) => a.number.localeCompare(b.number)

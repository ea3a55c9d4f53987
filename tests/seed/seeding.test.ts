import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../../seed/demo-people.ts'
import { seedIfEmpty, seedRoadmap } from '../../seed/index.ts'
import { seedPeople } from '../../seed/people.ts'
import { readRoadmap } from '../../seed/roadmap.ts'
import type { EntryDetails } from '../../src/ledger/entry.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { stored } from '../support/http.ts'

function detailsIn(details: unknown): EntryDetails {
  return details as EntryDetails
}

describe('An installation with the roadmap in it', () => {
  let testApp: TestApp

  beforeAll(async () => {
    testApp = await startApp({ content: 'roadmap' })
  })

  afterAll(() => testApp.close())

  it('has the demo people, each with one role', async () => {
    const { docs } = await testApp.payload.find({ collection: 'users', limit: 0, depth: 0 })
    const people = docs.map(({ email, name, roles, kind }) => ({ email, name, roles, kind }))
    const byEmail = (a: { email: string }, b: { email: string }) => a.email.localeCompare(b.email)
    expect(people.sort(byEmail)).toEqual(
      demoPeople.map((person) => ({ ...person, kind: 'person' })).sort(byEmail),
    )
  })

  it('has written a station as a draft in each language before it was published', async () => {
    const { docs } = await testApp.payload.findVersions({
      collection: 'stations',
      where: { 'version.slug': { equals: 'balance-paid' } },
      locale: 'all',
      depth: 0,
      sort: 'updatedAt',
    })
    expect(docs.map(({ version }) => version._status)).toEqual([
      'draft',
      'draft',
      'draft',
      'published',
    ])
    expect(Object.keys(docs[1]!.version.overview as object)).toEqual(['en'])
    expect(Object.keys(docs[2]!.version.overview as object).sort()).toEqual(['en', 'es'])
  })

  it('has a ledger that verifies, with a review behind everything that is live', async () => {
    const { body } = await testApp
      .anonymous()
      .get('/api/ledger/verify')
      .set('Authorization', await testApp.authorization('reviewer'))
    expect(body).toMatchObject({ ok: true, breaks: [] })
    const published = await entriesOf('published')
    const live = await testApp.payload.count({
      collection: 'workflow-states',
      where: { live: { equals: true } },
    })
    expect(published).toHaveLength(live.totalDocs)
    expect(published.every(({ details }) => typeof detailsIn(details).restsOn === 'number')).toBe(
      true,
    )
  })

  it('was published in one piece, because its stations lead to each other', async () => {
    const sets = (await entriesOf('published')).map(({ details }) => detailsIn(details).setId)
    expect(new Set(sets).size).toBe(1)
    expect(sets[0]).toMatch(/\S/)
  })

  it('was written by two editors, and approved by neither', async () => {
    const authors = (await entriesOf('submitted')).map(({ actorName }) => actorName)
    const approvers = (await entriesOf('approved')).map(({ actorName }) => actorName)
    expect(new Set(authors).size).toBe(2)
    expect(new Set(approvers).size).toBe(1)
    expect(authors).not.toContain(approvers[0])
  })

  it('has texts that came back with a remark and were submitted again', async () => {
    const returned = await entriesOf('returned')
    expect(returned.length).toBeGreaterThan(5)
    expect(returned.every(({ comment }) => /\S/.test(comment ?? ''))).toBe(true)
  })

  it('leaves open work in every pair of hands', async () => {
    const { docs } = await testApp.payload.find({
      collection: 'workflow-states',
      limit: 0,
      pagination: false,
      where: { state: { not_equals: 'published' } },
    })
    const counts: Record<string, number> = {}
    for (const { state } of docs) counts[state!] = (counts[state!] ?? 0) + 1
    expect(counts).toEqual({
      draft: expect.any(Number) as number,
      inReview: 3,
      changesRequested: 1,
      approved: 1,
    })
    expect(counts['draft']).toBeGreaterThan(5)
    expect(new Set(docs.flatMap(({ contributors }) => contributors?.split(', ') ?? [])).size).toBe(
      2,
    )
  })

  it('has drafts that wait for somebody to check a deadline, over live notices', async () => {
    const { body } = await testApp
      .anonymous()
      .get('/api/notices?draft=true&limit=100&depth=0')
      .set('Authorization', await testApp.authorization('editor'))
    const drafts = (
      body.docs as { code: string; _status: string; deadline: { count: number } }[]
    ).filter(({ _status }) => _status === 'draft')
    const unsourced = readRoadmap()
      .notices.filter(({ fact }) => fact.deadline && fact.deadline.certainty !== 'source')
      .map(({ fact }) => fact.code)
    expect(drafts.length).toBeGreaterThanOrEqual(10)
    for (const { code, deadline } of drafts) {
      expect(unsourced).toContain(code)
      expect(deadline.count).toBeGreaterThan(0)
      const { body: live } = await testApp
        .anonymous()
        .get(`/api/notices?where[code][equals]=${code}&depth=0`)
      expect(live.docs[0].deadline.count).toBeNull()
    }
  })

  it('has steps that were never public', async () => {
    const { body } = await testApp
      .anonymous()
      .get('/api/steps?where[_status][equals]=draft&depth=0')
      .set('Authorization', await testApp.authorization('editor'))
    expect(body.totalDocs).toBeGreaterThanOrEqual(2)
    const { body: live } = await testApp.anonymous().get('/api/steps/count')
    expect(live.totalDocs).toBe(readRoadmap().steps.length)
  })

  const entriesOf = async (type: string) => {
    const { docs } = await testApp.payload.find({
      collection: 'ledger-entries',
      limit: 0,
      pagination: false,
      select: { snapshot: false },
      where: { type: { equals: type } },
    })
    return docs
  }

  it('is left exactly as it is when it is seeded again, without another entry', async () => {
    const before = await stored(testApp)
    expect(before['ledger-entries']!.length).toBeGreaterThan(900)
    await seedRoadmap(testApp.payload)
    expect(await stored(testApp)).toEqual(before)
  })

  it('is left as it is by the next start', async () => {
    const before = await stored(testApp)
    await seedIfEmpty(testApp.payload, { ...testApp.settings, seed: 'demo' })
    expect(await stored(testApp)).toEqual(before)
  })
})

describe('An installation with people and nothing else', () => {
  let testApp: TestApp

  beforeAll(async () => {
    testApp = await startApp()
  })

  afterAll(() => testApp.close())

  it('is left alone, also when demo content is asked for', async () => {
    const before = await stored(testApp)
    await seedIfEmpty(testApp.payload, { ...testApp.settings, seed: 'demo' })
    expect(await stored(testApp)).toEqual(before)
  })

  it('gets no second demo people', async () => {
    const before = await stored(testApp)
    await seedPeople(testApp.payload)
    expect(await stored(testApp)).toEqual(before)
  })
})

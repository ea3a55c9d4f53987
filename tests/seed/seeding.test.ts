import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPeople } from '../../seed/demo-people.ts'
import { seedIfEmpty, seedRoadmap } from '../../seed/index.ts'
import { seedPeople } from '../../seed/people.ts'
import { readRoadmap } from '../../seed/roadmap.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { stored } from '../support/http.ts'

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
      sort: 'createdAt',
    })
    expect(docs.map(({ version }) => version._status)).toEqual(['draft', 'draft', 'published'])
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

  it('is left exactly as it is when it is seeded again', async () => {
    const before = await stored(testApp)
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

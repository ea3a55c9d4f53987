import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { buildPhase, buildStation, revise } from '../support/content.ts'
import { act, bringTo } from '../support/review.ts'

/** Answers are not kept in these tests, so that each comes from the documents. */
const coldly = { cacheMegabytes: 0 }

const types = ['stations', 'notices', 'phases', 'steps', 'forms', 'help-organizations', 'media']

/** Questions in every form in which documents are asked for. */
async function questions({ anonymous }: TestApp): Promise<string[]> {
  const asked: string[] = []
  for (const type of types) {
    asked.push(
      ...['depth=2&limit=100&locale=es', 'limit=7&page=2&sort=-updatedAt', 'pagination=false'].map(
        (search) => `/api/${type}?${search}`,
      ),
      `/api/${type}?limit=3&select[updatedAt]=true&locale=all`,
      `/api/${type}?limit=4&where[updatedAt][exists]=true&joins=false`,
      `/api/${type}?limit=5&depth=2&locale=all`,
      `/api/${type}?limit=5&depth=2&locale=es&fallback-locale=none`,
      `/api/${type}?limit=5&depth=2&richText=html&headingLevel=3&links=/x/{name}`,
      `/api/${type}?limit=5&depth=2&populate[stations][title]=true&populate[phases][slug]=true`,
      `/api/${type}?limit=5&depth=1&draft=true&trash=true`,
    )
    const { body } = await anonymous().get(`/api/${type}?limit=3&depth=0&sort=id`)
    const found = body.docs as { id: string; slug?: string; code?: string; number?: string }[]
    for (const { id, slug, code, number } of found) {
      asked.push(`/api/${type}/${id}?depth=2`, `/api/${type}/${id}?locale=all&depth=1`)
      for (const [name, value] of Object.entries({ slug, code, number }))
        if (value !== undefined)
          for (const more of ['depth=2&locale=es', 'depth=0', 'limit=1', 'page=2'])
            asked.push(`/api/${type}?where[${name}][equals]=${encodeURIComponent(value)}&${more}`)
    }
    const ids = found.map(({ id }) => id).reverse()
    for (const more of ['', '&sort=id&pagination=false', '&sort=-id', '&limit=2&sort=id'])
      asked.push(`/api/${type}?where[id][in]=${ids.join(',')}&depth=0${more}`)
  }
  for (const slug of ['no-such-station', 'balance-paid%27', '', '%00'])
    asked.push(`/api/stations?where[slug][equals]=${slug}`)
  asked.push(
    '/api/stations/00000000-0000-4000-8000-000000000000',
    '/api/stations?where[slug][in]=balance-paid,notice-of-deficiency&depth=1',
    '/api/stations?where[and][0][slug][equals]=balance-paid&select[title]=true&select[phase]=true',
    '/api/stations?where[_status][equals]=draft',
    '/api/stations?where[phase.slug][equals]=collection&limit=5&select[title]=false',
  )
  return asked
}

const graphqlQuestions = [
  '{ Stations(limit: 20, sort: "slug") { totalDocs hasNextPage docs { id title overview phase { name } connections { condition to { slug title } } relatedNotices { code } } } }',
  '{ Stations(where: { slug: { equals: "balance-paid" } }, locale: es) { docs { title steps { title } } } }',
  '{ stationBySlug(slug: "balance-paid") { title phase { slug } } noticeByCode(code: "cp 14") { code title } }',
  '{ Phases(limit: 3) { docs { slug stations(limit: 4) { docs { slug } hasNextPage } } } }',
]

async function answers(testApp: TestApp, asked: readonly string[]): Promise<string[]> {
  const given: string[] = []
  for (const url of asked) {
    const { status, text } = await testApp.anonymous().get(url)
    given.push(`${url} ${status} ${text}`)
  }
  for (const question of graphqlQuestions)
    given.push(JSON.stringify(await testApp.graphql(question)))
  return given
}

describe('readers are answered from the live documents that are kept', () => {
  it('as they are by the database, byte for byte, in every form of question', async () => {
    const without = await startApp({
      content: 'roadmap',
      settings: { ...coldly, documentsMegabytes: 0 },
    })
    const asked = await questions(without)
    const expected = await answers(without, asked)
    await without.close()
    expect(expected.filter((answer) => / 200 /.test(answer)).length).toBeGreaterThan(150)

    const kept = await startApp({ content: 'roadmap', settings: coldly })
    try {
      // The second time nothing is asked of the database that is known from the first.
      for (const time of ['first', 'second']) {
        const given = await answers(kept, asked)
        expect(
          given.filter((answer, at) => answer !== expected[at]),
          time,
        ).toEqual([])
      }
    } finally {
      await kept.close()
    }
  }, 300_000)
})

describe('a document that is kept', () => {
  let testApp: TestApp
  beforeAll(async () => {
    testApp = await startApp({ settings: coldly })
  })
  afterAll(() => testApp.close())

  const read = async (url: string) => (await testApp.anonymous().get(url)).text

  let made = 0

  /** A live station in a live phase, asked for in every way once. */
  async function readStation(): Promise<{ phase: string; station: string; addresses: string[] }> {
    made += 1
    const phase = String((await buildPhase(testApp, { name: `Phase ${made} before` })).id)
    const { id, slug } = await buildStation(testApp, {
      title: `Title ${made} before`,
      phase,
      state: 'published',
    })
    const addresses = [
      `/api/stations/${id}?depth=1`,
      `/api/stations?where[slug][equals]=${slug}&depth=1`,
      `/api/stations?where[id][in]=${id}&depth=1`,
      '/api/stations?limit=100&depth=1',
      `/api/phases/${phase}?depth=1`,
    ]
    for (const address of addresses) expect(await read(address)).toContain(`Title ${made} before`)
    return { phase, station: String(id), addresses }
  }

  it('is read anew from the moment it is published anew', async () => {
    const { addresses, station } = await readStation()
    await revise(testApp, { collection: 'stations', id: station, title: `Title ${made} after` })
    for (const address of addresses) expect(await read(address)).toContain(`Title ${made} before`)
    await bringTo(testApp, { collection: 'stations', id: station, state: 'published' })
    for (const address of addresses) expect(await read(address)).toContain(`Title ${made} after`)
  })

  it('is as it is now in the documents that point at it, too', async () => {
    const { addresses, phase } = await readStation()
    await revise(testApp, {
      collection: 'phases',
      id: phase,
      name: `Phase ${made} after`,
      state: 'published',
    })
    for (const address of addresses) {
      const text = await read(address)
      expect(text).toContain(`Phase ${made} after`)
      expect(text).not.toContain(`Phase ${made} before`)
    }
  })

  it('is gone from the moment it is withdrawn, under its name and in lists', async () => {
    const { addresses, station } = await readStation()
    await act(testApp, { action: 'withdraw', collection: 'stations', id: station })
    for (const address of addresses)
      expect(await read(address)).not.toContain(`Title ${made} before`)
  })

  it('that was not live when it was asked for is found once it is', async () => {
    const station = await buildStation(testApp, { title: 'Found in the end', state: 'approved' })
    const addresses = [
      `/api/stations/${station.id}`,
      `/api/stations?where[slug][equals]=${station.slug}`,
    ]
    for (const address of addresses) expect(await read(address)).not.toContain('Found in the end')
    await act(testApp, { action: 'publish', collection: 'stations', id: String(station.id) })
    for (const address of addresses) expect(await read(address)).toContain('Found in the end')
  })

  it('stays what it was when the publication that would change it fails', async () => {
    const { addresses, station } = await readStation()
    await revise(testApp, { collection: 'stations', id: station, title: 'Never public' })
    await expect(
      act(testApp, { action: 'publish', collection: 'stations', id: station }),
    ).rejects.toThrow()
    for (const address of addresses) expect(await read(address)).not.toContain('Never public')
  })

  it('does not hide from staff what they are working on', async () => {
    const { station } = await readStation()
    await revise(testApp, { collection: 'stations', id: station, title: 'Words of a draft' })
    const { text } = await testApp
      .anonymous()
      .get(`/api/stations/${station}?draft=true`)
      .set('Authorization', await testApp.authorization('editor'))
    expect(text).toContain('Words of a draft')
  })
})

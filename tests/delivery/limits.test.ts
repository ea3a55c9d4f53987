import request from 'supertest'
import { expectRefusal } from '../support/http.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { build, buildStation, text } from '../support/content.ts'
import { asGraphql, asker, type Asker } from '../support/questions.ts'

let testApp: TestApp
let asking: Asker

describe('how much one answer holds', () => {
  beforeAll(async () => {
    testApp = await startApp({ content: 'roadmap' })
    asking = await asker(testApp)
    const { totalDocs } = await testApp.payload.count({ collection: 'notices' })
    for (let at = totalDocs; at <= 101; at += 1)
      await build(testApp, {
        collection: 'notices',
        state: 'published',
        data: { code: `CP8${at}`, title: 'One more', summary: 'A notice.', overview: text('x') },
      })
  })
  afterAll(async () => {
    await asking.close()
    await testApp.close()
  })

  it.each(['limit=101', 'limit=100000', 'pagination=false'])(
    'a reader gets at most 100 documents: %s',
    async (way) => {
      const { text: answer } = await asking.ask({ address: `/api/notices?${way}&depth=0` })
      const { docs } = JSON.parse(answer)
      expect(docs).toHaveLength(100)
    },
  )

  it('a reader is told that there is more', async () => {
    const { text: answer } = await asking.ask({ address: '/api/notices?limit=100000&depth=0' })
    expect(JSON.parse(answer)).toMatchObject({ limit: 100, hasNextPage: true })
  })

  it.each([
    'limit=0',
    'limit=-1',
    'limit=x',
    'page=0',
    'page=-1',
    'locale=xx',
    'locale=__proto__',
    'joins[relatedFrom][limit]=0',
    'joins[relatedFrom][page]=-1',
  ])('a reader is told what can be asked for instead: %s', async (way) => {
    const answer = await request(testApp.app).get(`/api/notices?${way}&depth=0`)
    expectRefusal(answer, 'MALFORMED')
  })

  it.each(['limit: 0', 'limit: -1', 'page: 0', 'page: -1'])(
    'a reader is told so over GraphQL: %s',
    async (way) => {
      for (const question of [
        `{ Notices(${way}) { docs { id } } }`,
        `{ Phases { docs { stations(${way}) { docs { id } } } } }`,
      ]) {
        const { body } = await testApp.graphql(question)
        expect(body.errors![0]!.extensions.code).toBe('MALFORMED')
      }
    },
  )

  it.each([101, 100_000])(
    'a reader gets at most 100 documents over GraphQL: limit: %d',
    async (limit) => {
      const { text: answer } = await asking.ask(
        asGraphql(`{ Notices(limit: ${limit}) { docs { id } } }`),
      )
      expect(JSON.parse(answer).data.Notices.docs).toHaveLength(100)
    },
  )

  it.each(['limit=0', 'limit=501', 'limit=100000'])(
    'one of the team gets at most 500 documents: %s',
    async (way) => {
      const { body } = await request(testApp.app)
        .get(`/api/notices?${way}&depth=0`)
        .set('Authorization', await testApp.authorization('editor'))
      expect(body.limit).toBe(500)
      expect(body.docs.length).toBeGreaterThan(100)
    },
  )

  it.each([
    ['a reader', 2, undefined],
    ['one of the team', 3, 'editor'],
  ] as const)('%s gets references %d deep', async (_who, deepest, as) => {
    const start = await buildChain(5)
    const asked = request(testApp.app).get(
      `/api/stations/${start}?depth=10&populate[stations][connections]=true`,
    )
    if (as) asked.set('Authorization', await testApp.authorization(as))
    const { body } = await asked
    expect(depthOf(body)).toBe(deepest)
  })
})

/** Live stations, each leading to the one made before; returns the first of the line. */
async function buildChain(length: number): Promise<string> {
  let next: string | undefined
  const { docs } = await testApp.payload.find({ collection: 'phases', limit: 1 })
  for (let made = 0; made < length; made += 1) {
    const { id } = await buildStation(testApp, {
      state: 'published',
      phase: docs[0]!.id,
      connections: next ? [{ to: next }] : [],
    })
    next = id
  }
  return next!
}

interface Link {
  connections?: { to: Link | string | null }[]
}

/** How many stations down the line an answer holds whole. */
function depthOf({ connections }: Link): number {
  const to = connections?.[0]?.to
  return typeof to === 'object' && to !== null ? 1 + depthOf(to) : 0
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../../support/app.ts'
import { someOf, triesAll } from '../../../support/breadth.ts'
import { buildPhase } from '../../../support/content.ts'
import {
  asker,
  asGraphql,
  conditions,
  contentTypes,
  filled,
  graphqlReads,
  graphqlSchema,
  lists,
  orders,
  reverseLists,
  singles,
  type Answer,
  type Asker,
  type Question,
} from '../../../support/questions.ts'

/** Deeper than JSON may be nested. */
const deep = `{"a":${'['.repeat(200)}${']'.repeat(200)}}`

let testApp: TestApp
let readers: Asker
/** How many were answered the usual way, on which Payload asks each time who it is that asks. */
let usually = 0
/** By the names that questions have for them. */
const ids: Record<string, string> = {}
/** Of the very first answer over REST, which went the usual way. */
let firstHeaders: Record<string, string>

beforeAll(async () => {
  // Nothing is kept of whole answers, so that each question is really answered.
  testApp = await startApp({ content: 'roadmap', settings: { cacheMegabytes: 0 } })
  readers = await asker(testApp)
  testApp.payload.authStrategies.unshift({
    name: 'counts',
    authenticate: () => {
      usually += 1
      return { user: null }
    },
  })
  // From the first answer of a kind the headers of all are learnt.
  firstHeaders = await headersOf('/api/stations?limit=1')
  for (const type of contentTypes) {
    const { docs } = await testApp.payload.find({ collection: type, limit: 1, depth: 0 })
    ids[`live-${type}`] = docs[0] ? String(docs[0].id) : 'none'
  }
  await readers.ask(asGraphql('{ Stations(limit: 1) { docs { id } } }'))
})
beforeEach(() => {
  usually = 0
})
afterAll(async () => {
  await readers.close()
  await testApp.close()
})

describe('what readers ask most', () => {
  it('is answered past Express, with what the usual way answers: lists and documents over REST', async () => {
    const asked = [
      ...lists(),
      ...orders(testApp.payload),
      ...conditions(testApp.payload, { word: 'Balance', number: 3, date: '2026-01-01' }),
      ...reverseLists(testApp.payload, { word: 'Balance' } as never),
      ...singles('live'),
    ].map((question) => filled(question, ids))
    await expectTheSame(someOf(asked, { every: 3 }), triesAll ? 300 : 100)
  })

  it('is answered past Express, with what the usual way answers: every query over GraphQL', async () => {
    const asked = graphqlReads(await graphqlSchema(testApp), 'live').map((question) =>
      filled(question, ids),
    )
    await expectTheSame(someOf(asked, { every: 3 }), triesAll ? 40 : 13)
  })

  it('has the headers of the usual way', async () => {
    expect(await headersOf('/api/stations?limit=1')).toEqual(firstHeaders)
    expect(usually).toBe(0)

    const address = '/api/graphql?query={Notices(limit:1){docs{code}}}'
    const form = { Accept: 'application/graphql-response+json' }
    const usual = await headersOf(address, form)
    expect(usually).toBe(1)
    expect(await headersOf(address, form)).toEqual(usual)
    expect(usually).toBe(1)
  })

  it('tells of a publication that was made a moment before', async () => {
    const address = '/api/phases?limit=50&depth=0&sort=createdAt'
    const before = await readers.ask({ address })
    await buildPhase(testApp, { name: 'Afterwards' })
    usually = 0
    const after = await readers.ask({ address })
    expect(usually).toBe(0)
    expect(namesIn(after)).toEqual([...namesIn(before), 'Afterwards'])
  })

  it.each([
    ['a name that nobody has', '/api/stations?where[slug][equals]=nothing', 200],
    ['an id that nobody has', '/api/stations/00000000-0000-4000-8000-000000000000', 404],
    ['a condition that cannot be read', '/api/stations?where=x', 400],
    ['a language that there is not', '/api/stations?locale=xx', 400],
    ['a field that there is not', '/api/stations?where[nothing][equals]=1', 400],
    ['GraphQL that is nested too deep', `/api/graphql?query={__typename}&variables=${deep}`, 400],
  ])('is left to the usual way: %s', async (_, address, status) => {
    const answer = await readers.ask({ address })
    expect(answer.status).toBe(status)
    expect(answer).toEqual(await readers.ask(theUsualWay({ address })))
  })
})

/** Asks each question both ways. @param least how many have to be answered past Express */
async function expectTheSame(asked: Question[], least: number): Promise<void> {
  const plain = await readers.askAll(asked)
  expect(asked.length - usually).toBeGreaterThanOrEqual(least)
  const usual = await readers.askAll(asked.map(theUsualWay))
  const different = asked.filter((_, at) => !isSame(plain[at]!, usual[at]!))
  expect(different).toEqual([])
}

function isSame(one: Answer, other: Answer): boolean {
  return one.status === other.status && one.text === other.text
}

function theUsualWay(question: Question): Question {
  return {
    ...question,
    // What somebody is answered who says who they are is kept for nobody.
    headers: { ...question.headers, Cookie: 'stationmaster-token=nobody' },
  }
}

/** All headers of an answer but its time; its keys in order, as they are noted in the order in which things are found. */
async function headersOf(
  address: string,
  headers: Record<string, string> = {},
): Promise<Record<string, string>> {
  const answer = await testApp.anonymous().get(address).set(headers)
  expect(answer.status).toBe(200)
  const { 'surrogate-key': keys, ...rest } = answer.headers as Record<string, string>
  return { ...rest, date: '', 'surrogate-key': keys!.split(' ').sort().join(' ') }
}

function namesIn({ text }: Answer): string[] {
  return (JSON.parse(text) as { docs: { name: string }[] }).docs.map(({ name }) => name)
}

import { ApolloClient, gql as apolloGql, HttpLink, InMemoryCache } from '@apollo/client/core'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { Client, fetchExchange } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { GraphQLClient } from 'graphql-request'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'

const station = `query Station($slug: String!) {
  stationBySlug(slug: $slug) { title phase { name } connections { condition to { slug } } }
}`
const notFound = `query Missing { Station(id: "3f0f6c52-7d3e-4c1e-9a51-0c8e4f6d2b7a") { title } }`

let testApp: TestApp
let server: http.Server
let url: string
/** What the clients asked, and where their answers came from. */
let asked: { method: string; from: string | null; hasQuery: boolean }[] = []

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  server = http.createServer(testApp.app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/graphql`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await testApp.close()
})
beforeEach(() => {
  asked = []
})

/** What clients send with; it looks on and changes nothing. */
const watched: typeof fetch = async (input, init) => {
  const answer = await fetch(input, init)
  const method = init?.method ?? 'GET'
  const question = method === 'GET' ? String(input) : String(init?.body)
  asked.push({
    method,
    from: answer.headers.get('x-cache'),
    hasQuery: /query["=]:?/.test(question),
  })
  return answer
}

const sha256 = (text: string) => Promise.resolve(createHash('sha256').update(text).digest('hex'))

describe('Apollo Client, as it comes', () => {
  const client = () =>
    new ApolloClient({
      cache: new InMemoryCache(),
      link: new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(
        new HttpLink({ uri: url, fetch: watched }),
      ),
    })

  it('reads a station, by hash over GET once it is known, and from memory', async () => {
    const variables = { slug: 'balance-paid' }
    const first = await client().query({ query: apolloGql(station), variables })
    expect(first.data).toMatchObject({ stationBySlug: { title: 'Balance Paid' } })
    asked = []
    const second = await client().query({ query: apolloGql(station), variables })
    expect(second.data).toEqual(first.data)
    expect(asked).toEqual([{ method: 'GET', from: 'hit', hasQuery: false }])
  })

  it('is told what is wrong, with a code', async () => {
    const failing = client().query({ query: apolloGql('{ stationBySlug(slug: 5) { title } }') })
    await expect(failing).rejects.toThrow(/String cannot represent/)
  })
})

describe('urql, as it comes', () => {
  const client = () =>
    new Client({
      url,
      fetch: watched,
      preferGetMethod: true,
      exchanges: [persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange],
    })

  it('reads a station, by hash over GET once it is known, and from memory', async () => {
    const variables = { slug: 'notice-of-tax-due' }
    const first = await client().query(station, variables)
    expect(first.error).toBeUndefined()
    expect(first.data.stationBySlug.title).toBeTypeOf('string')
    asked = []
    const second = await client().query(station, variables)
    expect(second.data).toEqual(first.data)
    expect(asked).toEqual([{ method: 'GET', from: 'hit', hasQuery: false }])
  })

  it('is told what is wrong, with a code', async () => {
    const { error } = await client().query('{ nonsense }', {})
    expect(error?.graphQLErrors[0]?.extensions['code']).toBe('MALFORMED')
  })
})

describe('graphql-request, as it comes', () => {
  const client = () => new GraphQLClient(url, { fetch: watched })

  it('reads a station, the second time from memory', async () => {
    const variables = { slug: 'installment-agreement' }
    const first = await client().request(station, variables)
    expect(await client().request(station, variables)).toEqual(first)
    expect(asked.map(({ from }) => from)).toEqual(['miss', 'hit'])
  })

  it('is told what is not there, with a code', async () => {
    const error = await client()
      .request(notFound)
      .catch((refusal: unknown) => refusal)
    expect(error).toMatchObject({
      response: { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    })
  })
})

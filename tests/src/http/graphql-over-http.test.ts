import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import {
  expectGraphqlRefusal,
  expectNoInternals,
  expectRefusal,
  listen,
  stored,
  type Answer,
  type Listener,
  type RawRequest,
} from '../../support/http.ts'

const largestBody = 1024 * 1024

const wantsGraphql = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
}

const createPhase =
  'mutation { createPhase(data: { name: "P", slug: "p", order: 1 }, draft: true) { id } }'

let testApp: TestApp
let server: Listener

beforeAll(async () => {
  testApp = await startApp()
  server = await listen(testApp.app)
})

afterAll(async () => {
  await server.close()
  await testApp.close()
})

describe('GraphQL over HTTP, as its specification audits it', () => {
  for (const { id, name } of serverAudits({ url: 'http://named.invalid' })) {
    it(`${name} (${id})`, async () => {
      const audit = serverAudits({ url: `${server.origin}/api/graphql` }).find(
        (one) => one.id === id,
      )!
      const result = await audit.fn()
      const { status, reason } = { reason: '', ...result }
      expect({ status, reason }).toEqual({
        status: name.startsWith('MAY') ? expect.stringMatching(/^(ok|notice)$/) : 'ok',
        reason: name.startsWith('MAY') ? expect.any(String) : '',
      })
    })
  }
})

describe('a question to GraphQL', () => {
  it('is answered over POST', async () => {
    const answer = await post({ query: '{ countStations { totalDocs } }' })
    expect(answer.status).toBe(200)
    expect(answer.body.data).toEqual({ countStations: { totalDocs: 0 } })
  })

  it('is answered over GET', async () => {
    const answer = await get({ query: '{ countStations { totalDocs } }' })
    expect(answer.status).toBe(200)
    expect(answer.body.data).toEqual({ countStations: { totalDocs: 0 } })
  })

  it('takes its variables over GET as JSON', async () => {
    const answer = await get({
      query: 'query ($slug: String!) { stationBySlug(slug: $slug) { id } }',
      variables: JSON.stringify({ slug: 'nowhere' }),
    })
    expect(answer.status).toBe(200)
    expect(answer.body.data).toEqual({ stationBySlug: null })
  })

  it('is answered over HEAD like over GET, without the body', async () => {
    const query = `/api/graphql?query=${encodeURIComponent('{ __typename }')}`
    const head = await server.ask({ method: 'HEAD', path: query })
    const full = await server.ask({ path: query })
    expect(head.status).toBe(200)
    expect(head.headers['content-type']).toBe(full.headers['content-type'])
    expect(head.text).toBe('')
  })

  it('runs the operation that operationName names', async () => {
    const answer = await post({
      query: 'query One { one: __typename } query Two { two: __typename }',
      operationName: 'Two',
    })
    expect(answer.status).toBe(200)
    expect(answer.body.data).toEqual({ two: 'Query' })
  })

  it('is answered in the media type that was asked for', async () => {
    for (const type of ['application/json', 'application/graphql-response+json']) {
      const answer = await post({ query: '{ __typename }' }, { accept: type })
      expect(answer.headers['content-type']).toContain(type)
    }
  })

  it('is answered in the first media type it can be answered in', async () => {
    const answer = await post(
      { query: '{ __typename }' },
      { accept: 'text/html, application/graphql-response+json;q=0.9, */*;q=0.1' },
    )
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('application/graphql-response+json')
  })

  it('may be exactly 1 MB long', async () => {
    const answer = await postBody(bodyOfSize(largestBody))
    expect(answer.status).toBe(200)
    expect(answer.body.data).toEqual({ __typename: 'Query' })
  })

  it('is answered the same whatever Host header comes with it', async () => {
    const answer = await post({ query: '{ __typename }' }, { host: 'elsewhere.example' })
    expect(answer.body.data).toEqual({ __typename: 'Query' })
    expect(answer.text).not.toContain('elsewhere.example')
  })
})

describe('GraphQL refuses', () => {
  it('a mutation over GET', async () => {
    const before = await stored(testApp)
    const answer = await get(
      { query: createPhase },
      { authorization: await testApp.authorization('editor') },
    )
    expectGraphqlRefusal(answer, 'METHOD_NOT_ALLOWED')
    expect(answer.headers['allow']).toContain('POST')
    expect(await stored(testApp)).toEqual(before)
  })

  it('a mutation over GET that asks to be taken for a POST', async () => {
    const before = await stored(testApp)
    const answer = await get(
      { query: createPhase },
      {
        authorization: await testApp.authorization('editor'),
        'x-http-method-override': 'POST',
        'x-payload-http-method-override': 'POST',
      },
    )
    expectGraphqlRefusal(answer, 'METHOD_NOT_ALLOWED')
    expect(await stored(testApp)).toEqual(before)
  })

  for (const method of ['PUT', 'PATCH', 'DELETE'])
    it(`the method ${method}`, async () => {
      const answer = await server.ask({
        method,
        path: '/api/graphql',
        headers: wantsGraphql,
        body: JSON.stringify({ query: '{ __typename }' }),
      })
      expect(answer.headers['allow']).toMatch(/POST/)
      expectAnyRefusal(answer, 'METHOD_NOT_ALLOWED')
    })

  it('JSON that breaks off', async () => {
    const answer = await postBody('{"query": "{ __typename }"')
    expectGraphqlRefusal(answer, 'MALFORMED')
  })

  for (const [what, body] of [
    ['an array of questions', [{ query: '{ __typename }' }, { query: '{ __typename }' }]],
    ['an empty array', []],
    ['a bare string', '{ __typename }'],
    ['a bare null', null],
  ] as const)
    it(`${what} in place of a question`, async () => {
      expectGraphqlRefusal(await postBody(JSON.stringify(body)), 'MALFORMED')
    })

  it('a body without a question', async () => {
    expectGraphqlRefusal(await post({ variables: {} }), 'MALFORMED')
  })

  it('a POST without a body', async () => {
    const answer = await server.ask({ method: 'POST', path: '/api/graphql', headers: wantsGraphql })
    expectGraphqlRefusal(answer, 'MALFORMED')
  })

  it('a GET without a question', async () => {
    expectGraphqlRefusal(await get({}), 'MALFORMED')
  })

  it('a GET whose variables are no JSON', async () => {
    expectGraphqlRefusal(await get({ query: '{ __typename }', variables: '{"slug":' }), 'MALFORMED')
  })

  it('an operationName that no operation has', async () => {
    const answer = await post({ query: 'query One { __typename }', operationName: 'Two' })
    expectGraphqlRefusal(answer, 'MALFORMED')
  })

  it('several operations of which none is named', async () => {
    const answer = await post({ query: 'query One { __typename } query Two { __typename }' })
    expectGraphqlRefusal(answer, 'MALFORMED')
  })

  it('a subscription', async () => {
    expectGraphqlRefusal(await post({ query: 'subscription { __typename }' }), 'MALFORMED')
  })

  it('a question with a mistake in its syntax', async () => {
    const answer = await post({ query: '{ stationBySlug(slug: ' })
    expectGraphqlRefusal(answer, 'MALFORMED')
    expect(answer.body).not.toHaveProperty('data')
  })

  it('a field that does not exist', async () => {
    expectGraphqlRefusal(await post({ query: '{ nonsense }' }), 'MALFORMED')
  })

  it('an argument that does not exist', async () => {
    expectGraphqlRefusal(
      await post({ query: '{ Stations(overrideAccess: true) { totalDocs } }' }),
      'MALFORMED',
    )
  })

  it('a language that the content does not have', async () => {
    expectGraphqlRefusal(
      await post({ query: '{ stationBySlug(slug: "x", locale: xx) { id } }' }),
      'MALFORMED',
    )
  })

  it('a variable of the wrong type', async () => {
    const answer = await post({
      query: 'query ($limit: Int) { Stations(limit: $limit) { totalDocs } }',
      variables: { limit: 'many' },
    })
    expectGraphqlRefusal(answer, 'MALFORMED')
  })

  it('a body that is not JSON', async () => {
    const answer = await postBody('{ __typename }', { 'content-type': 'application/graphql' })
    expectAnyRefusal(answer, 'UNSUPPORTED_MEDIA_TYPE')
  })

  it('a form, which a page elsewhere could send without asking first', async () => {
    const answer = await postBody(`query=${encodeURIComponent('{ __typename }')}`, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expectAnyRefusal(answer, 'UNSUPPORTED_MEDIA_TYPE')
  })

  it('a compressed body', async () => {
    const answer = await postBody('{"query":"{ __typename }"}', { 'content-encoding': 'gzip' })
    expectAnyRefusal(answer, 'UNSUPPORTED_MEDIA_TYPE')
  })

  it('to answer in a media type it does not write', async () => {
    const answer = await post({ query: '{ __typename }' }, { accept: 'text/html' })
    expect(answer.status).toBe(406)
    expect(answer.text).not.toContain('__typename')
    expectNoInternals(answer.text)
  })

  it('a body larger than 1 MB', async () => {
    const answer = await postBody(bodyOfSize(largestBody + 1))
    expectAnyRefusal(answer, 'TOO_LARGE')
  })

  it('a body larger than 1 MB that does not say how long it is', async () => {
    const answer = await postBody(bodyOfSize(largestBody + 1), {}, { chunked: true })
    expectAnyRefusal(answer, 'TOO_LARGE')
  })

  it('a mutation by nobody', async () => {
    const before = await stored(testApp)
    const answer = await post({ query: createPhase })
    expectGraphqlRefusal(answer, 'NOT_SIGNED_IN', { status: 200 })
    expect(await stored(testApp)).toEqual(before)
  })
})

/** A refusal that may come from before the question was read, where there are no `extensions` yet. */
function expectAnyRefusal(
  answer: Answer,
  code: 'METHOD_NOT_ALLOWED' | 'TOO_LARGE' | 'UNSUPPORTED_MEDIA_TYPE',
) {
  if (answer.body.errors?.[0]?.extensions) expectGraphqlRefusal(answer, code)
  else expectRefusal(answer, code)
}

/** A question that is exactly so many bytes long. */
function bodyOfSize(bytes: number): string {
  const [start, end] = ['{"query":"{ __typename }', '"}']
  return start + ' '.repeat(bytes - start.length - end.length) + end
}

function post(question: unknown, headers: RawRequest['headers'] = {}): Promise<Answer> {
  return postBody(JSON.stringify(question), headers)
}

function postBody(
  body: string,
  headers: RawRequest['headers'] = {},
  options: { chunked?: boolean } = {},
): Promise<Answer> {
  return server.ask({
    method: 'POST',
    path: '/api/graphql',
    headers: { ...wantsGraphql, ...headers },
    body,
    ...options,
  })
}

function get(
  parameters: Record<string, string>,
  headers: RawRequest['headers'] = {},
): Promise<Answer> {
  return server.ask({
    path: `/api/graphql?${new URLSearchParams(parameters)}`,
    headers: { accept: wantsGraphql.accept, ...headers },
  })
}

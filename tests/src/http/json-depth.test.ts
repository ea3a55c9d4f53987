import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deepestJson, refuseTooDeep, refuseTooDeepValue } from '../../../src/http/json-depth.ts'
import { startApp, type TestApp } from '../../support/app.ts'

describe('JSON', () => {
  it.each([
    ['objects', '{"a":', '1', '}'],
    ['arrays', '[', '', ']'],
    ['both', '[{"a":', '[]', '}]'],
  ])('may hold 200 inside each other and no more: %s', (_, open, middle, close) => {
    const each = (open.match(/[[{]/g) ?? []).length
    const deepest = (deepestJson - (middle === '[]' ? 2 : 0)) / each
    const nested = (levels: number) => open.repeat(levels) + middle + close.repeat(levels)
    expect(() => refuseTooDeep(Buffer.from(nested(deepest)))).not.toThrow()
    expect(() => refuseTooDeep(Buffer.from(nested(deepest + 1)))).toThrow(/more than the 200/)
    expect(() => refuseTooDeepValue(JSON.parse(nested(deepest)))).not.toThrow()
    expect(() => refuseTooDeepValue(JSON.parse(nested(deepest + 1)))).toThrow(/more than the 200/)
  })

  it.each([
    ['side by side', `[${'[{}],'.repeat(1_000)}[]]`],
    ['in texts', JSON.stringify({ ['{"['.repeat(500)]: '[{\\"'.repeat(500) })],
  ])('may hold any number %s', (_, json) => {
    expect(() => refuseTooDeep(Buffer.from(json))).not.toThrow()
  })
})

describe('a request with JSON nested too deep', () => {
  let testApp: TestApp
  beforeAll(async () => {
    testApp = await startApp({ content: 'roadmap' })
  })
  afterAll(() => testApp.close())

  const tooDeep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
  const tooDeepCondition = `${'{"AND":['.repeat(3_000)}{}${']}'.repeat(3_000)}`

  it.each([
    [
      'a document',
      '/api/stations?draft=true',
      `{"title":"Deep","slug":"deep","summary":${tooDeep}}`,
    ],
    [
      'a question over GraphQL',
      '/api/graphql',
      `{"query":"query($w:Station_where){Stations(where:$w){totalDocs}}","variables":{"w":${tooDeepCondition}}}`,
    ],
    ['a sign-in', '/api/users/login', `{"email":${tooDeep},"password":"x"}`],
  ])('is refused, and nothing is stored: %s', async (_, address, body) => {
    const before = await testApp.payload.count({ collection: 'stations' })
    const answer = await testApp
      .anonymous()
      .post(address)
      .set('Authorization', await testApp.authorization('editor'))
      .type('json')
      .send(body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({
      errors: [{ code: 'MALFORMED', message: expect.stringContaining('Send it flatter.') }],
    })
    expect(await testApp.payload.count({ collection: 'stations' })).toEqual(before)
  })

  it.each([
    ['a document', '/api/phases?draft=true'],
    ['a file', '/api/media'],
    ['where events are told', '/api/webhooks'],
    ['a person', '/api/users'],
  ])('is refused in a form, too, and nothing is stored: %s', async (_, address) => {
    const collection = /\w+/.exec(address.slice('/api/'.length))![0] as 'phases'
    const before = await testApp.payload.count({ collection })
    const answer = await testApp
      .anonymous()
      .post(address)
      .set('Authorization', await testApp.authorization('administrator'))
      .field(
        '_payload',
        `{"name":${tooDeep},"summary":${tooDeep},"url":${tooDeep},"alt":${tooDeep}}`,
      )
      .attach('file', Buffer.from('%PDF-1.4'), 'letter.pdf')
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({
      errors: [{ code: 'MALFORMED', message: expect.stringContaining('Send it flatter.') }],
    })
    expect(await testApp.payload.count({ collection })).toEqual(before)
  })
})

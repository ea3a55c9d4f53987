import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressInOneSpelling,
  questionInOneSpelling,
} from '../../../src/delivery/cache/questions.ts'

describe('an address in one spelling', () => {
  it.each([
    ['/api/stations?a=1&b=2', '/api/stations?b=2&a=1'],
    ['/api/stations?where[slug][equals]=x', '/api/stations?where%5Bslug%5D%5Bequals%5D=x'],
    ['/api/stations?q=a%20b', '/api/stations?q=a+b'],
    ['/api/stations?q=%C3%A9', '/api/stations?q=é'],
    ['/api/stations', '/api/stations?'],
    ['/api/stations?a=1', '/api/stations?a=1&&'],
  ])('%s is the same as %s', (one, other) => {
    expect(addressInOneSpelling(one)).toBe(addressInOneSpelling(other))
  })

  it.each([
    ['/api/stations?sort=a&sort=b', '/api/stations?sort=b&sort=a'],
    ['/api/stations?q=a%2Bb', '/api/stations?q=a+b'],
    ['/api/stations?a=1&b=2', '/api/stations?a=1%26b=2'],
    ['/api/stations?a=', '/api/stations?b='],
    ['/api/stations', '/api/notices'],
    ['/api/stations?a=1', '/api/stations?A=1'],
  ])('%s is not the same as %s', (one, other) => {
    expect(addressInOneSpelling(one)).not.toBe(addressInOneSpelling(other))
  })

  it('is none when percent signs mean nothing', () => {
    expect(addressInOneSpelling('/api/stations?a=%E0%A4%A')).toBeNull()
  })

  it('is one for two addresses only when they say the same parameters', () => {
    const parameters = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), {
      maxLength: 5,
    })
    const addressOf = (pairs: [string, string][]) =>
      `/api/x?${pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')}`
    // Values keep their order under one name; names have none among each other.
    const said = (pairs: [string, string][]) =>
      JSON.stringify(
        [...new Set(pairs.map(([name]) => name))]
          .sort()
          .map((name) => [
            name,
            pairs.filter(([other]) => other === name).map(([, value]) => value),
          ]),
      )
    fc.assert(
      fc.property(parameters, parameters, (one, other) => {
        const same = addressInOneSpelling(addressOf(one)) === addressInOneSpelling(addressOf(other))
        expect(same).toBe(said(one) === said(other))
      }),
    )
  })
})

describe('a GraphQL question in one spelling', () => {
  const query = '{ Stations { totalDocs } }'

  it('is one for whitespace, comments and orders of variables', () => {
    const one = questionInOneSpelling({ query, variables: { a: { c: 1, d: [1, 2] }, b: 2 } })
    const other = questionInOneSpelling({
      query: '# all\n{\n  Stations\n  {\n    totalDocs\n  }\n}',
      variables: { b: 2, a: { d: [1, 2], c: 1 } },
      operationName: null,
    })
    expect(one).not.toBeNull()
    expect(other).toBe(one)
  })

  it.each([
    ['other variables', { query, variables: { a: 1 } }],
    ['a list in another order', { query, variables: { a: [2, 1] } }],
    ['a list of names and values in place of an object', { query, variables: { a: [['b', 1]] } }],
    ['whitespace inside a text', { query: '{ stationBySlug(slug: "a  b") { id } }' }],
  ])('is another for %s', (_, other) => {
    const plain = [
      { query },
      { query, variables: { a: [1, 2] } },
      { query, variables: { a: { b: 1 } } },
      { query: '{ stationBySlug(slug: "a b") { id } }' },
    ].map(questionInOneSpelling)
    expect(plain).not.toContain(questionInOneSpelling(other))
  })

  it.each([
    ['a mutation', { query: 'mutation { logoutUser }' }],
    [
      'a mutation beside a query, chosen by name',
      {
        query: 'query A { Stations { totalDocs } } mutation B { logoutUser }',
        operationName: 'B',
      },
    ],
    [
      'several operations and no name',
      {
        query: 'query A { Stations { totalDocs } } query B { Steps { totalDocs } }',
      },
    ],
    ['broken words', { query: '{ Stations {' }],
    ['no query', {}],
    ['variables that are a list', { query, variables: [1] }],
    ['a question with too many parts', { query: `{ ${'a '.repeat(5_000)} }` }],
  ])('is none for %s', (_, question) => {
    expect(questionInOneSpelling(question)).toBeNull()
  })
})

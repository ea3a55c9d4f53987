import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { triesAll } from '../../support/breadth.ts'
import { build, buildStation, text } from '../../support/content.ts'
import {
  expectAnswerOrRefusal,
  expectRefusal,
  listen,
  stored,
  type Answer,
  type Listener,
} from '../../support/http.ts'

let testApp: TestApp
let server: Listener

beforeAll(async () => {
  testApp = await startApp()
  server = await listen(testApp.app)
  const station = await buildStation(testApp, { state: 'published', slug: 'balance-paid' })
  await buildStation(testApp, { slug: 'in-the-making' })
  await build(testApp, {
    collection: 'notices',
    state: 'published',
    data: {
      code: 'CP14',
      title: 'You owe',
      summary: 'A notice.',
      overview: text('You owe.'),
      stations: [station.id],
    },
  })
})

afterAll(async () => {
  await server.close()
  await testApp.close()
})

describe('a condition is refused', () => {
  for (const [what, query] of [
    ['that is a word', 'where=foo'],
    ['that is JSON and breaks off', 'where={"slug":'],
    ['that is a JSON array', 'where=[{"slug":{"equals":"x"}}]'],
    ['without an operator', 'where[slug]=x'],
    ['with an operator that does not exist', 'where[slug][nonsense]=x'],
    ['on a field that does not exist', 'where[nonsense][equals]=x'],
    ['on a field of a reference that does not exist', 'where[phase.nonsense][equals]=x'],
    ['on what is worked out from other documents', 'where[notices][equals]=x'],
    ['with an object as its value', 'where[slug][equals][a]=x'],
    ['with a list as its value', 'where[slug][equals][]=x&where[slug][equals][]=y'],
    ['given twice', 'where[slug][equals]=x&where[slug][equals]=y'],
    ['with an object in a list of values', 'where[slug][in][0][a]=x'],
    ['with a word in place of several conditions', 'where[and]=x'],
    ['with a word as one of several conditions', 'where[or][0]=x'],
    ['with one of several that has no operator', 'where[and][0][slug]=x'],
    ['with a word where a date belongs', 'where[updatedAt][greater_than]=soon'],
    ['with an operator for places on the map on a number', 'where[position.x][near]=1,2,3'],
    ['on what a reverse list holds', 'joins[notices][where][nonsense][equals]=x'],
    ['on a reverse list, without an operator', 'joins[notices][where][code]=x'],
    ['that is a word in place of reverse lists', 'joins=foo'],
    ['that is a word in place of fields', 'select=foo'],
    ['that is a word in place of references', 'populate=foo'],
    ['in an order by a field of another document', 'sort=phase.name'],
  ] as const) {
    it(`${what} (${query})`, () => refuses(query))
    it(`${what} (${query}), asked in the body of a POST`, () => refusesInBody(query))
  }

  it('nested nine levels deep', () => refuses(`where=${JSON.stringify(nestedCondition(9))}`))

  it('nested nine levels deep in brackets', () =>
    refuses(`where${'[and][0]'.repeat(8)}[slug][equals]=x`))

  it('nested thousands of levels deep', () =>
    refusesInBody(`where=${'{"and":['.repeat(20_000)}${']}'.repeat(20_000)}`))

  it('of more than 50 parts', () =>
    refuses(`where=${JSON.stringify({ or: Array(51).fill({ slug: { equals: 'x' } }) })}`))

  async function refuses(query: string) {
    expectRefusal(await server.ask({ path: `/api/stations?${encoded(query)}` }), 'MALFORMED')
  }

  async function refusesInBody(query: string) {
    expectRefusal(await postQuery(encoded(query)), 'MALFORMED')
  }
})

describe('a condition is answered', () => {
  for (const [what, query, slugs] of [
    ['in brackets', 'where[slug][equals]=balance-paid', ['balance-paid']],
    ['as JSON', 'where={"slug":{"equals":"balance-paid"}}', ['balance-paid']],
    ['on a reference', 'where[phase.slug][like]=phase', ['balance-paid']],
    ['with a value nothing has', 'where[slug][equals]=nowhere', []],
    ['with an empty value', 'where[slug][equals]=', []],
    ['with a null byte', 'where[slug][equals]=%00', []],
    ['with a list of values', 'where[slug][in]=nowhere,balance-paid', ['balance-paid']],
  ] as const) {
    it(what, async () => {
      const answer = await server.ask({ path: `/api/stations?${encoded(query)}` })
      expect(answer.status).toBe(200)
      expect(slugsOf(answer)).toEqual(slugs)
    })

    it(`${what}, asked in the body of a POST`, async () => {
      const answer = await postQuery(encoded(query))
      expect(answer.status).toBe(200)
      expect(slugsOf(answer)).toEqual(slugs)
    })
  }

  it('nested eight levels deep', async () => {
    const where = JSON.stringify(nestedCondition(8))
    const answer = await server.ask({ path: `/api/stations?${encoded(`where=${where}`)}` })
    expect(answer.status).toBe(200)
    expect(slugsOf(answer)).toEqual([])
  })

  it('of 50 parts', async () => {
    const where = JSON.stringify({ or: Array(50).fill({ slug: { equals: 'balance-paid' } }) })
    const answer = await postQuery(encoded(`where=${where}`))
    expect(answer.status).toBe(200)
    expect(slugsOf(answer)).toEqual(['balance-paid'])
  })
})

describe('an odd value is answered in order or refused with a code', () => {
  for (const query of [
    'limit=x',
    'limit=-5',
    'limit=1.5',
    'limit=1e3',
    'limit=NaN',
    'limit=Infinity',
    'limit=99999999999999999999',
    'limit[a]=1',
    'limit=1&limit=2',
    'page=x',
    'page=-1',
    'page=0',
    'page=1.5',
    'page=999999999',
    'page=99999999999999999999',
    'page[]=1',
    'depth=x',
    'depth=-1',
    'depth=1.5',
    'depth=999',
    'depth[]=4',
    'locale=xx',
    'locale=',
    'locale[]=en',
    'locale=en&locale=es',
    'locale=__proto__',
    'fallback-locale=xx',
    'fallback-locale[]=en',
    'fallback-locale=null',
    'sort=nonsense',
    'sort=-',
    'sort=',
    'sort=,,',
    'sort[]=title&sort[]=slug',
    'sort[a]=b',
    'sort=title;drop table stations',
    'select[title]=x',
    'select[nonsense]=true',
    'select[title]=true&select[slug]=false',
    'select[phase][name][deeper]=true',
    'select[__proto__]=true',
    'populate[nonsense][title]=true',
    'populate[stations]=x',
    'joins=false',
    'joins[nonsense][limit]=1',
    'joins[notices]=x',
    'joins[notices][limit]=x',
    'joins[notices][limit]=-1',
    'joins[notices][page]=x',
    'joins[notices][sort]=nonsense',
    'joins[notices][where]=x',
    'pagination=x',
    'draft=x',
    'draft[]=true',
    'trash=true',
    'where=',
    'where[]=x',
    'where[order][equals]=abc',
    'where[slug][exists]=maybe',
    'where[slug][in]=',
    'where[slug][like]=%25',
    'where[id][equals]=x',
    'where[id][in][]=x',
    'where[position.x][greater_than]=abc',
    'where[overview][contains]=x',
    'where[overview.root.type][equals]=root',
    'where[steps][all]=x',
    'where[phase][equals]=null',
    'where[moreToCome][equals]=maybe',
    'where[__proto__][equals]=x',
    'where[constructor][prototype][equals]=x',
    'where[hasOwnProperty][equals]=x',
    '%zz=1',
    'where[slug][equals]=%E0%A4%A',
    'where[slug][equals]=%',
    'where%5Bslug%5D%5Bequals%5D=x',
    '&&==&',
    '?',
    '[]=x',
    'a[b]=c',
    '_method=DELETE',
  ])
    it(query, async () => {
      const before = await stored(testApp)
      const answer = await server.ask({ path: `/api/stations?${query.replaceAll(' ', '%20')}` })
      expectAnswerOrRefusal(answer)
      expect(slugsOf(answer)).not.toContain('in-the-making')
      expect(({} as Record<string, unknown>)['equals']).toBeUndefined()
      expect(await stored(testApp)).toEqual(before)
    })
})

describe('any query at all', () => {
  const collections = [
    'stations',
    'notices',
    'phases',
    'steps',
    'forms',
    'help-organizations',
    'media',
    'users',
    'ledger-entries',
  ]
  const fields = [
    'id',
    'slug',
    'title',
    'code',
    'searchKey',
    'aliasKeys',
    'phase',
    'phase.slug',
    'stations',
    'stations.phase.name',
    'steps',
    'connections',
    'connections.to',
    'connections.to.slug',
    'position',
    'position.x',
    'order',
    'updatedAt',
    'overview',
    'overview.root',
    'notices',
    'arrivals',
    'sourcing.certainty',
    'searchTerms',
    'deadline.count',
    '_status',
    'version.title',
    'email',
    'password',
    'and',
    'or',
    '__proto__',
    'nonsense',
    '',
  ]
  const operators = [
    'equals',
    'not_equals',
    'in',
    'not_in',
    'all',
    'exists',
    'greater_than',
    'less_than_equal',
    'like',
    'not_like',
    'contains',
    'near',
    'within',
    'intersects',
    'nonsense',
    '',
  ]
  const oddValues = [
    '',
    '0',
    '-1',
    '1.5',
    '1e400',
    'NaN',
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '[object Object]',
    ',',
    '%',
    '%00',
    "'; drop table stations; --",
    '2026-11-22',
    '275760-09-14',
    '00000000-0000-4000-8000-000000000000',
    'en',
    'all',
    '*',
    'published',
  ]

  const field = fc.constantFrom(...fields)
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...oddValues) },
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.maxSafeInteger().map(String),
  )
  const wrapping = fc.constantFrom(
    'where',
    'where[and][0]',
    'where[or][1]',
    'joins[notices][where]',
  )
  const ending = fc.constantFrom('', '', '', '[]', '[0]', '[a]')
  const parameter = fc.oneof(
    fc
      .tuple(wrapping, field, fc.constantFrom(...operators), ending, value)
      .map(([start, name, operator, end, given]) => [
        `${start}[${name}][${operator}]${end}`,
        given,
      ]),
    fc.tuple(wrapping, field, value).map(([start, name, given]) => [`${start}[${name}]`, given]),
    fc.jsonValue({ maxDepth: 4 }).map((given) => ['where', JSON.stringify(given)]),
    fc.tuple(field, value).map(([name, given]) => [`select[${name}]`, given]),
    fc.tuple(field, value).map(([name, given]) => [`populate[stations][${name}]`, given]),
    fc
      .tuple(field, fc.constantFrom('limit', 'page', 'sort', 'count', 'where'), value)
      .map(([name, option, given]) => [`joins[${name}][${option}]`, given]),
    fc.tuple(field, fc.boolean()).map(([name, down]) => ['sort', `${down ? '-' : ''}${name}`]),
    fc.tuple(
      fc.constantFrom(
        'limit',
        'page',
        'depth',
        'locale',
        'fallback-locale',
        'sort',
        'draft',
        'trash',
        'pagination',
        'select',
        'joins',
        'populate',
        'where',
      ),
      value,
    ),
  ) as fc.Arbitrary<[string, string]>
  const query = fc
    .array(fc.tuple(parameter, fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((parameters) =>
      parameters
        .map(
          ([[name, given], isRaw]) => `${name}=${isRaw ? raw(given) : encodeURIComponent(given)}`,
        )
        .join('&'),
    )
  const question = fc.record({
    address: fc
      .tuple(fc.constantFrom(...collections), fc.constantFrom('', '', '', '/count', '/nonsense'))
      .map(([collection, end]) => `/api/${collection}${end}`),
    query,
    isInBody: fc.boolean(),
  })

  for (const [reader, as] of [
    ['a reader', undefined],
    ['an editor', 'editor'],
  ] as const)
    it(`of ${reader} is answered in order or refused with a code, and changes nothing`, async () => {
      const headers = as ? { authorization: await testApp.authorization(as) } : {}
      const before = await stored(testApp)
      await fc.assert(
        fc.asyncProperty(question, async ({ address, query, isInBody }) => {
          const answer = await (isInBody
            ? postQuery(query, { address, headers })
            : server.ask({ path: `${address}?${query}`, headers }))
          expectAnswerOrRefusal(answer)
        }),
        { seed: 20_261_122, numRuns: triesAll ? 250 : 100 },
      )
      expect(await stored(testApp)).toEqual(before)
    })

  /** Only what Node lets into the first line of a request. */
  function raw(given: string): string {
    return given.replace(/[^\u0021-\u007e]/gu, '')
  }
})

/** So many levels of conditions inside each other. */
function nestedCondition(levels: number): Record<string, unknown> {
  return levels === 1 ? { slug: { equals: 'x' } } : { and: [nestedCondition(levels - 1)] }
}

/** A long question, asked as a POST that is read like a GET. */
function postQuery(
  query: string,
  { address = '/api/stations', headers = {} }: { address?: string; headers?: object } = {},
): Promise<Answer> {
  return server.ask({
    method: 'POST',
    path: address,
    headers: {
      ...headers,
      'x-http-method-override': 'GET',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: query,
  })
}

/** Encodes what is after each first equals sign, as a client does; brackets stay readable. */
function encoded(query: string): string {
  return query
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1)
      return `${pair.slice(0, at)}=${value.includes('%') ? value : encodeURIComponent(value)}`
    })
    .join('&')
}

function slugsOf({ body }: Answer): unknown[] {
  return (body.docs ?? []).map(({ slug }) => slug)
}

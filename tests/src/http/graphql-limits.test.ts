import { getIntrospectionQuery, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deepestQuery, mostAliases } from '../../../src/http/graphql-limits.ts'
import { graphqlSchema } from '../../../src/http/graphql-schema.ts'
import { measureQuestion } from '../../../src/http/measure-question.ts'
import { mostTokens } from '../../../src/delivery/cache/questions.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import {
  expectGraphqlRefusal,
  listen,
  type Answer,
  type AnswerBody,
  type Listener,
} from '../../support/http.ts'

let testApp: TestApp
let server: Listener

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  server = await listen(testApp.app)
})

afterAll(async () => {
  await server.close()
  await testApp.close()
})

describe('how deep a question goes', () => {
  it('may be 14 levels', async () => {
    const answer = await ask(nested(deepestQuery))
    expect(deepestQuery).toBe(14)
    expectAnswered(answer)
  })

  it('is refused beyond 14 levels', async () => {
    expectGraphqlRefusal(await ask(nested(deepestQuery + 1)), 'MALFORMED')
  })

  it('is refused in plain words also where it is too deep to be read', async () => {
    const answer = await ask('{a'.repeat(5_000))
    expectGraphqlRefusal(answer, 'MALFORMED')
    // Which of the two is met first depends on how much room the stack has left.
    expect(answer.body.errors?.[0]?.message).toMatch(/at most 14 fields|more that 4000 tokens/)
  })

  it('counts what fragments hold', async () => {
    const question = (levels: number) =>
      `{ stationBySlug(slug: "nowhere") { ...Below } } fragment Below on Station { ${chain(levels - 1)} }`
    expectAnswered(await ask(question(deepestQuery)))
    expectGraphqlRefusal(await ask(question(deepestQuery + 1)), 'MALFORMED')
  })

  it('counts what inline fragments hold', async () => {
    const question = (levels: number) =>
      `{ stationBySlug(slug: "nowhere") { ... on Station { ${chain(levels - 1)} } } }`
    expectAnswered(await ask(question(deepestQuery)))
    expectGraphqlRefusal(await ask(question(deepestQuery + 1)), 'MALFORMED')
  })
})

describe('aliases in a question', () => {
  it('may be 30', async () => {
    expect(mostAliases).toBe(30)
    const { body } = await ask(aliased(mostAliases))
    expect(Object.keys(body.data ?? {})).toHaveLength(30)
  })

  it('are refused beyond 30', async () => {
    expectGraphqlRefusal(await ask(aliased(mostAliases + 1)), 'MALFORMED')
  })

  it('are counted at every level', async () => {
    const inner = Array.from({ length: mostAliases }, (_, index) => `a${index}: title`).join(' ')
    expectGraphqlRefusal(
      await ask(`{ first: stationBySlug(slug: "balance-paid") { ${inner} } }`),
      'MALFORMED',
    )
  })
})

describe('words and signs in a question', () => {
  it('may be 4,000', async () => {
    expect(mostTokens).toBe(4_000)
    expectAnswered(await ask(ofTokens(mostTokens)))
  })

  it('are refused beyond 4,000', async () => {
    expectGraphqlRefusal(await ask(ofTokens(mostTokens + 1)), 'MALFORMED')
  })
})

describe('what an answer may hold', () => {
  // 1 + 100 × (2 + 3 × 99) fields from the stations, and 1 + 2 for each phase.
  const forReaders = (phases: number) => `{
    Stations(limit: 100) { docs { notices(limit: 99) { docs { id code } } } }
    Phases(limit: ${phases}) { docs { id } }
  }`
  // 1 + 100 × (2 + 9 × 100) fields from the stations, and 1 + 100 × (2 + 2 × steps) from the forms.
  const forStaff = (steps: number) => `{
    Stations(limit: 100) {
      docs { notices(limit: 100) { docs { id code title kind summary officialUrl createdAt updatedAt } } }
    }
    Forms(limit: 100) { docs { steps(limit: ${steps}) { docs { id } } } }
  }`

  it('is 30,000 fields for readers', async () => {
    expectAnswered(await ask(forReaders(49)))
  })

  it('is no more than 30,000 fields for readers', async () => {
    expectGraphqlRefusal(await ask(forReaders(50)), 'MALFORMED')
  })

  it('is 100,000 fields for staff', async () => {
    expectAnswered(await ask(forStaff(47), { as: 'editor' }))
  })

  it('is no more than 100,000 fields for staff', async () => {
    expectGraphqlRefusal(await ask(forStaff(48), { as: 'editor' }), 'MALFORMED')
  })

  it('counts lists without a limit of their own, so that 100 stations with lists of lists are refused', async () => {
    expectGraphqlRefusal(
      await ask(
        '{ Stations(limit: 100) { docs { steps { alternatives { forms { number title } } } } } }',
      ),
      'MALFORMED',
    )
  })

  for (const [what, limit] of [
    ['everything (limit 0)', 0],
    ['a negative number of documents', -1],
    ['more documents than there are in one answer', 1_000_000],
  ] as const)
    it(`counts ${what} as the most there may be`, async () => {
      expectGraphqlRefusal(
        await ask(
          `{ Stations(limit: ${limit}) { docs { notices(limit: ${limit}) { docs { id code } } } } }`,
        ),
        'MALFORMED',
      )
    })

  it('counts a list without pages as the most there may be', async () => {
    expectGraphqlRefusal(
      await ask(
        '{ Stations(pagination: false) { docs { notices(limit: 100) { docs { id code } } } } }',
      ),
      'MALFORMED',
    )
  })

  it('counts as many documents as staff may ask for', async () => {
    expectGraphqlRefusal(
      await ask('{ Stations(limit: 500) { docs { notices(limit: 100) { docs { id code } } } } }', {
        as: 'editor',
      }),
      'MALFORMED',
    )
  })

  it('counts limits given in variables', async () => {
    const question =
      'query ($limit: Int) { Stations(limit: $limit) { docs { notices(limit: $limit) { docs { id code } } } } }'
    expectAnswered(await ask(question, { variables: { limit: 5 } }))
    expectGraphqlRefusal(await ask(question, { variables: { limit: 100 } }), 'MALFORMED')
  })

  it('counts limits that variables have by default', async () => {
    const question =
      'query ($limit: Int = 100) { Stations(limit: $limit) { docs { notices(limit: $limit) { docs { id code } } } } }'
    expectGraphqlRefusal(await ask(question), 'MALFORMED')
  })

  it('counts a fragment as often as it is used', async () => {
    const question = `{
      one: Stations(limit: 100) { ...Page }
      two: Stations(limit: 100) { ...Page }
    }
    fragment Page on Stations { docs { notices(limit: 60) { docs { id code } } } }`
    expectGraphqlRefusal(await ask(question), 'MALFORMED')
    expectAnswered(await ask(question.replace(/two:.*/, '')))
  })
})

describe('fragments', () => {
  for (const [what, fragments] of [
    ['hold themselves', 'fragment A on Station { id ...A }'],
    ['hold each other', 'fragment A on Station { id ...B } fragment B on Station { id ...A }'],
    [
      'come back to themselves through other documents',
      'fragment A on Station { phase { stations(limit: 1) { docs { ...A } } } }',
    ],
  ] as const)
    it(`that ${what} are refused`, async () => {
      expectGraphqlRefusal(
        await ask(`{ stationBySlug(slug: "balance-paid") { ...A } } ${fragments}`),
        'MALFORMED',
      )
    })

  // Whoever followed each of the billion paths would be busy for longer than anybody waits.
  it('that double what they hold again and again are refused without being followed', async () => {
    const doublings = 30
    const fragments = Array.from(
      { length: doublings },
      (_, index) => `fragment F${index} on Station { ...F${index + 1} ...F${index + 1} }`,
    )
    expectGraphqlRefusal(
      await ask(
        `{ stationBySlug(slug: "balance-paid") { ...F0 } } ${fragments.join(' ')} fragment F${doublings} on Station { id }`,
      ),
      'MALFORMED',
    )
  }, 10_000)
})

describe('questions about the schema', () => {
  it('are answered to the tools that ask the standard one', async () => {
    const answer = await ask(
      getIntrospectionQuery({
        descriptions: true,
        directiveIsRepeatable: true,
        inputValueDeprecation: true,
        schemaDescription: true,
        specifiedByUrl: true,
      }),
    )
    expectAnswered(answer)
    const { types } = answer.body.data?.['__schema'] as { types: { name: string }[] }
    expect(types.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Station', 'Notice', 'Step', 'Form', 'HelpOrganization']),
    )
  })

  it('are refused when they go in circles', async () => {
    expectGraphqlRefusal(
      await ask(
        '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      ),
      'MALFORMED',
    )
  })
})

describe('what front ends ask', () => {
  it('is answered: a station page with all that belongs to it', async () => {
    const { body, status } = await ask(stationPage, { variables: { slug: 'levy-notice-cdp' } })
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    const station = body.data?.['stationBySlug'] as Record<string, unknown>
    expect(station).toMatchObject({ phase: { slug: 'collection' } })
    for (const name of ['examples', 'steps', 'helpOrganizations', 'connections', 'relatedNotices'])
      expect(station[name], name).toContainEqual(expect.any(Object))
    for (const name of ['notices', 'arrivals'])
      expect((station[name] as AnswerBody).docs, name).toContainEqual(expect.any(Object))
  })

  it('is answered: the whole map with its connections', async () => {
    const { body, status } = await ask(`{
      Phases(limit: 100, sort: "order") { docs { id name slug order colour marker } }
      Stations(limit: 100) {
        totalDocs
        docs {
          id title slug kind order
          position { x y }
          phase { id slug }
          connections { condition transfer to { id slug } }
        }
      }
    }`)
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    const { docs, totalDocs } = body.data?.['Stations'] as { docs: unknown[]; totalDocs: number }
    expect(docs).toHaveLength(totalDocs)
  })

  it('is answered: all notices with where they are received', async () => {
    const { body, status } = await ask(`{
      Notices(limit: 100, sort: "code") {
        totalDocs
        docs {
          id code aliases title summary officialUrl
          deadline { count unit startsFrom printedDateWins }
          phase { slug name }
          stations { slug title }
        }
      }
    }`)
    expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
    const { docs, totalDocs } = body.data?.['Notices'] as { docs: unknown[]; totalDocs: number }
    expect(docs).toHaveLength(totalDocs)
  })
})

describe('rights over a document', () => {
  it('are not told to readers, whichever content type they ask about', async () => {
    const { body } = await ask('{ __schema { queryType { fields { name } } } }', { as: 'editor' })
    const { queryType } = body.data?.['__schema'] as {
      queryType: { fields: { name: string }[] }
    }
    const names = queryType.fields
      .map(({ name }) => name)
      .filter((name) => name.startsWith('docAccess'))
    expect(names).toContain('docAccessStation')
    for (const name of names)
      expectGraphqlRefusal(
        await ask(`{ ${name}(id: "00000000-0000-4000-8000-000000000000") { __typename } }`),
        'NOT_SIGNED_IN',
        { status: 200 },
      )
  })

  it('are not told to readers under another name or through a fragment', async () => {
    expectGraphqlRefusal(
      await ask(
        '{ title: docAccessStation(id: "x") { __typename } ...More } fragment More on Query { docAccessStep(id: "x") { __typename } }',
      ),
      'NOT_SIGNED_IN',
      { status: 200 },
    )
  })
})

const stationPage = `
  query StationPage($slug: String!) {
    stationBySlug(slug: $slug, locale: en) {
      id title slug kind summary moreToCome
      overview whatItMeans howIGotHere nextSteps whereToGetHelp
      phase { name slug order colour marker }
      examples { text notices { code } }
      steps {
        title slug follows body
        alternatives {
          situation heading body
          forms { number title urls { url } }
          helpOrganizations { name url phones { label number tty } }
        }
        forms { number title kind urls { url } }
        helpOrganizations { name abbreviation hours url phones { label number tty } }
      }
      helpOrganizations { name abbreviation whatTheyDo hours url languages phones { label number tty } }
      connections { condition transfer to { title slug phase { name slug colour } } }
      arrivals(limit: 50) { docs { title slug phase { name slug colour } } }
      notices(limit: 50) {
        docs {
          code title summary officialUrl
          deadline { count unit startsFrom consequence }
          forms { number title urls { url } }
        }
      }
      relatedNotices { code title summary }
    }
  }`

/** A question with so many levels of fields, each list of one document. */
function nested(levels: number): string {
  return `{ stationBySlug(slug: "nowhere") { ${chain(levels - 1)} } }`
}

/** So many levels of fields below a station. */
function chain(levels: number): string {
  if (levels === 1) return 'id'
  if (levels === 2) return 'phase { id }'
  if (levels === 3) return 'phase { stations(limit: 1) { totalDocs } }'
  return `phase { stations(limit: 1) { docs { ${chain(levels - 3)} } } }`
}

function aliased(aliases: number): string {
  return `{ ${Array.from({ length: aliases }, (_, index) => `a${index}: __typename`).join(' ')} }`
}

function ofTokens(tokens: number): string {
  const [start, end] = ['{ Stations(limit: 1, where: { slug: { in: [', '] } }) { totalDocs } }']
  const tokensAround = 23
  return start + '"nowhere" '.repeat(tokens - tokensAround) + end
}

function expectAnswered({ status, body }: Answer): void {
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined })
}

async function ask(
  query: string,
  { as, variables }: { as?: PersonName; variables?: Record<string, unknown> } = {},
): Promise<Answer> {
  return server.ask({
    method: 'POST',
    path: '/api/graphql',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(as ? { authorization: await testApp.authorization(as) } : {}),
    },
    body: JSON.stringify({ query, variables }),
  })
}

describe('what a question has of each thing that is limited', () => {
  const measured = (question: string) => {
    const { schema } = graphqlSchema(testApp.payload.config)
    return new Map(
      measureQuestion(parse(question), { schema }).map(({ found, measure, most }) => [
        measure,
        { found, most },
      ]),
    )
  }

  it('is told as it is counted: the last question that is answered has the most of it', async () => {
    const allowed = nested(deepestQuery)
    expect(measured(allowed).get('depth')).toEqual({ found: deepestQuery, most: deepestQuery })
    const tooDeep = nested(deepestQuery + 1)
    expect(measured(tooDeep).get('depth')!.found).toBe(deepestQuery + 1)

    const lists = (limit: number) =>
      `{ Stations(limit: ${limit}) { docs { notices(limit: 100) { docs { code title } } } } }`
    const { found, most } = measured(lists(99)).get('fields')!
    expect(found).toBeLessThanOrEqual(most)
    expectAnswered(await ask(lists(99)))
    const tooLarge = measured(lists(100)).get('fields')!.found
    expect(tooLarge).toBeGreaterThan(most)
    const refused = await ask(lists(100))
    expectGraphqlRefusal(refused, 'MALFORMED')
    expect(refused.body.errors?.[0]?.message).toContain(`may return ${tooLarge} fields`)
  })

  it('counts words and signs as the parser does, and aliases', () => {
    expect(measured('{ a: __typename # said\n b: __typename }')).toEqual(
      new Map([
        ['fields', { found: 2, most: 30_000 }],
        ['depth', { found: 1, most: 14 }],
        ['aliases', { found: 2, most: 30 }],
        ['tokens', { found: 8, most: 4_000 }],
      ]),
    )
  })
})

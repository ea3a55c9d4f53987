import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultLocale, locales } from '../../../src/locales.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { triesAll } from '../../support/breadth.ts'
import { buildStation } from '../../support/content.ts'

/** Content types with pages of their own, or parts of them, by the names of their documents and lists. */
const documents = {
  Station: 'Stations',
  Notice: 'Notices',
  Step: 'Steps',
  Form: 'Forms',
  HelpOrganization: 'HelpOrganizations',
  Phase: 'Phases',
  Media: 'allMedia',
  Synonym: 'Synonyms',
} as const

let testApp: TestApp
let schema: GraphQLSchema
let printed: string
beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  schema = await schemaOf()
  printed = printSchema(lexicographicSortSchema(schema))
})
afterAll(() => testApp.close())

describe('the schema of readers', () => {
  it('is small', () => {
    expect(ownTypes().length).toBeLessThanOrEqual(150)
    expect(Buffer.byteLength(printed)).toBeLessThanOrEqual(80_000)
  })

  it('has what readers ask for, under the names Payload gives', () => {
    const queries = schema.getQueryType()!.getFields()
    for (const [one, list] of Object.entries(documents)) {
      expect(queries).toHaveProperty(one)
      expect(queries).toHaveProperty(list)
      const id = (schema.getType(one) as GraphQLObjectType).getFields()['id']
      expect(String(id?.type)).toBe('String!')
    }
    expect(queries).toHaveProperty('stationBySlug')
    expect(queries).toHaveProperty('roadmap')
    expect(schema.getType('Station_where')).toBeDefined()
  })

  it('has nothing of the team’s', () => {
    const names = ownTypes().map(({ name }) => name)
    const forTheTeam =
      /^(Payload|versions?[A-Z]|docAccess|Access$|User|Ledger|Workflow|PopularTerm)/
    expect(names.filter((name) => forTheTeam.test(name))).toEqual([])
    const fields = ownTypes().flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()) : [],
    )
    expect(fields.map(({ name }) => name)).not.toContain('contributors')
    expect(fields.map(({ name }) => name)).not.toContain('savedBy')
    expect(fields.map(({ name }) => name)).not.toContain('certainty')
    const parameters = fields.flatMap(({ args }) => args.map(({ name }) => name))
    for (const name of ['draft', 'trash', 'select']) expect(parameters).not.toContain(name)
    expect(Object.keys(schema.getMutationType()!.getFields()).sort()).toEqual([
      'forgotPasswordUser',
      'loginUser',
      'logoutUser',
      'refreshTokenUser',
      'resetPasswordUser',
    ])
  })

  it('describes every type, field, argument and value', () => {
    expect(undescribed()).toEqual([])
  })

  it('has no two types for the same', () => {
    const inputs = ownTypes().filter((type) => isInputObjectType(type) || isEnumType(type))
    const shapes = inputs.map((type) => JSON.stringify(type.toConfig()).replace(type.name, ''))
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it('is the same for somebody whose account has no role', async () => {
    await testApp.payload.create({
      collection: 'users',
      data: {
        email: 'nobody@stationmaster.test',
        name: 'Nobody',
        password: 'no roles at all',
        kind: 'person',
        roles: [],
      },
      overrideAccess: true,
    })
    const { body } = await testApp
      .anonymous()
      .post('/api/users/login')
      .send({ email: 'nobody@stationmaster.test', password: 'no roles at all' })
      .expect(200)
    const answer = await testApp
      .anonymous()
      .post('/api/graphql')
      .set('Authorization', `JWT ${body.token}`)
      .send({ query: getIntrospectionQuery() })
    const theirs = buildClientSchema(answer.body.data as IntrospectionQuery)
    expect(printSchema(lexicographicSortSchema(theirs))).toBe(printed)
  })

  it('leaves the whole to the team', async () => {
    const whole = await schemaOf('editor')
    expect(whole.getMutationType()!.getFields()).toHaveProperty('transition')
    expect(whole.getQueryType()!.getFields()).toHaveProperty('versionsStations')
  })
})

describe('a reader', () => {
  it('who misspells is shown nothing of the team’s', async () => {
    for (const query of [
      '{ LedgerEntrys { totalDocs } }',
      '{ Stations { docs { contributor } } }',
    ]) {
      const { body } = await testApp.graphql(query)
      expect(body.errors).toMatchObject([{ extensions: { code: 'MALFORMED' } }])
      expect(body.errors![0]!.message).not.toMatch(/LedgerEntries|contributors/)
    }
  })

  it.each([
    '{ LedgerEntries { totalDocs } }',
    '{ versionsStations { totalDocs } }',
    '{ Stations { docs { contributors } } }',
    '{ Stations(draft: true) { totalDocs } }',
    '{ meUser { user { id } } }',
    'mutation { createStation(data: { title: "A" }) { id } }',
    'mutation { transition(collection: "stations", id: "x", action: "publish", contentHash: "x") { id } }',
  ])('who asks what the team may ask is told to sign in: %s', async (query) => {
    const { body, status } = await testApp.graphql(query)
    expect(status).toBe(200)
    expect(body.data).toBeNull()
    expect(body.errors).toMatchObject([{ extensions: { code: 'NOT_SIGNED_IN' } }])
  })
})

describe('what is never null', () => {
  // In the main language nothing can be missing for want of a translation.
  const languages = locales.map(({ code }) =>
    code === defaultLocale
      ? { locale: code, fallback: '', deep: false }
      : { locale: code, fallback: ', fallbackLocale: none', deep: true },
  )

  describe.each(Object.entries(documents))('in %s', (one, list) => {
    it.each(languages)('is there in every live document: %o', async (language) => {
      const type = schema.getType(one) as GraphQLObjectType
      const { deep, fallback, locale } = language
      const [own, ...documents] = selectionsOf(type)
      const asked = [{ selection: own, limit: 40 }]
      // What documents name, where most is missing: in a translation, and nothing to stand in.
      if (deep) asked.push(...documents.map((selection) => ({ selection, limit: 10 })))
      for (const { limit, selection } of asked)
        // Every page of them is read where all is tried.
        for (let page = 1, isLast = false; !isLast && (triesAll || page <= 2); page += 1) {
          const query = `{ ${list}(limit: ${limit}, page: ${page}, locale: ${locale}${fallback}) { docs { ${selection} } hasNextPage } }`
          const { body } = await testApp.graphql(query)
          expect({ query, errors: body.errors }).toEqual({ query, errors: undefined })
          isLast = !(body.data![list] as { hasNextPage: boolean }).hasNextPage
        }
    })
  })

  it('is English where the Spanish is missing, also for those who want no language to stand in', async () => {
    const { id, title } = await buildStation(testApp, { state: 'published' })
    const { body } = await testApp.graphql(
      `query ($id: String!) { Station(id: $id, locale: es, fallbackLocale: none) { title summary overview whatItMeans } }`,
      { variables: { id } },
    )
    expect(body.errors).toBeUndefined()
    expect(body.data!['Station']).toMatchObject({
      title,
      overview: { root: {} },
      whatItMeans: null,
    })
    const rest = await testApp
      .anonymous()
      .get(`/api/stations/${id}?locale=es&fallback-locale=none`)
      .expect(200)
    expect(rest.body.title ?? null).toBeNull()
  })

  it('says when what can be missing is null', () => {
    const silent = ownTypes().flatMap((type) =>
      isObjectType(type) && !isRoot(type)
        ? Object.values(type.getFields())
            .filter(
              (field) => !isNonNullType(field.type) && !/\bnull\b/i.test(field.description ?? ''),
            )
            .map((field) => `${type.name}.${field.name}`)
        : [],
    )
    expect(silent).toEqual([])
  })
})

async function schemaOf(as?: PersonName): Promise<GraphQLSchema> {
  const { body } = await testApp.graphql(getIntrospectionQuery(), as ? { as } : {})
  return buildClientSchema(body.data as unknown as IntrospectionQuery)
}

function ownTypes() {
  return Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
}

function isRoot(type: GraphQLObjectType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType()
}

function undescribed(): string[] {
  return ownTypes().flatMap((type) => {
    const parts =
      isObjectType(type) || isInputObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) => [
            [`${type.name}.${field.name}`, field.description] as const,
            ...('args' in field ? (field as GraphQLField<unknown, unknown>).args : []).map(
              ({ description, name }) =>
                [`${type.name}.${field.name}(${name})`, description] as const,
            ),
          ])
        : isEnumType(type)
          ? type
              .getValues()
              .map((value) => [`${type.name}.${value.name}`, value.description] as const)
          : []
    return [[type.name, type.description] as const, ...parts]
      .filter(([, description]) => !description?.trim())
      .map(([name]) => name)
  })
}

/** All fields without documents in them at once, and one question for each field with documents. */
function selectionsOf(type: GraphQLObjectType): string[] {
  const fields = Object.values(type.getFields())
  const isWalked = (field: GraphQLField<unknown, unknown>) =>
    leadsToDocuments(getNamedType(field.type))
  return [
    ownFields(type),
    ...fields
      .filter(isWalked)
      .map((field) => `${field.name} { ${inside(getNamedType(field.type) as GraphQLObjectType)} }`),
  ]
}

function inside(type: GraphQLObjectType): string {
  const { docs } = type.getFields()
  if (docs)
    return `hasNextPage totalDocs docs { ${ownFields(getNamedType(docs.type) as GraphQLObjectType)} }`
  if (isDocument(type)) return ownFields(type)
  const documents = Object.values(type.getFields())
    .filter((field) => leadsToDocuments(getNamedType(field.type)))
    .map((field) => `${field.name} { ${inside(getNamedType(field.type) as GraphQLObjectType)} }`)
  return [ownFields(type), ...documents].join(' ')
}

/** Values, and groups and rows of values. */
function ownFields(type: GraphQLObjectType): string {
  return Object.values(type.getFields())
    .flatMap((field) => {
      const value = getNamedType(field.type)
      if (isLeafType(value)) return [field.name]
      if (!isObjectType(value) || isDocument(value) || 'docs' in value.getFields()) return []
      return [`${field.name} { ${ownFields(value)} }`]
    })
    .join(' ')
}

function leadsToDocuments(type: unknown): boolean {
  if (!isObjectType(type)) return false
  if (isDocument(type) || 'docs' in type.getFields()) return true
  return Object.values(type.getFields()).some((field) => leadsToDocuments(getNamedType(field.type)))
}

function isDocument(type: GraphQLObjectType): boolean {
  return type.name in documents
}

import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FlattenedField, Payload } from 'payload'
import { actions, setActions } from '../../src/workflow/states.ts'
import type { TestApp } from './app.ts'

/** One request a reader may send, with names such as `:draft-stations:` where ids and the like belong. */
export interface Question {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Path and query; brackets and spaces may stand as they are. */
  address: string
  headers?: Record<string, string>
  body?: Record<string, unknown> | string
}

export interface Answer {
  status: number
  text: string
}

/** Content types that readers ask for. */
export const contentTypes = [
  'stations',
  'notices',
  'phases',
  'steps',
  'forms',
  'help-organizations',
  'media',
] as const

export type ContentType = (typeof contentTypes)[number]

/** A field as conditions name it. */
interface Path {
  path: string
  kind: FlattenedField['type']
  relationTo?: ContentType
}

/** What to put into conditions: each kind of field is asked for what only drafts have. */
export interface Planted {
  word: string
  number: number
  date: string
}

export function fieldsOf(payload: Payload, type: ContentType): Path[] {
  return [
    ...pathsIn(payload.collections[type].config.flattenedFields, ''),
    { path: 'id', kind: 'text' },
  ]
}

function pathsIn(fields: FlattenedField[], prefix: string): Path[] {
  return fields.flatMap((field): Path[] => {
    const path = `${prefix}${field.name}`
    if ('flattenedFields' in field && (field.type === 'group' || field.type === 'array'))
      return pathsIn(field.flattenedFields, `${path}.`)
    const relationTo =
      field.type === 'relationship' ? { relationTo: field.relationTo as ContentType } : {}
    return [{ path, kind: field.type, ...relationTo }]
  })
}

const languages = ['', '&locale=es', '&locale=all'] as const

/** Every way to ask for a list that does not name a field. */
export function lists(): Question[] {
  const ways = [
    'draft=true',
    'trash=true',
    'draft=true&trash=true&locale=all&depth=10&limit=100',
    'locale=all&draft=true',
    'locale=*&draft=true&depth=0',
    'locale=es&fallback-locale=none&draft=true',
    'locale=all&flattenLocales=true&draft=true&depth=0',
    ...[0, 2, 10, -1, 'x'].map((depth) => `depth=${depth}&draft=true`),
    ...[0, -1, 1, 100_000, 'x'].map((limit) => `limit=${limit}&draft=true&depth=0`),
    'limit[]=0&draft=true&depth=0',
    'pagination=false&draft=true&depth=0',
    ...[0, 2, 999].map((page) => `page=${page}&limit=2&draft=true&depth=0`),
    'select[title]=true&select[name]=true&select[_status]=true&draft=true',
    'select[id]=true&draft=true&depth=2',
    'select[createdAt]=false&draft=true&joins=false',
    `depth=2&joins=false&${contentTypes.map((type) => `populate[${type}][_status]=true`).join('&')}`,
    'overrideAccess=true&showHiddenFields=true&draft=true&depth=0',
    'user[roles][]=administrator&user[kind]=person&draft=true&depth=0',
    'where[_status][equals]=draft&draft=true',
    'where[_status][not_equals]=published&depth=0',
    'where[_status][exists]=false&draft=true&depth=0',
    'where[_status][in]=draft,published&draft=true&depth=0',
    'where[or][0][_status][equals]=draft&where[or][1][_status][equals]=published&draft=true',
    'where[version._status][equals]=draft&draft=true',
    'where[latest][equals]=true&draft=true',
    'where[deletedAt][exists]=true&trash=true',
  ]
  return contentTypes.flatMap((type) => ways.map((way) => ({ address: `/api/${type}?${way}` })))
}

/** Every way to ask for one document, `name` standing for its id. */
export function singles(name: string): Question[] {
  const ways = [
    '',
    'draft=true',
    'draft=true&depth=10',
    'draft=true&locale=all',
    'draft=true&locale=es&fallback-locale=none',
    'trash=true&draft=true',
    'draft=true&joins=false',
    'draft=true&select[title]=true&select[name]=true',
  ]
  return contentTypes.flatMap((type) =>
    ways.map((way) => ({ address: `/api/${type}/:${name}-${type}:?${way}` })),
  )
}

/** Every field, and fields behind references, as the order of a list. */
export function orders(payload: Payload): Question[] {
  return contentTypes.flatMap((type) =>
    fieldsOf(payload, type).flatMap(({ path, relationTo }, at) => [
      { address: `/api/${type}?sort=${at % 2 ? '-' : ''}${path}&draft=true&depth=0` },
      ...(relationTo
        ? fieldsNamed(relationTo).map((field) => ({
            address: `/api/${type}?sort=${path}.${field}&draft=true&depth=0`,
          }))
        : []),
    ]),
  )
}

const textOperators = ['like', 'contains', 'equals', 'not_like', 'exists', 'greater_than'] as const
const valueOperators = ['equals', 'not_equals', 'greater_than', 'less_than', 'exists'] as const

/** Every field with conditions that drafts would meet. GraphQL is asked for every field with every operator. */
export function conditions(payload: Payload, planted: Planted): Question[] {
  return contentTypes.flatMap((type, at) =>
    fieldsOf(payload, type).flatMap((field, index) =>
      operatorsFor(field, index).map((operator, turn) => {
        const where = `where[${field.path}][${operator}]=${valueFor(field, operator, planted)}`
        const language = languages[(at + index + turn) % languages.length]!
        // Half are asked as a count: the answer is the same, and so must be its silence.
        return (index + turn) % 2 === 0
          ? { address: `/api/${type}?${where}&draft=true&depth=0${language}` }
          : { address: `/api/${type}/count?${where}&draft=true${language}` }
      }),
    ),
  )
}

/** Two operators for each field, in turn. */
function operatorsFor({ kind }: Path, turn: number): readonly string[] {
  const operators = ['text', 'textarea', 'richText', 'json'].includes(kind)
    ? textOperators
    : valueOperators
  return [0, 1].map((step) => operators[(turn + 2 * step) % operators.length]!)
}

function valueFor({ kind }: Path, operator: string, { word, number, date }: Planted): string {
  if (operator === 'exists') return 'true'
  if (kind === 'number') return String(number)
  if (kind === 'date') return date
  if (kind === 'checkbox') return 'true'
  return word
}

/** Conditions on documents behind references, one and two steps away, and behind reverse lists. */
export function conditionsThroughReferences(payload: Payload, { word }: Planted): Question[] {
  return contentTypes.flatMap((type) =>
    fieldsOf(payload, type).flatMap(({ path, kind, relationTo }): Question[] => {
      if (kind === 'join')
        return ['title', 'slug', 'id', '_status'].map((field) => ({
          address: `/api/${type}?where[${path}.${field}][like]=${word}&draft=true&depth=0`,
        }))
      if (!relationTo) return []
      const near = fieldsNamed(relationTo).flatMap((field) => [
        `${path}.${field}][like]=${word}`,
        `${path}.${field}][equals]=${word}`,
      ])
      const far = fieldsOf(payload, relationTo).flatMap((next) => {
        if (next.relationTo)
          return fieldsNamed(next.relationTo)
            .slice(0, 1)
            .map((field) => `${path}.${next.path}.${field}][contains]=${word}`)
        return next.kind === 'join' ? [`${path}.${next.path}.slug][contains]=${word}`] : []
      })
      return [...near, ...far].map((condition) => ({
        address: `/api/${type}?where[${condition}&draft=true&depth=0`,
      }))
    }),
  )
}

function fieldsNamed(type: ContentType): string[] {
  const titles: Record<ContentType, string[]> = {
    stations: ['title', 'slug', 'overview', 'searchTerms', '_status', 'sourcing.note'],
    notices: ['title', 'code', 'summary', 'searchKey', '_status'],
    phases: ['name', 'slug', '_status'],
    steps: ['title', 'slug', 'body', '_status'],
    forms: ['title', 'number', 'purpose', '_status'],
    'help-organizations': ['name', 'slug', 'hours', '_status'],
    media: ['alt', 'filename', '_status'],
  }
  return titles[type]
}

/** The same condition wrapped in every nesting, in other spellings, and as a question in a body. */
export function nestedConditions({ word }: Planted): Question[] {
  return contentTypes.flatMap((type): Question[] => {
    const [field] = fieldsNamed(type) as [string]
    const ways = [
      `where[or][0][${field}][like]=${word}`,
      `where[and][0][${field}][like]=${word}`,
      `where[or][0][and][0][${field}][like]=${word}&where[or][0][and][1][_status][equals]=draft`,
      `where[and][0][or][0][${field}][like]=${word}&where[and][0][or][1][_status][equals]=draft`,
      `where[OR][0][${field}][like]=${word}`,
      `where[AND][0][or][0][${field}][contains]=${word}`,
      `where[or][0][and][0][or][0][and][0][${field}][like]=${word}`,
      `where[${field}][like]=${word}&where[${field}][exists]=true`,
      `where[${field}][not_in]=x&where[${field}][like]=${word}`,
      `where[${field}][in]=${word},${word}-2`,
      `where[${field}][all]=${word}`,
      `where[${field}][like]=%25`,
      `where[${field}][like]=_`,
      `where={"${field}":{"like":"${word}"}}`,
    ]
    const list = ways.map((way) => ({ address: `/api/${type}?${way}&draft=true&depth=0` }))
    const inBody = ways.slice(0, 4).map((way) => ({
      method: 'POST' as const,
      address: `/api/${type}`,
      headers: {
        'X-HTTP-Method-Override': 'GET',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: `${way}&draft=true&depth=0`,
    }))
    return [...list, ...inBody]
  })
}

/** Everything that can be asked of the lists inside documents. */
export function reverseLists(payload: Payload, { word }: Planted): Question[] {
  return contentTypes.flatMap((type) =>
    fieldsOf(payload, type)
      .filter(({ kind }) => kind === 'join')
      .flatMap(({ path }) =>
        [
          `joins[${path}][limit]=0&joins[${path}][count]=true`,
          `joins[${path}][page]=2&joins[${path}][limit]=1`,
          `joins[${path}][sort]=-updatedAt`,
          `joins[${path}][where][slug][like]=${word}&joins[${path}][count]=true`,
          `joins[${path}][where][_status][equals]=draft&joins[${path}][count]=true`,
          `joins[${path}][where][or][0][_status][not_equals]=published`,
          `where[${path}][exists]=true`,
          `where[or][0][${path}][contains]=x`,
        ].map((way) => ({ address: `/api/${type}?${way}&draft=true&depth=0` })),
      ),
  )
}

/** Addresses beside lists and documents. */
export function sideDoors(): Question[] {
  const ofContent = contentTypes.flatMap((type): Question[] => [
    { address: `/api/${type}/count` },
    { address: `/api/${type}/count?draft=true&trash=true` },
    { address: `/api/${type}/count?draft=true&locale=all&where[_status][equals]=draft` },
    { address: `/api/${type}/versions` },
    { address: `/api/${type}/versions?limit=0&draft=true&depth=2` },
    { address: `/api/${type}/versions?where[version._status][equals]=draft` },
    { address: `/api/${type}/versions/count` },
    { address: `/api/${type}/distinct?field=title` },
    { address: `/api/${type}/access` },
    { method: 'POST', address: `/api/${type}/access` },
    { address: `/api/${type}/init` },
  ])
  const others = [
    'users',
    'ledger-entries',
    'workflow-states',
    'payload-kv',
    'payload-preferences',
    'payload-migrations',
    'payload-jobs',
  ].flatMap((slug): Question[] => [
    { address: `/api/${slug}?draft=true&limit=100&depth=10` },
    { address: `/api/${slug}/count` },
    { address: `/api/${slug}/versions` },
  ])
  const platform = [
    '/api',
    '/api/access',
    '/api/users/me',
    '/api/users/init',
    '/api/globals',
    '/api/ledger/verify',
    '/api/ledger/entries/1',
    '/api/ledger/entries/2?language=es',
    '/api/ledger-entries?where[type][equals]=published&select[snapshot]=true',
    '/api/ledger-entries?where[actorName][exists]=true&sort=-sequence',
    '/api/roadmap?draft=true',
    '/api/roadmap?draft=true&locale=es',
    '/api/roadmap/check?draft=true',
    '/api/search?q=quokkafeather',
    '/api/search?q=quokkafeather&locale=es&draft=true',
    '/api/search?q=quokk',
    '/api/search?q=qoukkafeather',
    '/api/search?q=looking+for&limit=50',
    '/api/search?q=about+station+notice+form&limit=50&draft=true',
    '/api/popular-terms?draft=true',
    '/api/search-counts',
    '/api/addresses',
    '/api/previews',
    '/api/notifications',
    '/api/notifications/unread',
    '/api/notifications/settings',
    '/api/notification-settings',
    '/api/mails',
    '/api/daily-looks',
    '/api/comments',
    '/api/comments/people',
    '/api/comments/open?documents=stations/x',
    '/api/presence',
    '/api/synonyms?draft=true',
    '/api/workflow-states?where[state][equals]=draft',
    '/api/workflow-states?where[live][equals]=false&select[title]=true',
  ].map((address) => ({ address }))
  return [...ofContent, ...others, ...platform]
}

/** What to ask of a draft, and of nothing, to tell them apart. */
export function questionsAbout(): Question[] {
  const own = contentTypes.flatMap((type): Question[] => {
    const id = `:draft-${type}:`
    const version = `:version-${type}:`
    return [
      { address: `/api/${type}?where[id][equals]=${id}&draft=true` },
      { address: `/api/${type}?where[id][in]=${id}&draft=true` },
      { address: `/api/${type}?where[id][not_equals]=${id}&depth=0` },
      { address: `/api/${type}/count?where[id][not_in]=${id}` },
      {
        address: `/api/${type}?where[or][0][id][equals]=${id}&where[or][1][_status][equals]=draft`,
      },
      { address: `/api/${type}/count?where[id][equals]=${id}&draft=true` },
      { method: 'POST', address: `/api/${type}/access/${id}` },
      { address: `/api/${type}/versions?where[parent][equals]=${id}` },
      { address: `/api/${type}/versions/${version}` },
      { address: `/api/${type}/versions/${version}?draft=true&depth=2` },
      { method: 'PATCH', address: `/api/${type}/${id}?draft=true`, body: { title: 'x' } },
      { method: 'PATCH', address: `/api/${type}?where[id][equals]=${id}`, body: { title: 'x' } },
      { method: 'DELETE', address: `/api/${type}/${id}` },
      { method: 'DELETE', address: `/api/${type}?where[id][equals]=${id}` },
      { method: 'POST', address: `/api/${type}/${id}/duplicate`, body: {} },
      { method: 'POST', address: `/api/${type}/versions/${version}`, body: {} },
      { method: 'POST', address: `/api/${type}/versions/${version}?draft=true`, body: {} },
      { method: 'POST', address: `/api/${type}?draft=true`, body: { slug: ':slug:' } },
      { address: `/api/${type}/${id}/timeline?kinds=saved,commented` },
      { address: `/api/${type}/${id}/public-on?moment=2020-01-01T00:00:00Z` },
      ...namedByAddress(type),
      ...workflowDoors(type, id),
      { address: `/api/${type}/${id}/comments` },
      { address: `/api/${type}/${id}/comments/places` },
      { address: `/api/comments/open?documents=${type}/${id}` },
      { address: `/api/${type}?where[_status][equals]=discussion:open&draft=true` },
      { method: 'POST', address: `/api/${type}/${id}/comments`, body: { text: 'x' } },
    ]
  })
  const files = ['', '?prefix=x', '?draft=true'].map((query) => ({
    address: `/api/media/file/:filename:${query}`,
  }))
  const onRoadmap = ['', '?draft=true', '?locale=es'].map((query) => ({
    address: `/api/roadmap/:slug:${query}`,
  }))
  return [...singles('draft'), ...own, ...files, ...onRoadmap]
}

/** Questions for one document by its names, to which the answer for a withdrawn one is special. */
function namedByAddress(type: ContentType): Question[] {
  const names = ['slug', 'code', 'number', 'searchKey'] as const
  const word = { slug: ':slug:', code: ':code:', number: ':number:', searchKey: ':code:' }
  return [
    ...names.map((name) => ({
      address: `/api/${type}?where[${name}][equals]=${word[name]}&draft=true`,
    })),
    asGraphql(`{ withdrawal(collection: "${type}", id: ":draft-${type}:") { at reason } }`),
    asGraphql(`{ withdrawal(collection: "${type}", slug: ":slug:") { at reason } }`),
    asGraphql(`{ withdrawal(collection: "${type}", code: ":code:") { at reason } }`),
    asGraphql(`{ withdrawal(collection: "${type}", code: ":number:") { at reason } }`),
  ]
}

const someHash = 'a'.repeat(64)

/** Every door of the review workflow, for a document of a type. */
export function workflowDoors(collection: ContentType, id: string): Question[] {
  const documents = [{ collection, id, contentHash: someHash }]
  return [
    { address: `/api/${collection}/${id}/workflow` },
    { address: `/api/${collection}/${id}/workflow/needs` },
    ...actions.map((action) => ({
      method: 'POST' as const,
      address: `/api/${collection}/${id}/workflow/${action}`,
      body: { contentHash: someHash, comment: 'x', replacement: 'x' },
    })),
    ...setActions.map((action) => ({
      method: 'POST' as const,
      address: `/api/workflow/${action}`,
      body: { documents, reason: 'x', replacement: 'x' },
    })),
    { address: `/api/ledger-entries?where[documentId][equals]=${id}` },
    { address: `/api/workflow-states?where[documentId][equals]=${id}` },
    { address: `/api/workflow-states?where[key][equals]=${collection}/${id}` },
    asGraphql(`{ workflow(collection: "${collection}", id: "${id}") { state title } }`),
    asGraphql(
      `mutation { transition(collection: "${collection}", id: "${id}", action: "publish", contentHash: "${someHash}") { state title } }`,
    ),
    asGraphql(
      `mutation { transitionSet(action: "publish", documents: [{ collection: "${collection}", id: "${id}", contentHash: "${someHash}" }]) { state title } }`,
    ),
  ]
}

/** What to ask of documents about the draft, or the nothing, that they may point at. */
export function questionsAboutReferences(payload: Payload): Question[] {
  return contentTypes.flatMap((type) =>
    fieldsOf(payload, type).flatMap(({ path, kind, relationTo }): Question[] => {
      const conditionsOn = (name: string) =>
        ['equals', 'not_equals', 'in', 'not_in', 'contains'].map((operator) => ({
          address: `/api/${type}?where[${path}][${operator}]=${name}&depth=0&draft=true`,
        }))
      if (relationTo) return conditionsOn(`:draft-${relationTo}:`)
      if (kind === 'join') return conditionsOn(`:draft-${type}:`).slice(0, 2)
      return kind === 'richText'
        ? (['stations', 'notices', 'forms', 'help-organizations'] as const).map((target) => ({
            address: `/api/${type}?where[${path}][like]=:draft-${target}:&depth=0`,
          }))
        : []
    }),
  )
}

export async function graphqlSchema({ graphql }: TestApp): Promise<GraphQLSchema> {
  const { body } = await graphql(getIntrospectionQuery({ descriptions: false }))
  return buildClientSchema(body.data as unknown as IntrospectionQuery)
}

/**
 * Every query there is, with all that its answer can hold: once the document alone, and once for each
 * document it points at, with the ids of those that one points at. Drafts are asked for at every level.
 *
 * @param name where a query wants the id of a document, such as `live`
 */
export function graphqlReads(schema: GraphQLSchema, name: string): Question[] {
  const queries = Object.values(schema.getQueryType()!.getFields())
  return queries.flatMap((query, at) => {
    const type = getNamedType(query.type) as GraphQLObjectType
    const selections = selectionsOf(type)
    // Earlier versions are refused whatever is asked of them.
    const asked = query.name.startsWith('version') ? selections.slice(0, 1) : selections
    return asked.map((selection, turn) => {
      const locale = (at + turn) % 2 === 0 ? 'en' : 'es'
      const args = argumentsOf(query, { id: `":${name}-${typeAsked(query.name)}:"`, locale })
      return asGraphql(`{ ${query.name}${args} ${selection} }`)
    })
  })
}

/** Which content type a generated query asks for, from its name; `stations` where it is none. */
function typeAsked(query: string): ContentType {
  const ofSingular: [RegExp, ContentType][] = [
    [/notice/i, 'notices'],
    [/phase/i, 'phases'],
    [/step/i, 'steps'],
    [/form/i, 'forms'],
    [/helpOrganization/i, 'help-organizations'],
    [/media/i, 'media'],
  ]
  return ofSingular.find(([singular]) => singular.test(query))?.[1] ?? 'stations'
}

function argumentsOf(
  { args }: GraphQLField<unknown, unknown>,
  given: { id: string; collection?: string; locale?: string; where?: string },
): string {
  const values: Record<string, string | undefined> = {
    id: given.id,
    slug: '":slug:"',
    code: '":code:"',
    collection: `"${given.collection ?? 'stations'}"`,
    draft: 'true',
    trash: 'true',
    limit: '4',
    depth: '2',
    count: 'true',
    locale: given.locale,
    where: given.where,
  }
  const used = args.filter(({ name }) => values[name] !== undefined)
  return used.length === 0
    ? ''
    : `(${used.map(({ name }) => `${name}: ${values[name]}`).join(', ')})`
}

function selectionsOf(type: GraphQLObjectType): string[] {
  if (isLeafType(type)) return ['']
  const list = type.getFields()['docs']
  if (list && !isDocument(type)) {
    const counts = Object.values(type.getFields())
      .filter((field) => field !== list)
      .flatMap((field) => leavesOf(field))
    return selectionsOf(getNamedType(list.type) as GraphQLObjectType).map(
      (selection) => `{ ${counts.join(' ')} docs ${selection} }`,
    )
  }
  const alone = `{ ${allLeavesOf(type)} }`
  const further = referencesOf(type).map(
    ({ to, wrapped }) =>
      `{ __typename ${wrapped(
        `{ ${allLeavesOf(to)} ${referencesOf(to)
          .map((next) => next.wrapped('{ id }'))
          .join(' ')} }`,
      )} }`,
  )
  return [alone, ...further]
}

interface Reference {
  to: GraphQLObjectType
  /** The field that leads there, around a selection of what is there. */
  wrapped: (selection: string) => string
}

/** The ways from a type to documents, through groups, rows and reverse lists. */
function referencesOf(type: GraphQLObjectType): Reference[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type)
    if (!isObjectType(inner)) return []
    const head = `${field.name}${argumentsOf(field, { id: '""' })}`
    if (isDocument(inner))
      return [{ to: inner, wrapped: (selection: string) => `${head} ${selection}` }]
    return referencesOf(inner).map(({ to, wrapped }) => ({
      to,
      wrapped: (selection: string) => `${head} { ${wrapped(selection)} }`,
    }))
  })
}

function isDocument(type: GraphQLObjectType): boolean {
  const { createdAt, id } = type.getFields()
  return createdAt !== undefined && id !== undefined
}

function allLeavesOf(type: GraphQLObjectType): string {
  const leaves = Object.values(type.getFields()).flatMap((field) => leavesOf(field))
  return ['__typename', ...leaves].join(' ')
}

function leavesOf(field: GraphQLField<unknown, unknown>): string[] {
  const inner = getNamedType(field.type)
  const head = `${field.name}${argumentsOf(field, { id: '""' })}`
  if (isLeafType(inner)) return [head]
  if (isUnionType(inner)) return [`${head} { __typename }`]
  return isObjectType(inner) && !isDocument(inner) ? [`${head} { ${allLeavesOf(inner)} }`] : []
}

/** Every field that conditions may name with every operator it has, in batches of counts. */
export function graphqlConditions(schema: GraphQLSchema, planted: Planted): Question[] {
  const counts = Object.values(schema.getQueryType()!.getFields()).filter(
    ({ name }) => name.startsWith('count') && !/count(User|Payload|LedgerEntr)/.test(name),
  )
  return counts.flatMap((query) => {
    const where = getNamedType(query.args.find(({ name }) => name === 'where')!.type)
    const asked = conditionsIn(where as GraphQLInputObjectType, planted).map(
      (condition) => `${query.name}(draft: true, where: { ${condition} }) { totalDocs }`,
    )
    return inBatches(asked, 10).map((batch) =>
      asGraphql(`{ ${batch.map((one, index) => `n${index}: ${one}`).join(' ')} }`),
    )
  })
}

function conditionsIn(where: GraphQLInputObjectType, planted: Planted): string[] {
  return Object.values(where.getFields()).flatMap((field) => {
    const operators = getNamedType(field.type)
    if (!isInputObjectType(operators) || field.name === 'AND' || field.name === 'OR') return []
    return Object.values(operators.getFields()).flatMap((operator) => {
      const value = literalOf(String(operator.type), planted, getNamedType(operator.type))
      return value === undefined ? [] : [`${field.name}: { ${operator.name}: ${value} }`]
    })
  })
}

function literalOf(
  type: string,
  { word, number, date }: Planted,
  named: unknown,
): string | undefined {
  const inList = (value: string) => (type.startsWith('[') ? `[${value}]` : value)
  const name = type.replace(/[[\]!]/g, '')
  if (isEnumType(named as never))
    return inList((named as { getValues: () => { name: string }[] }).getValues()[0]!.name)
  const values: Record<string, string> = {
    String: `"${word}"`,
    JSON: `"${word}"`,
    Boolean: 'true',
    Float: String(number),
    Int: String(number),
    DateTime: `"${date}"`,
    EmailAddress: `"${word}@stationmaster.test"`,
  }
  return values[name] === undefined ? undefined : inList(values[name])
}

function inBatches<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  )
}

export function asGraphql(query: string): Question {
  return { method: 'POST', address: '/api/graphql', body: { query } }
}

/** Puts values in the place of names: `:draft-stations:` becomes `values['draft-stations']`. */
export function filled(question: Question, values: Record<string, string>): Question {
  return JSON.parse(
    JSON.stringify(question).replace(/:([a-z][a-z-]*):/g, (whole, name: string) =>
      values[name] === undefined ? whole : values[name],
    ),
  ) as Question
}

/** Somebody who asks many questions over few connections. */
export interface Asker {
  ask: (question: Question) => Promise<Answer>
  /** Asks all, some at a time; answers stand in the order of the questions. */
  askAll: (questions: Question[]) => Promise<Answer[]>
  close: () => Promise<void>
}

/** How many questions are under way at once. */
const atOnce = 6

export async function asker({ app }: TestApp): Promise<Asker> {
  const server = http.createServer(app)
  // A connection that closes while nobody asks would break the next question.
  server.keepAliveTimeout = 0
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
  const ask = (question: Question) => send(question, port, agent)

  return {
    ask,
    askAll: async (questions) => {
      const answers: Answer[] = []
      let next = 0
      const work = async () => {
        while (next < questions.length) {
          const at = next
          next += 1
          answers[at] = await ask(questions[at]!)
        }
      }
      await Promise.all(Array.from({ length: atOnce }, work))
      return answers
    },
    close: () =>
      new Promise((closed) => {
        agent.destroy()
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

function send(
  { method = 'GET', address, headers = {}, body }: Question,
  port: number,
  agent: http.Agent,
): Promise<Answer> {
  const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  return new Promise((answered, failed) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method,
        path: encodeURI(address).replace(/%25/g, '%'),
        headers: {
          ...(sent === undefined
            ? {}
            : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', failed)
        response.on('end', () =>
          answered({
            status: response.statusCode!,
            text: Buffer.concat(chunks).toString('latin1'),
          }),
        )
      },
    )
    request.on('error', failed)
    request.end(sent)
  })
}

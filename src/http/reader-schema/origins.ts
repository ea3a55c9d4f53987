import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import {
  formatNames,
  type FlattenedField,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
} from 'payload'

/** In the `extensions` of a field that gives a rich text in another form: the name of the text’s own field. */
export const richTextOfKey = 'richTextOf'

/** Where a field of the schema comes from: a content type, and the field in it. */
export interface Origin {
  collection: SanitizedCollectionConfig
  /** Undefined for what Payload adds to every document, such as its id. */
  field: FlattenedField | undefined
  /** Whether a value in one language may be missing where there is one in another. */
  localized: boolean
}

/** Names of what Payload makes of a content type. */
export interface RootNames {
  one: string
  list: string
  count: string
}

/** What of the schema Payload made of which part of `collections/`. */
export interface Origins {
  /** By names: `Station.title`, `Station_Connections.to`, `Station_where.connections__to`. */
  fields: ReadonlyMap<string, Origin>
  /** Types of documents, groups and rows, and the field they are the value of; none for documents. */
  types: ReadonlyMap<string, Omit<Origin, 'localized'>>
  /** Lists of documents, as `Stations` and `Station_Arrivals`. */
  lists: ReadonlySet<string>
  /** Those of them that are inside of documents, as `Station_Arrivals`. */
  parts: ReadonlySet<string>
  /** Conditions, as `Station_where`. */
  conditions: ReadonlyMap<string, SanitizedCollectionConfig>
  /** Choices, for outputs and inputs. */
  enums: ReadonlyMap<string, { collection: SanitizedCollectionConfig; field: FlattenedField }>
  roots: ReadonlyMap<string, { collection: SanitizedCollectionConfig; is: keyof RootNames }>
}

/** Names of the queries that Payload makes for a content type. */
export function rootNames({ graphQL, slug }: SanitizedCollectionConfig): RootNames {
  const names = formatNames(slug)
  const one = (graphQL || undefined)?.singularName ?? names.singular
  const plural = (graphQL || undefined)?.pluralName ?? names.plural
  const list = plural === one ? `all${one}` : plural
  return { one, list, count: `count${list}` }
}

/** Follows the fields of `collections/` through the schema that Payload made of them. */
export function originsIn(schema: GraphQLSchema, { collections }: SanitizedConfig): Origins {
  const found = {
    fields: new Map<string, Origin>(),
    types: new Map<string, Omit<Origin, 'localized'>>(),
    lists: new Set<string>(),
    parts: new Set<string>(),
    conditions: new Map<string, SanitizedCollectionConfig>(),
    enums: new Map<string, { collection: SanitizedCollectionConfig; field: FlattenedField }>(),
    roots: new Map<string, { collection: SanitizedCollectionConfig; is: keyof RootNames }>(),
  }
  const queries = schema.getQueryType()!.getFields()
  for (const collection of collections) {
    const names = rootNames(collection)
    const list = queries[names.list]
    const type = schema.getType(names.one)
    if (!list || !isObjectType(type)) continue
    for (const [is, name] of Object.entries(names))
      found.roots.set(name, { collection, is: is as keyof RootNames })
    found.lists.add(getNamedType(list.type).name)
    found.types.set(type.name, { collection, field: undefined })
    followOutput(type, { collection, fields: collection.flattenedFields, localized: false })
    const where = list.args.find(({ name }) => name === 'where')
    const condition = where && getNamedType(where.type)
    if (isInputObjectType(condition)) followConditions(condition, collection)
  }
  return found

  function followOutput(
    type: GraphQLObjectType,
    inside: {
      collection: SanitizedCollectionConfig
      fields: readonly FlattenedField[]
      localized: boolean
    },
  ): void {
    const { collection, fields } = inside
    const byName = new Map(fields.map((field) => [field.name, field]))
    for (const { name, type: given } of Object.values(type.getFields())) {
      const field = byName.get(name)
      const localized = inside.localized || Boolean(field?.localized)
      found.fields.set(`${type.name}.${name}`, { collection, field, localized })
      const value = getNamedType(given)
      if (isEnumType(value) && field) found.enums.set(value.name, { collection, field })
      if (!field || !isObjectType(value)) continue
      if (field.type === 'join') {
        found.lists.add(value.name)
        found.parts.add(value.name)
        continue
      }
      if (!('flattenedFields' in field)) continue
      found.types.set(value.name, { collection, field })
      followOutput(value, { collection, fields: field.flattenedFields, localized })
    }
  }

  /** Conditions name what is inside of something by its way: `connections__to`. */
  function followConditions(
    type: GraphQLInputObjectType,
    collection: SanitizedCollectionConfig,
  ): void {
    found.conditions.set(type.name, collection)
    for (const { name, type: given } of Object.values(type.getFields())) {
      const inner = getNamedType(given)
      if (!isInputObjectType(inner)) continue
      if (name === 'AND' || name === 'OR') {
        if (!found.conditions.has(inner.name)) followConditions(inner, collection)
        continue
      }
      const field = fieldAt(name, collection.flattenedFields)
      found.fields.set(`${type.name}.${name}`, { collection, field, localized: false })
      const { equals } = inner.getFields()
      const value = equals && getNamedType(equals.type)
      if (isEnumType(value) && field) found.enums.set(value.name, { collection, field })
    }
  }
}

function fieldAt(way: string, fields: readonly FlattenedField[]): FlattenedField | undefined {
  const found = fieldsOnTheWay(way, fields)
  return found.length === way.split(/(?<=[^_])__/).length ? found.at(-1) : undefined
}

/**
 * The fields on the way to one, from the outermost on; shorter than the way where Payload adds something of
 * its own, such as the ids of rows.
 *
 * @param way as conditions have it: `sourcing__source`, `_status`
 */
export function fieldsOnTheWay(way: string, fields: readonly FlattenedField[]): FlattenedField[] {
  const [first, ...rest] = way.split(/(?<=[^_])__/)
  const field = fields.find(({ name }) => name === first)
  if (!field) return []
  if (rest.length === 0 || !('flattenedFields' in field)) return [field]
  return [field, ...fieldsOnTheWay(rest.join('__'), field.flattenedFields)]
}

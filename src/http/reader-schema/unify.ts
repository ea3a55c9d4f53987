import {
  getNamedType,
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputFieldConfig,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLNullableType,
  type GraphQLType,
} from 'graphql'
import type { Origins } from './origins.ts'

/** A rich text as the editor keeps it. */
export const RichText = new GraphQLScalarType({
  name: 'RichText',
  description:
    'A rich text as JSON in the form of the Lexical editor: an object with `root`, and blocks in `children`. The fields beside it give the same text as HTML and as plain text.',
  specifiedByURL: 'https://lexical.dev/docs/concepts/serialization',
})

/**
 * Gives everything that is the same one type. Payload makes a type of its own for the conditions on each
 * field, and choices once for answers and once for conditions: hundreds of them, with a few dozen shapes.
 *
 * Changes the schema that is given, which nobody else may hold, and returns it with what is left.
 */
export function unify(schema: GraphQLSchema, origins: Origins): GraphQLSchema {
  const choices = sharedChoices(schema, origins)
  const conditions = sharedConditions(schema, origins, choices)
  const lists = sharedLists(schema, origins)
  const replaced = (type: GraphQLNamedType): GraphQLNamedType =>
    choices.get(type.name) ?? conditions.get(type.name) ?? lists.get(type.name) ?? type

  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isObjectType(type))
      for (const field of Object.values(type.getFields())) {
        const isRichText =
          origins.fields.get(`${type.name}.${field.name}`)?.field?.type === 'richText'
        field.type = inPlace(field.type, (named) =>
          isRichText ? asRichText(named) : replaced(named),
        )
        for (const argument of field.args) argument.type = inPlace(argument.type, replaced)
      }
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        field.type = inPlace(field.type, replaced)
  }
  const { mutation, query } = schema.toConfig()
  return new GraphQLSchema({ query, mutation })
}

function asRichText(type: GraphQLNamedType): GraphQLNamedType {
  return type.name === 'JSON' ? RichText : type
}

/** Lists inside of documents, by the names they had: those of stations are one `Station_list`. */
function sharedLists(
  schema: GraphQLSchema,
  { lists, parts }: Origins,
): Map<string, GraphQLObjectType> {
  const shared = new Map<string, GraphQLObjectType>()
  const made = new Map<string, GraphQLObjectType>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !lists.has(type.name) || !parts.has(type.name)) continue
    const name = `${getNamedType(type.getFields()['docs']!.type).name}_list`
    const one = made.get(name) ?? new GraphQLObjectType({ ...type.toConfig(), name })
    made.set(name, one)
    shared.set(type.name, one)
  }
  return shared
}

/** Choices with the same values, by the names they had. */
function sharedChoices(schema: GraphQLSchema, origins: Origins): Map<string, GraphQLEnumType> {
  const same = new Map<string, GraphQLEnumType[]>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isEnumType(type) || !origins.enums.has(type.name)) continue
    const values = type.getValues().map(({ name }) => name)
    const key = JSON.stringify(values)
    same.set(key, [...(same.get(key) ?? []), type])
  }
  const shared = new Map<string, GraphQLEnumType>()
  for (const types of same.values()) {
    const name = nameOfShared(types, origins)
    const one = new GraphQLEnumType({ ...types[0]!.toConfig(), name })
    for (const type of types) shared.set(type.name, one)
  }
  return shared
}

/** The name it has in answers, or of the field, where several content types have the same. */
function nameOfShared(types: readonly GraphQLEnumType[], { enums }: Origins): string {
  const from = types.map(({ name }) => enums.get(name)!)
  const shortest = (names: string[]) =>
    names.sort((one, other) => one.length - other.length || one.localeCompare(other))[0]!
  if (new Set(from.map(({ collection }) => collection.slug)).size === 1)
    return shortest(types.map(({ name }) => name.replace(/_Input$/, '')))
  const name = shortest(from.map(({ field }) => field.name)).replace(/^_/, '')
  return `${name[0]!.toUpperCase()}${name.slice(1)}`
}

/** Conditions on values of the same kind, and on documents, by the names they had. */
function sharedConditions(
  schema: GraphQLSchema,
  { conditions, fields }: Origins,
  choices: ReadonlyMap<string, GraphQLEnumType>,
): Map<string, GraphQLInputObjectType> {
  const shared = new Map<string, GraphQLInputObjectType>()
  const made = new Map<string, { fields: Record<string, GraphQLInputFieldConfig> }>()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInputObjectType(type) || !conditions.has(type.name)) continue
    const { AND, OR, ...own } = type.getFields()
    for (const nested of [AND, OR]) {
      const inner = nested && getNamedType(nested.type)
      if (isInputObjectType(inner) && inner !== type && !shared.has(inner.name))
        shared.set(inner.name, type)
    }
    for (const { name, type: given } of Object.values(own)) {
      const operators = getNamedType(given)
      if (!isInputObjectType(operators)) continue
      const kind = fields.get(`${type.name}.${name}`)?.field?.type
      const value = valueOf(operators, kind, choices)
      const known = made.get(value.name) ?? { fields: {} }
      made.set(value.name, known)
      for (const { name: operator, type: takes } of Object.values(operators.getFields()))
        if (isUseful(operator, value.type))
          known.fields[operator] = {
            type: inPlace(takes, (named) =>
              named.name === 'Boolean' && operator === 'exists' ? named : value.takes,
            ) as GraphQLInputType,
          }
      const one =
        [...shared.values()].find((other) => other.name === value.name) ??
        new GraphQLInputObjectType({ name: value.name, fields: () => known.fields })
      shared.set(operators.name, one)
    }
  }
  return shared
}

/** What asks for words. */
const textOperators = new Set(['contains', 'like', 'not_like'])

/** Texts are asked for words, and everything but a rich text for its value. */
function isUseful(operator: string, type: GraphQLNamedType): boolean {
  if (type === RichText) return textOperators.has(operator) || operator === 'exists'
  return type === GraphQLString || !textOperators.has(operator)
}

/** What conditions on a field compare, and what that is called. */
function valueOf(
  operators: GraphQLInputObjectType,
  kind: string | undefined,
  choices: ReadonlyMap<string, GraphQLEnumType>,
): { name: string; type: GraphQLNamedType; takes: GraphQLNamedType } {
  if (kind === 'richText')
    return { name: 'RichText_operator', type: RichText, takes: GraphQLString }
  if (kind === 'relationship' || kind === 'upload')
    return { name: 'Reference_operator', type: GraphQLString, takes: GraphQLString }
  const first = Object.values(operators.getFields()).find(({ name }) => name !== 'exists')!
  const named = getNamedType(first.type)
  const type = choices.get(named.name) ?? named
  return { name: `${type.name}_operator`, type, takes: type }
}

/** The same lists and marks around another type. */
function inPlace<Type extends GraphQLType>(
  type: Type,
  replaced: (type: GraphQLNamedType) => GraphQLNamedType,
): Type {
  const around = (given: GraphQLType): GraphQLType => {
    if (isNonNullType(given)) return new GraphQLNonNull(around(given.ofType) as GraphQLNullableType)
    if (isListType(given)) return new GraphQLList(around(given.ofType as GraphQLType))
    return replaced(given)
  }
  return around(type) as Type
}

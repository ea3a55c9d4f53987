import {
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLSchema,
} from 'graphql'
import type { SanitizedCollectionConfig, SelectField } from 'payload'
import {
  fieldName,
  fieldWords,
  inEnglish,
  optionWords,
  sentence,
} from '../../content/field-words.ts'
import { locales } from '../../locales.ts'
import { mostDocuments } from '../../delivery/limit-reads.ts'
import type { Origin, Origins } from './origins.ts'

/** What arguments mean, wherever they stand. */
const argumentWords: Record<string, string> = {
  allSessions: 'Whether to end the sessions in every browser.',
  collection: 'The content type, as in addresses: stations, notices, help-organizations.',
  count: 'Fills totalDocs.',
  depth: 'Depth of linked documents, 0 to 2.',
  email: 'The e-mail address of the account.',
  fallbackLocale: 'Stands in for missing text.',
  id: 'The id of the document.',
  limit: `Most to a page: 1 to ${mostDocuments.readers}; else 10.`,
  locale: 'The language.',
  page: 'Which page, from 1.',
  pagination: `False: the first ${mostDocuments.readers}, uncounted.`,
  password: 'The password of the account.',
  sort: 'Such as title; -title in reverse.',
  token: 'The token that was sent by e-mail.',
  where: 'Which of them.',
}

/** What operators of conditions ask. */
const operatorWords: Record<string, string> = {
  all: 'The list holds all of these.',
  contains: 'The text holds these words in this order.',
  equals: 'It is this.',
  exists: 'Whether it has a value.',
  greater_than: 'It is more than this, or later.',
  greater_than_equal: 'It is this, or more, or later.',
  in: 'It is one of these.',
  less_than: 'It is less than this, or earlier.',
  less_than_equal: 'It is this, or less, or earlier.',
  like: 'The text holds each of these words, in any order.',
  not_equals: 'It is not this.',
  not_in: 'It is none of these.',
  not_like: 'The text does not hold these words.',
}

/** What a list says of itself. */
const listWords: Record<string, string> = {
  docs: 'Those of this page.',
  hasNextPage: 'Whether more come after.',
  hasPrevPage: 'Whether some come before.',
  limit: 'Most documents to a page.',
  nextPage: 'The next page; null on the last.',
  offset: 'How many come before, or null.',
  page: 'This page, from 1.',
  pagingCounter: 'Place of its first one among all.',
  prevPage: 'The page before; null on the first.',
  totalDocs: 'How many on all pages.',
  totalPages: 'How many pages there are.',
}

const totalInsideDocument = 'How many in all; null without count: true.'

/** What signing in answers. */
const signInWords: Record<string, string> = {
  exp: 'When the session ends, in seconds since 1970; null when nobody was signed in.',
  refreshedToken: 'The new token; null when nobody was signed in.',
  strategy: 'In which way somebody signed in; null when that is not known.',
  token: 'For the header “Authorization: JWT …”; null when nobody was signed in.',
  user: 'Who signed in.',
}

const typeWords: Record<string, string> = {
  Query: 'What everybody may read: everything that is live.',
  Mutation: 'How members of the team sign in. With a role, the schema has much more in it.',
  LocaleInputType:
    'A language of the content. It holds for everything below; English if it is left out.',
  FallbackLocaleInputType:
    'The language that stands in for a missing text; English if it is left out.',
  DateTime: 'An instant in UTC as RFC 3339 has it, such as 2026-11-28T09:00:00.000Z.',
  JSON: 'Any JSON.',
  Status: 'Whether a document is live.',
  String_operator: 'Conditions on a text.',
  Float_operator: 'Conditions on a number.',
  Boolean_operator: 'Conditions on yes or no.',
  DateTime_operator: 'Conditions on an instant.',
  Reference_operator: 'Conditions on the documents that are pointed at, by their ids.',
  RichText_operator: 'Conditions on the words of a rich text.',
}

const statusWords = {
  draft: 'Not live. Readers never meet it.',
  published: 'Live. So is everything that readers get.',
}

/** The ways of saying how a mutation of Payload's is meant. */
const mutationWords: [RegExp, string][] = [
  [/^login/, 'Signs in, sets the cookie of the session, and gives its token.'],
  [/^logout/, 'Signs out.'],
  [/^refreshToken/, 'Makes the session last longer.'],
  [/^forgotPassword/, 'Sends a link for a new password, if the address has an account.'],
  [/^resetPassword/, 'Sets a new password with the token that was sent by e-mail.'],
]

/**
 * Describes everything in the schema of readers that has no description yet, from what `collections/` say:
 * the labels of content types, fields and choices, and the help below them.
 *
 * Changes the schema that is given.
 */
export function describe(schema: GraphQLSchema, origins: Origins): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isObjectType(type)) {
      type.description ||= typeDescription(type.name, origins)
      for (const field of Object.values(type.getFields())) {
        field.description ||= fieldDescription(type.name, field.name, origins)
        if (!isNonNullType(field.type))
          field.description = nullWords(field.description, originOf(type.name, field.name))
        for (const argument of field.args)
          argument.description ||= argumentDescription(argument, field.name)
      }
    }
    if (isInputObjectType(type)) {
      const condition = origins.conditions.get(type.name)
      type.description ||= condition
        ? `Conditions on ${plural(condition)}. All have to hold.`
        : (typeWords[type.name] ?? operatorDescription(type.name, origins))
      for (const field of Object.values(type.getFields()))
        field.description ||= conditionDescription(type.name, field.name, origins)
    }
    if (isEnumType(type)) describeChoices(type, origins)
    if (isScalarType(type) && typeWords[type.name]) type.description = typeWords[type.name]
  }

  function originOf(type: string, name: string): Origin | undefined {
    return origins.fields.get(`${type}.${name}`)
  }
}

function typeDescription(name: string, { lists, roots, types }: Origins): string | undefined {
  const origin = types.get(name)
  if (origin?.field)
    return `${fieldName(origin.field.name, origin.field)} Part of ${plural(origin.collection)}.`
  if (origin) {
    const help = inEnglish(origin.collection.admin.description)
    return help ? sentence(help) : `${singular(origin.collection)}.`
  }
  if (typeWords[name]) return typeWords[name]
  if (lists.has(name)) return 'A page of a list.'
  if (roots.get(name)?.is === 'count') return 'How many documents there are.'
  return /^[a-z]+(Login|Reset|Refreshed)/.test(name) ? 'What signing in answers.' : undefined
}

function fieldDescription(type: string, name: string, origins: Origins): string | undefined {
  if (type === 'Query') return rootDescription(name, origins)
  if (type === 'Mutation') return mutationWords.find(([pattern]) => pattern.test(name))?.[1]
  if (origins.lists.has(type))
    return name === 'totalDocs' && origins.parts.has(type) ? totalInsideDocument : listWords[name]
  if (origins.roots.get(type)?.is === 'count') return listWords[name]
  const origin = origins.fields.get(`${type}.${name}`)
  if (!origin) return signInWords[name]
  if (name === 'id' && origins.types.get(type)?.field) return 'Id of this row.'
  if (name === '_status') return 'Always published.'
  if (name === 'updatedAt') return 'When it was last published or saved.'
  // What editors are told besides is nothing that readers can do.
  if (name === 'slug') return 'Last part of its web address, such as balance-paid.'
  return fieldWords(name, origin.field)
}

/** Says when something is null, if it can be. */
function nullWords(
  description: string | null | undefined,
  origin: Origin | undefined,
): string | undefined {
  if (!description || /\bnull\b/i.test(description)) return description ?? undefined
  if (!origin) return description
  return origin.localized
    ? `${description} Null when not written.`
    : `${description} Null when not given.`
}

function rootDescription(name: string, { roots }: Origins): string | undefined {
  const root = roots.get(name)
  if (!root) return undefined
  const { collection, is } = root
  if (is === 'one')
    return `One of ${plural(collection)} by its id. Null, with an error, when none is live.`
  if (is === 'count') return `How many of ${plural(collection)} are live and meet a condition.`
  return `${plural(collection, true)} that are live, a page at a time.`
}

function argumentDescription({ name }: GraphQLArgument, field: string): string | undefined {
  if (name === 'collection' && field === 'address')
    return 'The content type, as in addresses: stations, notices, forms, steps, help-organizations, phases.'
  return argumentWords[name]
}

function conditionDescription(type: string, name: string, origins: Origins): string | undefined {
  if (!origins.conditions.has(type)) return operatorWords[name]
  if (name === 'AND') return 'All of these hold.'
  if (name === 'OR') return 'At least one of these holds.'
  const origin = origins.fields.get(`${type}.${name}`)
  if (/__id$/.test(name)) return 'Id of a row.'
  if (name === '_status') return 'Always published.'
  return fieldName(name, origin?.field)
}

function operatorDescription(name: string, { enums }: Origins): string {
  const choice = enums.get(name.replace(/_operator$/, ''))
  const of = choice
    ? fieldWords(choice.field.name, choice.field).replace(/[.?!…].*$/, '')
    : undefined
  return of ? `Conditions on the choice “${of}”.` : 'Conditions on a choice.'
}

function describeChoices(type: GraphQLEnumType, { enums }: Origins): void {
  const origin = enums.get(type.name)
  type.description ||=
    typeWords[type.name] ?? (origin && fieldWords(origin.field.name, origin.field))
  const options = (origin?.field as SelectField | undefined)?.options ?? []
  for (const value of type.getValues()) {
    const option = options.find(
      (one) => (typeof one === 'string' ? one : one.value) === value.value,
    )
    value.description ||=
      (option && origin?.field.name !== '_status' ? sentence(optionWords(option)) : undefined) ??
      (statusWords as Record<string, string>)[value.name] ??
      localeWords(value.name)
  }
}

function localeWords(name: string): string | undefined {
  if (name === 'none') return 'No language stands in.'
  const locale = locales.find(({ code }) => code === name)
  return locale && `${locale.label.en}.`
}

function plural({ labels }: SanitizedCollectionConfig, begins = false): string {
  const words = inEnglish(labels.plural) ?? ''
  return begins ? words : words.toLowerCase()
}

function singular({ labels }: SanitizedCollectionConfig): string {
  return inEnglish(labels.singular) ?? ''
}

import {
  GraphQLError,
  isListType,
  isNonNullType,
  Kind,
  type FieldNode,
  type GraphQLOutputType,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import { createComplexityRule, type ComplexityEstimator } from 'graphql-query-complexity'
import { isStaff, type Actor } from '../../access/roles.ts'
import type { ErrorCode } from '../errors.ts'
import { mostDocuments } from '../delivery/limit-reads.ts'

/** Deepest nesting of fields; questions about the schema itself are not counted. */
export const deepestQuery = 14

/** Most aliases in one question: each repeats work under another name. */
export const mostAliases = 30

/** Most fields an answer may have, lists counted at the length they may reach. */
export const largestAnswer = { readers: 30_000, staff: 100_000 } as const

/** Length assumed for a list whose question does not bound it, such as the steps of a station. */
const usualListLength = 6

/** In the `extensions` of a field of our own: the length assumed for its list, where it is another. */
export const listLengthKey = 'listLength'

/** What Payload's lists return when the question does not say how many. */
const usualPage = 10

/** Rules that bound what one question may cost, and keep readers and keys to what they may ask. */
export function graphqlLimits({
  actor,
  variables,
}: {
  actor: unknown
  variables: Record<string, unknown>
}): ValidationRule[] {
  const staff = isStaff(actor as Actor)
  const isKey = (actor as { _strategy?: string } | null)?._strategy === 'api-key'
  const most = staff ? largestAnswer.staff : largestAnswer.readers
  return [
    boundedDepth,
    boundedAliases,
    boundedAnswer({
      most,
      variables,
      longestList: staff ? mostDocuments.staff : mostDocuments.readers,
    }),
    ...(isKey ? [noMutationsWithKeys] : []),
  ]
}

/**
 * Bounds how many fields an answer may have. What is too much already when every list has one document is
 * refused without estimating it, because an estimate follows every fragment wherever it is used.
 */
function boundedAnswer({
  most,
  variables,
  longestList,
}: {
  most: number
  variables: Record<string, unknown>
  longestList: number
}): ValidationRule {
  const tooLarge = (max: number, actual: number) =>
    refusal(
      'MALFORMED',
      `This question may return ${Math.round(actual)} fields, more than the ${max} allowed. Ask for fewer documents (limit), fewer fields, or in several questions.`,
    )
  const estimated = createComplexityRule({
    estimators: [estimateWithLists(longestList)],
    maximumComplexity: most,
    variables,
    createError: tooLarge,
  }) as ValidationRule
  return (context) => {
    const known = new Map<string, number>()
    const counts = context
      .getDocument()
      .definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .map(({ selectionSet }) => fieldsOf(selectionSet, context, known))
    const largest = Math.max(0, ...counts)
    if (largest <= most) return estimated(context)
    context.reportError(tooLarge(most, largest))
    return {}
  }
}

/** How many fields there are with every fragment written out, each fragment counted once. */
function fieldsOf(
  { selections }: SelectionSetNode,
  context: ValidationContext,
  known: Map<string, number>,
): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD)
      return (
        sum + 1 + (selection.selectionSet ? fieldsOf(selection.selectionSet, context, known) : 0)
      )
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return sum + fieldsOf(selection.selectionSet, context, known)
    return sum + ofFragment(selection.name.value, context, known, fieldsOf)
  }, 0)
}

/**
 * How many fields a part of an answer may have: a page of documents counts its fields as often as it may have
 * documents; a list without a limit counts at its usual length.
 *
 * @param most documents on one page at most
 */
export const estimateWithLists =
  (most: number): ComplexityEstimator =>
  ({ args, childComplexity, field }) => {
    if (field.name.startsWith('__')) return 1
    if (field.args.some(({ name }) => name === 'limit')) {
      const asked: unknown = args['limit']
      const length =
        typeof asked === 'number'
          ? asked > 0
            ? Math.min(asked, most)
            : most
          : args['pagination'] === false
            ? most
            : usualPage
      return 1 + length * childComplexity
    }
    const isPageContent = field.name === 'docs'
    const length = (field.extensions[listLengthKey] as number | undefined) ?? usualListLength
    return 1 + childComplexity * (isList(field.type) && !isPageContent ? length : 1)
  }

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}

const boundedDepth: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const depth = depthOf(operation.selectionSet, context, new Map())
    if (depth > deepestQuery)
      context.reportError(
        refusal(
          'MALFORMED',
          `This question is nested ${depth} levels deep, more than the ${deepestQuery} allowed. Ask in several questions.`,
        ),
      )
  },
})

/** How many fields lie inside each other; questions about the schema itself count as one. */
export function depthOf(
  { selections }: SelectionSetNode,
  context: ValidationContext,
  known: Map<string, number>,
): number {
  return Math.max(
    0,
    ...selections.map((selection) => {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith('__') || !selection.selectionSet) return 1
        return 1 + depthOf(selection.selectionSet, context, known)
      }
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return depthOf(selection.selectionSet, context, known)
      return ofFragment(selection.name.value, context, known, depthOf)
    }),
  )
}

/** The measure of a fragment, taken once. One inside itself adds nothing: GraphQL's own rules report that. */
function ofFragment(
  name: string,
  context: ValidationContext,
  known: Map<string, number>,
  measure: typeof depthOf,
): number {
  const measured = known.get(name)
  if (measured !== undefined) return measured
  known.set(name, 0)
  const fragment = context.getFragment(name)
  const value = fragment ? measure(fragment.selectionSet, context, known) : 0
  known.set(name, value)
  return value
}

const boundedAliases: ValidationRule = (context) => {
  let aliases = 0
  return {
    Field(field) {
      if (field.alias) aliases += 1
      if (aliases === mostAliases + 1)
        context.reportError(
          refusal(
            'MALFORMED',
            `This question has more than ${mostAliases} aliases. Ask in several questions, or use in: [...] in a where.`,
          ),
        )
    },
  }
}

const noMutationsWithKeys: ValidationRule = (context) => ({
  OperationDefinition({ operation }) {
    if (operation === 'mutation')
      context.reportError(
        refusal(
          'NOT_PERMITTED',
          'An API key only reads. A person has to sign in to change something.',
        ),
      )
  },
})

function refusal(code: ErrorCode, message: string, node?: FieldNode): GraphQLError {
  return new GraphQLError(message, { nodes: node ?? null, extensions: { code } })
}

import {
  GraphQLError,
  isListType,
  isNonNullType,
  Kind,
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql'
import { createComplexityRule, type ComplexityEstimator } from 'graphql-query-complexity'
import { isStaff, type Actor } from '../../access/roles.ts'
import type { ErrorCode } from '../errors.ts'
import { mostDocuments } from '../delivery/limit-reads.ts'

/** Most words and signs in one question. */
export const mostTokens = 4_000

/** Deepest nesting of fields; questions about the schema itself are not counted. */
export const deepestQuery = 14

/** Most aliases in one question: each repeats work under another name. */
export const mostAliases = 30

/** Most fields an answer may have, lists counted at the length they may reach. */
export const largestAnswer = { readers: 30_000, staff: 100_000 } as const

/** Length assumed for a list whose question does not bound it, such as the steps of a station. */
const usualListLength = 6

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
    createComplexityRule({
      estimators: [estimateWithLists(staff ? mostDocuments.staff : mostDocuments.readers)],
      maximumComplexity: most,
      variables,
      createError: (max, actual) =>
        refusal(
          'MALFORMED',
          `This question may return ${Math.round(actual)} fields, more than the ${max} allowed. Ask for fewer documents (limit), fewer fields, or in several questions.`,
        ),
    }) as ValidationRule,
    ...(staff ? [] : [noRightsForReaders]),
    ...(isKey ? [noMutationsWithKeys] : []),
  ]
}

/**
 * A page of documents counts its fields as often as it may have documents; a list without a limit counts
 * at its usual length.
 */
const estimateWithLists =
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
    return 1 + childComplexity * (isList(field.type) && !isPageContent ? usualListLength : 1)
  }

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}

const boundedDepth: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const depth = depthOf(operation.selectionSet, context, new Set())
    if (depth > deepestQuery)
      context.reportError(
        refusal(
          'MALFORMED',
          `This question is nested ${depth} levels deep, more than the ${deepestQuery} allowed. Ask in several questions.`,
        ),
      )
  },
})

function depthOf(
  { selections }: SelectionSetNode,
  context: ValidationContext,
  fragments: ReadonlySet<string>,
): number {
  return Math.max(
    0,
    ...selections.map((selection) => {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith('__') || !selection.selectionSet) return 1
        return 1 + depthOf(selection.selectionSet, context, fragments)
      }
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return depthOf(selection.selectionSet, context, fragments)
      const fragment = spread(selection.name.value, context, fragments)
      return fragment
        ? depthOf(fragment.selectionSet, context, new Set([...fragments, selection.name.value]))
        : 0
    }),
  )
}

/** The fragment of that name, unless it is inside itself: GraphQL's own rules report that. */
function spread(
  name: string,
  context: ValidationContext,
  fragments: ReadonlySet<string>,
): FragmentDefinitionNode | undefined {
  return fragments.has(name) ? undefined : (context.getFragment(name) ?? undefined)
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

/** `docAccess…` answers differently for a draft and for nothing. */
const noRightsForReaders: ValidationRule = (context) =>
  refuseFields(context, (name) => name.startsWith('docAccess') || name === 'Access', {
    code: 'NOT_SIGNED_IN',
    message: 'What somebody may do with a document is told to people who are signed in.',
  })

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

function refuseFields(
  context: ValidationContext,
  isRefused: (name: string) => boolean,
  { code, message }: { code: ErrorCode; message: string },
): ASTVisitor {
  return {
    Field(field: FieldNode) {
      if (isRefused(field.name.value)) context.reportError(refusal(code, message, field))
    },
  }
}

function refusal(code: ErrorCode, message: string, node?: FieldNode): GraphQLError {
  return new GraphQLError(message, { nodes: node ?? null, extensions: { code } })
}

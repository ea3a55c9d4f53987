import {
  Kind,
  TypeInfo,
  ValidationContext,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql'
import { getComplexity } from 'graphql-query-complexity'
import { mostTokens } from '../delivery/cache/questions.ts'
import { mostDocuments } from '../delivery/limit-reads.ts'
import {
  deepestQuery,
  depthOf,
  estimateWithLists,
  largestAnswer,
  mostAliases,
} from './graphql-limits.ts'

/** One thing that is limited: how much of it a question has, and how much a reader may ask for. */
export interface Measure {
  measure: 'fields' | 'depth' | 'aliases' | 'tokens'
  found: number
  most: number
}

/**
 * How far a question stays from each limit for readers, with these variables.
 *
 * @throws GraphQLError when the question does not fit the schema, or its variables do not fit the question
 */
export function measureQuestion(
  document: DocumentNode,
  { schema, variables = {} }: { schema: GraphQLSchema; variables?: Record<string, unknown> },
): Measure[] {
  const context = new ValidationContext(schema, document, new TypeInfo(schema), () => {})
  const depths = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? depthOf(definition.selectionSet, context, new Map())
      : 0,
  )
  const fields = getComplexity({
    estimators: [estimateWithLists(mostDocuments.readers)],
    query: document,
    schema,
    variables,
  })
  return [
    { measure: 'fields', found: fields, most: largestAnswer.readers },
    { measure: 'depth', found: Math.max(...depths), most: deepestQuery },
    { measure: 'aliases', found: aliasesIn(document), most: mostAliases },
    { measure: 'tokens', found: tokensIn(document), most: mostTokens },
  ]
}

function aliasesIn(document: DocumentNode): number {
  let aliases = 0
  visit(document, {
    Field({ alias }) {
      if (alias) aliases += 1
    },
  })
  return aliases
}

/** Words and signs, as the parser counts them: comments are none. */
function tokensIn({ loc }: DocumentNode): number {
  let tokens = 0
  for (let token = loc?.startToken.next; token; token = token.next)
    if (token.kind !== '<EOF>' && token.kind !== 'Comment') tokens += 1
  return tokens
}

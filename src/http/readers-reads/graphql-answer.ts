import { execute } from 'graphql'
import type { PayloadRequest } from 'payload'
import { isOfTheMoment } from '../../delivery/cache/of-the-moment.ts'
import type { GraphqlQuestion } from '../../delivery/cache/questions.ts'
import { collectKeys } from '../../dependencies/surrogate-keys.ts'
import { graphqlLimits } from '../graphql-limits.ts'
import type { AskableSchema } from '../graphql-schemas.ts'

/**
 * The answer to a question over GraphQL as it is written over HTTP.
 *
 * @returns null where anything speaks against the question or against keeping its answer
 */
export async function graphqlAnswer(
  { operationName, query, variables }: GraphqlQuestion,
  { parse, schema, validate }: AskableSchema,
  req: PayloadRequest,
): Promise<string | null> {
  const variableValues = (variables ?? {}) as Record<string, unknown>
  const document = parse(query as string)
  const limits = graphqlLimits({ actor: null, variables: variableValues })
  if (validate(schema, document, limits).length > 0) return null
  collectKeys(req)
  const result = await execute({
    contextValue: { headers: {}, req },
    document,
    operationName: operationName as string | undefined,
    schema,
    variableValues,
  })
  return result.errors || isOfTheMoment(req) ? null : JSON.stringify(result)
}

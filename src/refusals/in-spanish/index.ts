import { inSpanishBy } from '../sayings.ts'
import { accounts } from './accounts.ts'
import { deskAndHistory } from './desk-and-history.ts'
import { discussion } from './discussion.ts'
import { editing } from './editing.ts'
import { graphqlLimits, graphqlOverHttp } from './graphql.ts'
import { graphqlQuestions } from './graphql-questions.ts'
import { graphqlValues } from './graphql-values.ts'
import { ofTheMap } from './of-the-map.ts'
import { ofPayload } from './payload.ts'
import { previews } from './previews.ts'
import { questions } from './questions.ts'
import { requests } from './requests.ts'
import { requirements } from './requirements.ts'
import { receivers, values } from './values.ts'
import { workflowOrders, workflowReasons } from './workflow.ts'

/**
 * What any refusal says, in Spanish; undefined where there is no Spanish for a part of it. What the platform says
 * comes first: Payload and GraphQL have sayings that fit much.
 */
export const inSpanish = inSpanishBy([
  ...requests,
  ...accounts,
  ...questions,
  ...previews,
  ...workflowReasons,
  ...workflowOrders,
  ...editing,
  ...discussion,
  ...deskAndHistory,
  ...ofTheMap,
  ...requirements,
  ...values,
  ...receivers,
  ...graphqlLimits,
  ...ofPayload,
  ...graphqlQuestions,
  ...graphqlValues,
  ...graphqlOverHttp,
])

import type * as GraphQLModule from 'graphql'
import type { GraphQLFieldConfigMap, GraphQLObjectType } from 'graphql'
import type { Config, PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'
import { memoize } from '../memoize.ts'
import { workflowAnswer } from '../workflow/answer.ts'
import { readSituation } from '../workflow/situation.ts'
import { actions, isAction, isSetAction, setActions } from '../workflow/states.ts'
import { transition, transitionSet } from '../workflow/transition.ts'
import { refuseReaders } from './workflow-endpoints.ts'

interface Context {
  req: PayloadRequest
}

type Fields = GraphQLFieldConfigMap<unknown, Context>
type Extension = NonNullable<NonNullable<Config['graphQL']>['queries']>

/**
 * The types of the workflow, made once for one copy of the graphql module: GraphQL knows a type by its
 * identity, so queries and mutations must share theirs.
 */
const typesOf = memoize(makeTypes)

/** `workflow(collection, id)`: where a document stands, and what the one who asks may do. */
export const workflowQueries: Extension = (given) => {
  const GraphQL = given as unknown as typeof GraphQLModule
  const { required, workflow } = typesOf(GraphQL)
  const fields: Fields = {
    workflow: {
      description: 'Where a document stands in the review workflow. For the team.',
      type: workflow,
      args: { collection: { type: required }, id: { type: required } },
      resolve: async (_root, args: { collection: string; id: string }, { req }) => {
        refuseReaders(req)
        return workflowAnswer(await readSituation({ ...args, req }), req)
      },
    },
  }
  return fields as never
}

/** `transition` and `transitionSet`: the same steps, rules and codes as over REST. */
export const workflowMutations: Extension = (given) => {
  const GraphQL = given as unknown as typeof GraphQLModule
  const { GraphQLList, GraphQLNonNull } = GraphQL
  const { documentInput, replacementInput, required, optional, workflow } = typesOf(GraphQL)
  const common = {
    comment: { type: optional },
    reason: { type: optional },
    publishAt: {
      description: 'An instant with its offset from UTC, such as 2027-03-01T09:00:00-05:00.',
      type: optional,
    },
    replacement: { type: replacementInput },
  }
  const fields: Fields = {
    transition: {
      description: `Takes a document one step through the review workflow: ${actions.join(', ')}.`,
      type: workflow,
      args: {
        collection: { type: required },
        id: { type: required },
        action: { type: required },
        contentHash: { description: 'The one you saw.', type: required },
        ...common,
      },
      resolve: async (_root, { collection, id, action, ...body }: TransitionArguments, { req }) => {
        if (!isAction(action)) throw unknownAction(action, actions)
        const situation = await transition({
          action,
          collection,
          id,
          body: withReplacement(body),
          req,
        })
        return workflowAnswer(situation, req)
      },
    },
    transitionSet: {
      description: `Takes several documents through the same step, all or none: ${setActions.join(', ')}.`,
      type: new GraphQLList(new GraphQLNonNull(workflow)),
      args: {
        action: { type: required },
        documents: {
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(documentInput))),
        },
        ...common,
      },
      resolve: async (_root, { action, ...body }: SetArguments, { req }) => {
        if (!isSetAction(action)) throw unknownAction(action, setActions)
        const documents = body.documents.map(withReplacement)
        const situations = await transitionSet({
          action,
          body: withReplacement({ ...body, documents }),
          req,
        })
        const answers = []
        for (const situation of situations) answers.push(await workflowAnswer(situation, req))
        return answers
      },
    },
  }
  return fields as never
}

interface TransitionArguments {
  collection: string
  id: string
  action: string
  contentHash: string
  replacement?: ReplacementArguments | null
}

interface SetArguments {
  action: string
  documents: { collection: string; id: string; replacement?: ReplacementArguments | null }[]
  replacement?: ReplacementArguments | null
}

interface ReplacementArguments {
  collection?: string | null
  id?: string | null
  sentence?: string | null
}

/** GraphQL has no input that is one thing or another, so what was left out has to go. */
function withReplacement<Body extends { replacement?: ReplacementArguments | null }>(body: Body) {
  const { replacement, ...rest } = body
  if (!replacement) return rest
  const given = Object.entries(replacement).filter(([, value]) => value !== null)
  return { ...rest, replacement: Object.fromEntries(given) }
}

function makeTypes(GraphQL: typeof GraphQLModule) {
  const { GraphQLBoolean, GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull } =
    GraphQL
  const { GraphQLObjectType, GraphQLScalarType, GraphQLString } = GraphQL
  const text = new GraphQLNonNull(GraphQLString)
  const flag = new GraphQLNonNull(GraphQLBoolean)
  const many = (type: GraphQLObjectType) =>
    new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
  const json = new GraphQLScalarType({
    name: 'WorkflowJSON',
    description: 'A JSON value.',
    serialize: (value) => value,
  })
  const person = new GraphQLObjectType({
    name: 'WorkflowPerson',
    fields: { id: { type: text }, name: { type: text } },
  })
  const reason = new GraphQLObjectType({
    name: 'WorkflowReason',
    fields: {
      code: { type: text },
      message: { type: text },
      path: { type: GraphQLString },
      collection: { type: GraphQLString },
      id: { type: GraphQLString },
      about: {
        type: new GraphQLObjectType({
          name: 'WorkflowReasonAbout',
          description: 'Another document that stands in the way.',
          fields: { collection: { type: text }, id: { type: text }, title: { type: text } },
        }),
      },
    },
  })
  const workflow = new GraphQLObjectType({
    name: 'Workflow',
    description: 'Where a document stands in the review workflow.',
    fields: {
      collection: { type: text },
      id: { type: text },
      title: { type: text },
      state: { type: text },
      live: { type: flag },
      liveContentHash: { type: GraphQLString },
      contentHash: { type: text },
      versionId: { type: text },
      updatedAt: { type: text },
      contributors: { type: many(person) },
      approvals: {
        type: many(
          new GraphQLObjectType({
            name: 'WorkflowApproval',
            fields: {
              by: { type: new GraphQLNonNull(person) },
              at: { type: text },
              contentHash: { type: text },
            },
          }),
        ),
      },
      publishAt: { type: GraphQLString },
      scheduleFailed: {
        type: new GraphQLObjectType({
          name: 'WorkflowScheduleFailure',
          fields: { at: { type: text }, reasons: { type: many(reason) } },
        }),
      },
      override: {
        type: new GraphQLObjectType({
          name: 'WorkflowOverride',
          fields: {
            by: { type: new GraphQLNonNull(person) },
            reason: { type: text },
            at: { type: text },
            confirmedBy: { type: person },
          },
        }),
      },
      withdrawal: {
        type: new GraphQLObjectType({
          name: 'WorkflowWithdrawal',
          fields: { at: { type: text }, reason: { type: text }, replacement: { type: json } },
        }),
      },
      actions: {
        type: many(
          new GraphQLObjectType({
            name: 'WorkflowAction',
            fields: {
              action: { type: text },
              allowed: { type: flag },
              reasons: { type: many(reason) },
            },
          }),
        ),
      },
      history: {
        type: many(
          new GraphQLObjectType({
            name: 'WorkflowEntry',
            description: 'A ledger entry without its snapshot.',
            fields: {
              sequence: { type: new GraphQLNonNull(GraphQLInt) },
              at: { type: text },
              type: { type: text },
              actorId: { type: GraphQLString },
              actorName: { type: GraphQLString },
              actorRoles: { type: new GraphQLNonNull(new GraphQLList(text)) },
              documentCollection: { type: text },
              documentId: { type: text },
              versionId: { type: GraphQLString },
              contentHash: { type: text },
              comment: { type: GraphQLString },
              details: { type: json },
              previousHash: { type: GraphQLString },
              hash: { type: text },
            },
          }),
        ),
      },
    },
  })
  const replacementInput = new GraphQLInputObjectType({
    name: 'WorkflowReplacementInput',
    description: 'Where readers go instead: a document, or a sentence for them.',
    fields: {
      collection: { type: GraphQLString },
      id: { type: GraphQLString },
      sentence: { type: GraphQLString },
    },
  })
  const documentInput = new GraphQLInputObjectType({
    name: 'WorkflowDocumentInput',
    fields: {
      collection: { type: text },
      id: { type: text },
      contentHash: { type: text },
      replacement: { type: replacementInput },
    },
  })
  return { documentInput, replacementInput, required: text, optional: GraphQLString, workflow }
}

function unknownAction(action: string, known: readonly string[]): EditorialError {
  return new EditorialError({
    code: 'MALFORMED',
    message: `There is no action “${action.slice(0, 40)}” here. Choose one of: ${known.join(', ')}.`,
  })
}

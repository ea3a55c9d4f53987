import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import {
  addDataAndFileToRequest,
  headersWithCors,
  type PayloadHandler,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'
import { EditorialError } from '../errors.ts'
import { takeForgottenPassword } from './forgotten-passwords.ts'
import { asOneTry } from './hash-turns.ts'

type Resolver = GraphQLFieldResolver<unknown, { req: PayloadRequest }, Record<string, unknown>>

/** What strangers meet over REST, around Payload's own handler or in its place. */
const restDoors: Record<string, (original: PayloadHandler) => PayloadHandler> = {
  '/login': (original) => (req) => asOneTry(async () => original(req)),
  '/reset-password': (original) => (req) => asOneTry(async () => original(req)),
  '/forgot-password': () => async (req) => {
    await addDataAndFileToRequest(req)
    await takeForgottenPassword(req, req.data?.['email'])
    return Response.json(
      { message: req.t('general:success') },
      { headers: headersWithCors({ headers: new Headers(), req }) },
    )
  },
  '/verify/:id': () => refuseVerification,
}

/** The same over GraphQL. */
const graphqlDoors: Record<string, (original: Resolver) => Resolver> = {
  loginUser:
    (original) =>
    (...asked) =>
      asOneTry(async () => original(...asked)),
  resetPasswordUser:
    (original) =>
    (...asked) =>
      asOneTry(async () => original(...asked)),
  forgotPasswordUser:
    () =>
    async (_source, args, { req }) => {
      await takeForgottenPassword(req, args['email'])
      return true
    },
  verifyEmailUser: () => refuseVerification,
}

/** Puts our doors into Payload's finished configuration, where its own handlers are among the endpoints. */
export function hangRestDoors(config: SanitizedConfig): SanitizedConfig {
  const users = config.collections.find(({ slug }) => slug === 'users')!
  if (!users.endpoints) throw new Error('The collection of people has no endpoints.')
  // Copies: Payload shares these objects between collections.
  users.endpoints = users.endpoints.map((endpoint) => {
    const door = endpoint.method === 'post' ? restDoors[endpoint.path] : undefined
    return door ? { ...endpoint, handler: door(endpoint.handler) } : endpoint
  })
  return config
}

/** Puts our doors into the GraphQL schema. */
export function hangGraphqlDoors(schema: GraphQLSchema): void {
  const mutations = schema.getMutationType()?.getFields() ?? {}
  for (const [name, door] of Object.entries(graphqlDoors)) {
    const field = mutations[name]
    if (!field?.resolve) throw new Error(`The GraphQL schema has no mutation ${name}.`)
    field.resolve = door(field.resolve)
  }
}

/** Accounts are made by administrators and need no mail to confirm them; Payload would answer with a fault. */
function refuseVerification(): never {
  throw new EditorialError({
    code: 'NOT_FOUND',
    message: 'Accounts are not confirmed by mail here.',
  })
}

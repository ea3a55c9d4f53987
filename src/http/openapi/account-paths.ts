import { roles } from '../../../access/roles.ts'
import { demoPassword } from '../../../seed/demo-people.ts'
import { answer, body, orNull, ref, refusals, signedIn, type Json, type Paths } from './parts.ts'

/** Shapes of accounts. */
export const accountSchemas: Json = {
  Account: {
    type: 'object',
    description: 'An account, as its owner gets it.',
    properties: {
      id: { type: 'string', description: 'Its id.' },
      email: { type: 'string', format: 'email', description: 'The address to sign in with.' },
      name: { type: 'string', description: 'The name people know them by.' },
      roles: {
        type: ['array', 'null'],
        items: { type: 'string', enum: [...roles] },
        description: 'What they may do.',
      },
    },
    required: ['id'],
    additionalProperties: true,
  },
}

/** Signing in and out. */
export const accountPaths: Paths = {
  '/api/users/login': {
    post: {
      operationId: 'sign-in',
      summary: 'Signs a person in',
      tags: ['accounts'],
      security: [{}],
      requestBody: body(
        {
          type: 'object',
          properties: {
            email: { type: 'string', format: 'email', description: 'Address of the account.' },
            password: { type: 'string', description: 'Its password.' },
          },
          required: ['email', 'password'],
        },
        { email: 'editor@stationmaster.test', password: demoPassword },
      ),
      responses: {
        '200': answer('The session. Send `token` as `Authorization: JWT …`.', {
          type: 'object',
          properties: {
            token: { type: 'string', description: 'Proof of who is signed in.' },
            exp: { type: 'integer', description: 'When it ends, in seconds since 1970.' },
            user: { ...ref('Account'), description: 'Who is signed in.' },
            message: { type: 'string', description: 'A sentence for people.' },
          },
          required: ['token', 'exp', 'user'],
        }),
        ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'TOO_MANY_REQUESTS'),
      },
    },
  },
  '/api/users/logout': {
    post: {
      operationId: 'sign-out',
      summary: 'Ends the session',
      tags: ['accounts'],
      ...signedIn,
      responses: { '200': answer('It is ended.', { type: 'object' }), ...refusals('MALFORMED') },
    },
  },
  '/api/users/me': {
    get: {
      operationId: 'who-am-i',
      summary: 'Who is signed in; nobody is `null`',
      tags: ['accounts'],
      security: [{}, { session: [] }, { apiKey: [] }],
      responses: {
        '200': answer('The account.', {
          type: 'object',
          properties: { user: orNull({ ...ref('Account'), description: 'Null: nobody is.' }) },
          required: ['user'],
        }),
      },
    },
  },
}

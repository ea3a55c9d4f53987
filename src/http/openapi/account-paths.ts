import { demoPassword } from '../../../seed/demo-people.ts'
import { answer, body, refusals, signedIn, type Paths } from './parts.ts'

const account = { type: ['object', 'null'], properties: { id: { type: 'string' } } }

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
          properties: { email: { type: 'string' }, password: { type: 'string' } },
          required: ['email', 'password'],
        },
        { email: 'editor@stationmaster.test', password: demoPassword },
      ),
      responses: {
        '200': answer('The session. Send `token` as `Authorization: JWT …`.', {
          type: 'object',
          properties: { token: { type: 'string' }, exp: { type: 'integer' }, user: account },
          required: ['token', 'user'],
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
          properties: { user: account },
          required: ['user'],
        }),
      },
    },
  },
}

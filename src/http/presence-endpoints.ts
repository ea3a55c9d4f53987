import type { Endpoint } from 'payload'
import { attendedDocuments, bePresent } from '../presence/presence.ts'
import { bodyOf, placeOf, refuseReaders } from './workflow-endpoints.ts'

/** Who is in one document. Every content type with a workflow has it. */
export const documentPresenceEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/presence',
  method: 'post',
  handler: async (req) => Response.json(await bePresent(placeOf(req), await bodyOf(req), req)),
}

/** Who is in any document, in one answer for all that a page shows. */
export const presenceEndpoint: Endpoint = {
  path: '/presence',
  method: 'get',
  handler: async (req) => {
    refuseReaders(req, 'Who is in which document is for the team. Sign in with a role.')
    return Response.json(await attendedDocuments(req))
  },
}

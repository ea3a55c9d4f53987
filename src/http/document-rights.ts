import {
  addDataAndFileToRequest,
  docAccessOperation,
  type CollectionSlug,
  type Endpoint,
} from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'

/**
 * `POST /api/{collection}/access/{id}`: what somebody may do with a document, in place of Payload's own.
 * Payload answers anyone, and differently for a draft and for nothing, which tells that the draft exists.
 *
 * The panel sends what is in the form, once as a draft and once as published, to learn which of its buttons
 * and fields to offer. Without a body the answer is about the document as it is stored.
 */
export const tellStaffTheirRights: Omit<Endpoint, 'root'> = {
  path: '/access/:id',
  method: 'post',
  handler: async (req) => {
    if (!isStaff(req.user as Actor))
      throw new EditorialError({
        code: 'NOT_SIGNED_IN',
        message: 'What somebody may do with a document is told to people who are signed in.',
      })
    const { collection: slug, id } = req.routeParams as { collection: CollectionSlug; id: string }
    const collection = req.payload.collections[slug]!
    await addDataAndFileToRequest(req)
    const rights = await docAccessOperation({ collection, data: req.data, id, req })
    return Response.json(rights)
  },
}

import type { Endpoint } from 'payload'
import { isAdministrator, type Actor } from '../../access/roles.ts'
import { deliverAgain } from '../delivery/webhooks/deliver.ts'
import { EditorialError } from '../errors.ts'

/** `POST /api/webhook-deliveries/{id}/retry`: tries a delivery again that was given up. */
export const retryDelivery: Omit<Endpoint, 'root'> = {
  path: '/:id/retry',
  method: 'post',
  handler: async (req) => {
    if (!isAdministrator(req.user as Actor))
      throw new EditorialError({
        code: req.user ? 'NOT_PERMITTED' : 'NOT_SIGNED_IN',
        message: 'Administrators have deliveries tried again. Sign in as one.',
      })
    const id = String(req.routeParams?.['id'])
    if (!(await deliverAgain(req.payload, id)))
      throw new EditorialError({
        code: 'NOT_FOUND',
        message: 'There is no delivery of this id that was given up.',
      })
    return Response.json({ status: 'waiting' })
  },
}

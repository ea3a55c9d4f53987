import type { Endpoint } from 'payload'
import { isAdministrator, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'
import { sendAgain } from '../notifications/mails/send-mails.ts'

/** `POST /api/mails/{id}/retry`: tries a mail again that was given up. */
export const retryMail: Omit<Endpoint, 'root'> = {
  path: '/:id/retry',
  method: 'post',
  handler: async (req) => {
    if (!isAdministrator(req.user as Actor))
      throw new EditorialError({
        code: req.user ? 'NOT_PERMITTED' : 'NOT_SIGNED_IN',
        message: 'Administrators have mails tried again. Sign in as one.',
      })
    const id = String(req.routeParams?.['id'])
    if (!(await sendAgain(req.payload, id)))
      throw new EditorialError({
        code: 'NOT_FOUND',
        message: 'There is no mail of this id that was given up.',
      })
    return Response.json({ status: 'waiting' })
  },
}

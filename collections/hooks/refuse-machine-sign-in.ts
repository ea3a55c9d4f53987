import type { CollectionBeforeLoginHook } from 'payload'
import { EditorialError } from '../../src/errors.ts'

/** A machine reads with its key; it has no session and cannot use the panel. */
export const refuseMachineSignIn: CollectionBeforeLoginHook = ({ user }) => {
  if ((user as { kind?: string }).kind === 'machine')
    throw new EditorialError({
      code: 'NOT_PERMITTED',
      message:
        'This account is a machine. Send its API key with each request instead of signing in.',
    })
  return user
}

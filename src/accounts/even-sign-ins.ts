import { AuthenticationError, type CollectionBeforeOperationHook } from 'payload'
import { takeTurn } from './hash-turns.ts'
import { hashForNobody, wouldHash } from './password-check.ts'

/**
 * A refused sign-in tells nobody who has an account: whether the address is unknown, the account is locked or
 * the password is wrong, one password is hashed, and the words are the same.
 *
 * It stands behind the limit of tries, so that what is over the limit costs nothing.
 *
 * @throws AuthenticationError where Payload would refuse without hashing
 * @throws EditorialError UNAVAILABLE when too many wait for their turn
 */
export const evenSignIns: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'resetPassword') await takeTurn({ isEven: false })
  if (operation !== 'login') return args
  const { email, password } =
    (args as { data?: { email?: unknown; password?: unknown } }).data ?? {}
  // Payload says what is missing, and looks nobody up.
  if (!isText(email) || !isText(password)) return args
  await takeTurn({ isEven: true })
  if (await wouldHash(req.payload, { email, req })) return args
  await hashForNobody(password)
  throw new AuthenticationError(req.t)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

import type { CollectionBeforeOperationHook } from 'payload'
import { EditorialError } from '../../src/errors.ts'

const writes = new Set(['create', 'update', 'delete', 'restoreVersion'])

/** No door writes here, not even one that overrides access. */
export const refuseAllWrites: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (writes.has(operation))
    throw new EditorialError({
      code: 'NOT_PERMITTED',
      message: 'What stands here is written by the platform alone. Nobody changes or deletes it.',
    })
  return args
}

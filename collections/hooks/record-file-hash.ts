import type { CollectionBeforeChangeHook } from 'payload'
import { createHash } from 'node:crypto'

/**
 * A file's document says what its bytes are, so that an approval covers them: SHA-256, 64 lower-case
 * hexadecimal digits. Only a file that arrives sets it; a copy has the bytes, and the hash, of its original.
 */
export const recordFileHash: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const { file } = req
  if (file) return { ...data, sha256: createHash('sha256').update(file.data).digest('hex') }
  const before = (originalDoc as { sha256?: unknown } | undefined)?.sha256
  return before === undefined ? data : { ...data, sha256: before }
}

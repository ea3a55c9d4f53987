import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { EditorialError } from '../../src/errors.ts'

/** What the platform found out about a file when it was uploaded. */
const facts = [
  'filename',
  'filesize',
  'height',
  'mimeType',
  'thumbnailURL',
  'url',
  'width',
] as const

/** A document in media is a file with words about it; without the file there is nothing to describe. */
export const requireFile: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const isDuplicate = (args as { duplicateFromID?: unknown }).duplicateFromID !== undefined
  const fromDisk = (args as { filePath?: unknown }).filePath !== undefined
  if (operation === 'create' && !req.file && !isDuplicate && !fromDisk)
    throw new EditorialError({
      code: 'MALFORMED',
      message:
        'There is no file in this request. Send it as multipart/form-data, in a part named file.',
    })
  return args
}

/** What is said of a file comes from the file, whatever a client sends. */
export const keepFileFacts: CollectionBeforeValidateHook = ({ data, operation, originalDoc }) => {
  if (operation !== 'update' || !data) return data
  const before = originalDoc as Record<string, unknown>
  return {
    ...data,
    ...Object.fromEntries(facts.filter((name) => name in data).map((name) => [name, before[name]])),
  }
}

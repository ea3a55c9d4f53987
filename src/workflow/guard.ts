import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'
import { isPerson, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'
import { takeGrant } from './grants.ts'
import { aboutWrite } from './refused-writes.ts'

/** What this guard looks at in the arguments of Payload's write operations. */
interface WriteArguments {
  id?: unknown
  autosave?: boolean | undefined
  data?: { _status?: unknown } | undefined
  draft?: boolean | undefined
  duplicateFromID?: unknown
  publishAllLocales?: boolean | undefined
  publishSpecificLocale?: string | undefined
  unpublishAllLocales?: boolean | undefined
  req: PayloadRequest
}

const writes = new Set(['create', 'update', 'restoreVersion', 'delete'])

/**
 * The one place every write passes: REST, GraphQL, the panel, jobs and the Local API, with or without
 * `overrideAccess`. Whatever would make, change or remove something live is refused here, unless
 * `transition()` granted just this write.
 *
 * It stands in `beforeOperation` because no other hook or access rule sees the `draft` flag, and a write
 * without that flag goes live whatever its data says.
 *
 * Nothing is written without a person either: a text nobody answers for could be approved by whoever
 * wrote it.
 *
 * @throws EditorialError USE_WORKFLOW, or NOT_PERMITTED without a person
 */
export const guardLiveWrites: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  if (!writes.has(operation)) return args
  const write = args as WriteArguments
  // A scheduled publication runs for nobody; its grant stands for the person who scheduled it.
  const granted = takeGrant(req, { collection: collection.slug, id: String(write.id) })
  if (granted) return args
  refuseWithoutPerson(req)
  refuseNewFileUnderOldId({ operation, req, takesFiles: Boolean(collection.upload) })
  if (operation !== 'delete' && writesLive(operation, write))
    throw refusal({ collection: collection.slug, operation, write })
  // An autosave would change the newest version in place, and every saved version is kept as it was.
  return write.autosave ? { ...args, autosave: false } : args
}

function writesLive(operation: string, write: WriteArguments): boolean {
  const asksToPublish = (write.data?._status ?? 'draft') !== 'draft'
  const publishesLocales =
    Boolean(write.publishAllLocales) ||
    Boolean(write.unpublishAllLocales) ||
    Boolean(write.publishSpecificLocale)
  const isPlainCreate = operation === 'create' && write.duplicateFromID === undefined
  // A plain create without a published status makes a document nobody sees, flag or no flag.
  if (isPlainCreate && !asksToPublish && !publishesLocales) return false
  return write.draft !== true || asksToPublish || publishesLocales
}

function refuseWithoutPerson({ user }: PayloadRequest): void {
  if (isPerson(user as Actor)) return
  throw new EditorialError({
    code: user ? 'NOT_PERMITTED' : 'NOT_SIGNED_IN',
    message:
      'Only people with a role write, because every text names who contributed to it. Sign in; in a script, pass the user it writes for.',
  })
}

function refuseNewFileUnderOldId({
  operation,
  req,
  takesFiles,
}: {
  operation: string
  req: PayloadRequest
  takesFiles: boolean
}): void {
  if (takesFiles && req.file && operation === 'update')
    throw new EditorialError({
      code: 'NOT_PERMITTED',
      message:
        'A file never changes once it is stored, because pages that show it were approved with it. Upload the new file as a new document and point the pages at that one.',
    })
}

function refusal({
  collection,
  operation,
  write: { id },
}: {
  collection: CollectionSlug
  operation: string
  write: WriteArguments
}): EditorialError {
  const error = useWorkflow()
  // A new document, or all that meet a condition, is none that anybody could look up later.
  if (operation === 'create' || id === undefined) return error
  return aboutWrite(error, {
    collection,
    ...(operation === 'restoreVersion' ? { versionId: String(id) } : { id: String(id) }),
  })
}

function useWorkflow(): EditorialError {
  return new EditorialError({
    code: 'USE_WORKFLOW',
    message:
      'What the public sees changes only through the review workflow. Save this as a draft (over the APIs: with draft=true and without _status) and submit it for review.',
  })
}

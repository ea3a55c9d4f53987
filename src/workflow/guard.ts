import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'
import { mayChangeLive } from '../../access/content.ts'
import { isPerson, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'

/** What this guard looks at in the arguments of Payload's write operations. */
interface WriteArguments {
  id?: unknown
  data?: { _status?: unknown } | undefined
  draft?: boolean | undefined
  duplicateFromID?: unknown
  overrideAccess?: boolean | undefined
  publishAllLocales?: boolean | undefined
  publishSpecificLocale?: string | undefined
  unpublishAllLocales?: boolean | undefined
  req: PayloadRequest
}

/**
 * The one place every write passes: REST, GraphQL, the panel, jobs and the Local API, with or without
 * `overrideAccess`. Whatever would make, change or remove something live is refused here unless the
 * person asking may do that.
 *
 * It stands in `beforeOperation` because no other hook or access rule sees the `draft` flag, and a write
 * without that flag goes live whatever its data says.
 *
 * @throws EditorialError NOT_PERMITTED, or USE_WORKFLOW for what nobody may do this way
 */
export const guardLiveWrites: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const write = args as WriteArguments
  refuseNewFileUnderOldId({ operation, req, takesFiles: Boolean(collection.upload) })
  // Payload looks the version up first, and answers differently where there is none.
  if (operation === 'restoreVersion' && !isPerson(req.user as Actor)) refuse(operation)
  const touchesLive =
    operation === 'delete'
      ? await deletesLive(write, collection.slug, req)
      : (operation === 'create' || operation === 'update' || operation === 'restoreVersion') &&
        writesLive(operation, write)
  if (touchesLive && !mayChangeLive(req.user as Actor)) refuse(operation)
  return args
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

async function deletesLive(
  write: WriteArguments,
  collection: string,
  req: PayloadRequest,
): Promise<boolean> {
  // A deletion by condition is narrowed to drafts by the access rule, unless that rule is switched off.
  if (write.id === undefined) return write.overrideAccess === true
  const stored = await req.payload.db.findOne<{ _status?: string } & { id: string }>({
    collection: collection as CollectionSlug,
    req,
    where: { id: { equals: write.id as string } },
  })
  return stored?._status === 'published'
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

function refuse(operation: string): never {
  const advice =
    operation === 'delete'
      ? 'It can be withdrawn by a publisher.'
      : 'Save it as a draft instead (over the APIs: with draft=true and without _status).'
  throw new EditorialError({
    code: 'NOT_PERMITTED',
    message: `This would change what the public sees, which takes a publisher or administrator. ${advice}`,
  })
}

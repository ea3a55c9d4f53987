import type {
  CollectionAfterChangeHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { canonicalJson } from '../content/canonical-json.ts'
import { hiddenContent } from '../content/whole-content.ts'
import { EditorialError } from '../errors.ts'
import { grantInUse } from '../workflow/grants.ts'
import { basesNamedBy, type Base } from './base.ts'
import { isStillNewest } from './meanwhile.ts'
import { noteSave } from './overtaken.ts'
import { staleSave } from './stale.ts'
import { documentOfVersion, newestVersion, type Place } from './versions.ts'

/** What this looks at in the arguments of Payload's operations. */
interface SaveArguments {
  id?: unknown
}

const saves = new Set(['update', 'restoreVersion', 'delete'])

/**
 * Nobody overwrites in silence what somebody else saved: a save that names the version it is based on is refused
 * when that is not the newest any more. The newest is read in the transaction of the save, so of two saves on the
 * same base one is stored.
 *
 * It holds for what arrives over REST and GraphQL. A save without a base is taken, unless `REQUIRE_BASE` is on.
 *
 * @throws EditorialError MALFORMED, STALE_CONTENT with what changed, or BASE_REQUIRED
 */
export const refuseStaleSaves: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (!saves.has(operation) || !comesThroughDoor(req) || grantInUse(req)) return args
  const { id } = args as SaveArguments
  // Over GraphQL several saves share the context of their request.
  noteSave(req, undefined)
  Reflect.deleteProperty(req.context, unseenKey)
  const bases = basesNamedBy(req)
  if (operation !== 'delete') refuseWithoutBase(bases, req)
  if (bases.length === 0) return args
  if (id === undefined) throw ofSeveral()
  const place = await placeOf(collection.slug, { operation, id: String(id), req })
  // What does not exist is refused as such.
  if (!place) return args
  noteSave(req, { place, bases })
  const newest = await newestVersion(place, req)
  if (!newest) return args
  for (const base of bases)
    if (!(await isStillNewest(base, newest, place, req)))
      throw (
        (await staleSave(place, base, req)) ?? new Error('A stale base was found to be current.')
      )
  const isByHash = bases.every(({ as }) => as === 'hash')
  if (isByHash)
    req.context[unseenKey] = { ...place, said: hiddenIn(collection.slug, newest.document, req) }
  return args
}

/**
 * A content hash says nothing of what readers do not see, such as notes for the team. So a save that names a hash
 * may not change any of that: it could be overwriting what its author never saw.
 *
 * @throws EditorialError STALE_CONTENT; the transaction of the save ends with it
 */
export const refuseUnseenOverwrites: CollectionAfterChangeHook = async ({
  collection,
  doc,
  req,
}) => {
  const before = req.context[unseenKey] as (Place & { said: string }) | undefined
  const place = { collection: collection.slug, id: (doc as { id: string }).id }
  if (before?.collection !== place.collection || before.id !== place.id) return doc
  const after = await newestVersion(place, req)
  if (after && hiddenIn(place.collection, after.document, req) !== before.said)
    throw new EditorialError({
      code: 'STALE_CONTENT',
      message:
        'This save changes what readers do not see, and its base is a content hash, which says nothing of that: somebody may have changed it meanwhile. Nothing was stored. Name the version that you read, by its id: GET /api/{collection}/{id}?draft=true gives it in ETag.',
    })
  return doc
}

const unseenKey = 'unseenBySaveOnHash'

function hiddenIn(
  collection: CollectionSlug,
  document: Record<string, unknown>,
  { payload }: PayloadRequest,
): string {
  return canonicalJson(hiddenContent(payload.collections[collection].config, document))
}

function comesThroughDoor({ payloadAPI }: PayloadRequest): boolean {
  return payloadAPI === 'REST' || payloadAPI === 'GraphQL'
}

function refuseWithoutBase(bases: readonly Base[], { payload }: PayloadRequest): void {
  const isNamed = bases.some(({ as }) => as !== 'any')
  if (isNamed || payload.config.custom['requireBase'] !== true) return
  throw new EditorialError({
    code: 'BASE_REQUIRED',
    message:
      'This installation takes a save only with the version it is based on, so that nobody overwrites what somebody else saved. Read the document (GET /api/{collection}/{id}?draft=true) and send back its ETag: If-Match: "<id of the version>", over GraphQL the argument basedOn. * names no version.',
  })
}

async function placeOf(
  collection: CollectionSlug,
  { id, operation, req }: { id: string; operation: string; req: PayloadRequest },
): Promise<Place | undefined> {
  if (operation !== 'restoreVersion') return { collection, id }
  const document = await documentOfVersion(collection, id, req)
  return document === undefined ? undefined : { collection, id: document }
}

function ofSeveral(): EditorialError {
  return new EditorialError({
    code: 'MALFORMED',
    message:
      'A base is the version of one document, and this request is about all that meet a condition. Name one document by its id.',
  })
}

import type {
  CollectionAfterOperationHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { tagOf } from './base.ts'
import { newestVersionId } from './versions.ts'

/** What these look at in the arguments of Payload's operations. */
interface Arguments {
  id?: unknown
  draft?: boolean
  overrideAccess?: boolean
  select?: unknown
}

const readKey = 'versionsRead'

/**
 * Notes which version of a document is the newest just before somebody of the team reads its draft. When it is saved
 * in between, the version that is told is an older one than what they read: a save on it may be refused without
 * need, and overwrites nothing.
 */
export const noteVersionRead: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const read = args as Arguments
  const { draft, id } = read
  if (operation !== 'read' || draft !== true || id === undefined) return args
  if (read.overrideAccess === true || !isStaff(req.user as Actor)) return args
  const place = { collection: collection.slug, id: String(id) }
  const versionId = await newestVersionId(place, req)
  if (versionId) versionsRead(req).set(keyOf(place), versionId)
  return args
}

const savedKey = 'versionSaved'

interface Saved {
  place: string
  versionId: string
  transactionID: unknown
}

/** Notes which version a save has just made, in its transaction, so that it need not be asked for again. */
export async function noteVersionSaved(
  place: { collection: string; id: string },
  versionId: string,
  req: PayloadRequest,
): Promise<void> {
  req.context[savedKey] = {
    place: keyOf(place),
    versionId,
    transactionID: await req.transactionID,
  } satisfies Saved
}

/** The version that the save of a document has made, where it was noted. */
async function versionSaved(
  place: { collection: string; id: string },
  req: PayloadRequest,
): Promise<string | undefined> {
  const saved = req.context[savedKey] as Saved | undefined
  Reflect.deleteProperty(req.context, savedKey)
  const isThisSave =
    saved?.place === keyOf(place) &&
    saved.transactionID !== undefined &&
    saved.transactionID === (await req.transactionID)
  return isThisSave ? saved.versionId : undefined
}

const saves = new Set(['create', 'updateByID', 'restoreVersion'])

/**
 * Tells the team which version they read or saved, to name it as the base of their next save: `versionId` in the
 * document, and the entity tag of the answer.
 */
export const tellVersion: CollectionAfterOperationHook = async ({
  args,
  collection,
  operation,
  req,
  result,
}) => {
  const document = result as { id?: unknown } | null
  if (!isStaff(req.user as Actor) || document?.id === undefined) return result
  const place = { collection: collection!.slug, id: String(document.id) }
  // What the platform writes by itself, such as the seed, asks for no more.
  const isSave = saves.has(operation as string) && req.payloadAPI !== 'local'
  const versionId = isSave
    ? ((await versionSaved(place, req)) ?? (await newestVersionId(place, req)))
    : operation === 'findByID'
      ? versionsRead(req).get(keyOf(place))
      : undefined
  if (!versionId) return result
  if (req.payloadAPI === 'REST') {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('ETag', tagOf(versionId))
  }
  // Whoever names the fields they want gets those.
  return (args as Arguments).select ? result : { ...document, versionId }
}

function versionsRead(req: PayloadRequest): Map<string, string> {
  const known = req.context[readKey] as Map<string, string> | undefined
  const versions = known ?? new Map<string, string>()
  req.context[readKey] = versions
  return versions
}

function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}

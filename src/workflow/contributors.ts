import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
  Where,
} from 'payload'
import { entriesAppended } from '../ledger/appended.ts'
import { entriesOf, type EntrySummary } from '../ledger/read.ts'
import { grantInUse } from './grants.ts'

/** Somebody who changed a text since somebody else last agreed to it in public: see `docs/workflow.md`. */
export interface Contributor {
  id: string
  name: string
}

/** What a stored version or document says of people, and which document it is. */
interface StoredNames {
  _status?: string
  contributors?: unknown
  id?: string
  savedBy?: unknown
}

const carriedKey = 'contributorsCarried'

/**
 * Text that comes from elsewhere brings its contributors along: an older version that is restored, or a
 * document that is duplicated. Otherwise an author could have their own words approved by themselves, by
 * way of somebody else's click.
 */
export const carryContributors: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { id, duplicateFromID } = args as { id?: unknown; duplicateFromID?: unknown }
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion')
    return args
  if (operation === 'restoreVersion') carry(req, await broughtByVersion(req, collection.slug, id))
  else if (duplicateFromID !== undefined)
    carry(req, await broughtByCopy(req, collection.slug, String(duplicateFromID)))
  else carry(req, [])
  return args
}

/**
 * Every saved version says who contributed to it since the document was last public, and who saved it. The
 * platform works that out; what a client sends is dropped.
 */
export const recordContributors: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const grant = grantInUse(req)
  // A publication keeps its authors' names; a withdrawal adds nobody.
  // What becomes public keeps the name of whoever saved that version, which is part of what is restored.
  if (grant?.makes === 'published') return { ...data, contributors: carriedBy(req) }
  const before = originalDoc as StoredNames | undefined
  const sinceReview =
    before?._status === 'published'
      ? await contributorsNobodyReviewed({ collection: collection.slug, id: before.id, req })
      : contributorsIn(before)
  if (grant) return { ...data, contributors: sinceReview, savedBy: before?.savedBy ?? null }
  return {
    ...data,
    contributors: distinct([...sinceReview, ...carriedBy(req), ...writer(req)]),
    savedBy: writer(req)[0] ?? null,
  }
}

/**
 * Who contributed to what is live, if it rests on an override that nobody has confirmed. Nobody else has
 * looked at their words yet, and the next text is mostly made of them.
 */
async function contributorsNobodyReviewed({
  collection,
  id,
  req,
}: {
  collection: CollectionSlug
  id: string | undefined
  req: PayloadRequest
}): Promise<Contributor[]> {
  // A copy has no history yet; it brings everybody along who is on record for its original.
  if (id === undefined) return []
  const entries = await entriesOf({ collection, id, req })
  await keepEntriesRead({ collection, id, entries, req })
  const publication = entries.findLast(({ type }) => type === 'published')
  const basis = publication?.details.restsOn
  const isOverride = entries.some((one) => one.sequence === basis && one.type === 'overridden')
  const isConfirmed = entries.some(
    (one) => one.type === 'confirmed' && one.details.restsOn === basis,
  )
  return isOverride && !isConfirmed ? (publication?.details.contributors ?? []) : []
}

const entriesKey = 'entriesReadInSave'

interface EntriesRead {
  collection: string
  id: string
  entries: EntrySummary[]
  appended: number
  transactionID: unknown
}

async function keepEntriesRead({
  req,
  ...read
}: Omit<EntriesRead, 'appended' | 'transactionID'> & { req: PayloadRequest }): Promise<void> {
  req.context[entriesKey] = {
    ...read,
    appended: entriesAppended(),
    transactionID: await req.transactionID,
  } satisfies EntriesRead
}

/** The entries of a document that its save has read in this transaction, unless any were written since; given once. */
export async function entriesReadInSave(
  { collection, id }: { collection: string; id: string },
  req: PayloadRequest,
): Promise<EntrySummary[] | undefined> {
  const read = req.context[entriesKey] as EntriesRead | undefined
  Reflect.deleteProperty(req.context, entriesKey)
  const isThisSave =
    read?.collection === collection &&
    read.id === id &&
    read.appended === entriesAppended() &&
    read.transactionID !== undefined &&
    read.transactionID === (await req.transactionID)
  return isThisSave ? read.entries : undefined
}

/** The contributors a stored version or document names. */
export function contributorsIn(document: { contributors?: unknown } | undefined): Contributor[] {
  const stored = document?.contributors
  return Array.isArray(stored) ? (stored as Contributor[]) : []
}

/** Who saved a stored version, or null where that was not written down and several had written in it. */
export function saverOf(
  document: { contributors?: unknown; savedBy?: unknown } | undefined,
): Contributor | null {
  const saver = document?.savedBy as Contributor | null | undefined
  if (saver?.id) return { id: saver.id, name: saver.name }
  const contributors = contributorsIn(document)
  return contributors.length === 1 ? contributors[0]! : null
}

function carry(req: PayloadRequest, contributors: Contributor[]): void {
  req.context[carriedKey] = distinct(contributors)
}

function carriedBy(req: PayloadRequest): Contributor[] {
  return (req.context[carriedKey] as Contributor[] | undefined) ?? []
}

function writer({ user }: PayloadRequest): Contributor[] {
  return user ? [{ id: String(user.id), name: nameOf(user) }] : []
}

/** What a person is called in the record. */
export function nameOf(user: { name?: unknown; email?: unknown }): string {
  return String(user.name || user.email || '')
}

/** A person by id, as they are called in the record. */
export function namedPerson(user: { id: unknown; name?: unknown; email?: unknown }): Contributor {
  return { id: String(user.id), name: nameOf(user) }
}

function distinct(contributors: Contributor[]): Contributor[] {
  return [...new Map(contributors.map(({ id, name }) => [id, { id, name }])).values()]
}

/** A publication keeps the names of its version; a draft made of it names the authors of all its words. */
async function broughtByVersion(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: unknown,
): Promise<Contributor[]> {
  const grant = grantInUse(req)
  // A hook may restore something else meanwhile, whose authors are others.
  if (grant?.known && grant.collection === collection && grant.id === String(id))
    return [...grant.known.contributors]
  const version = await findVersion(req, collection, { id: { equals: id } })
  if (!version) return []
  const own = contributorsIn(version.version)
  if (grant) return own
  return [...own, ...(await contributorsOnRecord(req, collection, String(version.parent)))]
}

async function broughtByCopy(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<Contributor[]> {
  const newest = await findVersion(req, collection, {
    and: [{ parent: { equals: id } }, { latest: { equals: true } }],
  })
  return [...contributorsIn(newest?.version), ...(await contributorsOnRecord(req, collection, id))]
}

/**
 * Everybody the ledger names as a contributor to a document, however long ago: a version from before may
 * hold words of theirs that are not public any more, and a copy was never public at all.
 */
async function contributorsOnRecord(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<Contributor[]> {
  const entries = await entriesOf({ collection, id, req })
  return entries.flatMap(({ details }) => details.contributors ?? [])
}

async function findVersion(req: PayloadRequest, collection: CollectionSlug, where: Where) {
  const { docs } = await req.payload.db.findVersions<{ contributors?: unknown; id: string }>({
    collection,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where,
  })
  return docs[0]
}

import type {
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { grantInUse } from './grants.ts'

/** Somebody who changed a text since it was last public. */
export interface Contributor {
  id: string
  name: string
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
  if (operation === 'restoreVersion')
    carry(req, await contributorsOfVersions(req, collection.slug, { id: { equals: id } }))
  else if (duplicateFromID !== undefined)
    carry(req, [
      ...(await contributorsOfVersions(req, collection.slug, {
        and: [{ parent: { equals: duplicateFromID } }, { latest: { equals: true } }],
      })),
      ...(await contributorsOfLive(req, collection.slug, String(duplicateFromID))),
    ])
  else carry(req, [])
  return args
}

/**
 * Every saved version says who contributed to it since the document was last public. The platform works
 * that out; what a client sends is dropped.
 */
export const recordContributors: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const before = originalDoc as { _status?: string; contributors?: unknown } | undefined
  const sinceLive = before?._status === 'published' ? [] : contributorsIn(before)
  const grant = grantInUse(req)
  // A publication keeps its authors' names; a withdrawal adds nobody.
  if (grant)
    return {
      ...data,
      contributors: grant.makes === 'published' ? carriedBy(req) : sinceLive,
    }
  return { ...data, contributors: distinct([...sinceLive, ...carriedBy(req), ...writer(req)]) }
}

/** The contributors a stored version or document names. */
export function contributorsIn(document: { contributors?: unknown } | undefined): Contributor[] {
  const stored = document?.contributors
  return Array.isArray(stored) ? (stored as Contributor[]) : []
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

function distinct(contributors: Contributor[]): Contributor[] {
  return [...new Map(contributors.map(({ id, name }) => [id, { id, name }])).values()]
}

async function contributorsOfVersions(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Parameters<typeof req.payload.db.findVersions>[0]['where'],
): Promise<Contributor[]> {
  const { docs } = await req.payload.db.findVersions<{ contributors?: unknown } & { id: string }>({
    collection,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    ...(where ? { where } : {}),
  })
  return contributorsIn(docs[0]?.version)
}

async function contributorsOfLive(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<Contributor[]> {
  const live = await req.payload.db.findOne<{ contributors?: unknown; id: string }>({
    collection,
    req,
    where: { id: { equals: id } },
  })
  return contributorsIn(live ?? undefined)
}

import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'
import { findEntries } from '../ledger/read.ts'
import { contributorsIn, type Contributor } from './contributors.ts'
import { isEditorial } from './situation.ts'

/**
 * The account of somebody whose words stand in a text stays. Contributors are known by their account: made
 * anew for the same person, it would be a stranger's, who could approve what they wrote before.
 */
export const keepContributors: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const isTheirs = (contributor: Contributor) => contributor.id === String(id)
  if ((await contributorsOfDrafts(req)).some(isTheirs)) throw stays()
  if ((await contributorsOnRecord(req)).some(isTheirs)) throw stays()
}

/** Everybody who contributed to the newest version of anything. */
async function contributorsOfDrafts(req: PayloadRequest): Promise<Contributor[]> {
  const { payload } = req
  const found: Contributor[] = []
  for (const { slug } of payload.config.collections.filter(isEditorial)) {
    const { docs } = await payload.db.findVersions<{ contributors?: unknown; id: string }>({
      collection: slug,
      limit: 0,
      pagination: false,
      req,
      select: { version: { contributors: true } } as never,
      sort: 'id',
      where: { latest: { equals: true } },
    })
    for (const { version } of docs) found.push(...contributorsIn(version))
  }
  return found
}

/** Everybody who contributed to what was ever submitted: an older version may be brought back. */
async function contributorsOnRecord(req: PayloadRequest): Promise<Contributor[]> {
  const entries = await findEntries(req, { type: { in: ['submitted', 'overridden'] } })
  return entries.flatMap(({ details }) => details.contributors ?? [])
}

function stays(): EditorialError {
  return new EditorialError({
    code: 'WRONG_STATE',
    message:
      'This person contributed to texts, and the account is how the review knows whose words they are. Take their roles away instead: then they can do nothing any more.',
  })
}

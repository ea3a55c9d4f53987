import type { PayloadRequest } from 'payload'
import { isNamed, nameFieldOf } from '../addresses/names.ts'
import { anyChange } from '../dependencies/keys.ts'
import { keysOfEntry } from '../ledger/changed-keys.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { publicEntriesAfter } from '../ledger/read.ts'

/** Most changes in one answer, and how many there are unless asked for otherwise. */
export const mostChanges = 500
export const usualChanges = 100

/** Something that became public, or was withdrawn. */
export interface Change {
  /** Number of its entry in the ledger: larger with every change, not always by one. */
  sequence: number
  /** When, as an ISO instant in UTC. */
  at: string
  type: 'published' | 'withdrawn'
  collection: string
  id: string
  /** The names under which readers ask for it; of what was withdrawn, those it last had. */
  slug?: string
  code?: string
  number?: string
  /** The name it had when it was last public, where that was another: people still come by it. */
  movedFrom?: string
  /** Of what became public. */
  contentHash: string
  /** Shared by what was published or withdrawn together. */
  setId?: string
  /** Names in `Surrogate-Key` of every answer that this changes. */
  surrogateKeys: string[]
}

/** Changes in order, and where to go on. */
export interface Changes {
  changes: Change[]
  /** `since` of the next question. */
  next: number
  /** Whether there are more already. */
  hasMore: boolean
}

/** What became public or was withdrawn after a number of the ledger, oldest first. */
export async function changesSince({
  since,
  limit,
  req,
}: {
  /** 0 or the `next` of an earlier answer. */
  since: number
  /** 1 to 500. */
  limit: number
  req: PayloadRequest
}): Promise<Changes> {
  const entries = await publicEntriesAfter({ sequence: since, limit: limit + 1, req })
  const changes: Change[] = []
  for (const entry of entries.slice(0, limit))
    changes.push(changeOf(entry, await keysOfEntry(entry, req)))
  return {
    changes,
    next: changes.at(-1)?.sequence ?? since,
    hasMore: entries.length > limit,
  }
}

/**
 * What a front end may know of an entry that changed what the public gets.
 *
 * @param keys as `keysOfEntry` found them
 */
export function changeOf(entry: LedgerEntry, keys: readonly string[] | null): Change {
  const { sequence, at, type, documentCollection, documentId, contentHash, details } = entry
  return {
    sequence,
    at,
    type: type as Change['type'],
    collection: documentCollection,
    id: documentId,
    ...namesOf(entry),
    ...(details.movedFrom === undefined ? {} : { movedFrom: details.movedFrom }),
    contentHash,
    ...(details.setId === undefined ? {} : { setId: details.setId }),
    surrogateKeys: [...(keys ?? [anyChange])],
  }
}

function namesOf(entry: LedgerEntry): Pick<Change, 'slug' | 'code' | 'number'> {
  const { slug, code, number } = entry.snapshot?.fields ?? lastNameOf(entry)
  return {
    ...(typeof slug === 'string' ? { slug } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof number === 'string' ? { number } : {}),
  }
}

/** By its field, the name of what was withdrawn. */
function lastNameOf({ details, documentCollection }: LedgerEntry): Record<string, string> {
  if (details.name !== undefined && isNamed(documentCollection))
    return { [nameFieldOf(documentCollection)]: details.name }
  // Older entries have addresses alone, which tell of codes and numbers only how they are compared.
  const slug = details.addresses?.find((address) => address.startsWith('slug/'))
  return slug === undefined ? {} : { slug: slug.slice('slug/'.length) }
}

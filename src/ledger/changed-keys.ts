import { LRUCache } from 'lru-cache'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { keysOfChange } from '../dependencies/keys-of-change.ts'
import type { LedgerEntry } from './entry.ts'
import { publicEntryBefore } from './read.ts'

/** Most entries of which it is remembered what they changed. */
const mostRemembered = 5_000

const remembered = new WeakMap<Payload, LRUCache<number, readonly string[]>>()

/**
 * The keys of every answer that a publication or withdrawal changed, judged from what readers got of the document
 * before and after it; see `src/dependencies/keys.ts`.
 *
 * @returns null for content of a type that there is no more
 */
export async function keysOfEntry(
  entry: LedgerEntry,
  req: PayloadRequest,
): Promise<readonly string[] | null> {
  const { documentCollection: collection, documentId: id, sequence, snapshot } = entry
  const known = memoryOf(req.payload).get(sequence)
  if (known) return known
  const type = req.payload.collections[collection as CollectionSlug]
  if (!type) return null
  const before = await publicEntryBefore({ collection, id, sequence, req })
  const keys = keysOfChange({
    collection,
    id,
    fields: type.config.flattenedFields,
    before: before?.snapshot ?? null,
    after: snapshot,
  })
  rememberKeys(req.payload, sequence, keys)
  return keys
}

/** Remembers what an entry changed for whoever asks of it next: an entry never changes. */
export function rememberKeys(payload: Payload, sequence: number, keys: readonly string[]): void {
  memoryOf(payload).set(sequence, keys)
}

function memoryOf(payload: Payload): LRUCache<number, readonly string[]> {
  const memory = remembered.get(payload) ?? new LRUCache({ max: mostRemembered })
  remembered.set(payload, memory)
  return memory
}

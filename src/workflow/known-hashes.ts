import { LRUCache } from 'lru-cache'
import { createHash } from 'node:crypto'
import { refuseWhatIsNotJson } from '../content/canonical-json.ts'
import { contentHash } from '../content/content-hash.ts'
import type { VisibleContent } from '../content/visible-content.ts'

/** Hashes of the texts that were looked at last, by the SHA-256 of their JSON as it came. */
const known = new LRUCache<string, string>({ max: 2_000 })

/**
 * The content hash, worked out once for texts that are looked at again and again: the newest version and what is live
 * before and after each step. To write the same JSON in the order in which its properties come takes a fraction of
 * putting them in the one order that the hash is made of.
 *
 * @throws TypeError for content that is not JSON
 */
export function knownContentHash(content: VisibleContent): string {
  // JSON.stringify would leave out or mend what is none, and two contents would seem the same.
  refuseWhatIsNotJson(content)
  const asItCame = createHash('sha256').update(JSON.stringify(content), 'utf8').digest('base64')
  const hash = known.get(asItCame) ?? contentHash(content)
  known.set(asItCame, hash)
  return hash
}

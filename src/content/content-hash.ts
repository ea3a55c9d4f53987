import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { VisibleContent } from './visible-content.ts'

/**
 * The fingerprint of what a reader could see: SHA-256 over the UTF-8 of the content's canonical JSON.
 *
 * An approval names this hash, and what becomes public has to have it. The `format` inside the content
 * keeps hashes of different formats apart, and from those of ledger entries.
 *
 * @returns 64 lower-case hexadecimal digits
 * @throws TypeError for content that is not JSON
 */
export function contentHash(content: VisibleContent): string {
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex')
}

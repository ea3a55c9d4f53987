import type { CollectionSlug, PayloadRequest } from 'payload'
import type { VisibleContent } from '../content/visible-content.ts'
import { contentHash } from '../content/content-hash.ts'
import { EditorialError } from '../errors.ts'
import { publicationOf, type EntrySummary } from '../ledger/read.ts'
import { readVersion, type Situation } from '../workflow/situation.ts'

/** One of the two texts of a comparison. */
export interface ComparedText {
  /** What it was asked for as. */
  name: TextName
  /** Null where there is no text: nothing was public. */
  content: VisibleContent | null
  contentHash: string | null
  /** When it was saved, or became public, as an ISO instant; null where there is no text. */
  at: string | null
  /** The version that holds the text, or held it when it was approved; null where there is no text. */
  versionId: string | null
}

/**
 * How a text of a document is named: what is public now, the newest version, a version by its id, a publication by
 * its number in the ledger, or nothing.
 */
export type TextName = 'live' | 'working' | 'nothing' | `version:${string}` | `entry:${number}`

/**
 * Reads the name of a text.
 *
 * @throws EditorialError MALFORMED
 */
export function readTextName(asked: string | null | undefined, usual: TextName): TextName {
  if (!asked) return usual
  if (['live', 'working', 'nothing'].includes(asked)) return asked as TextName
  if (/^version:[\w-]{1,100}$/.test(asked) || /^entry:[1-9]\d{0,14}$/.test(asked))
    return asked as TextName
  throw new EditorialError({
    code: 'MALFORMED',
    message:
      'A text is named “live”, “working”, “nothing”, “version:ID” or “entry:NUMBER”, as in ?from=live&to=working.',
  })
}

/**
 * One text of a document.
 *
 * @throws EditorialError NOT_FOUND when the document has no such version or publication
 */
export async function textNamed(
  name: TextName,
  situation: Situation,
  req: PayloadRequest,
): Promise<ComparedText> {
  const { live, working } = situation
  if (name === 'nothing' || (name === 'live' && !live))
    return { name, content: null, contentHash: null, at: null, versionId: null }
  if (name === 'live') {
    const { at = null, versionId = null } = lastPublished(situation) ?? {}
    return { name, ...live!, at, versionId }
  }
  if (name === 'working')
    return {
      name,
      content: working.content,
      contentHash: working.contentHash,
      at: working.updatedAt,
      versionId: working.versionId,
    }
  const [kind, which] = name.split(':') as ['version' | 'entry', string]
  return kind === 'version'
    ? ofVersion(name, which, situation, req)
    : ofEntry(name, Number(which), situation, req)
}

async function ofVersion(
  name: TextName,
  versionId: string,
  { collection, id }: Situation,
  req: PayloadRequest,
): Promise<ComparedText> {
  const found = await readVersion({ collection, id, versionId, req })
  if (!found) throw missing(`a version ${versionId}`, { collection, id })
  const { content, contentHash, updatedAt } = found
  return { name, content, contentHash, at: updatedAt, versionId }
}

async function ofEntry(
  name: TextName,
  sequence: number,
  { collection, id }: Situation,
  req: PayloadRequest,
): Promise<ComparedText> {
  const entry = await publicationOf({ collection, id, sequence, req })
  if (!entry?.snapshot)
    throw missing(`a publication with the number ${sequence}`, { collection, id })
  return {
    name,
    content: entry.snapshot,
    contentHash: contentHash(entry.snapshot),
    at: entry.at,
    versionId: entry.versionId,
  }
}

function lastPublished({ entries }: Situation): EntrySummary | undefined {
  return entries.findLast(({ type }) => type === 'published')
}

function missing(what: string, { collection, id }: { collection: CollectionSlug; id: string }) {
  return new EditorialError({
    code: 'NOT_FOUND',
    message: `The document ${collection}/${id} has no text that is ${what}.`,
  })
}

import type { StoredPlace } from '../comments/pin.ts'
import type { VisibleContent } from '../content/visible-content.ts'

/*
 * THESE SHAPES ARE STORED, for years, and hashed. A stored shape never changes meaning: not a name, not a
 * type, not what an absent value says. Another meaning gets another `format`, beside this one.
 */

/** Everything the ledger records. */
export const entryTypes = [
  /** A draft was handed in for review. */
  'submitted',
  /** A reviewer who had not contributed agreed to exactly this content. */
  'approved',
  /** A reviewer sent it back, with a comment; earlier approvals end. */
  'returned',
  /** An editor took it back; earlier approvals end. */
  'recalled',
  /** A publisher set a time at which what is approved becomes public. */
  'scheduled',
  /** A publisher took that time back. */
  'unscheduled',
  /** The time came, and the checks did not hold. Nothing became public. */
  'scheduleFailed',
  /** This content became public. Carries the content itself. */
  'published',
  /** What was public is so no longer. */
  'withdrawn',
  /** An administrator allowed this content without an approval, for a reason. */
  'overridden',
  /** A reviewer looked at what was published by override, and it may stay. */
  'confirmed',
  /** Somebody asked for an action and was refused. Nothing changed. */
  'refused',
] as const

export type EntryType = (typeof entryTypes)[number]

/** One thing that happened to one document. It never changes and is never removed. */
export interface LedgerEntry {
  format: 1
  /** From 1, without gaps. */
  sequence: number
  /** When, as an ISO instant in UTC. Never before the entry before it. */
  at: string
  type: EntryType
  /** Who did it; `null` is the platform itself, in a scheduled job. */
  actorId: string | null
  /** Their name at the time: accounts may be renamed or removed. */
  actorName: string | null
  /** The roles they held at the time. */
  actorRoles: string[]
  documentCollection: string
  documentId: string
  versionId: string | null
  /** Hash of the content this is about; see `src/content/visible-content.ts`. */
  contentHash: string
  /** What they said: a comment, or the reason. */
  comment: string | null
  /** What this type of entry adds. */
  details: EntryDetails
  /** With `published`: everything that became public, in all locales. */
  snapshot: VisibleContent | null
  /** Hash of the entry before it; `null` on the first. */
  previousHash: string | null
  /** Hash of this entry: see `sealEntry` in `src/ledger/chain.ts`. */
  hash: string
}

/** What only some types of entry have. Absent is absent: a property is never `undefined` once stored. */
export interface EntryDetails {
  /** Shared by the entries of documents that took the same step together, such as being submitted or published. */
  setId?: string
  /**
   * Who changed the text since it was last public. On `submitted`, `approved`, `published`, `overridden`
   * and `confirmed`; an empty list says that nobody did.
   */
  contributors?: { id: string; name: string }[]
  /** On `published`: number of the `approved` or `overridden` entry. On `confirmed`: of the `overridden` one. */
  restsOn?: number
  /** On `scheduled`: when it is to become public, as an ISO instant. */
  publishAt?: string
  /** On `published` by schedule, `scheduleFailed`, `unscheduled`: number of the `scheduled` entry. */
  schedule?: number
  /** On `refused`: the action that was asked for. */
  action?: string
  /** On `refused` and `scheduleFailed`: every reason why not. */
  reasons?: { code: string; message: string }[]
  /**
   * On `scheduled` and `published`, where translations were older than their source: which, by path and language
   * (`overview.es`, the first hundred), and whether the publisher said that they know. Absent where none was.
   */
  olderTranslations?: { accepted: boolean; paths: string[] }
  /** On `withdrawn`: where readers go instead, or a sentence for them by locale. */
  replacement?: { collection: string; id: string } | { sentence: Record<string, string> }
  /** On `published`: the name, such as a slug or code, that the document had when it was last public. */
  movedFrom?: string
  /** On `withdrawn`: the slug, code or number under which readers knew it. Entries of before it was kept have none. */
  name?: string
  /** On `withdrawn`: the addresses or search keys under which readers knew it. */
  addresses?: string[]
  /** On `returned`: what was said besides the comment, and of what; without a place, of the whole document. */
  comments?: { id: string; text: string; place?: StoredPlace }[]
}

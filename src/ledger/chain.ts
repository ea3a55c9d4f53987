import { createHash } from 'node:crypto'
import { canonicalJson, type JsonValue } from '../content/canonical-json.ts'
import {
  emptyHistory,
  remember,
  type DocumentHistory,
  type LastPublication,
} from './document-history.ts'
import { formProblems } from './entry-form.ts'
import { ruleProblems } from './entry-rules.ts'
import type { LedgerEntry } from './entry.ts'

/** Keeps the hash of an entry from ever being that of a content, whose text begins with a brace. */
const hashPrefix = 'stationmaster-ledger-entry-1\n'

/** Something in the ledger that is not as it has to be. */
export interface ChainBreak {
  sequence?: number
  collection?: string
  id?: string
  /** What is wrong, as a sentence. */
  problem: string
}

/**
 * The entry with its hash: SHA-256 over the UTF-8 of a prefix and the entry's canonical JSON. The hash of the
 * entry before is part of it, so no entry can change without the hash of every later one changing too.
 *
 * Properties of `details` that are `undefined` are dropped.
 *
 * @throws TypeError for an entry that is not JSON
 */
export function sealEntry(entry: Omit<LedgerEntry, 'hash'>): LedgerEntry {
  const sealed = { ...entry, details: withoutUndefined(entry.details) }
  return { ...sealed, hash: entryHash(sealed) }
}

/**
 * Walks the ledger from its first entry and gathers everything that is wrong with it: links of the chain
 * that do not hold, and entries that those before them do not allow.
 *
 * Nothing stops it. An entry may be damaged in any way; what cannot be read is a break like any other.
 * It remembers a little of each document and no content, so a ledger of any length can be walked.
 */
export class ChainCheck {
  /** Everything found so far, in the order of the entries. */
  readonly breaks: ChainBreak[] = []
  #entries = 0
  #last: { sequence: number; at: unknown; hash: unknown } | undefined
  readonly #histories = new Map<string, DocumentHistory>()

  /**
   * Looks at the next entry.
   *
   * @returns what is wrong with it
   */
  add(entry: unknown): ChainBreak[] {
    this.#entries += 1
    const breaks = this.#problemsOf(entry).map((problem) => ({ ...placeOf(entry), problem }))
    this.breaks.push(...breaks)
    return breaks
  }

  /** How many entries there were. */
  get entries(): number {
    return this.#entries
  }

  /** The last entry, which the next one has to name; `null` when there is none, or it is damaged. */
  get head(): { sequence: number; hash: string } | null {
    const { sequence, hash } = this.#last ?? {}
    return sequence !== undefined && typeof hash === 'string' ? { sequence, hash } : null
  }

  /** What was last published of every document that ever was, by `collection/id`. */
  lastPublications(): Map<string, LastPublication> {
    return new Map(
      [...this.#histories].flatMap(([key, { lastPublication }]) =>
        lastPublication ? [[key, lastPublication] as const] : [],
      ),
    )
  }

  #problemsOf(value: unknown): string[] {
    const entry = propertiesOf(value)
    const unreadable = formProblems(value)
    const links = isRecord(value) ? this.#linkProblems(entry) : []
    this.#last = {
      sequence: isCount(entry['sequence']) ? entry['sequence'] : this.#expectedSequence(),
      at: entry['at'],
      hash: entry['hash'],
    }
    if (unreadable.length > 0) return [...unreadable, ...links]
    return [...links, ...this.#followProblems(value as LedgerEntry)]
  }

  #linkProblems(entry: Record<string, unknown>): string[] {
    return [
      ...sequenceProblems({ expected: this.#expectedSequence(), found: entry['sequence'] }),
      ...this.#previousHashProblems(entry['previousHash']),
      ...this.#timeProblems(entry['at']),
      ...hashProblems(entry),
    ]
  }

  #expectedSequence(): number {
    return (this.#last?.sequence ?? 0) + 1
  }

  #previousHashProblems(found: unknown): string[] {
    if (found === (this.#last ? this.#last.hash : null)) return []
    return this.#last
      ? [
          'It does not name the hash of the entry before it: one of the two was changed, or one between them removed.',
        ]
      : ['The first entry names an entry before it, which is missing.']
  }

  #timeProblems(found: unknown): string[] {
    const before = this.#last?.at
    return typeof found === 'string' &&
      typeof before === 'string' &&
      Date.parse(found) < Date.parse(before)
      ? [`It is dated ${found}, earlier than the entry before it (${before}).`]
      : []
  }

  #followProblems(entry: LedgerEntry): string[] {
    const key = `${entry.documentCollection}/${entry.documentId}`
    const history = this.#histories.get(key) ?? emptyHistory()
    this.#histories.set(key, history)
    const problems = ruleProblems({ entry, history })
    remember({ entry, history })
    return problems
  }
}

function sequenceProblems({ expected, found }: { expected: number; found: unknown }): string[] {
  if (!isCount(found) || found === expected) return []
  if (found < expected) return [`Its number comes a second time: expected ${expected}.`]
  const missing =
    found === expected + 1
      ? `Entry ${expected} is missing`
      : `Entries ${expected} to ${found - 1} are missing`
  return [`${missing} before it.`]
}

function hashProblems(entry: Record<string, unknown>): string[] {
  const { hash, ...rest } = entry
  try {
    return hash === entryHash(rest as unknown as Omit<LedgerEntry, 'hash'>)
      ? []
      : ['It does not have the hash it was written with: it was changed afterwards.']
  } catch (error) {
    return [`Its hash cannot be worked out: ${(error as Error).message}`]
  }
}

function entryHash(entry: Omit<LedgerEntry, 'hash'>): string {
  return createHash('sha256')
    .update(hashPrefix + canonicalJson(entry as unknown as JsonValue), 'utf8')
    .digest('hex')
}

function withoutUndefined<Details extends object>(details: Details): Details {
  return Object.fromEntries(
    Object.entries(details).filter(([, value]) => value !== undefined),
  ) as Details
}

function placeOf(value: unknown): Omit<ChainBreak, 'problem'> {
  const { documentCollection, documentId, sequence } = propertiesOf(value)
  return {
    ...(isCount(sequence) ? { sequence } : {}),
    ...(typeof documentCollection === 'string' ? { collection: documentCollection } : {}),
    ...(typeof documentId === 'string' ? { id: documentId } : {}),
  }
}

function propertiesOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

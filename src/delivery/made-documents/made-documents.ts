import { LRUCache } from 'lru-cache'
import type { TypeWithID } from 'payload'
import type { ChangeLog } from '../../dependencies/change-log.ts'
import { SharedWork } from '../cache/shared-work.ts'
import { TrialCache } from '../cache/trial-cache.ts'
import { keepJson } from './json.ts'

/** A live document as readers get it for one way of asking, with other documents in it, and what that is made of. */
export interface MadeDocument {
  document: TypeWithID
  /** Keys of everything it is made of. */
  keys: readonly string[]
}

/** Most documents that have another name, of some hundred bytes each. */
const mostNames = 20_000

interface HowKept {
  mayBeKept: boolean
  /** Whether answers have it as a whole, so that it is worth to keep it as they do. */
  isSent: boolean
}

interface Kept extends MadeDocument {
  /** A moment of the change log at which it is known to be as it would be made anew. */
  holdsAt: number
  size: number
}

/**
 * Live documents as readers get them, each as long as nothing changes of what it is made of. A page shows dozens of
 * other documents, the same as on other pages: here each is made once, and a page is put together from them.
 *
 * Documents are handed out frozen, each to many.
 */
export class MadeDocuments {
  readonly #changes: ChangeLog
  /** Counted with a byte for each character of its JSON; what others have of it too is counted each time. */
  readonly #kept: TrialCache<Kept>
  /** Under which key each document is kept. */
  readonly #keys = new WeakMap<object, string>()
  readonly #names = new LRUCache<string, string>({ max: mostNames })
  readonly #underWay = new SharedWork<MadeDocument | null>()

  /** @param maxBytes most memory they may take */
  constructor({ changes, maxBytes }: { changes: ChangeLog; maxBytes: number }) {
    this.#changes = changes
    this.#kept = new TrialCache({ maxBytes, sizeOf: ({ size }) => size })
  }

  /** A document that is kept and holds. */
  get(key: string): MadeDocument | undefined {
    const kept = this.#kept.get(key)
    if (!kept || this.#changes.holds(kept)) return kept
    this.#kept.delete(key)
    return undefined
  }

  /**
   * The document, made if it is not there.
   *
   * @param make gives null where there is no such live document
   */
  async getOr(
    key: string,
    make: () => Promise<(MadeDocument & HowKept) | null>,
  ): Promise<MadeDocument | null> {
    const kept = this.get(key)
    if (kept) return kept
    const since = this.#changes.moment
    // Only whoever asks at the same moment may have the same.
    return this.#underWay.share(`${since} ${key}`, async () => {
      const made = await make()
      if (!made) return null
      const { document, isSent, keys, mayBeKept } = made
      const frozen = { document: deepFreeze(document), keys }
      if (mayBeKept && !this.#changes.changedSince(keys, since)) {
        const json = JSON.stringify(document)
        if (isSent) keepJson(document, json)
        const size = (isSent ? 2 : 1) * json.length + sizeOfKeys(keys)
        this.#kept.add(key, { ...frozen, holdsAt: since, size })
        this.#keys.set(document, key)
      }
      return frozen
    })
  }

  /** A document under another name that was given to it; it is kept, and holds. */
  getLoaded(name: string): MadeDocument | undefined {
    const key = this.#names.get(name)
    return key === undefined ? undefined : this.get(key)
  }

  /** Gives a document that was handed out another name. */
  nameLoaded(name: string, document: object): void {
    const key = this.#keys.get(document)
    if (key !== undefined) this.#names.set(name, key)
  }

  /** How many are kept, and the memory they take at most, in bytes. */
  get usage(): { count: number; bytes: number } {
    return this.#kept.usage
  }
}

function sizeOfKeys(keys: readonly string[]): number {
  return keys.reduce((sum, key) => sum + key.length, 0)
}

/** What is frozen already is so all the way down: it was made here before. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}

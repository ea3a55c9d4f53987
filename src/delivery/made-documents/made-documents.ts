import { LRUCache } from 'lru-cache'
import type { TypeWithID } from 'payload'
import type { ChangeLog } from '../../dependencies/change-log.ts'
import { membersKey, typeOfDocumentKey } from '../../dependencies/keys.ts'
import { SharedWork } from '../cache/shared-work.ts'
import { TrialCache } from '../cache/trial-cache.ts'
import { embeddedIn, hasForeignParts, withReplaced } from './embedded.ts'
import { keepJson } from './json.ts'

/** A live document as readers get it for one way of asking, with other documents in it, and what that is made of. */
export interface MadeDocument {
  document: TypeWithID
  /** Keys of everything it is made of. */
  keys: readonly string[]
}

/** A document as it was just made, and how it may be kept. */
export interface JustMade extends MadeDocument {
  /** The key that says that the document itself changed. */
  ownKey: string
  mayBeKept: boolean
  /** Whether answers have it as a whole, so that it is worth to keep it as they do. */
  isSent: boolean
  /** Whether other documents are in it as they are, and nothing of it is worked out from what they say. */
  hasOthersAsTheyAre: boolean
}

/** Most documents that have another name, of some hundred bytes each. */
const mostNames = 20_000

interface Kept<How> extends MadeDocument {
  how: How
  /** A moment of the change log at which it is known to be as it would be made anew. */
  holdsAt: number
  size: number
  isSent: boolean
  /** The document that it is; undefined where it has to be made anew whatever changes. */
  ownKey: string | undefined
  /** Documents that stand in it as a whole, made on their own. */
  embedded: readonly object[]
}

/** Makes a document. Gives null where there is no such live document. */
type Make<How> = (how: How) => Promise<JustMade | null>

/**
 * Live documents as readers get them, each as long as nothing changes of what it is made of. A page shows dozens of
 * other documents, the same as on other pages: here each is made once, and a page is put together from them. When one of
 * them changes, it alone is made anew, and put in the place of the former.
 *
 * Documents are handed out frozen, each to many.
 */
export class MadeDocuments<How> {
  readonly #changes: ChangeLog
  /** Counted with a byte for each character of its JSON; what others have of it too is counted each time. */
  readonly #kept: TrialCache<Kept<How>>
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
    return kept && this.#holds(kept) ? kept : undefined
  }

  /**
   * The document, made if it is not there.
   *
   * @param how it is made, so that it can be made again
   */
  async getOr(key: string, how: How, make: Make<How>): Promise<MadeDocument | null> {
    const kept = this.get(key)
    if (kept) return kept
    const since = this.#changes.moment
    // Only whoever asks at the same moment may have the same.
    return this.#underWay.share(`${since} ${key}`, async () => {
      const mended = await this.#mend(key, since, make)
      if (mended) return mended
      const made = await make(how)
      if (!made) return null
      const document = deepFreeze(made.document)
      if (made.mayBeKept && !this.#changes.changedSince(made.keys, since))
        this.#keep(key, {
          document,
          keys: made.keys,
          how,
          holdsAt: since,
          isSent: made.isSent,
          ownKey: this.#canBeMended(made) ? made.ownKey : undefined,
        })
      return { document, keys: made.keys }
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

  #keep(key: string, made: Omit<Kept<How>, 'embedded' | 'size'>): MadeDocument {
    const json = JSON.stringify(made.document)
    if (made.isSent) keepJson(made.document, json)
    const size = (made.isSent ? 2 : 1) * json.length + sizeOfKeys(made.keys)
    const embedded = embeddedIn(made.document, this.#isMade)
    this.#kept.delete(key)
    const kept = { ...made, embedded, size }
    this.#kept.add(key, kept)
    this.#keys.set(made.document, key)
    return kept
  }

  readonly #isMade = (value: object) => this.#keys.has(value)

  #canBeMended({ document, hasOthersAsTheyAre, keys, ownKey }: JustMade): boolean {
    if (!hasOthersAsTheyAre) return false
    const others = keys.filter((key) => key !== ownKey && typeOfDocumentKey(key) !== undefined)
    const ids = new Set(others.map((key) => decodeURIComponent(key.slice(key.indexOf('/') + 1))))
    return !hasForeignParts(document, ids, this.#isMade)
  }

  /** Whether it is as it would be made anew. */
  #holds(kept: Kept<How>): boolean {
    if (this.#changes.holds(kept)) return true
    if (!this.#othersAloneChanged(kept)) return false
    if (kept.embedded.some((one) => this.#currently(one) !== one)) return false
    kept.holdsAt = this.#changes.moment
    return true
  }

  /**
   * Whether nothing changed since but what other documents say that are live now as before. Of those that it only points
   * at, it says nothing that could be different.
   */
  #othersAloneChanged({ holdsAt, keys, ownKey }: Kept<How>): boolean {
    if (ownKey === undefined) return false
    const changed = this.#changes.changedKeys(keys, holdsAt)
    return (
      changed?.every((key) => {
        const type = typeOfDocumentKey(key)
        const isOther = type !== undefined && key !== ownKey
        return isOther && !this.#changes.changedSince([membersKey(type)], holdsAt)
      }) ?? false
    )
  }

  /** What is kept now in the place of a document, if that holds. */
  #currently(document: object): object | undefined {
    const key = this.#keys.get(document)
    return key === undefined ? undefined : this.get(key)?.document
  }

  /** Puts documents as they are now in the place of those that changed in it. Undefined where that is not enough. */
  async #mend(key: string, since: number, make: Make<How>): Promise<MadeDocument | undefined> {
    const kept = this.#kept.get(key)
    if (!kept || !this.#othersAloneChanged(kept)) return undefined
    const replacements = new Map<object, object>()
    const keys = new Set(kept.keys)
    for (const one of kept.embedded) {
      const place = this.#keys.get(one)!
      const how = this.#kept.get(place)?.how
      const now = how === undefined ? null : await this.getOr(place, how, make)
      if (!now) return undefined
      if (now.document !== one) replacements.set(one, now.document)
      for (const of of now.keys) keys.add(of)
    }
    const all = [...keys]
    if (this.#changes.changedSince(all, since)) return undefined
    const document = withReplaced(kept.document, replacements, this.#isMade) as TypeWithID
    return this.#keep(key, { ...kept, document, keys: all, holdsAt: since })
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

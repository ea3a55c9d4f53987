import type { ChangeLog } from '../../dependencies/change-log.ts'
import type { StoredAnswer } from './stored-answer.ts'
import { TrialCache } from './trial-cache.ts'

/** An answer that is being made. */
interface UnderWay {
  /** When it was begun, as the change log counts. */
  since: number
  answer: Promise<StoredAnswer | null>
}

/** Answers to anonymous questions, each as long as nothing changes of what it is made of. */
export class AnswerCache {
  readonly #answers: TrialCache<StoredAnswer>
  readonly #changes: ChangeLog
  readonly #underWay = new Map<string, UnderWay>()

  /** @param maxBytes most memory that answers may take; 0 keeps none */
  constructor({ changes, maxBytes }: { changes: ChangeLog; maxBytes: number }) {
    this.#answers = new TrialCache({ maxBytes, sizeOf: ({ size }) => size })
    this.#changes = changes
  }

  /** The answer to a question, if there is one that holds. */
  get(key: string): StoredAnswer | undefined {
    const answer = this.#answers.get(key)
    if (!answer || this.#changes.holds(answer)) return answer
    this.#answers.delete(key)
    return undefined
  }

  /**
   * The answer that somebody else's question is just being given; undefined where nobody asks.
   *
   * @returns null when the answer cannot be shared, or was begun before something changed of what it is made of
   */
  underWay(key: string): Promise<StoredAnswer | null> | undefined {
    const underWay = this.#underWay.get(key)
    if (!underWay) return undefined
    if (underWay.since === this.#changes.moment) return underWay.answer
    // What changed between its beginning and now may be in it as it was before.
    return underWay.answer.then((answer) =>
      answer && !this.#changes.changedSince(answer.keys, underWay.since) ? answer : null,
    )
  }

  /**
   * Says that a question is being answered, so that nobody asks it a second time meanwhile.
   *
   * @returns ends that, with the answer if others may have it. An answer of which something changed since it was begun
   * goes to those who already waited, and is not kept.
   */
  begin(key: string): (answer: StoredAnswer | null) => void {
    const since = this.#changes.moment
    let settle!: (answer: StoredAnswer | null) => void
    const underWay = {
      since,
      answer: new Promise<StoredAnswer | null>((resolve) => (settle = resolve)),
    }
    this.#underWay.set(key, underWay)
    return (answer) => {
      if (this.#underWay.get(key) === underWay) this.#underWay.delete(key)
      if (answer) {
        answer.holdsAt = since
        if (this.#changes.holds(answer)) this.#answers.add(key, answer)
      }
      settle(answer)
    }
  }

  /** Counts an answer anew whose body has become ready in another encoding. */
  grown(key: string, answer: StoredAnswer): void {
    this.#answers.grown(key, answer)
  }

  /** How many answers are kept, and the memory they take in bytes. */
  get usage(): { count: number; bytes: number } {
    return this.#answers.usage
  }
}

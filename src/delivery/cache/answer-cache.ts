import type { StoredAnswer } from './stored-answer.ts'
import { TrialCache } from './trial-cache.ts'

/** Answers to anonymous questions, all from one state of the public content. */
export class AnswerCache {
  readonly #answers: TrialCache<StoredAnswer>
  readonly #underWay = new Map<string, Promise<StoredAnswer | null>>()
  /** Another object with every state. */
  #state = {}

  /** @param maxBytes most memory that answers may take; 0 keeps none */
  constructor({ maxBytes }: { maxBytes: number }) {
    this.#answers = new TrialCache({ maxBytes, sizeOf: ({ size }) => size })
  }

  /** The answer to a question, if there is one from the state that holds. */
  get(key: string): StoredAnswer | undefined {
    return this.#answers.get(key)
  }

  /** The answer that somebody else's question is just being given, or null when it cannot be shared. */
  underWay(key: string): Promise<StoredAnswer | null> | undefined {
    return this.#underWay.get(key)
  }

  /**
   * Says that a question is being answered, so that nobody asks it a second time meanwhile.
   *
   * @returns ends that, with the answer if others may have it. An answer that was begun in an earlier state
   * goes to those who already waited, and is not kept.
   */
  begin(key: string): (answer: StoredAnswer | null) => void {
    const state = this.#state
    let settle!: (answer: StoredAnswer | null) => void
    const promise = new Promise<StoredAnswer | null>((resolve) => (settle = resolve))
    this.#underWay.set(key, promise)
    return (answer) => {
      if (this.#underWay.get(key) === promise) this.#underWay.delete(key)
      if (answer && state === this.#state) this.#answers.add(key, answer)
      settle(answer)
    }
  }

  /** Counts an answer anew whose body has become ready in another encoding. */
  grown(key: string, answer: StoredAnswer): void {
    this.#answers.grown(key, answer)
  }

  /** Forgets everything: another state holds. */
  clear(): void {
    this.#state = {}
    this.#answers.clear()
    this.#underWay.clear()
  }

  /** How many answers are kept, and the memory they take in bytes. */
  get usage(): { count: number; bytes: number } {
    return this.#answers.usage
  }
}

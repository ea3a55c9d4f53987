import { createLocalReq, type Payload, type TypedUser } from 'payload'
import { readSituation, type Situation } from '../src/workflow/situation.ts'
import type { Action, State } from '../src/workflow/states.ts'
import { transition, transitionSet } from '../src/workflow/transition.ts'

interface Place {
  collection: string
  id: string
}

/** A document's way through the review workflow, for people of the seed who have its text before them. */
export class Review {
  readonly #payload: Payload
  readonly #place: Place
  /** Where the document stands, and the hash of its text. */
  #seen: Pick<Situation, 'state' | 'working'>

  private constructor(payload: Payload, place: Place, seen: Situation) {
    this.#payload = payload
    this.#place = place
    this.#seen = seen
  }

  /** Begins with the document as it is now. */
  static async of(payload: Payload, place: Place): Promise<Review> {
    const req = await createLocalReq({}, payload)
    return new Review(payload, place, await readSituation({ ...place, req }))
  }

  get state(): State {
    return this.#seen.state
  }

  /** What a set names the document by. */
  get seenDocument(): Place & { contentHash: string } {
    return { ...this.#place, contentHash: this.#seen.working.contentHash }
  }

  async act(action: Action, user: TypedUser, more: { comment?: string } = {}): Promise<void> {
    const req = await createLocalReq({ user }, this.#payload)
    const { contentHash } = this.#seen.working
    this.#seen = await transition({
      action,
      ...this.#place,
      body: { contentHash, ...more },
      req,
    })
  }
}

/** Publishes documents that are approved, in one transaction. */
export async function publishTogether({
  payload,
  reviews,
  user,
  comment,
}: {
  payload: Payload
  reviews: Review[]
  user: TypedUser
  comment: string
}): Promise<void> {
  if (reviews.length === 0) return
  const req = await createLocalReq({ user }, payload)
  const documents = reviews.map(({ seenDocument }) => seenDocument)
  await transitionSet({ action: 'publish', body: { documents, comment }, req })
}

import { demoPassword } from '../../seed/demo-people.ts'
import { newSession } from '../support/session.ts'

const doers = {
  submit: 'editor',
  approve: 'reviewer',
  publish: 'publisher',
  withdraw: 'publisher',
  schedule: 'publisher',
} as const

type Person = (typeof doers)[keyof typeof doers] | 'administrator'

/** The demo people at work, over REST, past every cache. */
export class Newsroom {
  readonly #origin: string
  readonly #sessions = new Map<Person, string>()

  constructor(origin: string) {
    this.#origin = origin
  }

  /** Saves a change and takes it to the public. */
  async publish(collection: string, id: string, change: object): Promise<void> {
    await this.save(collection, id, change)
    await this.take(collection, id, ['submit', 'approve', 'publish'])
  }

  /** Takes a document some steps further, each by whoever does that. @param words what is said with each step */
  async take(
    collection: string,
    id: string,
    steps: readonly (keyof typeof doers)[],
    words: object = {},
  ): Promise<void> {
    for (const step of steps) await this.#act(step, collection, id, words)
  }

  /** Saves a change as a draft. */
  async save(collection: string, id: string, change: object): Promise<void> {
    await this.ask('editor', 'PATCH', `/api/${collection}/${id}?draft=true`, change)
  }

  /** Withdraws a document that nothing leads to. */
  async withdraw(collection: string, id: string): Promise<void> {
    const reason = 'The rule has changed.'
    await this.#act('withdraw', collection, id, { reason, replacement: { sentence: 'Call us.' } })
  }

  /** @throws when it is refused, with the answer */
  async ask<Answer>(as: Person, method: string, at: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.#origin}${at}`, {
      method,
      headers: {
        authorization: `JWT ${await this.session(as)}`,
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${at}: ${response.status} ${text}`)
    return JSON.parse(text) as Answer
  }

  /** The token of somebody who is signed in. */
  async session(as: Person): Promise<string> {
    const known = this.#sessions.get(as)
    if (known) return known
    const email = `${as}@stationmaster.test`
    const session = await newSession(this.#origin, { email, password: demoPassword })
    this.#sessions.set(as, session)
    return session
  }

  async #act(action: keyof typeof doers, collection: string, id: string, words = {}) {
    const at = `/api/${collection}/${id}/workflow`
    const { contentHash } = await this.ask<{ contentHash: string }>('editor', 'GET', at)
    await this.ask(doers[action], 'POST', `${at}/${action}`, { contentHash, ...words })
  }
}

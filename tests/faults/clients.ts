import { randomUUID } from 'node:crypto'
import { demoPassword } from '../../seed/demo-people.ts'
import { text } from '../support/content.ts'
import { newSession } from '../support/session.ts'
import { usualWords } from '../support/workflow.ts'
import type { Action } from '../../src/workflow/states.ts'
import { setKey, type Logbook, type Page, type Standing } from './logbook.ts'
import type { Random } from './random.ts'

const people = ['editor', 'reviewer', 'publisher', 'administrator'] as const

type Person = (typeof people)[number]

/** Who takes each step. */
const doers: Record<Action, Person> = {
  submit: 'editor',
  approve: 'reviewer',
  return: 'reviewer',
  recall: 'editor',
  publish: 'publisher',
  schedule: 'publisher',
  unschedule: 'publisher',
  withdraw: 'publisher',
  override: 'administrator',
  confirm: 'reviewer',
}

/** Sessions of the demo people, which outlive the server that gave them. */
export type Sessions = Record<Person, string>

/** Signs everybody in. */
export async function signInAll(origin: string): Promise<Sessions> {
  const sessions: Partial<Sessions> = {}
  for (const person of people)
    sessions[person] = await newSession(origin, {
      email: `${person}@stationmaster.test`,
      password: demoPassword,
    })
  return sessions as Sessions
}

type WorkflowAnswer = Parameters<Logbook['answered']>[1]

/** The server did not answer: it died. Nothing is known of what was asked last. */
class Gone extends Error {}

/**
 * A client that takes documents through the workflow over REST, as fast as it is answered, until the server
 * is gone. It writes down what it was told.
 */
export class Client {
  readonly #origin: string
  readonly #sessions: Sessions
  readonly #log: Logbook
  readonly #random: Random
  readonly #phase: string
  readonly #taken: Set<string>
  readonly #mine = new Set<string>()

  /**
   * @param phase id of a phase that is live, which stations belong to
   * @param taken ids of older documents that some client works on
   */
  constructor({
    origin,
    sessions,
    log,
    random,
    phase,
    taken,
  }: {
    origin: string
    sessions: Sessions
    log: Logbook
    random: Random
    phase: string
    taken: Set<string>
  }) {
    this.#origin = origin
    this.#sessions = sessions
    this.#log = log
    this.#random = random
    this.#phase = phase
    this.#taken = taken
  }

  /** @throws when the server refuses what it should not */
  async workUntilGone(): Promise<void> {
    const works = [
      () => this.#publishOne(),
      () => this.#publishOne(),
      () => this.#publishTogether(),
      () => this.#schedule(),
      () => this.#override(),
      () => this.#withdraw(),
      () => this.#reviseOlder(),
    ]
    try {
      for (;;) {
        await this.#random.oneOf(works)()
        for (const id of this.#mine) this.#taken.delete(id)
        this.#mine.clear()
      }
    } catch (error) {
      if (!(error instanceof Gone)) throw error
    }
  }

  /** Makes a phase live, and gives its id. */
  async publishPhase(): Promise<string> {
    const { doc } = await this.#ask<{ doc: { id: string } }>('editor', 'POST', '/api/phases', {
      name: 'A line',
      slug: 'a-line',
      order: 1,
      summary: 'A line of the map.',
    })
    const page = this.#log.page({ collection: 'phases', id: doc.id })
    await this.#look(page)
    for (const action of ['submit', 'approve', 'publish'] as const) await this.#take(page, action)
    return doc.id
  }

  async #publishOne(): Promise<Page> {
    const page = await this.#write()
    for (const action of ['submit', 'approve', 'publish'] as const) await this.#take(page, action)
    return page
  }

  async #publishTogether(): Promise<void> {
    const one = await this.#write()
    const other = await this.#write({ connections: [{ to: one.id }] })
    await this.#save(one, { connections: [{ to: other.id }] })
    for (const page of [one, other])
      for (const action of ['submit', 'approve'] as const) await this.#take(page, action)
    await this.#takeTogether([one, other], 'publish')
    if (this.#random.between(1, 4) === 1) await this.#takeTogether([one, other], 'withdraw')
  }

  async #schedule(): Promise<void> {
    const page = await this.#write()
    for (const action of ['submit', 'approve'] as const) await this.#take(page, action)
    const soon = this.#random.between(1_000, 4_000)
    await this.#take(page, 'schedule', () => ({
      publishAt: new Date(Date.now() + soon).toISOString(),
    }))
  }

  async #override(): Promise<void> {
    const page = await this.#write()
    await this.#take(page, 'override')
    await this.#take(page, 'confirm')
  }

  async #withdraw(): Promise<void> {
    await this.#take(await this.#publishOne(), 'withdraw')
  }

  async #reviseOlder(): Promise<void> {
    const older = this.#log
      .settled()
      .filter(({ id, standing }) => standing?.state === 'published' && !this.#taken.has(id))
    if (older.length === 0) return
    const page = this.#random.oneOf(older)
    this.#keepForMyself(page)
    await this.#save(page, { summary: `Revised for the ${this.#random.between(2, 9_999)}th time.` })
    for (const action of ['submit', 'approve', 'publish'] as const) await this.#take(page, action)
  }

  async #write(more: object = {}): Promise<Page> {
    const name = `faults-${randomUUID()}`
    const { doc } = await this.#ask<{ doc: { id: string } }>('editor', 'POST', '/api/stations', {
      title: name,
      slug: name,
      summary: 'A stop of the map.',
      overview: text('What happens here.'),
      kind: 'stop',
      phase: this.#phase,
      ...more,
    })
    const page = this.#log.page({ collection: 'stations', id: doc.id })
    this.#keepForMyself(page)
    await this.#look(page)
    return page
  }

  /** Others leave a document alone while I work on it, and whatever I had begun when the server died. */
  #keepForMyself({ id }: Page): void {
    this.#taken.add(id)
    this.#mine.add(id)
  }

  async #save(page: Page, data: object): Promise<void> {
    page.underWay = 'save'
    await this.#ask('editor', 'PATCH', `/api/${page.collection}/${page.id}`, data)
    await this.#look(page)
  }

  /** Reads how a document stands after a save, which itself does not say. */
  async #look(page: Page): Promise<void> {
    page.underWay = 'save'
    const address = `/api/${page.collection}/${page.id}/workflow`
    this.#log.answered(page, await this.#ask<WorkflowAnswer>('editor', 'GET', address))
  }

  async #take(page: Page, action: Action, words: () => object = () => ({})): Promise<void> {
    page.underWay = action
    const { contentHash } = page.standing!
    const answer = await this.#ask<WorkflowAnswer>(
      doers[action],
      'POST',
      `/api/${page.collection}/${page.id}/workflow/${action}`,
      () => ({ contentHash, ...usualWords[action], ...words() }),
    )
    this.#log.answered(page, answer)
  }

  async #takeTogether(pages: Page[], action: 'publish' | 'withdraw'): Promise<void> {
    this.#log.sets.add(setKey(pages.map(({ id }) => id)))
    for (const page of pages) page.underWay = action
    const documents = pages.map(({ collection, id, standing }) => ({
      collection,
      id,
      contentHash: standing!.contentHash,
    }))
    const answer = await this.#ask<{ documents: (Standing & WorkflowAnswer)[] }>(
      doers[action],
      'POST',
      `/api/workflow/${action}`,
      { ...usualWords[action], documents },
    )
    for (const [index, page] of pages.entries()) this.#log.answered(page, answer.documents[index]!)
  }

  async #ask<Answer>(as: Person, method: string, address: string, body?: object): Promise<Answer> {
    const isWrite = method !== 'GET' && !address.includes('/workflow')
    for (;;) {
      const { status, given } = await this.#send(
        as,
        method,
        isWrite ? `${address}?draft=true` : address,
        typeof body === 'function' ? (body() as object) : body,
      )
      // Not now, and nothing of it was stored: ask again.
      if (status === 503) {
        this.#log.unavailable.set(given, (this.#log.unavailable.get(given) ?? 0) + 1)
        continue
      }
      if (status >= 400) throw new Error(`${method} ${address}: ${status} ${given}`)
      return JSON.parse(given) as Answer
    }
  }

  async #send(as: Person, method: string, address: string, body: object | undefined) {
    try {
      const response = await fetch(`${this.#origin}${address}`, {
        method,
        headers: {
          authorization: `JWT ${this.#sessions[as]}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      return { status: response.status, given: await response.text() }
    } catch (error) {
      throw new Gone('The server is gone.', { cause: error })
    }
  }
}

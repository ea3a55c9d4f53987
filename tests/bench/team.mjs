import { askJson, oneConnection } from './ask.mjs'

/** The password of all demo people; see seed/demo-people.ts. */
const password = 'demo-password'

/** How many there were in this run, so that no two have the same words. */
let revisions = 0

/**
 * The demo people of one server, each on a connection that stays open. Plain Payload has the same ones: it
 * runs on a copy of the same database.
 */
export class Team {
  #server
  #tokens = new Map()
  #agent = oneConnection()

  constructor(server) {
    this.#server = server
  }

  /** Signs somebody in before it counts. */
  async signIn(person) {
    const { token } = await askJson({
      port: this.#server.port,
      method: 'POST',
      url: '/api/users/login',
      body: JSON.stringify({ email: `${person}@stationmaster.test`, password }),
    })
    this.#tokens.set(person, token)
  }

  async act(person, { method = 'GET', url, body }) {
    if (!this.#tokens.has(person)) await this.signIn(person)
    return askJson({
      port: this.#server.port,
      agent: this.#agent,
      method,
      url,
      headers: { authorization: `JWT ${this.#tokens.get(person)}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  }

  /** Saves a draft with words that it did not have before. */
  async revise({ collection, id }) {
    revisions += 1
    await this.act('editor', {
      method: 'PATCH',
      url: `/api/${collection}/${id}?draft=true&depth=0`,
      body: { summary: `Words of revision ${revisions}.` },
    })
  }

  /** Takes a revision as far as somebody can publish it, and gives the hash that was approved. */
  async approve(document) {
    await this.revise(document)
    const url = `/api/${document.collection}/${document.id}/workflow`
    const { contentHash } = await this.act('editor', { url })
    for (const [person, action] of [
      ['editor', 'submit'],
      ['reviewer', 'approve'],
    ])
      await this.act(person, { method: 'POST', url: `${url}/${action}`, body: { contentHash } })
    return { ...document, contentHash }
  }

  /** The whole transition, as a publisher asks for it. */
  async publish({ collection, id, contentHash }) {
    const { state } = await this.act('publisher', {
      method: 'POST',
      url: `/api/${collection}/${id}/workflow/publish`,
      body: { contentHash },
    })
    if (state !== 'published') throw new Error(`${collection} ${id} is ${state} after publishing.`)
  }

  /** Everything from a revision to its publication, by three people. */
  async reviseAndPublish(document) {
    await this.publish(await this.approve(document))
  }

  /** The same in plain Payload: whoever may write sends the words, and they are public. */
  async reviseBare({ collection, id }) {
    revisions += 1
    const { doc } = await this.act('publisher', {
      method: 'PATCH',
      url: `/api/${collection}/${id}?depth=0`,
      body: { summary: `Words of revision ${revisions}.`, _status: 'published' },
    })
    if (doc._status !== 'published') throw new Error(`${collection} ${id} is ${doc._status}.`)
  }

  /** What plain Payload calls publishing: whoever may write sets the status. */
  async publishBare({ collection, id }) {
    const { doc } = await this.act('publisher', {
      method: 'PATCH',
      url: `/api/${collection}/${id}?depth=0`,
      body: { _status: 'published' },
    })
    if (doc._status !== 'published') throw new Error(`${collection} ${id} is ${doc._status}.`)
  }
}

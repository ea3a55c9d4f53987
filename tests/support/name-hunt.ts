import { expect } from 'vitest'
import { nameFieldOf, nameKey } from '../../src/addresses/names.ts'
import { Random } from '../faults/random.ts'
import type { TestApp } from './app.ts'
import { text } from './content.ts'
import { act, edit, write, type Place, type Team } from './workflow.ts'

/** What the hunt renames: stations, which are on the map, and notices, which have other codes besides. */
type Hunted = 'stations' | 'notices'

interface Modelled {
  place: Place & { collection: Hunted }
  name: string
  aliases: string[]
  live: boolean
}

/** That a document became public under a name. */
interface Bearing {
  document: Modelled
  isAlias: boolean
}

/** Where a name should lead. */
type Expected = 'nowhere' | { document: Modelled; moved: boolean }

/**
 * Renames, withdraws and publishes documents at random and keeps in a model of its own who was called what.
 * Afterwards every name that ever was public is asked for by every door, and has to lead where the model says.
 */
export class NameHunt {
  readonly #bearings = new Map<string, Bearing[]>()
  readonly #documents: Modelled[] = []
  readonly #phase: string
  readonly #random: Random
  readonly #team: Team
  readonly #testApp: TestApp
  readonly #seed: number
  #names = 0

  constructor(
    testApp: TestApp,
    { phase, seed, team }: { phase: string; seed: number; team: Team },
  ) {
    this.#testApp = testApp
    this.#phase = phase
    this.#team = team
    this.#seed = seed
    this.#random = new Random(seed)
  }

  /** Every name that ever was public. */
  get names(): { collection: Hunted; name: string }[] {
    return [...this.#bearings.keys()].map((key) => {
      const [collection, name] = key.split('/') as [Hunted, string]
      return { collection, name }
    })
  }

  async walk(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      const withdrawn = this.#documents.filter(({ live }) => !live)
      const live = this.#documents.filter((document) => document.live)
      const dice = this.#random.between(1, 10)
      if (live.length < 4 || dice === 1) await this.#create()
      else if (dice <= 3) await this.#withdraw(this.#random.oneOf(live))
      else if (dice <= 5 && withdrawn.length > 0) await this.#rename(this.#random.oneOf(withdrawn))
      else await this.#rename(this.#random.oneOf(live))
    }
  }

  /** Asks for every name by every door. */
  async ask(): Promise<void> {
    for (const { collection, name } of this.names) {
      const expected = this.#expected(collection, name)
      const where = `SEED=${this.#seed} ${collection}/${name}`
      expect([where, await this.#overRest(collection, name)]).toEqual([where, answer(expected)])
      expect([where, await this.#overGraphql(collection, name)]).toEqual([
        where,
        answer(expected).replace(/^301/, '200'),
      ])
      expect([where, await this.#inLists(collection, name)]).toEqual([where, answer(expected)])
      if (collection === 'stations')
        expect([where, await this.#onTheMap(name)]).toEqual([where, answer(expected)])
    }
  }

  async #create(): Promise<void> {
    const collection = this.#random.oneOf(['stations', 'notices'] as const)
    const name = this.#newName(collection)
    const shared = { title: name, summary: 'A summary.', overview: text('An overview.') }
    const data =
      collection === 'stations'
        ? { ...shared, slug: name, kind: 'stop', phase: this.#phase }
        : { ...shared, code: name, kind: 'notice' }
    const place = await write(this.#testApp, { as: this.#team.author, collection, data })
    const document = { place: { ...place, collection }, name, aliases: [], live: false }
    this.#documents.push(document)
    await this.#publish(document)
  }

  async #rename(document: Modelled): Promise<void> {
    const { collection } = document.place
    const name = this.#choose(document) ?? this.#newName(collection)
    const aliases = collection === 'notices' ? this.#chooseAliases(document, name) : []
    const data = {
      [nameFieldOf(collection)]: name,
      ...(collection === 'notices' ? { aliases } : {}),
    }
    const changed = [name, ...aliases].filter(
      (one) => one !== document.name && !document.aliases.includes(one),
    )
    const isElsewhere = changed.some((one) => this.#leadsElsewhere(document, one))
    const save = (words: object) =>
      edit(this.#testApp, document.place, { as: this.#team.author, data: words })
    if (isElsewhere) {
      await expect(save(data), `SEED=${this.#seed} ${name}`).rejects.toMatchObject({
        code: 'NAME_LEADS_ELSEWHERE',
      })
      await save({ ...data, takesName: true })
    } else await save(data)
    Object.assign(document, { name, aliases })
    await this.#publish(document)
  }

  async #withdraw(document: Modelled): Promise<void> {
    await act(this.#testApp, document.place, { action: 'withdraw', as: this.#team.publisher })
    document.live = false
  }

  async #publish(document: Modelled): Promise<void> {
    await act(this.#testApp, document.place, { action: 'override', as: this.#team.administrator })
    document.live = true
    for (const name of [document.name, ...document.aliases]) {
      const key = keyOf(document.place.collection, name)
      const bearings = this.#bearings.get(key) ?? []
      bearings.push({ document, isAlias: name !== document.name })
      this.#bearings.set(key, bearings)
    }
  }

  /** A name of any document that nobody has now, the document's own old ones among them; often none. */
  #choose({ place }: Modelled): string | undefined {
    const free = this.names
      .filter(({ collection, name }) => collection === place.collection && !this.#isHeld(name))
      .map(({ name }) => written(place.collection, name))
    return free.length > 0 && this.#random.between(1, 3) > 1 ? this.#random.oneOf(free) : undefined
  }

  #chooseAliases(document: Modelled, name: string): string[] {
    if (this.#random.between(1, 2) === 1) return []
    const alias = this.#choose(document) ?? this.#newName('notices')
    return alias === name ? [] : [alias]
  }

  /** Whether any document, also a withdrawn one, is called so. */
  #isHeld(key: string): boolean {
    return this.#documents.some(({ aliases, name, place: { collection } }) =>
      [name, ...aliases].some((one) => nameKey(collection, one) === key),
    )
  }

  #newName(collection: Hunted): string {
    this.#names += 1
    return collection === 'stations' ? `hunted-${this.#names}` : `CP8${this.#names}`
  }

  #leadsElsewhere(document: Modelled, name: string): boolean {
    const key = nameKey(document.place.collection, name)!
    const led = this.#expected(document.place.collection, key)
    if (led === 'nowhere' || led.document === document) return false
    return !led.document.live || led.moved
  }

  #expected(collection: Hunted, key: string): Expected {
    const bearers = this.#documents.filter(
      ({ live, place }) => live && place.collection === collection,
    )
    const own = bearers.find(({ name }) => nameKey(collection, name) === key)
    const alias = bearers.find(({ aliases }) =>
      aliases.some((one) => nameKey(collection, one) === key),
    )
    const bearer = own ?? alias
    if (bearer) return { document: bearer, moved: false }
    const bearings = this.#bearings.get(`${collection}/${key}`) ?? []
    const last = bearings.findLast(({ isAlias }) => !isAlias) ?? bearings.at(-1)
    if (!last) return 'nowhere'
    const { document } = last
    return { document, moved: nameKey(collection, document.name) !== key }
  }

  async #overRest(collection: Hunted, name: string): Promise<string> {
    const field = nameFieldOf(collection)
    const at = `/api/${collection}/by-${field}/`
    const { body, headers, status } = await this.#get(`${at}${name}`)
    if (status !== 301) return `${status} ${body.id ?? ''}`
    const target = await this.#get(String(headers['location']))
    expect([target.status, target.body.id]).toEqual([200, body.movedTo.id])
    return `301 ${body.movedTo.id}`
  }

  async #inLists(collection: Hunted, name: string): Promise<string> {
    const field = collection === 'stations' ? 'slug' : 'searchKey'
    const asked = `/api/${collection}?where[${field}][equals]=${name}`
    const { body, status } = await this.#get(asked)
    if (status !== 200) return `${status} `
    if (body.movedTo) return `301 ${body.movedTo.id}`
    // An alias is no code of its own, and lists look for exactly what they are asked.
    if (body.docs.length === 0) return answer(this.#expected(collection, name))
    return `200 ${body.docs[0].id}`
  }

  async #onTheMap(name: string): Promise<string> {
    const { body, status } = await this.#get(`/api/roadmap/${name}`)
    return `${status} ${body.station?.id ?? body.movedTo?.id ?? ''}`
  }

  async #overGraphql(collection: Hunted, name: string): Promise<string> {
    const read = collection === 'stations' ? 'stationBySlug(slug:' : 'noticeByCode(code:'
    const { body } = await this.#testApp.graphql(`{ read: ${read} "${name}") { id } }`)
    const [error] = body.errors ?? []
    if (error) return error.extensions.code === 'WITHDRAWN' ? '410 ' : error.extensions.code
    const { read: found } = body.data as unknown as { read: { id: string } | null }
    return found ? `200 ${found.id}` : '404 '
  }

  #get(address: string) {
    return this.#testApp.anonymous().get(address).redirects(0)
  }
}

/** The answer to a single address: its status and the id it leads to. */
function answer(expected: Expected): string {
  if (expected === 'nowhere') return '404 '
  const { document, moved } = expected
  if (!document.live) return '410 '
  return `${moved ? 301 : 200} ${document.place.id}`
}

function keyOf(collection: Hunted, name: string): string {
  return `${collection}/${nameKey(collection, name)}`
}

/** A name as an editor writes it. */
function written(collection: Hunted, key: string): string {
  return collection === 'stations' ? key : key.toUpperCase()
}

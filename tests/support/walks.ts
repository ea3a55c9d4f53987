import fc from 'fast-check'
import { createLocalReq } from 'payload'
import { expect, vi } from 'vitest'
import { referencesOf } from '../../src/content/visible-content.ts'
import { ChainCheck } from '../../src/ledger/chain.ts'
import type { LedgerEntry } from '../../src/ledger/entry.ts'
import { allEntries, verifyLedger } from '../../src/ledger/verify.ts'
import { workflowAnswer } from '../../src/workflow/answer.ts'
import { actions, transitionFor, type Action, type SetAction } from '../../src/workflow/states.ts'
import type { TestApp } from './app.ts'
import { text } from './content.ts'
import {
  act,
  actTogether,
  bring,
  buildTeam,
  edit,
  everything,
  join,
  liveSides,
  outcomeOf,
  passTime,
  publishDue,
  situationOf,
  usualWords,
  write,
  writePhase,
  type Member,
  type Outcome,
  type Place,
} from './workflow.ts'

/** How many documents a walk is about. */
const slots = 4

let testApp: TestApp
let members: Member[]
let author: Member
let phase: Place
let names = 0
/** The chain as far as it was looked at, over all walks on an app. */
let chain: ChainCheck

/** Something that somebody does. What the numbers stand for depends on what there is at that moment. */
interface Step {
  kind: 'anything' | 'possible' | 'edit' | 'restore' | 'delete' | 'set' | 'time' | 'stale'
  who: number
  slot: number
  pick: number
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 10, arbitrary: fc.constant('possible' as const) },
    { weight: 3, arbitrary: fc.constant('anything' as const) },
    { weight: 5, arbitrary: fc.constant('edit' as const) },
    { weight: 1, arbitrary: fc.constant('restore' as const) },
    { weight: 1, arbitrary: fc.constant('delete' as const) },
    { weight: 2, arbitrary: fc.constant('set' as const) },
    { weight: 2, arbitrary: fc.constant('time' as const) },
    { weight: 1, arbitrary: fc.constant('stale' as const) },
  ),
  who: fc.nat(1_000),
  slot: fc.nat(1_000),
  pick: fc.nat(1_000),
})

/** Makes the people and the phase that walks on an app are about, once for each app. */
export async function prepareWalks(app: TestApp): Promise<void> {
  testApp = app
  chain = new ChainCheck()
  const team = await buildTeam(testApp)
  author = team.author
  phase = await bring(testApp, await writePhase(testApp, { as: team.author }), {
    to: 'published',
    team,
  })
  members = [
    team.author,
    team.reviewer,
    team.publisher,
    await join(testApp, { roles: ['editor', 'reviewer'] }),
    await join(testApp, { roles: ['reviewer', 'publisher'] }),
    await join(testApp, { roles: ['editor', 'administrator', 'reviewer'] }),
    await join(testApp, { roles: ['editor', 'reviewer', 'publisher', 'administrator'] }),
  ]
}

/**
 * Walks at random through the workflow, and checks after every step all that is promised.
 *
 * @param runs how many walks
 * @param steps how many steps each of them has
 * @throws with the seed and the last steps when something does not hold
 */
export async function walkAtRandom({
  runs,
  steps,
  seed,
}: {
  runs: number
  steps: number
  seed: number
}): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: steps, maxLength: steps }), async (taken) => {
      const walk = await Walk.begin()
      for (const one of taken) await walk.take(one)
      await walk.end()
    }),
    // A walk leaves its traces, so that a shorter one would not be the same walk.
    { numRuns: runs, seed, endOnFailure: true },
  )
}

/** What we know of a document without asking the platform. */
interface Known {
  place: Place
  /** The words of the newest version. */
  words: string
  /** The words readers get. */
  liveWords: string | null
  wasPublic: boolean
  /** Ids of those who wrote since it was last public, and of those whose words were brought back. */
  contributors: Set<string>
  /** While an override is not confirmed: ids of those who wrote since, besides those before. */
  sinceOverride: Set<string> | null
  /** Every version's words and contributors, by its id. */
  versions: Map<string, { words: string; contributors: Set<string> }>
}

/** A walk of some people over some documents that lead to each other. */
class Walk {
  readonly #known: Known[] = []
  readonly #log: string[] = []
  readonly #number: number

  private constructor() {
    names += 1
    this.#number = names
  }

  static async begin(): Promise<Walk> {
    const walk = new Walk()
    for (let slot = 0; slot < slots; slot += 1) walk.#known.push(await walk.#write(slot))
    await walk.#readLedger()
    return walk
  }

  async take({ kind, pick, slot: nth, who: whoever }: Step): Promise<void> {
    const slot = nth % slots
    const who = members[whoever % members.length]!
    const title = `${kind} ${pick} of ${slot} by ${who.title}`
    this.#log.push(title)
    try {
      switch (kind) {
        case 'possible':
          return await this.#doSomethingPossible(slot, pick)
        case 'anything':
          return await this.#try(actions[pick % actions.length]!, who, slot)
        case 'stale':
          return await this.#tryOnOtherWords(actions[pick % actions.length]!, who, slot)
        case 'edit':
          return await this.#edit(who, slot, pick)
        case 'restore':
          return await this.#restore(who, slot, pick)
        case 'delete':
          return await this.#delete(who, slot)
        case 'set':
          return await this.#trySet(who, pick)
        case 'time':
          return await this.#letTimePass(pick)
      }
    } catch (error) {
      throw new Error(`After ${this.#log.length} steps:\n${this.#log.slice(-15).join('\n')}`, {
        cause: error,
      })
    }
  }

  async end(): Promise<void> {
    const { breaks } = await verifyLedger(await createLocalReq({}, testApp.payload))
    expect(breaks).toEqual([])
    vi.useRealTimers()
  }

  /** Takes a step that the platform says somebody can take. */
  async #doSomethingPossible(slot: number, pick: number): Promise<void> {
    const { place } = this.#known[slot]!
    for (let turn = 0; turn < members.length; turn += 1) {
      const as = members[(pick + turn) % members.length]!
      const possible = await allowedActions(place, as)
      const action = possible[Math.floor(pick / members.length) % possible.length]
      if (action) return this.#try(action, as, slot, true)
    }
  }

  async #try(action: Action, as: Member, slot: number, saidPossible?: boolean): Promise<void> {
    const known = this.#known[slot]!
    const isPossible = saidPossible ?? (await allowedActions(known.place, as)).includes(action)
    // Compared only when it is refused, which then has to change nothing.
    const before = isPossible ? {} : await everything(testApp)
    const { live } = await situationOf(testApp, known.place)
    const words = action === 'confirm' && live ? { contentHash: live.contentHash } : {}
    const outcome = await outcomeOf(() =>
      act(testApp, known.place, { action, as, ...words, ...dated(action) }),
    )
    this.#log.push(`  ${action} by ${as.title}: ${outcome.code ?? outcome.state}`)
    // What the platform says can be done is what can be done.
    expect(outcome.code === undefined, `${outcome.message}`).toBe(isPossible)
    const added = await this.#readLedger()
    if (outcome.code) await expectNothingBut(added, { before, outcome, action })
    else {
      expect(added.map(({ type }) => type)).toEqual(transitionFor(action).records)
      for (const entry of added) await this.#remember(entry)
    }
    await this.#expectInvariants()
  }

  async #tryOnOtherWords(action: Action, as: Member, slot: number): Promise<void> {
    const before = await everything(testApp)
    const outcome = await outcomeOf(() =>
      act(testApp, this.#known[slot]!.place, {
        action,
        as,
        contentHash: 'f'.repeat(64),
        ...dated(action),
      }),
    )
    expect(outcome.code).toMatch(/^(STALE_CONTENT|NOT_PERMITTED)$/)
    await expectNothingBut(await this.#readLedger(), { before, outcome, action })
  }

  async #edit(who: Member, slot: number, pick: number): Promise<void> {
    const known = this.#known[slot]!
    // Few words and few directions, so that people undo what others did.
    const words = this.#words(slot, pick % 3)
    const target = this.#known[Math.floor(pick / 3) % (slots + 2)]
    const connections = target && target !== known ? [{ to: target.place.id }] : []
    await edit(testApp, known.place, { as: who, data: { summary: words, connections } })
    known.words = words
    contribute(known, String(who.user!.id))
    await this.#noteVersion(known)
    expect(await this.#readLedger()).toEqual([])
    await this.#expectInvariants()
  }

  async #restore(who: Member, slot: number, pick: number): Promise<void> {
    const known = this.#known[slot]!
    const versions = [...known.versions]
    const [id, version] = versions[pick % versions.length]!
    const { status } = await testApp
      .anonymous()
      .post(`/api/stations/versions/${id}?draft=true`)
      .set('Authorization', who.authorization!)
    // A session ends when the clock goes on; then nothing happens.
    if (status !== 200) return
    known.words = version.words
    for (const one of [...version.contributors, String(who.user!.id)]) contribute(known, one)
    await this.#noteVersion(known)
    expect(await this.#readLedger()).toEqual([])
    await this.#expectInvariants()
  }

  async #delete(who: Member, slot: number): Promise<void> {
    const known = this.#known[slot]!
    const before = await everything(testApp)
    const outcome = await outcomeOf(async () => {
      const { collection, id } = known.place
      const situation = await situationOf(testApp, known.place)
      await testApp.payload.delete({ collection, id, overrideAccess: false, user: who.user! })
      return situation
    })
    expect(await this.#readLedger()).toEqual([])
    if (outcome.code) expect(await everything(testApp)).toEqual(before)
    else {
      expect(known.wasPublic).toBe(false)
      this.#known[slot] = await this.#write(slot)
    }
    await this.#expectInvariants()
  }

  async #trySet(who: Member, pick: number): Promise<void> {
    const action = (['publish', 'schedule', 'withdraw', 'publish'] as const)[pick % 4]! as SetAction
    const chosen = this.#known.filter((_, slot) => (pick >> (2 + slot)) % 2 === 1)
    if (chosen.length === 0) return
    const places = chosen.map(({ place }) => place)
    const before = await everything(testApp)
    const outcome = await outcomeOf(() =>
      actTogether(testApp, places, { action, as: who, ...dated(action) }),
    )
    this.#log.push(`  ${action} of ${places.length}: ${outcome.code ?? outcome.state}`)
    const added = await this.#readLedger()
    if (outcome.code) await expectNothingBut(added, { before, outcome, action, places })
    else {
      expect(added.map(({ documentId }) => documentId)).toEqual(places.map(({ id }) => id))
      expect(new Set(added.map(({ details }) => details.setId)).size).toBe(1)
      for (const entry of added) await this.#remember(entry)
    }
    await this.#expectInvariants()
  }

  async #letTimePass(pick: number): Promise<void> {
    // Now and then the clock is put back.
    passTime({ hours: pick % 7 === 0 ? -1 : 1 + (pick % 3) })
    await publishDue(testApp)
    for (const entry of await this.#readLedger()) {
      expect(['published', 'scheduleFailed']).toContain(entry.type)
      expect(entry.actorId).toBeNull()
      await this.#remember(entry)
    }
    await this.#expectInvariants()
  }

  /** Takes into account what an entry says happened, and judges it by what we know ourselves. */
  async #remember(entry: LedgerEntry): Promise<void> {
    const known = this.#known.find(({ place }) => place.id === entry.documentId)!
    const actor = entry.actorId ?? ''
    switch (entry.type) {
      case 'approved':
      case 'confirmed':
        if (entry.type === 'approved') expect(known.contributors.has(actor)).toBe(false)
        else {
          known.contributors = known.sinceOverride!
          known.sinceOverride = null
        }
        return
      case 'published': {
        // Exactly the words that were approved, by somebody none of whose words they are.
        const basis = await this.#basisOf(entry)
        expect(basis.contentHash).toBe(entry.contentHash)
        if (basis.type === 'approved') expect(known.contributors.has(basis.actorId!)).toBe(false)
        else expect(basis.comment).toMatch(/\S/)
        expect(JSON.stringify(entry.snapshot)).toContain(known.words)
        known.liveWords = known.words
        known.wasPublic = true
        known.sinceOverride = basis.type === 'overridden' ? new Set() : null
        if (basis.type === 'approved') known.contributors = new Set()
        await this.#noteVersion(known)
        return
      }
      case 'withdrawn':
        known.liveWords = null
        await this.#noteVersion(known)
    }
  }

  async #basisOf({ details }: LedgerEntry): Promise<LedgerEntry> {
    const { docs } = await testApp.payload.db.find<LedgerEntry & { id: string }>({
      collection: 'ledger-entries',
      where: { sequence: { equals: details.restsOn! } },
      sort: 'sequence',
    })
    expect(['approved', 'overridden']).toContain(docs[0]?.type)
    return docs[0]!
  }

  /** What holds after every step, by the numbers of the design. */
  async #expectInvariants(): Promise<void> {
    const live = await liveSides(testApp)
    // 1, 2: what is live is what the ledger published last, each on a basis that holds (see the chain).
    const published = chain.lastPublications()
    const expected = [...published].filter(([, publication]) => publication.live)
    expect(new Map(expected.map(([key, { contentHash }]) => [key, contentHash]))).toEqual(
      new Map([...live].map(([key, { contentHash }]) => [key, contentHash])),
    )
    // 4: the chain holds and its rules do.
    expect(chain.breaks).toEqual([])
    for (const { liveWords, place } of this.#known) {
      const side = live.get(`${place.collection}/${place.id}`)
      expect(side !== undefined).toBe(liveWords !== null)
      // 5: what is live points at what is live.
      const { flattenedFields } = testApp.payload.collections[place.collection].config
      if (side)
        for (const { collection, id } of referencesOf({
          fields: flattenedFields,
          content: side.content,
        }))
          expect(live.has(`${collection}/${id}`), `${collection}/${id} is not live`).toBe(true)
    }
    await this.#expectReadersGetWhatIsLive()
  }

  /** 3: the words that readers get, and no others; as many documents, and no more. */
  async #expectReadersGetWhatIsLive(): Promise<void> {
    const ids = this.#known.map(({ place }) => place.id).join(',')
    const { body, text: answer } = await testApp
      .anonymous()
      .get(`/api/stations?limit=100&depth=1&where[id][in]=${ids}`)
    const liveWords = this.#known.flatMap(({ liveWords: words }) => words ?? [])
    expect(body.totalDocs).toBe(liveWords.length)
    const wordsRead = new Set(answer.match(/walk\d+-\w+/g) ?? [])
    expect([...wordsRead].sort()).toEqual([...new Set(liveWords)].sort())
  }

  /** 4: the entries that came since the last look, after all those before them. */
  async #readLedger(): Promise<LedgerEntry[]> {
    const added: LedgerEntry[] = []
    const req = await createLocalReq({}, testApp.payload)
    for await (const entry of allEntries(req, chain.head?.sequence)) {
      added.push(entry)
      chain.add(entry)
    }
    const { totalDocs } = await testApp.payload.db.count({ collection: 'ledger-entries' })
    expect(totalDocs).toBe(chain.entries)
    return added
  }

  #words(slot: number, variant: number): string {
    return `walk${this.#number}-${'abcdefgh'[slot]}${variant}`
  }

  async #write(slot: number): Promise<Known> {
    names += 1
    const words = this.#words(slot, 0)
    const place = await write(testApp, {
      as: author,
      collection: 'stations',
      data: {
        title: `Stop ${names}`,
        slug: `stop-${names}`,
        summary: words,
        overview: text('What happens here.'),
        kind: 'stop',
        phase: phase.id,
      },
    })
    const known: Known = {
      place,
      words,
      liveWords: null,
      wasPublic: false,
      contributors: new Set([String(author.user!.id)]),
      sinceOverride: null,
      versions: new Map(),
    }
    await this.#noteVersion(known)
    return known
  }

  async #noteVersion(known: Known): Promise<void> {
    const { versionId } = (await situationOf(testApp, known.place)).working
    const before = known.versions.get(versionId)
    known.versions.set(versionId, {
      words: known.words,
      contributors: new Set([...known.contributors, ...(before?.contributors ?? [])]),
    })
  }
}

function contribute({ contributors, sinceOverride }: Known, id: string): void {
  contributors.add(id)
  sinceOverride?.add(id)
}

/** 7: nothing changed, and nothing is recorded but the refusal, if that. */
async function expectNothingBut(
  added: LedgerEntry[],
  {
    before,
    outcome,
    action,
    places = [{ id: added[0]?.documentId }],
  }: {
    before: Awaited<ReturnType<typeof everything>>
    outcome: Outcome
    action: Action
    places?: readonly { id: string | undefined }[]
  },
): Promise<void> {
  expect(outcome.message).toMatch(/\w.*\./)
  expect(await everything(testApp)).toEqual(before)
  const isRecorded = ['approve', 'publish', 'schedule', 'override', 'confirm'].includes(action)
  expect(added.map(({ type, documentId }) => [type, documentId])).toEqual(
    isRecorded ? places.map(({ id }) => ['refused', id]) : [],
  )
}

async function allowedActions(place: Place, { user }: Member): Promise<Action[]> {
  const req = await createLocalReq({ user: user! }, testApp.payload)
  const answer = await workflowAnswer(await situationOf(testApp, place), req)
  return answer.actions.filter(({ allowed }) => allowed).map(({ action }) => action)
}

/** Schedules in a walk come due within it. */
function dated(action: Action): Record<string, unknown> {
  return action === 'schedule'
    ? { publishAt: new Date(Date.now() + 90 * 60_000).toISOString() }
    : (usualWords[action] ?? {})
}

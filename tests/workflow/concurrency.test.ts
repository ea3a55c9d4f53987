import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { LedgerEntry } from '../../src/ledger/entry.ts'
import { verifyLedger } from '../../src/ledger/verify.ts'
import type { Action } from '../../src/workflow/states.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import {
  act,
  actTogether,
  ask,
  bring,
  buildTeam,
  doors,
  edit,
  entriesSince,
  join,
  ledger,
  ledgerLength,
  outcomeOf,
  passTime,
  publishDue,
  situationOf,
  usualWords,
  write,
  writePhase,
  type Door,
  type Member,
  type Outcome,
  type Place,
  type Team,
} from '../support/workflow.ts'

/** How often each race is run: whoever is first differs from one time to the next. */
const rounds = [1, 2, 3, 4, 5]

let testApp: TestApp
let team: Team
let publisher2: Member
let phase: Place
let names = 0

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  publisher2 = await join(testApp, { roles: ['publisher'] })
  phase = await bring(testApp, await writePhase(testApp, { as: team.author }), {
    to: 'published',
    team,
  })
})
afterEach(async () => {
  vi.useRealTimers()
  const proof = await verifyLedger(await createLocalReq({}, testApp.payload))
  expect(proof.breaks).toEqual([])
})
afterAll(() => testApp.close())

describe('approving while somebody edits', () => {
  it.each(rounds)('never approves what the reviewer did not see (%i)', async () => {
    const place = await writeIn('inReview')
    const seen = await hashOf(place)
    const [approval, saved] = await Promise.all([
      step('approve', place, team.reviewer, seen),
      save(place),
    ])
    expect(saved).toBe(200)
    expect(approval.code ?? 'done').toMatch(/^(done|STALE_CONTENT|WRONG_STATE)$/)
    const after = await situationOf(testApp, place)
    expect(after.state).toBe('draft')
    expect(after.approval).toBeNull()
    expect(after.entries.filter(({ type }) => type === 'approved')).toMatchObject(
      approval.code ? [] : [{ contentHash: seen }],
    )
  })
})

describe('publishing while somebody edits', () => {
  it.each(rounds)('publishes what was approved or nothing (%i)', async () => {
    const place = await writeIn('approved')
    const seen = await hashOf(place)
    const [publication, saved] = await Promise.all([
      step('publish', place, team.publisher, seen),
      save(place),
    ])
    expect(saved).toBe(200)
    const after = await situationOf(testApp, place)
    if (publication.code) {
      expect(publication.code).toMatch(/^(STALE_CONTENT|WRONG_STATE)$/)
      expect(after.live).toBeNull()
    } else expect(after.live?.contentHash).toBe(seen)
    expect(after.working.contentHash).not.toBe(seen)
    expect(after.state).toBe('draft')
  })
})

describe.each([...doors])('the same step twice at once over %s', (door) => {
  const cases: {
    action: Action
    from: Parameters<typeof writeIn>[0]
    one: string
    other: string
  }[] = [
    { action: 'submit', from: 'draft', one: 'author', other: 'author2' },
    { action: 'approve', from: 'inReview', one: 'reviewer', other: 'reviewer2' },
    { action: 'return', from: 'inReview', one: 'reviewer', other: 'reviewer2' },
    { action: 'publish', from: 'approved', one: 'publisher', other: 'publisher2' },
    { action: 'schedule', from: 'approved', one: 'publisher', other: 'publisher2' },
    { action: 'withdraw', from: 'published', one: 'publisher', other: 'publisher2' },
  ]
  it.each(cases)('$action is done once', async ({ action, from, one, other }) => {
    const everybody: Record<string, Member> = { ...team, publisher2 }
    const place = await writeIn(from)
    const seen = await hashOf(place)
    const before = await ledgerLength(testApp)
    const outcomes = await Promise.all([
      step(action, place, everybody[one]!, seen, door),
      step(action, place, everybody[other]!, seen, door),
    ])
    expect(outcomes.map(({ code }) => code ?? 'done').sort()).toEqual(['WRONG_STATE', 'done'])
    const added = await entriesSince(testApp, before)
    expect(added.filter(({ type }) => type !== 'refused')).toHaveLength(1)
  })
})

describe('deciding while somebody else decides', () => {
  it.each(rounds)('approving and returning: the first counts (%i)', async () => {
    const place = await writeIn('inReview')
    const seen = await hashOf(place)
    const [approval, returned] = await Promise.all([
      step('approve', place, team.reviewer, seen),
      step('return', place, team.reviewer2, seen),
    ])
    // What is approved may still be returned; what is returned may not be approved.
    expect(returned.code).toBeUndefined()
    expect(approval.code ?? 'done').toMatch(/^(done|WRONG_STATE)$/)
    expect((await situationOf(testApp, place)).state).toBe('changesRequested')
  })

  it.each(rounds)('publishing and recalling: one of the two (%i)', async () => {
    const place = await writeIn('approved')
    const seen = await hashOf(place)
    const outcomes = await Promise.all([
      step('publish', place, team.publisher, seen),
      step('recall', place, team.author, seen),
    ])
    expect(outcomes.map(({ code }) => code ?? 'done').sort()).toEqual(['WRONG_STATE', 'done'])
    const { live, state } = await situationOf(testApp, place)
    expect({ live: live !== null, state }).toEqual(
      outcomes[0].code ? { live: false, state: 'draft' } : { live: true, state: 'published' },
    )
  })

  it.each(rounds)('publishing and overriding: it becomes public once (%i)', async () => {
    const place = await writeIn('approved')
    const seen = await hashOf(place)
    const outcomes = await Promise.all([
      step('publish', place, team.publisher, seen),
      step('override', place, team.administrator, seen),
    ])
    expect(outcomes.map(({ code }) => code ?? 'done').sort()).toEqual(['WRONG_STATE', 'done'])
    const { entries } = await situationOf(testApp, place)
    expect(entries.filter(({ type }) => type === 'published')).toHaveLength(1)
  })
})

describe('publishing a newer text while the live one is withdrawn', () => {
  it.each(rounds)('ends as the ledger says (%i)', async () => {
    const place = await writeIn('published')
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    await bring(testApp, place, { to: 'approved', team })
    const seen = await hashOf(place)
    await Promise.all([
      step('publish', place, team.publisher, seen),
      step('withdraw', place, publisher2, seen),
    ])
    const { entries, live } = await situationOf(testApp, place)
    const last = entries.findLast(({ type }) => type === 'published' || type === 'withdrawn')!
    expect(live !== null).toBe(last.type === 'published')
    if (live) expect(live.contentHash).toBe(last.contentHash)
  })
})

describe('publications at once', () => {
  it('get consecutive numbers', async () => {
    const places = []
    for (let made = 0; made < 8; made += 1) places.push(await writeIn('approved'))
    const seen = await Promise.all(places.map(hashOf))
    const before = await ledgerLength(testApp)
    const outcomes = await Promise.all(
      places.map((place, index) => step('publish', place, team.publisher, seen[index]!)),
    )
    expect(outcomes.map(({ code }) => code)).toEqual(places.map(() => undefined))
    const added = (await ledger(testApp)).slice(before)
    expect(added.map(({ sequence }) => sequence)).toEqual(
      places.map((_, index) => before + 1 + index),
    )
    expect(added.map(({ type }) => type)).toEqual(places.map(() => 'published'))
    expect(new Set(added.map(({ documentId }) => documentId))).toEqual(
      new Set(places.map(({ id }) => id)),
    )
    expectChained(added)
  })

  it('and refusals at once get consecutive numbers', async () => {
    const place = await writeIn('approved')
    const draft = await writeIn('draft')
    const [seen, seenDraft] = [await hashOf(place), await hashOf(draft)]
    const before = await ledgerLength(testApp)
    await Promise.all([
      step('publish', draft, team.publisher, seenDraft),
      step('publish', place, team.publisher, seen),
      step('approve', draft, team.author, seenDraft),
      step('publish', draft, team.author, seenDraft),
    ])
    const added = (await ledger(testApp)).slice(before)
    expect(added.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4].map((one) => before + one))
    expectChained(added)
  })
})

describe('publishing a set while one of it is edited', () => {
  it.each(rounds)('publishes all as they were seen or none (%i)', async () => {
    const places = [await writeIn('approved'), await writeIn('approved'), await writeIn('approved')]
    const documents = []
    for (const place of places) documents.push({ ...place, contentHash: await hashOf(place) })
    const [answer, saved] = await Promise.all([
      request(testApp.app)
        .post('/api/workflow/publish')
        .set('Authorization', team.publisher.authorization!)
        .send({ documents }),
      save(places[1]!),
    ])
    expect(saved).toBe(200)
    const live = []
    for (const place of places) live.push((await situationOf(testApp, place)).live?.contentHash)
    if (answer.status === 200) expect(live).toEqual(documents.map(({ contentHash }) => contentHash))
    else {
      expect(answer.body.errors[0]).toMatchObject({ code: 'STALE_CONTENT', id: places[1]!.id })
      expect(live).toEqual([undefined, undefined, undefined])
    }
  })
})

describe('the scheduler', () => {
  it.each(rounds)('publishes once when it looks three times at once (%i)', async () => {
    const place = await writeIn('approved')
    await act(testApp, place, {
      action: 'schedule',
      as: team.publisher,
      publishAt: inAnHour(),
    })
    passTime({ hours: 2 })
    await Promise.all([publishDue(testApp), publishDue(testApp), publishDue(testApp)])
    const { entries, state } = await situationOf(testApp, place)
    expect(state).toBe('published')
    expect(entries.map(({ type }) => type)).toEqual([
      'submitted',
      'approved',
      'scheduled',
      'published',
    ])
  })

  it.each(rounds)('publishes or leaves what is called off just then (%i)', async () => {
    const place = await writeIn('approved')
    await act(testApp, place, { action: 'schedule', as: team.publisher, publishAt: inAnHour() })
    const seen = await hashOf(place)
    passTime({ hours: 2 })
    const [calledOff] = await Promise.all([
      step('unschedule', place, team.publisher, seen, 'Local API'),
      publishDue(testApp),
    ])
    await publishDue(testApp)
    const { entries, live, state } = await situationOf(testApp, place)
    const fired = entries.filter(({ type }) => type === 'published').length
    expect({ fired, live: live !== null, state }).toEqual(
      calledOff.code
        ? { fired: 1, live: true, state: 'published' }
        : { fired: 0, live: false, state: 'approved' },
    )
    expect(entries.some(({ type }) => type === 'scheduleFailed')).toBe(false)
  })

  it.each(rounds)('never publishes what is edited just then unseen (%i)', async () => {
    const place = await writeIn('approved')
    await act(testApp, place, { action: 'schedule', as: team.publisher, publishAt: inAnHour() })
    const seen = await hashOf(place)
    passTime({ hours: 2 })
    await Promise.all([
      edit(testApp, place, { as: team.author, data: { summary: newText() } }),
      publishDue(testApp),
    ])
    const { entries, live } = await situationOf(testApp, place)
    if (live) expect(live.contentHash).toBe(seen)
    else expect(entries.at(-1)!.type).toBe('scheduleFailed')
  })
})

describe('withdrawing what somebody is just about to cite', () => {
  it.each(rounds)('leaves no live page that points at what is not live (%i)', async () => {
    const cited = await writeStation()
    await bring(testApp, cited, { to: 'published', team })
    const citing = await writeStation({ connections: [{ to: cited.id }] })
    await bring(testApp, citing, { to: 'approved', team })
    const [seenCited, seenCiting] = [await hashOf(cited), await hashOf(citing)]
    const outcomes = await Promise.all([
      step('withdraw', cited, team.publisher, seenCited),
      step('publish', citing, publisher2, seenCiting),
    ])
    expect(outcomes.map(({ code }) => code ?? 'done').sort()).toEqual([
      'REQUIREMENTS_NOT_MET',
      'done',
    ])
    const isLive = async (place: Place) => (await situationOf(testApp, place)).live !== null
    expect([await isLive(cited), await isLive(citing)]).toEqual(
      outcomes[0].code ? [true, true] : [false, false],
    )
  })
})

describe('deleting a draft that is just about to become public', () => {
  it.each(rounds)('deletes it or finds it public, never both (%i)', async () => {
    const place = await writeIn('approved')
    const seen = await hashOf(place)
    const [publication, deletion] = await Promise.all([
      step('publish', place, team.publisher, seen),
      request(testApp.app)
        .delete(`/api/phases/${place.id}`)
        .set('Authorization', team.author.authorization!),
    ])
    const answers = [publication.code ?? 'done', deletion.body.errors?.[0]?.code ?? 'done']
    expect([
      ['done', 'USE_WORKFLOW'],
      ['done', 'NOT_PERMITTED'],
      ['NOT_FOUND', 'done'],
    ]).toContainEqual(answers)
    const { totalDocs } = await testApp.payload.count({
      collection: 'phases',
      where: { id: { equals: place.id } },
    })
    expect(totalDocs).toBe(publication.code ? 0 : 1)
  })
})

describe('saving at once', () => {
  it.each(rounds)('records everybody who contributed (%i)', async () => {
    const place = await writeIn('draft')
    const writers = [team.author, team.author2, team.reviewer]
    await Promise.all(
      writers.map((as) => edit(testApp, place, { as, data: { summary: newText() } })),
    )
    const { contributors } = (await situationOf(testApp, place)).working
    expect(contributors.map(({ id }) => id).sort()).toEqual(
      writers.map(({ user }) => String(user!.id)).sort(),
    )
  })
})

describe('sets at once that share a document', () => {
  it.each(rounds)('become public one or the other (%i)', async () => {
    const [one, shared, other] = [
      await writeIn('approved'),
      await writeIn('approved'),
      await writeIn('approved'),
    ]
    const outcomes = await Promise.all([
      outcomeOf(() =>
        actTogether(testApp, [one, shared], { action: 'publish', as: team.publisher }),
      ),
      outcomeOf(() => actTogether(testApp, [shared, other], { action: 'publish', as: publisher2 })),
    ])
    expect(outcomes.map(({ code }) => code ?? 'done').sort()).toEqual(['WRONG_STATE', 'done'])
    const isLive = async (place: Place) => (await situationOf(testApp, place)).live !== null
    expect([await isLive(one), await isLive(shared), await isLive(other)]).toEqual(
      outcomes[0].code ? [false, true, true] : [true, true, false],
    )
  })
})

function step(
  action: Action,
  place: Place,
  as: Member,
  contentHash: string,
  door: Door = 'REST',
): Promise<Outcome> {
  return ask(testApp, door, { action, as, place, body: { contentHash, ...usualWords[action] } })
}

/** Saves a draft over REST and tells the status. */
async function save({ collection, id }: Place): Promise<number> {
  const { status } = await request(testApp.app)
    .patch(`/api/${collection}/${id}?draft=true`)
    .set('Authorization', team.author.authorization!)
    .send({ summary: newText() })
  return status
}

async function writeIn(to: Parameters<typeof bring>[2]['to']): Promise<Place> {
  return bring(testApp, await writePhase(testApp, { as: team.author }), { to, team })
}

function writeStation(data: object = {}): Promise<Place> {
  names += 1
  return write(testApp, {
    as: team.author,
    collection: 'stations',
    data: {
      title: `Stop ${names}`,
      slug: `stop-${names}`,
      summary: 'A stop on the way.',
      overview: text('What happens here.'),
      kind: 'stop',
      phase: phase.id,
      ...data,
    },
  })
}

async function hashOf(place: Place): Promise<string> {
  return (await situationOf(testApp, place)).working.contentHash
}

function newText(): string {
  names += 1
  return `Other words, the ${names}th.`
}

function inAnHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString()
}

function expectChained(entries: LedgerEntry[]): void {
  for (const [index, { previousHash }] of entries.entries())
    if (index > 0) expect(previousHash).toBe(entries[index - 1]!.hash)
}

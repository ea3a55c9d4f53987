import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { richText } from '../../seed/markdown.ts'
import { verifyLedger } from '../../src/ledger/verify.ts'
import { setActions, transitionFor } from '../../src/workflow/states.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import {
  act,
  actTogether,
  bring,
  buildTeam,
  edit,
  entriesSince,
  everything,
  join,
  ledgerLength,
  nobody,
  outcomeOf,
  passTime,
  publishDue,
  situationOf,
  write,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team
let phase: Place
let names = 0

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  phase = await bring(testApp, await writePhase(testApp, { as: team.author }), {
    to: 'published',
    team,
  })
})
afterEach(async () => {
  const proof = await verifyLedger(await createLocalReq({}, testApp.payload))
  expect(proof.breaks).toEqual([])
})
afterAll(() => testApp.close())

describe('stations that lead to each other', () => {
  it('cannot become public one by one', async () => {
    const places = await approvedCycle(2)
    for (const place of places) {
      const { code } = await outcomeOf(() =>
        act(testApp, place, { action: 'publish', as: team.publisher }),
      )
      expect(code).toBe('REQUIREMENTS_NOT_MET')
    }
    expect(await liveAmong(places)).toEqual([])
  })

  it.each([2, 3, 5])('become public together: %i of them in a circle', async (count) => {
    const places = await approvedCycle(count)
    await actTogether(testApp, places, { action: 'publish', as: team.publisher })
    expect(await liveAmong(places)).toEqual(places)
  })

  it('become public together though they lead to each other in their words', async () => {
    const one = await station()
    const other = await station({ overview: linkTo(one.id) })
    await edit(testApp, one, {
      as: team.author,
      data: { overview: linkTo(other.id) },
      locale: 'es',
    })
    await approve([one, other])
    await actTogether(testApp, [one, other], { action: 'publish', as: team.publisher })
    expect(await liveAmong([one, other])).toHaveLength(2)
  })

  it('become public with the line they are on', async () => {
    const line = await writePhase(testApp, { as: team.author })
    const stop = await station({ phase: line.id })
    await approve([line, stop])
    await actTogether(testApp, [stop, line], { action: 'publish', as: team.publisher })
    expect(await liveAmong([line, stop])).toHaveLength(2)
  })

  it('become public over GraphQL too', async () => {
    const places = await approvedCycle(2)
    const { body } = await transitionSet('publish', places, team.publisher)
    expect(body.data.transitionSet).toMatchObject([
      { state: 'published', live: true },
      { state: 'published', live: true },
    ])
  })

  it('share the id of the set in the ledger, each with an entry of its own', async () => {
    const places = await approvedCycle(3)
    const before = await ledgerLength(testApp)
    await actTogether(testApp, places, {
      action: 'publish',
      as: team.publisher,
      comment: 'The new line.',
    })
    const added = await entriesSince(testApp, before)
    expect(added.map(({ type, documentId, comment }) => [type, documentId, comment])).toEqual(
      places.map(({ id }) => ['published', id, 'The new line.']),
    )
    const sets = new Set(added.map(({ details }) => details.setId))
    expect(sets.size).toBe(1)
    expect([...sets][0]).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('have another id than the set before', async () => {
    const [one, other] = [await approvedCycle(2), await approvedCycle(2)]
    const before = await ledgerLength(testApp)
    await actTogether(testApp, one, { action: 'publish', as: team.publisher })
    await actTogether(testApp, other, { action: 'publish', as: team.publisher })
    const added = await entriesSince(testApp, before)
    expect(new Set(added.map(({ details }) => details.setId)).size).toBe(2)
  })
})

describe('a set with one document that is not ready', () => {
  it('is refused as a whole, with every reason for every document', async () => {
    const good = await station()
    const unapproved = await station()
    const leadingAway = await station({ connections: [{ to: (await station()).id }] })
    const stale = await station()
    await approve([good, leadingAway, stale])
    const documents = await seen([good, unapproved, leadingAway, stale])
    documents[3]!.contentHash = 'a'.repeat(64)
    const stored = await everything(testApp)
    const before = await ledgerLength(testApp)

    const { body, status } = await post('publish', { documents }, team.publisher)

    expect(status).toBeGreaterThanOrEqual(409)
    expect(body.errors.map(({ code, id }: Reason) => [id, code])).toEqual([
      [unapproved.id, 'WRONG_STATE'],
      [leadingAway.id, 'REQUIREMENTS_NOT_MET'],
      [stale.id, 'STALE_CONTENT'],
    ])
    for (const { collection, message } of body.errors) {
      expect(collection).toBe('stations')
      expect(message).toMatch(/\w.*\./)
    }
    expect(await everything(testApp)).toEqual(stored)
    // The try is on record for each document, and nothing else is.
    const added = await entriesSince(testApp, before)
    expect(added.map(({ type, documentId }) => [type, documentId])).toEqual(
      documents.map(({ id }) => ['refused', id]),
    )
    expect(added[1]!.details.reasons?.map(({ code }) => code)).toEqual(['WRONG_STATE'])
  })

  it('tells every reason over GraphQL too', async () => {
    const [one, other] = [await station(), await station()]
    const { body } = await transitionSet('publish', [one, other], team.publisher)
    expect(body.errors[0].extensions.reasons.map(({ id }: Reason) => id)).toEqual([
      one.id,
      other.id,
    ])
  })

  it('is refused when one is missing altogether', async () => {
    const places = await approvedCycle(2)
    const documents = [
      ...(await seen(places)),
      { collection: 'stations', id: 'nothing', contentHash: 'a'.repeat(64) },
    ]
    const { body, status } = await post('publish', { documents }, team.publisher)
    expect([status, body.errors[0].code]).toEqual([404, 'NOT_FOUND'])
    expect(await liveAmong(places)).toEqual([])
  })

  it('is refused when one leads to a draft outside the set', async () => {
    const outside = await station()
    const [one, other] = await approvedCycle(2)
    await edit(testApp, one!, {
      as: team.author,
      data: { connections: [{ to: other!.id }, { to: outside.id }] },
    })
    await approve([one!])
    const { code, reasons } = await outcomeOf(() =>
      actTogether(testApp, [one!, other!], { action: 'publish', as: team.publisher }),
    )
    expect(code).toBe('REQUIREMENTS_NOT_MET')
    expect(reasons).toMatchObject([{ id: one!.id, message: expect.stringContaining(outside.id) }])
    expect(await liveAmong([one!, other!])).toEqual([])
  })

  it('is refused when an approver contributed to one of them since', async () => {
    const both = await join(testApp, { roles: ['editor', 'reviewer'] })
    const place = await station({ summary: 'As it was.' })
    await act(testApp, place, { action: 'submit', as: team.author })
    await act(testApp, place, { action: 'approve', as: both })
    await edit(testApp, place, { as: both, data: { summary: 'Other.' } })
    await edit(testApp, place, { as: both, data: { summary: 'As it was.' } })
    const [other] = await approvedCycle(1)
    const { code, reasons } = await outcomeOf(() =>
      actTogether(testApp, [other!, place], { action: 'publish', as: team.publisher }),
    )
    expect(code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
    expect(reasons).toMatchObject([{ id: place.id }])
    expect(await liveAmong([other!, place])).toEqual([])
  })
})

describe('who may act on a set', () => {
  it.each(setActions.map((action) => [action]))('is who may act on one: %s', async (action) => {
    const places = await approvedCycle(2)
    const stored = await everything(testApp)
    const documents = await seen(places)
    const body = { documents, reason: 'Why.', publishAt: '2099-01-01T00:00:00Z' }
    const machine = await join(testApp, {
      roles: ['editor', 'reviewer', 'publisher', 'administrator'],
      kind: 'machine',
    })
    const others = [team.author, team.reviewer, team.publisher, team.administrator].filter(
      ({ roles }) => !roles.includes(transitionFor(action).by),
    )
    for (const [member, code] of [
      [nobody, 'NOT_SIGNED_IN'],
      [machine, 'NOT_PERMITTED'],
      ...others.map((member) => [member, 'NOT_PERMITTED'] as const),
    ] as const) {
      const answer = await post(action, body, member)
      expect(answer.body.errors[0].code, member.title).toBe(code)
    }
    expect(await everything(testApp)).toEqual(stored)
  })

  it.each(['override', 'confirm', 'delete'])('cannot %s a set', async (action) => {
    const places = await approvedCycle(1)
    const documents = await seen(places)
    const everyRole = await join(testApp, {
      roles: ['editor', 'reviewer', 'publisher', 'administrator'],
    })
    const { body, status } = await post(action, { documents, reason: 'Why.' }, everyRole)
    expect([status, body.errors[0].code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('a set that cannot be read', () => {
  it.each([
    ['without documents', () => ({})],
    ['with no documents', () => ({ documents: [] })],
    ['with something else for documents', () => ({ documents: 'all' })],
    ['with documents that have no id', () => ({ documents: [{ collection: 'stations' }] })],
    [
      'with documents without a hash',
      ([one]: Seen[]) => ({
        documents: [{ collection: one!.collection, id: one!.id }],
      }),
    ],
    ['with a document twice', ([one]: Seen[]) => ({ documents: [one, one] })],
    [
      'with more documents than anybody looks at',
      ([one]: Seen[]) => ({
        documents: Array.from({ length: 1001 }, (_, index) => ({ ...one, id: `${index}` })),
      }),
    ],
  ])('is refused %s', async (_, bodyOf) => {
    const places = await approvedCycle(1)
    const { body, status } = await post('publish', bodyOf(await seen(places)), team.publisher)
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
    expect(await liveAmong(places)).toEqual([])
  })

  it('is refused with a collection that has no workflow', async () => {
    for (const collection of ['users', 'ledger-entries', 'nothing']) {
      const documents = [{ collection, id: team.author.user!.id, contentHash: 'a'.repeat(64) }]
      const { body } = await post('publish', { documents }, team.publisher)
      expect(body.errors[0].code).toBe('NOT_FOUND')
    }
  })
})

describe('a set under review', () => {
  const statesOf = async (places: readonly Place[]) =>
    (await Promise.all(places.map((place) => situationOf(testApp, place)))).map(
      ({ state }) => state,
    )

  it('is submitted, taken back, submitted, returned, submitted and approved together', async () => {
    const places = await draftCycle(3)
    const before = await ledgerLength(testApp)
    for (const [action, as, state] of [
      ['submit', team.author, 'inReview'],
      ['recall', team.author, 'draft'],
      ['submit', team.author, 'inReview'],
      ['return', team.reviewer, 'changesRequested'],
      ['submit', team.author, 'inReview'],
      ['approve', team.reviewer, 'approved'],
    ] as const) {
      await actTogether(testApp, places, { action, as })
      expect(await statesOf(places), action).toEqual([state, state, state])
    }
    const added = await entriesSince(testApp, before)
    expect(added).toHaveLength(18)
    expect(new Set(added.map(({ details }) => details.setId)).size).toBe(6)
  })

  it('is approved by nobody who wrote a part of it, and then none of it is', async () => {
    const both = await join(testApp, { roles: ['editor', 'reviewer'] })
    const places = await draftCycle(2)
    await edit(testApp, places[1]!, { as: both, data: { summary: 'Mine.' } })
    await actTogether(testApp, places, { action: 'submit', as: team.author })
    const { code, reasons } = await outcomeOf(() =>
      actTogether(testApp, places, { action: 'approve', as: both }),
    )
    expect(code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
    expect(reasons).toMatchObject([{ id: places[1]!.id }])
    expect(await statesOf(places)).toEqual(['inReview', 'inReview'])
  })

  it('is scheduled together, and its schedule is taken back together', async () => {
    const places = await approvedCycle(2)
    const publishAt = new Date(Date.now() + 3_600_000).toISOString()
    await actTogether(testApp, places, { action: 'schedule', as: team.publisher, publishAt })
    expect(await statesOf(places)).toEqual(['scheduled', 'scheduled'])
    await actTogether(testApp, places, { action: 'unschedule', as: team.publisher })
    expect(await statesOf(places)).toEqual(['approved', 'approved'])
    passTime({ hours: 2 })
    await publishDue(testApp)
    vi.useRealTimers()
    expect(await statesOf(places)).toEqual(['approved', 'approved'])
    expect(await liveAmong(places)).toEqual([])
  })
})

describe('what a document still needs', () => {
  it('is gathered with what is missing for each', async () => {
    const further = await station()
    const next = await station({ connections: [{ to: further.id }] })
    const place = await station({ connections: [{ to: next.id }] })
    await approve([place, next])
    const { body } = await needs(place)
    expect(body.more).toBe(false)
    expect(body.documents).toMatchObject([
      { id: place.id, state: 'approved', ready: true, reasons: [] },
      { id: next.id, state: 'approved', ready: true, reasons: [] },
      { id: further.id, state: 'draft', ready: false, reasons: [{ code: 'WRONG_STATE' }] },
    ])
  })

  it('can be published as it was gathered once all of it is ready', async () => {
    const [one] = await approvedCycle(3)
    const { body } = await needs(one!)
    expect(body.documents).toHaveLength(3)
    expect(body.documents.every(({ ready }: { ready: boolean }) => ready)).toBe(true)
    const documents = body.documents.map(({ collection, id, contentHash }: Seen) => ({
      collection,
      id,
      contentHash,
    }))
    const answer = await post('publish', { documents }, team.publisher)
    expect(answer.status).toBe(200)
    expect(answer.body.documents).toHaveLength(3)
  })

  it('is itself alone when it points at nothing but what is live', async () => {
    const place = await station()
    const { body } = await needs(place)
    expect(body.documents.map(({ id }: Seen) => id)).toEqual([place.id])
  })

  it('is, for its withdrawal, everything live that leads to it, directly or not', async () => {
    const { nearer, farther, place } = await liveLine()
    const { body } = await needs(place, 'withdraw')
    expect(body.more).toBe(false)
    expect(body.documents).toMatchObject([
      { id: place.id, ready: true },
      { id: nearer.id, ready: true },
      { id: farther.id, ready: true },
    ])
  })

  it('names the live text of what is to be withdrawn, not a draft over it', async () => {
    const { place } = await liveLine()
    const { live } = await situationOf(testApp, place)
    await edit(testApp, place, { as: team.author, data: { summary: 'A draft over it.' } })
    const { body } = await needs(place, 'withdraw')
    expect(body.documents[0].contentHash).toBe(live!.contentHash)
  })

  it('can be withdrawn as it was gathered', async () => {
    const { place, nearer, farther } = await liveLine()
    const { body } = await needs(place, 'withdraw')
    const documents = body.documents.map(({ collection, id, contentHash }: Seen) => ({
      collection,
      id,
      contentHash,
    }))
    const order = { documents, reason: 'The rule has changed.', replacement: 'Look elsewhere.' }
    expect((await post('withdraw', order, team.publisher)).status).toBe(200)
    expect(await liveAmong([place, nearer, farther])).toEqual([])
  })

  it('is gathered for publishing and withdrawing, and nothing else', async () => {
    const { body, status } = await needs(await station(), 'approve')
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
  })

  it('is told to the team alone', async () => {
    const place = await station()
    const { status } = await testApp.anonymous().get(`/api/stations/${place.id}/workflow/needs`)
    expect(status).toBe(401)
  })
})

interface Reason {
  code: string
  collection: string
  id: string
  message: string
}

interface Seen {
  collection: string
  id: string
  contentHash: string
}

async function seen(places: readonly Place[]): Promise<Seen[]> {
  const documents = []
  for (const place of places) {
    const { working } = await situationOf(testApp, place)
    documents.push({ ...place, contentHash: working.contentHash })
  }
  return documents
}

function post(action: string, body: object, as: Member) {
  const asked = request(testApp.app).post(`/api/workflow/${action}`)
  if (as.authorization) asked.set('Authorization', as.authorization)
  return asked.send(body)
}

async function transitionSet(action: string, places: Place[], as: Member) {
  return request(testApp.app)
    .post('/api/graphql')
    .set('Authorization', as.authorization!)
    .send({
      query: `mutation ($documents: [WorkflowDocumentInput!]!) {
        transitionSet(action: "${action}", documents: $documents) { id state live }
      }`,
      variables: { documents: await seen(places) },
    })
}

/** Three live stations, each leading to the one before it. */
async function liveLine() {
  const publish = (place: Place) => bring(testApp, place, { to: 'published', team })
  const place = await publish(await station())
  const nearer = await publish(await station({ connections: [{ to: place.id }] }))
  const farther = await publish(await station({ connections: [{ to: nearer.id }] }))
  return { farther, nearer, place }
}

function needs({ collection, id }: Place, purpose = 'publish') {
  return request(testApp.app)
    .get(`/api/${collection}/${id}/workflow/needs?for=${purpose}`)
    .set('Authorization', team.publisher.authorization!)
}

function station(data: object = {}): Promise<Place> {
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

async function approve(places: readonly Place[]): Promise<void> {
  for (const place of places) await bring(testApp, place, { to: 'approved', team })
}

/** Approved stations each of which leads to the next, and the last to the first. */
async function approvedCycle(count: number): Promise<Place[]> {
  const places = await draftCycle(count)
  await approve(places)
  return places
}

/** Drafts of stations each of which leads to the next, and the last to the first. */
async function draftCycle(count: number): Promise<Place[]> {
  const places: Place[] = []
  for (let made = 0; made < count; made += 1) places.push(await station())
  if (count > 1)
    for (const [index, place] of places.entries())
      await edit(testApp, place, {
        as: team.author,
        data: { connections: [{ to: places[(index + 1) % count]!.id }] },
      })
  return places
}

async function liveAmong(places: readonly Place[]): Promise<Place[]> {
  const live = []
  for (const place of places) if ((await situationOf(testApp, place)).live) live.push(place)
  return live
}

function linkTo(id: string) {
  return richText('See [there](station:there).', () => ({ relationTo: 'stations', value: id }))
}

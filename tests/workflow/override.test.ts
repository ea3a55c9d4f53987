import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/ledger/verify.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import {
  act,
  ask,
  bring,
  buildTeam,
  edit,
  join,
  ledger,
  outcomeOf,
  situationOf,
  usualWords,
  write,
  writePhase,
  type Member,
  type Outcome,
  type Place,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team
/** An administrator who reviews as well. */
let chief: Member
let place: Place

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  chief = await join(testApp, { roles: ['administrator', 'reviewer'] })
})
beforeEach(async () => {
  place = await writePhase(testApp, { as: team.author })
})
afterEach(async () => {
  const proof = await verifyLedger(await createLocalReq({}, testApp.payload))
  expect(proof.breaks).toEqual([])
})
afterAll(() => testApp.close())

describe('an override', () => {
  it('makes a draft public at once and says who, when and why', async () => {
    await override()
    const { body } = await answerFor(team.reviewer)
    expect(body).toMatchObject({
      state: 'published',
      live: true,
      override: {
        by: { id: chief.user!.id },
        reason: 'The flood is tonight.',
        confirmedBy: null,
      },
    })
  })

  it('is an entry of its own, on which the publication rests', async () => {
    await override()
    const [overridden, published] = (await ledger(testApp)).slice(-2)
    expect(overridden).toMatchObject({
      type: 'overridden',
      actorId: chief.user!.id,
      comment: 'The flood is tonight.',
      snapshot: null,
    })
    expect(published).toMatchObject({
      type: 'published',
      contentHash: overridden!.contentHash,
      details: { restsOn: overridden!.sequence },
    })
    expect(published!.sequence).toBe(overridden!.sequence + 1)
    expect(published!.snapshot).not.toBeNull()
  })

  it('may be of the administrator’s own words, and is flagged all the same', async () => {
    const own = await writePhase(testApp, { as: chief })
    await act(testApp, own, { action: 'override', as: chief })
    expect(await isListed(own)).toBe(true)
  })

  it('does not lead from live text to what is not live', async () => {
    const draft = await writePhase(testApp, { as: team.author })
    const station = await write(testApp, {
      as: team.author,
      collection: 'stations',
      data: {
        title: 'Flood',
        slug: 'flood',
        summary: 'A stop on the way.',
        overview: text('What happens here.'),
        kind: 'stop',
        phase: draft.id,
      },
    })
    const { code } = await outcomeOf(() => act(testApp, station, { action: 'override', as: chief }))
    expect(code).toBe('REQUIREMENTS_NOT_MET')
  })

  it('is not made by saying so on another action', async () => {
    await act(testApp, place, { action: 'submit', as: team.author })
    const { contentHash } = (await situationOf(testApp, place)).working
    const outcome = await ask(testApp, 'REST', {
      action: 'publish',
      as: chief,
      place,
      body: { contentHash, ...usualWords.override, override: true },
    })
    expect(outcome.code).toBe('NOT_PERMITTED')
  })
})

describe('the flag of an override', () => {
  it('stands until somebody confirms, and then goes', async () => {
    expect(await isListed(place)).toBe(false)
    const before = await countOpen()
    await override()
    expect(await isListed(place)).toBe(true)
    expect(await countOpen()).toBe(before + 1)

    expect(await confirm(team.reviewer)).toMatchObject({ state: 'published' })
    expect(await isListed(place)).toBe(false)
    expect(await countOpen()).toBe(before)
    const { body } = await answerFor(team.author)
    expect(body.override.confirmedBy).toMatchObject({ id: team.reviewer.user!.id })
  })

  it('goes when the document is withdrawn', async () => {
    await override()
    await act(testApp, place, { action: 'withdraw', as: team.publisher })
    expect(await isListed(place)).toBe(false)
  })

  it('goes when a text that was approved takes its place', async () => {
    await override()
    await edit(testApp, place, { as: team.author, data: { summary: 'The approved text.' } })
    expect(await isListed(place)).toBe(true)
    await bring(testApp, place, { to: 'approved', team })
    expect(await isListed(place)).toBe(true)
    await act(testApp, place, { action: 'publish', as: team.publisher })
    expect(await isListed(place)).toBe(false)
    expect((await situationOf(testApp, place)).override).toBeNull()
  })

  it('comes back with the next override', async () => {
    await override()
    await confirm(team.reviewer)
    await edit(testApp, place, { as: team.author, data: { summary: 'Another flood.' } })
    await override()
    expect(await isListed(place)).toBe(true)
    expect((await situationOf(testApp, place)).override?.confirmation).toBeNull()
  })

  it('is seen by staff alone', async () => {
    const { status } = await testApp
      .anonymous()
      .get('/api/workflow-states?where[openOverride][equals]=true')
    expect(status).toBeGreaterThanOrEqual(401)
    expect(status).toBeLessThanOrEqual(403)
  })
})

describe('confirming an override', () => {
  beforeEach(() => override())

  it('is for a reviewer who had no part in it', async () => {
    expect(await confirm(team.reviewer)).toMatchObject({ state: 'published' })
    const [entry] = (await ledger(testApp)).slice(-1)
    const { override: found } = await situationOf(testApp, place)
    expect(entry).toMatchObject({
      type: 'confirmed',
      actorId: team.reviewer.user!.id,
      details: { restsOn: found!.entry.sequence },
    })
  })

  it('is not for the one who overrode, though a reviewer', async () => {
    expect((await confirm(chief)).code).toBe('NOT_PERMITTED')
    expect(await isListed(place)).toBe(true)
  })

  it('is not for somebody who wrote the text, though a reviewer', async () => {
    const both = await join(testApp, { roles: ['editor', 'reviewer'] })
    place = await writePhase(testApp, { as: both })
    await edit(testApp, place, { as: team.author, data: { summary: 'More words.' } })
    await override()
    expect((await confirm(both)).code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
    expect(await isListed(place)).toBe(true)
  })

  it('is for another administrator who reviews', async () => {
    const other = await join(testApp, { roles: ['administrator', 'reviewer'] })
    expect(await confirm(other)).toMatchObject({ state: 'published' })
  })

  it('is done once', async () => {
    await confirm(team.reviewer)
    expect((await confirm(team.reviewer2)).code).toBe('WRONG_STATE')
  })

  it('is of what is live, not of the draft over it', async () => {
    const { live } = await situationOf(testApp, place)
    await edit(testApp, place, { as: team.author, data: { summary: 'A newer text.' } })
    const { working } = await situationOf(testApp, place)
    expect((await confirm(team.reviewer, working.contentHash)).code).toBe('STALE_CONTENT')
    expect((await confirm(team.reviewer, live!.contentHash)).code).toBeUndefined()
    const after = await situationOf(testApp, place)
    expect([after.state, after.working.contentHash]).toEqual(['draft', working.contentHash])
  })

  it('does not approve the text for another time', async () => {
    await confirm(team.reviewer)
    await act(testApp, place, { action: 'withdraw', as: team.publisher })
    await edit(testApp, place, { as: team.author, data: { marker: 'Z' } })
    await edit(testApp, place, { as: team.author, data: { marker: null } })
    const { state } = await outcomeOf(() =>
      act(testApp, place, { action: 'publish', as: team.publisher }),
    )
    expect(state).toBeUndefined()
  })

  it('leaves the administrator’s refused tries on record', async () => {
    await confirm(chief)
    const [entry] = (await ledger(testApp)).slice(-1)
    expect(entry).toMatchObject({
      type: 'refused',
      actorId: chief.user!.id,
      details: { action: 'confirm', reasons: [{ code: 'NOT_PERMITTED' }] },
    })
  })
})

describe('text that was published by override', () => {
  /** Publishes the words of somebody with every role by override, by themselves. */
  async function overrideOwnWords(): Promise<Member> {
    const all = await join(testApp, { roles: ['editor', 'reviewer', 'publisher', 'administrator'] })
    place = await writePhase(testApp, { as: all })
    await act(testApp, place, { action: 'override', as: all })
    return all
  }

  async function approveNext(as: Member, { changed }: { changed: object }): Promise<Outcome> {
    await edit(testApp, place, { as: team.author, data: changed })
    const { contentHash } = (await act(testApp, place, { action: 'submit', as: team.author }))
      .working
    return ask(testApp, 'REST', { action: 'approve', as, place, body: { contentHash } })
  }

  it('is not approved by its author once somebody else changed a word of it', async () => {
    const all = await overrideOwnWords()
    const outcome = await approveNext(all, { changed: { name: 'One word' } })
    expect(outcome.code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
    expect(await isListed(place)).toBe(true)
  })

  it('is not approved by its author either after it was withdrawn and taken up again', async () => {
    const all = await overrideOwnWords()
    await act(testApp, place, { action: 'withdraw', as: all })
    const outcome = await approveNext(all, { changed: {} })
    expect(outcome.code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
  })

  it('is not approved by its author after another override of one word more', async () => {
    const all = await overrideOwnWords()
    await edit(testApp, place, { as: team.author, data: { name: 'One word more' } })
    await override()
    const outcome = await approveNext(all, { changed: { name: 'And another' } })
    expect(outcome.code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
  })

  it('may be changed further and approved by its author once a reviewer has confirmed it', async () => {
    const all = await overrideOwnWords()
    await confirm(team.reviewer)
    const outcome = await approveNext(all, { changed: { name: 'By somebody else' } })
    expect(outcome.state).toBe('approved')
  })

  it('does not lose its flag by an approval of whoever overrode', async () => {
    await override()
    const outcome = await approveNext(chief, { changed: { name: 'One word' } })
    expect(outcome.code).toBe('NOT_PERMITTED')
    expect(await isListed(place)).toBe(true)
  })

  it('is no basis for its author to approve what comes next', async () => {
    await override()
    await edit(testApp, place, { as: chief, data: { summary: 'The next text.' } })
    await act(testApp, place, { action: 'submit', as: team.author })
    const { contentHash } = (await situationOf(testApp, place)).working
    const outcome = await ask(testApp, 'REST', {
      action: 'approve',
      as: chief,
      place,
      body: { contentHash },
    })
    expect(outcome.code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
  })
})

async function override(): Promise<void> {
  await act(testApp, place, { action: 'override', as: chief })
}

async function confirm(as: Member, contentHash?: string): Promise<Outcome> {
  const { live } = await situationOf(testApp, place)
  return ask(testApp, 'REST', {
    action: 'confirm',
    as,
    place,
    body: { contentHash: contentHash ?? live!.contentHash },
  })
}

function answerFor(member: Member) {
  return request(testApp.app)
    .get(`/api/${place.collection}/${place.id}/workflow`)
    .set('Authorization', member.authorization!)
}

async function isListed({ id }: Place): Promise<boolean> {
  const { body } = await request(testApp.app)
    .get('/api/workflow-states?where[openOverride][equals]=true&limit=100')
    .set('Authorization', team.reviewer.authorization!)
  return body.docs.some(({ documentId }: { documentId: string }) => documentId === id)
}

async function countOpen(): Promise<number> {
  const { body } = await request(testApp.app)
    .get('/api/workflow-states/count?where[openOverride][equals]=true')
    .set('Authorization', team.reviewer.authorization!)
  return body.totalDocs
}

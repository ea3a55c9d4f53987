import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '../../src/errors.ts'
import { verifyLedger } from '../../src/ledger/verify.ts'
import type { TestApp } from '../support/app.ts'
import { databases } from '../support/databases.ts'
import { ledgerHead, post, queueAndJobs, rowsIn, seen } from '../support/desk.ts'
import {
  act,
  actTogether,
  bring,
  buildTeam,
  edit,
  entriesSince,
  nobody,
  passTime,
  publishDue,
  situationOf,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../support/workflow.ts'

const later = '2099-04-02T10:00:00-04:00'

describe.each(databases)('on %s, a schedule', (_name, start) => {
  let testApp: TestApp
  let team: Team

  beforeAll(async () => {
    testApp = await start()
    team = await buildTeam(testApp)
  })
  afterEach(async () => {
    vi.useRealTimers()
    const proof = await verifyLedger(await createLocalReq({}, testApp.payload))
    expect(proof.breaks).toEqual([])
  })
  afterAll(() => testApp.close())

  const scheduled = async () =>
    bring(testApp, await writePhase(testApp, { as: team.author }), { to: 'scheduled', team })

  const scheduledTogether = async (): Promise<Place[]> => {
    const places = [await approved(), await approved()]
    await actTogether(testApp, places, { action: 'schedule', as: team.publisher })
    return places
  }

  const approved = async () =>
    bring(testApp, await writePhase(testApp, { as: team.author }), { to: 'approved', team })

  const move = async (
    as: Member,
    places: readonly Place[],
    more: object = { publishAt: later },
  ) => {
    const documents = []
    for (const place of places) documents.push(await seen(testApp, place))
    return post(testApp, as, 'workflow/reschedule', { documents, ...more })
  }

  it('is moved in one step, and the ledger has that it was taken back and set anew', async () => {
    const place = await scheduled()
    const before = await ledgerHead(testApp)
    const { body, status } = await move(team.publisher, [place])
    expect(status).toBe(200)
    expect(body['documents']).toMatchObject([
      { id: place.id, state: 'scheduled', publishAt: '2099-04-02T14:00:00.000Z' },
    ])
    expect((await entriesSince(testApp, before)).map(({ type }) => type)).toEqual([
      'unscheduled',
      'scheduled',
    ])
    const rows = await rowsIn(testApp, team.publisher, 'scheduled', 'from=2099-04-01T00:00:00Z')
    expect(rows.map(({ id }) => id)).toContain(place.id)
  })

  it('fires when it was moved to, and not when it was due before', async () => {
    const place = await approved()
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    await act(testApp, place, {
      action: 'schedule',
      as: team.publisher,
      publishAt: inHours(1),
    })
    await move(team.publisher, [place], { publishAt: inHours(3) })
    passTime({ hours: 2 })
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('scheduled')
    passTime({ hours: 2 })
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('published')
  })

  it('is moved together with what was scheduled together with it', async () => {
    const places = await scheduledTogether()
    const { body } = await move(team.publisher, places)
    expect(body['documents']).toMatchObject([{ state: 'scheduled' }, { state: 'scheduled' }])
    const [one, other] = await Promise.all(places.map((place) => situationOf(testApp, place)))
    expect(one!.schedule!.details.setId).toBe(other!.schedule!.details.setId)
  })

  it('is not moved apart from what was scheduled together with it', async () => {
    const [one] = await scheduledTogether()
    await expectRefused(() => move(team.publisher, [one!]), 'WRONG_STATE')
  })

  it.each<[string, () => Member, ErrorCode]>([
    ['an editor', () => team.author, 'NOT_PERMITTED'],
    ['a reviewer', () => team.reviewer, 'NOT_PERMITTED'],
    ['an administrator', () => team.administrator, 'NOT_PERMITTED'],
    ['a reader', () => nobody, 'NOT_SIGNED_IN'],
  ])('is not moved by %s', async (_title, who, code) => {
    const place = await scheduled()
    await expectRefused(() => move(who(), [place]), code)
  })

  it.each([
    ['into the past', { publishAt: '2001-01-01T00:00:00Z' }],
    ['to no time', {}],
    ['to a time without an offset', { publishAt: '2099-01-01T00:00:00' }],
  ])('is not moved %s', async (_title, more) => {
    const place = await scheduled()
    await expectRefused(() => move(team.publisher, [place], more), 'MALFORMED')
  })

  it('is not moved where there is none', async () => {
    const place = await approved()
    await expectRefused(() => move(team.publisher, [place]), 'WRONG_STATE')
  })

  it('is not moved for a text that was changed since', async () => {
    const place = await scheduled()
    const documents = [await seen(testApp, place)]
    await edit(testApp, place, { as: team.author, data: { summary: 'Another line.' } })
    await expectRefused(
      () => post(testApp, team.publisher, 'workflow/reschedule', { documents, publishAt: later }),
      'STALE_CONTENT',
    )
  })

  it('is not moved when one of several cannot be', async () => {
    const places = [await scheduled(), await approved()]
    await expectRefused(() => move(team.publisher, places), 'WRONG_STATE')
  })

  /** A refusal changes nothing; that somebody tried is on record. */
  const expectRefused = async (
    ask: () => ReturnType<typeof post>,
    code: ErrorCode,
  ): Promise<void> => {
    const before = await queueAndJobs(testApp)
    const length = await ledgerHead(testApp)
    const { body } = await ask()
    expect(body.errors?.[0]?.code).toBe(code)
    expect(await queueAndJobs(testApp)).toEqual(before)
    const added = await entriesSince(testApp, length)
    expect(added.every(({ type }) => type === 'refused')).toBe(true)
  }
})

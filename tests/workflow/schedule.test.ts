import { createClient } from '@libsql/client'
import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createApp } from '../../src/create-app.ts'
import { verifyLedger } from '../../src/ledger/verify.ts'
import { startScheduler } from '../../src/workflow/scheduler.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import {
  act,
  actTogether,
  ask,
  bring,
  buildTeam,
  edit,
  everything,
  join,
  ledger,
  ledgerLength,
  outcomeOf,
  passTime,
  publishDue,
  setClock,
  situationOf,
  write,
  writePhase,
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
  vi.useRealTimers()
  const proof = await verifyLedger(await createLocalReq({}, testApp.payload))
  expect(proof.breaks).toEqual([])
})
afterAll(() => testApp.close())

describe('a scheduled publication', () => {
  it('fires once its time has come, and only once', async () => {
    const place = await scheduled({ hours: 2 })
    passTime({ hours: 1 })
    await publishDue(testApp)
    expect(await typesOf(place)).toEqual(['submitted', 'approved', 'scheduled'])
    passTime({ hours: 2 })
    await publishDue(testApp)
    await publishDue(testApp)
    expect(await typesOf(place)).toEqual(['submitted', 'approved', 'scheduled', 'published'])
  })

  it('publishes what was approved, on that approval, for the platform itself', async () => {
    const place = await scheduled({ hours: 1 })
    const { approval, schedule, working } = await situationOf(testApp, place)
    passTime({ hours: 2 })
    await publishDue(testApp)
    const { live, publication } = await situationOf(testApp, place)
    expect(live?.contentHash).toBe(working.contentHash)
    expect(publication).toMatchObject({
      actorId: null,
      contentHash: working.contentHash,
      details: { restsOn: approval!.sequence, schedule: schedule!.sequence },
    })
  })

  it('shows when it will be', async () => {
    const place = await approved()
    await act(testApp, place, {
      action: 'schedule',
      as: team.publisher,
      publishAt: '2099-03-01T09:00:00-05:00',
    })
    const { body } = await request(testApp.app)
      .get(`/api/phases/${place.id}/workflow`)
      .set('Authorization', team.author.authorization!)
    expect(body).toMatchObject({ state: 'scheduled', publishAt: '2099-03-01T14:00:00.000Z' })
    await act(testApp, place, { action: 'unschedule', as: team.publisher })
  })

  it('carries version, hash and approval to its job', async () => {
    const place = await scheduled({ hours: 1 })
    const { approval, schedule, working } = await situationOf(testApp, place)
    const { docs } = await testApp.payload.db.find<{ id: string; input: unknown }>({
      collection: 'payload-jobs',
      sort: '-createdAt',
      limit: 1,
    })
    expect(docs[0]?.input).toEqual({
      personId: team.publisher.user!.id,
      documents: [
        {
          ...place,
          versionId: working.versionId,
          contentHash: working.contentHash,
          approval: approval!.sequence,
          schedule: schedule!.sequence,
        },
      ],
    })
    await act(testApp, place, { action: 'unschedule', as: team.publisher })
  })

  it('does not happen once it was called off', async () => {
    const place = await scheduled({ hours: 1 })
    const { state } = await act(testApp, place, { action: 'unschedule', as: team.publisher })
    expect(state).toBe('approved')
    passTime({ hours: 2 })
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).live).toBeNull()
    expect((await typesOf(place)).at(-1)).toBe('unscheduled')
  })

  it('happens at the later time when it was called off and set anew', async () => {
    const place = await scheduled({ hours: 1 })
    await act(testApp, place, { action: 'unschedule', as: team.publisher })
    await act(testApp, place, { action: 'schedule', as: team.publisher, publishAt: inHours(3) })
    passTime({ hours: 2 })
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('scheduled')
    passTime({ hours: 2 })
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('published')
  })

  it('happens although the publisher may not sign in at that hour', async () => {
    const place = await scheduled({ hours: 24 * 40 })
    passTime({ hours: 24 * 41 })
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('published')
  })

  it('happens when an edit was undone before its time', async () => {
    const place = await scheduled({ hours: 1, data: { summary: 'As it was.' } })
    await edit(testApp, place, { as: team.author, data: { summary: 'Other.' } })
    expect((await situationOf(testApp, place)).state).toBe('draft')
    await edit(testApp, place, { as: team.author, data: { summary: 'As it was.' } })
    expect((await situationOf(testApp, place)).state).toBe('scheduled')
    passTime({ hours: 2 })
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('published')
  })

  it('of an older text does not happen once a newer one is public', async () => {
    const place = await scheduled({ hours: 1 })
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    await bring(testApp, place, { to: 'published', team })
    const before = await situationOf(testApp, place)
    passTime({ hours: 2 })
    await publishDue(testApp)
    const { entries, failure, live } = await situationOf(testApp, place)
    expect(live).toEqual(before.live)
    // Somebody published the newer text knowingly, so there is nothing to tell of.
    expect([entries.length, failure]).toEqual([before.entries.length, null])
  })
})

describe('a scheduled publication whose text was edited since', () => {
  it('fails in sight of everybody, and tells the publisher why', async () => {
    const place = await scheduled({ hours: 1 })
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    passTime({ hours: 2 })
    await publishDue(testApp)

    const { live, state } = await situationOf(testApp, place)
    expect([state, live]).toEqual(['draft', null])
    vi.useRealTimers()
    const { body } = await request(testApp.app)
      .get(`/api/phases/${place.id}/workflow`)
      .set('Authorization', team.author.authorization!)
    expect(body.publishAt).toBeNull()
    expect(body.scheduleFailed.reasons[0]).toMatchObject({ code: 'STALE_CONTENT' })
    expect(body.history[0]).toMatchObject({ type: 'scheduleFailed', actorId: null })
    expect(await listedAsFailed(place)).toBe(true)

    const told = await request(testApp.app)
      .get('/api/notifications?language=en')
      .set('Authorization', team.publisher.authorization!)
    expect(told.body.docs).toContainEqual(
      expect.objectContaining({
        kind: 'scheduleFailed',
        detail: expect.stringContaining(body.scheduleFailed.reasons[0].message),
        documents: [
          expect.objectContaining({ id: place.id, path: `/collections/phases/${place.id}` }),
        ],
      }),
    )
  })

  it('fails once, and is not tried again', async () => {
    const place = await scheduled({ hours: 1 })
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    passTime({ hours: 2 })
    await publishDue(testApp)
    await publishDue(testApp)
    expect((await typesOf(place)).filter((type) => type === 'scheduleFailed')).toHaveLength(1)
  })

  it('is not shown as failed any more once somebody took it up', async () => {
    const place = await scheduled({ hours: 1 })
    await edit(testApp, place, { as: team.author, data: { summary: newText() } })
    passTime({ hours: 2 })
    await publishDue(testApp)
    await act(testApp, place, { action: 'submit', as: team.author })
    expect((await situationOf(testApp, place)).failure).toBeNull()
    expect(await listedAsFailed(place)).toBe(false)
  })
})

describe('a scheduled publication that is not right any more', () => {
  it('fails when something it points at was withdrawn', async () => {
    const cited = await writeStation()
    await bring(testApp, cited, { to: 'published', team })
    const place = await writeStation({ connections: [{ to: cited.id }] })
    await bring(testApp, place, { to: 'approved', team })
    await act(testApp, place, { action: 'schedule', as: team.publisher, publishAt: inHours(1) })
    await act(testApp, cited, { action: 'withdraw', as: team.publisher })
    passTime({ hours: 2 })
    await publishDue(testApp)
    const { failure, live, state } = await situationOf(testApp, place)
    expect([state, live]).toEqual(['approved', null])
    expect(failure?.details.reasons).toMatchObject([{ code: 'REQUIREMENTS_NOT_MET' }])
  })

  it('fails when the publisher lost the role', async () => {
    const former = await join(testApp, { roles: ['publisher'], title: 'former publisher' })
    const place = await approved()
    await act(testApp, place, { action: 'schedule', as: former, publishAt: inHours(1) })
    await testApp.payload.update({
      collection: 'users',
      id: former.user!.id,
      data: { roles: ['editor'] },
      overrideAccess: false,
      user: await testApp.person('administrator'),
    })
    passTime({ hours: 2 })
    await publishDue(testApp)
    const { failure, live, state } = await situationOf(testApp, place)
    expect([state, live]).toEqual(['approved', null])
    expect(failure?.details.reasons).toMatchObject([{ code: 'NOT_PERMITTED' }])
  })

  it('fails when the publisher has no account any more', async () => {
    const former = await join(testApp, { roles: ['publisher'], title: 'publisher who left' })
    const place = await approved()
    await act(testApp, place, { action: 'schedule', as: former, publishAt: inHours(1) })
    await testApp.payload.delete({
      collection: 'users',
      id: former.user!.id,
      overrideAccess: false,
      user: await testApp.person('administrator'),
    })
    passTime({ hours: 2 })
    await publishDue(testApp)
    const { failure, live } = await situationOf(testApp, place)
    expect(live).toBeNull()
    expect(failure?.details.reasons).toMatchObject([{ code: 'NOT_PERMITTED' }])
  })

  it('fails when its approver contributed since', async () => {
    const both = await join(testApp, { roles: ['editor', 'reviewer'] })
    const place = await writePhase(testApp, { as: team.author, summary: 'As it was.' })
    await act(testApp, place, { action: 'submit', as: team.author })
    await act(testApp, place, { action: 'approve', as: both })
    await act(testApp, place, { action: 'schedule', as: team.publisher, publishAt: inHours(1) })
    await edit(testApp, place, { as: both, data: { summary: 'Other.' } })
    await edit(testApp, place, { as: both, data: { summary: 'As it was.' } })
    passTime({ hours: 2 })
    await publishDue(testApp)
    const { failure, live } = await situationOf(testApp, place)
    expect(live).toBeNull()
    expect(failure?.details.reasons).toMatchObject([{ code: 'CONTRIBUTOR_CANNOT_APPROVE' }])
  })

  it('is passed over when the draft was deleted', async () => {
    const place = await scheduled({ hours: 1 })
    await testApp.payload.delete({
      collection: 'phases',
      id: place.id,
      overrideAccess: false,
      user: team.author.user!,
    })
    const length = await ledgerLength(testApp)
    passTime({ hours: 2 })
    await publishDue(testApp)
    expect(await ledgerLength(testApp)).toBe(length)
  })
})

describe('documents that are scheduled together', () => {
  it('become public together, though they lead to each other', async () => {
    const places = await cycle()
    await actTogether(testApp, places, {
      action: 'schedule',
      as: team.publisher,
      publishAt: inHours(1),
    })
    passTime({ hours: 2 })
    await publishDue(testApp)
    const publications = []
    for (const place of places) publications.push((await situationOf(testApp, place)).publication)
    const [one, other] = publications
    expect(one?.details.setId).toMatch(/\S/)
    expect(other?.details.setId).toBe(one?.details.setId)
  })

  it('stay as they are when one of them was edited, and each says why', async () => {
    const places = await cycle()
    await actTogether(testApp, places, {
      action: 'schedule',
      as: team.publisher,
      publishAt: inHours(1),
    })
    await edit(testApp, places[1]!, { as: team.author, data: { summary: newText() } })
    passTime({ hours: 2 })
    await publishDue(testApp)
    for (const place of places) {
      const { failure, live } = await situationOf(testApp, place)
      expect(live).toBeNull()
      expect(failure?.details.reasons?.[0]).toMatchObject({ code: 'STALE_CONTENT' })
    }
  })

  it('are all published but for one that was called off, when they can do without it', async () => {
    const [one, other] = [await approved(), await approved()]
    await actTogether(testApp, [one, other], {
      action: 'schedule',
      as: team.publisher,
      publishAt: inHours(1),
    })
    await act(testApp, other, { action: 'unschedule', as: team.publisher })
    passTime({ hours: 2 })
    await publishDue(testApp)
    expect((await situationOf(testApp, one)).state).toBe('published')
    expect((await situationOf(testApp, other)).state).toBe('approved')
  })
})

describe('a time to publish', () => {
  it.each([
    ['the hour before summer time begins', '2027-03-14T01:30:00-05:00', '2027-03-14T06:30:00.000Z'],
    ['the hour after summer time began', '2027-03-14T03:30:00-04:00', '2027-03-14T07:30:00.000Z'],
    [
      'the hour that comes twice, at first',
      '2027-11-07T01:30:00-04:00',
      '2027-11-07T05:30:00.000Z',
    ],
    ['the hour that comes twice, again', '2027-11-07T01:30:00-05:00', '2027-11-07T06:30:00.000Z'],
  ])('is an instant: %s', async (_, publishAt, instant) => {
    const place = await approved()
    await act(testApp, place, { action: 'schedule', as: team.publisher, publishAt })
    expect((await situationOf(testApp, place)).schedule?.details.publishAt).toBe(instant)
    setClock(new Date(Date.parse(instant) - 60_000))
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('scheduled')
    setClock(new Date(Date.parse(instant) + 1_000))
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('published')
  })

  it('lies an hour before the same time on the clock when clocks go back between them', async () => {
    const [first, second] = [await approved(), await approved()]
    await act(testApp, first, {
      action: 'schedule',
      as: team.publisher,
      publishAt: '2028-11-05T01:30:00-04:00',
    })
    await act(testApp, second, {
      action: 'schedule',
      as: team.publisher,
      publishAt: '2028-11-05T01:30:00-05:00',
    })
    setClock('2028-11-05T01:45:00-04:00')
    await publishDue(testApp)
    expect((await situationOf(testApp, first)).state).toBe('published')
    expect((await situationOf(testApp, second)).state).toBe('scheduled')
    setClock('2028-11-05T01:45:00-05:00')
    await publishDue(testApp)
    expect((await situationOf(testApp, second)).state).toBe('published')
  })

  const unclear = [
    ['without an offset', '2099-03-14T01:30:00'],
    ['without an offset, in the hour that is left out', '2027-03-14T02:30:00'],
    ['without a time', '2099-03-14'],
    ['with the name of a zone', '2099-03-14T01:30:00[America/New_York]'],
    ['on a day there is not', '2099-02-30T01:30:00Z'],
    ['in words', 'next Monday'],
    // As text it would come before today, and be due at once.
    ['after the year 9999 in UTC', '9999-12-31T23:59:59-23:59'],
  ] as const

  it.each(unclear)('is refused over REST and GraphQL %s', async (_, publishAt) => {
    const place = await approved()
    const { contentHash } = (await situationOf(testApp, place)).working
    const before = await everything(testApp)
    for (const door of ['REST', 'GraphQL'] as const) {
      const outcome = await ask(testApp, door, {
        action: 'schedule',
        as: team.publisher,
        place,
        body: { contentHash, publishAt },
      })
      expect(outcome.code).toBe('MALFORMED')
      expect(outcome.message).toMatch(/offset from UTC/)
    }
    expect(await everything(testApp)).toEqual(before)
  })

  it('is refused when it has passed', async () => {
    const place = await approved()
    const outcome = await outcomeOf(() =>
      act(testApp, place, { action: 'schedule', as: team.publisher, publishAt: inHours(-1) }),
    )
    expect(outcome.code).toBe('MALFORMED')
  })
})

describe('a clock that goes back', () => {
  it('does not take the times of the ledger with it', async () => {
    passTime({ hours: 5 })
    const ahead = await approved()
    vi.useRealTimers()
    const behind = await approved()
    const { at } = (await situationOf(testApp, ahead)).approval!
    const times = (await situationOf(testApp, behind)).entries.map((entry) => entry.at)
    for (const time of times) expect(Date.parse(time)).toBeGreaterThanOrEqual(Date.parse(at))
    const all = (await ledger(testApp)).map((entry) => entry.at)
    expect(all).toEqual([...all].sort())
  })

  it('does not hide what is saved behind what was saved before', async () => {
    passTime({ hours: 5 })
    const place = await writePhase(testApp, { as: team.author })
    await edit(testApp, place, { as: team.author, data: { summary: 'Saved in the future.' } })
    vi.useRealTimers()
    await edit(testApp, place, { as: team.author2, data: { marker: 'B' } })
    await edit(testApp, place, { as: team.author2, data: { summary: 'Saved since.' } })
    const { working } = await situationOf(testApp, place)
    expect(working.content.fields).toMatchObject({ summary: { en: 'Saved since.' }, marker: 'B' })
    const { body } = await request(testApp.app)
      .get(`/api/phases/${place.id}?draft=true`)
      .set('Authorization', team.author.authorization!)
    expect([body.summary, body.marker]).toEqual(['Saved since.', 'B'])
  })

  it('does not hide what is saved within the same millisecond', async () => {
    setClock(new Date())
    const place = await writePhase(testApp, { as: team.author })
    for (const summary of ['One.', 'Two.', 'Three.'])
      await edit(testApp, place, { as: team.author, data: { summary } })
    const { working } = await situationOf(testApp, place)
    expect(working.content.fields).toMatchObject({ summary: { en: 'Three.' } })
  })

  it('makes nothing fire twice', async () => {
    const place = await scheduled({ hours: 1 })
    const publishAt = (await situationOf(testApp, place)).schedule!.details.publishAt!
    setClock(new Date(Date.parse(publishAt) + 60_000))
    await publishDue(testApp)
    setClock(new Date(Date.parse(publishAt) - 600_000))
    await publishDue(testApp)
    setClock(new Date(Date.parse(publishAt) + 60_000))
    await publishDue(testApp)
    expect((await typesOf(place)).filter((type) => type === 'published')).toHaveLength(1)
  })

  it('puts off what is not due any more', async () => {
    const place = await scheduled({ hours: 1 })
    setClock(new Date(Date.now() - 24 * 3_600_000))
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('scheduled')
    vi.useRealTimers()
    await act(testApp, place, { action: 'unschedule', as: team.publisher })
  })
})

describe("Payload's own scheduling", () => {
  it('is off for every content type', () => {
    const { collections, jobs } = testApp.payload.config
    const kinds = collections.flatMap(({ versions }) => (versions?.drafts ? [versions.drafts] : []))
    expect(kinds.length).toBeGreaterThan(5)
    for (const { schedulePublish } of kinds) expect(schedulePublish).toBe(false)
    expect(jobs.tasks?.map(({ slug }) => slug)).toEqual(['publishScheduled'])
  })

  it.each(['', '/run', '/handle-schedules', '/queue', '/cancel'])(
    'has no door: /api/payload-jobs%s',
    async (address) => {
      for (const member of [team.administrator, team.publisher])
        for (const method of ['get', 'post'] as const) {
          const client = request(testApp.app)
          const { body, status } = await client[method](`/api/payload-jobs${address}`)
            .set('Authorization', member.authorization!)
            .send({})
          expect(status, `${method} ${JSON.stringify(body)}`).toBeGreaterThanOrEqual(400)
          expect(status).toBeLessThan(500)
        }
    },
  )

  it('publishes nothing when a job of its kind is queued', async () => {
    const place = await approved()
    await testApp.payload.db.create({
      collection: 'payload-jobs',
      data: {
        taskSlug: 'schedulePublish',
        queue: 'publications',
        input: { type: 'publish', doc: { relationTo: 'phases', value: place.id } },
        waitUntil: new Date().toISOString(),
      },
    })
    await testApp.payload.jobs.run({ allQueues: true, silent: true })
    expect((await situationOf(testApp, place)).live).toBeNull()
    await testApp.payload.db.deleteMany({ collection: 'payload-jobs', where: {} })
  })

  it('publishes nothing when a job of ours is forged', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const { working } = await situationOf(testApp, place)
    await testApp.payload.jobs.queue({
      task: 'publishScheduled',
      queue: 'publications',
      input: {
        personId: team.publisher.user!.id,
        documents: [
          {
            ...place,
            versionId: working.versionId,
            contentHash: working.contentHash,
            approval: 1,
            schedule: 999_999,
          },
        ],
      },
    } as never)
    await testApp.payload.jobs.run({ queue: 'publications', silent: true })
    expect((await situationOf(testApp, place)).live).toBeNull()
  })
})

describe('a process that was away', () => {
  it('publishes what became due meanwhile when it is there again', async () => {
    const place = await scheduled({ hours: 1 })
    passTime({ hours: 3 })
    await restart()
    await vi.waitFor(
      async () => expect((await situationOf(testApp, place)).state).toBe('published'),
      30_000,
    )
    await publishDue(testApp)
    expect((await typesOf(place)).filter((type) => type === 'published')).toHaveLength(1)
  })

  it('takes up what it had begun when it was killed', async () => {
    const place = await scheduled({ hours: 1 })
    await leaveJobBegun()
    passTime({ hours: 3 })
    await restart()
    await vi.waitFor(
      async () => expect((await situationOf(testApp, place)).state).toBe('published'),
      30_000,
    )
  })

  it('takes it up once the database answers, which another held at its start', async () => {
    const place = await scheduled({ hours: 1 })
    passTime({ minutes: 59.5 })
    await leaveJobBegun()
    passTime({ minutes: 0.5 })
    const failures = vi.spyOn(testApp.payload.logger, 'error').mockImplementation(() => {})
    onTestFinished(() => failures.mockRestore())
    const holder = createClient({ url: testApp.settings.databaseUrl })
    // The platform may hold it itself for a moment: it looks for mails now and then.
    await vi.waitFor(() => holder.execute('BEGIN EXCLUSIVE'), 30_000)
    const stop = startScheduler(testApp.payload, { alone: true })
    onTestFinished(stop)
    await vi.waitFor(() => expect(failures).toHaveBeenCalled(), 30_000)
    expect((await situationOf(testApp, place)).state).toBe('scheduled')
    await holder.execute('ROLLBACK')
    holder.close()
    await vi.waitFor(
      async () => expect((await situationOf(testApp, place)).state).toBe('published'),
      30_000,
    )
  })

  it('has others take it up that still run', async () => {
    const place = await scheduled({ hours: 1 })
    await leaveJobBegun()
    passTime({ hours: 3 })
    await publishDue(testApp)
    expect((await situationOf(testApp, place)).state).toBe('published')
  })

  it('had published already when it was killed before it could say so', async () => {
    const place = await scheduled({ hours: 1 })
    const { docs } = await testApp.payload.db.find<{ id: string }>({ collection: 'payload-jobs' })
    const job = docs.find(({ id }) => id)!
    passTime({ hours: 2 })
    await publishDue(testApp)
    await testApp.payload.db.create({ collection: 'payload-jobs', data: { ...job, id: undefined } })
    await publishDue(testApp)
    expect((await typesOf(place)).filter((type) => type === 'published')).toHaveLength(1)
    expect((await typesOf(place)).at(-1)).toBe('published')
  })

  /** A job as a process leaves it that dies while carrying it out. */
  async function leaveJobBegun(): Promise<void> {
    // The job of the test before goes only after its publication is there.
    const docs = await vi.waitFor(async () => {
      const found = await testApp.payload.db.find<{ id: string }>({ collection: 'payload-jobs' })
      expect(found.docs).toHaveLength(1)
      return found.docs
    }, 30_000)
    await testApp.payload.db.updateOne({
      collection: 'payload-jobs',
      id: docs[0]!.id,
      data: { processing: true },
    })
  }

  /** The same installation in a new process, as far as that can be had in one. */
  async function restart(): Promise<void> {
    await testApp.app.locals.close()
    const app = await createApp({ settings: testApp.settings })
    testApp = { ...testApp, app, payload: app.locals.payload }
    testApp.close = () => app.locals.close()
  }
})

async function approved(data: object = {}): Promise<Place> {
  return bring(testApp, await writePhase(testApp, { as: team.author, ...data }), {
    to: 'approved',
    team,
  })
}

async function scheduled({ hours, data = {} }: { hours: number; data?: object }): Promise<Place> {
  const place = await approved(data)
  await act(testApp, place, { action: 'schedule', as: team.publisher, publishAt: inHours(hours) })
  return place
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

/** Two approved stations that lead to each other. */
async function cycle(): Promise<Place[]> {
  const one = await writeStation()
  const other = await writeStation({ connections: [{ to: one.id }] })
  await edit(testApp, one, { as: team.author, data: { connections: [{ to: other.id }] } })
  return [
    await bring(testApp, one, { to: 'approved', team }),
    await bring(testApp, other, { to: 'approved', team }),
  ]
}

async function typesOf(place: Place): Promise<string[]> {
  return (await situationOf(testApp, place)).entries.map(({ type }) => type)
}

async function listedAsFailed({ id }: Place): Promise<boolean> {
  const { docs } = await testApp.payload.find({
    collection: 'workflow-states',
    where: { scheduleFailed: { equals: true } },
    limit: 0,
  })
  return docs.some(({ documentId }) => documentId === id)
}

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString()
}

function newText(): string {
  names += 1
  return `Other words, the ${names}th.`
}

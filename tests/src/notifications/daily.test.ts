import { createLocalReq } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { inTransaction } from '../../../src/database/in-transaction.ts'
import { keptFor, lookDaily, mostKept } from '../../../src/notifications/daily.ts'
import { nextDigest } from '../../../src/notifications/digest-hour.ts'
import { makeMails } from '../../../src/notifications/mails/make-mails.ts'
import { sendMails } from '../../../src/notifications/mails/send-mails.ts'
import {
  longUnverified,
  remindedAfter,
  sources,
  tellOfDueReviews,
  type DueSource,
} from '../../../src/notifications/review-due.ts'
import { addNotification } from '../../../src/notifications/rows.ts'
import { gatheringTime } from '../../../src/notifications/tell.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { listOf, toldAbout } from '../../support/notifications.ts'
import {
  bring,
  buildTeam,
  edit,
  setClock,
  situationOf,
  writePhase,
  type Place,
  type Team,
} from '../../support/workflow.ts'

const day = 24 * 3_600_000
const from = new Date('2031-05-01T00:00:00Z')
const to = new Date('2031-05-02T00:00:00Z')

let testApp: TestApp
let team: Team

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
})
afterEach(() => vi.useRealTimers())
afterAll(() => testApp.close())

describe('a day for the next check', () => {
  it('is told to every editor when it has come, and again every month until somebody checks', async () => {
    const place = await dueOn('2031-05-02')
    expect(await toldIn(place, { from: daysFrom(from, -1), to: from })).toEqual([])
    expect(await toldIn(place, { from, to })).toEqual([
      'Edward Editor',
      'Elena Editor',
      'author',
      'second author',
    ])
    expect(await toldIn(place, { from: to, to: daysFrom(to, 29) })).toEqual([])
    const month = new Date(to.getTime() + remindedAfter)
    expect(await toldIn(place, { from: daysFrom(month, -1), to: month })).toHaveLength(4)
    await edit(testApp, place, {
      as: team.author,
      data: { sourcing: { reviewOn: '2040-01-01T12:00:00.000Z' } },
    })
    expect(await toldIn(place, { from, to })).toEqual([])
  })

  it('is told of all documents together, with the reason', async () => {
    const places = [await dueOn('2032-05-02'), await dueOn('2032-05-02')]
    await tellIn({ from: new Date('2032-05-01T12:00:00Z'), to: new Date('2032-05-02T12:00:00Z') })
    const [newest] = (await listOf(testApp, team.author2, '?unread=true')).docs
    expect(newest).toMatchObject({ kind: 'reviewDue', sentence: 'Due for another check:' })
    for (const { id } of places)
      expect(newest!.documents).toContainEqual(
        expect.objectContaining({ id, why: 'the day for its next check has come' }),
      )
  })

  it('is neither in what readers get nor in the content hash', async () => {
    const place = await bring(testApp, await writePhase(testApp, { as: team.author }), {
      to: 'published',
      team,
    })
    const before = await situationOf(testApp, place)
    await edit(testApp, place, {
      as: team.author,
      data: { sourcing: { reviewOn: '2033-01-01T12:00:00.000Z' } },
    })
    const { state, working } = await situationOf(testApp, place)
    expect([state, working.contentHash]).toEqual(['published', before.working.contentHash])
    const { body, text } = await testApp.anonymous().get(`/api/phases/${place.id}`).expect(200)
    expect(body.id).toBe(place.id)
    expect(text).not.toContain('reviewOn')
    await testApp.anonymous().get('/api/phases?where[sourcing.reviewOn][exists]=true').expect(400)
  })
})

describe('unverified sources', () => {
  it('are told of when they have been for long, counted from when somebody last looked', async () => {
    const checkedOn = '2029-01-01T00:00:00.000Z'
    const due = new Date(Date.parse(checkedOn) + longUnverified)
    const data = { certainty: 'unverified', checkedOn }
    const unverified = await writePhase(testApp, { as: team.author, sourcing: data })
    const verified = await writePhase(testApp, {
      as: team.author,
      sourcing: { ...data, certainty: 'page' },
    })
    expect(await toldIn(unverified, { from: daysFrom(due, -2), to: daysFrom(due, -1) })).toEqual([])
    const span = { from: daysFrom(due, -1), to: due }
    expect(await toldIn(unverified, span)).toHaveLength(4)
    expect(await toldIn(verified, span)).toEqual([])
  })
})

describe('another source of what is due', () => {
  it('names whom to tell', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const due: DueSource = async () => [
      {
        ...place,
        why: 'its assignment is due',
        since: to.toISOString(),
        people: [String(team.publisher.user!.id)],
      },
    ]
    sources.push(due)
    onTestFinished(() => void sources.splice(sources.indexOf(due), 1))
    expect(await toldIn(place, { from, to })).toEqual(['publisher'])
    const [told] = (await listOf(testApp, team.publisher)).docs
    expect(told!.documents[0]!.why).toBe('its assignment is due')
  })
})

describe('what is done once a day', () => {
  it('is done once, also by several processes, and makes up for days when none ran', async () => {
    const place = await dueOn('2034-06-02')
    await lookDaily(testApp.payload, { now: new Date(2034, 5, 1, 12) })
    expect(await toldAbout(testApp, place)).toEqual([])
    const now = new Date(2034, 5, 5, 0, 1)
    setClock(now)
    const looks = await Promise.all([1, 2, 3].map(() => lookDaily(testApp.payload, { now })))
    expect(looks.filter(Boolean)).toHaveLength(1)
    expect(await toldAbout(testApp, place)).toHaveLength(4)
    expect(await lookDaily(testApp.payload, { now: new Date(2034, 5, 5, 23, 59) })).toBe(false)
    expect(await lookDaily(testApp.payload, { now: new Date(2034, 5, 6, 0, 0) })).toBe(true)
  })

  it('forgets what is older than ninety days, and of one person all but the newest', async () => {
    const now = new Date(2035, 0, 1, 12)
    const personId = String(team.reviewer.user!.id)
    const req = await createLocalReq({}, testApp.payload)
    const row = (at: Date, id: string) =>
      addNotification(
        {
          personId,
          kind: 'assigned',
          documents: [{ collection: 'phases', id, title: id }],
          more: 0,
          byName: null,
          detail: null,
          link: null,
          at: at.toISOString(),
          isRead: true,
          mail: 'none',
          mailDueAt: null,
        },
        req,
      )
    await row(new Date(now.getTime() - keptFor - 1), 'too-old')
    await row(new Date(now.getTime() - keptFor + day), 'too-many')
    for (let index = 0; index < mostKept; index += 1)
      await row(new Date(now.getTime() - index), `kept-${index}`)
    await lookDaily(testApp.payload, { now })
    expect(await toldAbout(testApp, { id: 'too-old' })).toEqual([])
    expect(await toldAbout(testApp, { id: 'too-many' })).toEqual([])
    expect(await toldAbout(testApp, { id: `kept-${mostKept - 1}` })).toHaveLength(1)
  })
})

describe('the next daily digest', () => {
  it.each([
    ['later today', new Date(2027, 2, 1, 6, 59), 7, new Date(2027, 2, 1, 7, 0)],
    ['tomorrow, when it is the hour', new Date(2027, 2, 1, 7, 0), 7, new Date(2027, 2, 2, 7, 0)],
    ['tomorrow', new Date(2027, 11, 31, 12, 0), 7, new Date(2028, 0, 1, 7, 0)],
    ['at midnight', new Date(2027, 2, 1, 12, 0), 0, new Date(2027, 2, 2, 0, 0)],
  ] as const)('is %s', (_, after, hour, next) => {
    expect(nextDigest(after, hour)).toEqual(next)
  })
})

describe('without a mail server', () => {
  it('a mail is written to the log and listed as one that would have been sent', async () => {
    const lines = vi.spyOn(testApp.payload.logger, 'info').mockImplementation(() => {})
    onTestFinished(() => lines.mockRestore())
    setClock(new Date(2036, 0, 1, 12))
    await bring(
      testApp,
      await writePhase(testApp, { as: team.author, name: 'Written, not sent' }),
      { to: 'inReview', team },
    )
    const now = new Date(Date.now() + gatheringTime)
    setClock(now)
    await makeMails(testApp.payload, { now })
    await vi.waitFor(async () => {
      await sendMails(testApp.payload, { now })
      const { docs } = await testApp.payload.db.find({
        collection: 'mails',
        where: { personId: { equals: team.reviewer.user!.id } },
      })
      expect(docs).toMatchObject([
        { status: 'written', subject: 'Submitted for review: Written, not sent' },
      ])
    })
    const logged = lines.mock.calls.map(([line]) => String(line))
    expect(logged).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^Mail to ${team.reviewer.user!.email}, not sent without SMTP_URL: [^]*“Written`,
        ),
      ),
    )
  })
})

function dueOn(date: string): Promise<Place> {
  return writePhase(testApp, {
    as: team.author,
    sourcing: { reviewOn: `${date}T12:00:00.000Z` },
  })
}

function daysFrom(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * day)
}

async function tellIn(span: { from: Date; to: Date }): Promise<void> {
  await inTransaction(await createLocalReq({}, testApp.payload), (req) =>
    tellOfDueReviews(span, req),
  )
}

/** Who is told of a document by a look at a span of time. */
async function toldIn(place: Place, span: { from: Date; to: Date }): Promise<string[]> {
  const before = new Set((await toldAbout(testApp, place)).map(({ id }) => id))
  await tellIn(span)
  const names: string[] = []
  for (const { id, personId } of await toldAbout(testApp, place)) {
    if (before.has(id)) continue
    const { name } = await testApp.payload.findByID({ collection: 'users', id: personId, depth: 0 })
    names.push(/\((.*)\)/.exec(name)?.[1] ?? name)
  }
  return names.sort()
}

import { readFileSync } from 'node:fs'
import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { inTransaction } from '../../../src/database/in-transaction.ts'
import { kinds, whoIsTold, type Kind } from '../../../src/notifications/kinds.ts'
import { mostNamed, tell } from '../../../src/notifications/tell.ts'
import { transition } from '../../../src/workflow/transition.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { expectRefusal } from '../../support/http.ts'
import { choose, listOf, toldAbout } from '../../support/notifications.ts'
import {
  act,
  actTogether,
  bring,
  buildTeam,
  edit,
  join,
  nobody,
  outcomeOf,
  passTime,
  publishDue,
  situationOf,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../../support/workflow.ts'

let testApp: TestApp
let team: Team
let machine: Member
let left: Member

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  machine = await join(testApp, { roles: ['reviewer'], kind: 'machine' })
  left = await join(testApp, { roles: ['reviewer'], title: 'left' })
  await testApp.payload.update({
    collection: 'users',
    id: left.user!.id,
    data: { roles: [] },
    overrideAccess: false,
    user: await testApp.person('administrator'),
  })
})
afterEach(() => vi.useRealTimers())
afterAll(() => testApp.close())

describe('the table of who is told', () => {
  it('has every kind once', () => {
    expect(whoIsTold.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('is the one in docs/notifications.md', () => {
    const rows = readFileSync('docs/notifications.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
      .map(([, kind, to, usually, leadsTo]) => ({ kind, to: to!.split(', '), usually, leadsTo }))
    expect(rows).toEqual(whoIsTold)
  })
})

describe('of a document', () => {
  // Of the people of the demonstration, those with the role are told, too.
  const cases: {
    what: string
    steps: (place: Place) => Promise<unknown>
    told: Partial<Record<Kind, string[]>>
  }[] = [
    {
      what: 'that is submitted, those who may approve it',
      steps: (place) => act(testApp, place, { action: 'submit', as: team.author }),
      told: { submitted: ['Rosa Reviewer', 'reviewer', 'second reviewer'] },
    },
    {
      what: 'to which a reviewer contributed, the other reviewers',
      steps: async (place) => {
        await edit(testApp, place, { as: team.reviewer2, data: { summary: 'Also mine.' } })
        await act(testApp, place, { action: 'submit', as: team.author })
      },
      told: { submitted: ['Rosa Reviewer', 'reviewer'] },
    },
    {
      what: 'that is returned, everybody who contributed',
      steps: async (place) => {
        await edit(testApp, place, { as: team.author2, data: { summary: 'Ours.' } })
        await bring(testApp, place, { to: 'changesRequested', team })
      },
      told: {
        submitted: ['Rosa Reviewer', 'reviewer', 'second reviewer'],
        returned: ['author', 'second author'],
      },
    },
    {
      what: 'that is approved, who contributed and who publishes',
      steps: (place) => bring(testApp, place, { to: 'approved', team }),
      told: {
        submitted: ['Rosa Reviewer', 'reviewer', 'second reviewer'],
        approved: ['Paul Publisher', 'author', 'publisher'],
      },
    },
    {
      what: 'that becomes public, who contributed',
      steps: (place) => bring(testApp, place, { to: 'published', team }),
      told: {
        submitted: ['Rosa Reviewer', 'reviewer', 'second reviewer'],
        approved: ['Paul Publisher', 'author', 'publisher'],
        published: ['author'],
      },
    },
    {
      what: 'that is published by override, reviewers and the other administrators',
      steps: (place) => act(testApp, place, { action: 'override', as: team.administrator }),
      told: {
        overridden: ['Ada Administrator', 'Rosa Reviewer', 'reviewer', 'second reviewer'],
        published: ['author'],
      },
    },
    {
      what: 'that becomes public on schedule, who contributed',
      steps: async (place) => {
        await bring(testApp, place, { to: 'approved', team })
        await schedule(place)
        passTime({ hours: 2 })
        await publishDue(testApp)
      },
      told: {
        submitted: ['Rosa Reviewer', 'reviewer', 'second reviewer'],
        approved: ['Paul Publisher', 'author', 'publisher'],
        published: ['author'],
      },
    },
    {
      what: 'whose schedule failed, who publishes',
      steps: async (place) => {
        await bring(testApp, place, { to: 'approved', team })
        await schedule(place)
        await edit(testApp, place, { as: team.author, data: { summary: 'Edited since.' } })
        passTime({ hours: 2 })
        await publishDue(testApp)
      },
      told: {
        submitted: ['Rosa Reviewer', 'reviewer', 'second reviewer'],
        approved: ['Paul Publisher', 'author', 'publisher'],
        scheduleFailed: ['Paul Publisher', 'publisher'],
      },
    },
    {
      what: 'that is only recalled, scheduled or withdrawn, nobody',
      steps: async (place) => {
        await act(testApp, place, { action: 'submit', as: team.author })
        await act(testApp, place, { action: 'recall', as: team.author })
      },
      told: { submitted: ['Rosa Reviewer', 'reviewer', 'second reviewer'] },
    },
  ]

  it.each(cases)('$what', async ({ steps, told }) => {
    const place = await writePhase(testApp, { as: team.author })
    await steps(place)
    const byKind: Record<string, string[]> = {}
    for (const { kind, personId } of await toldAbout(testApp, place))
      byKind[kind] = [...(byKind[kind] ?? []), await nameOf(personId)].sort()
    expect(byKind).toEqual(told)
  })

  it('submitted in a set, each reviewer in one notification with those they may approve', async () => {
    const places = [
      await writePhase(testApp, { as: team.author, name: 'One of two' }),
      await writePhase(testApp, { as: team.author, name: 'Two of two' }),
    ]
    await edit(testApp, places[1]!, { as: team.reviewer, data: { summary: 'Mine.' } })
    await actTogether(testApp, places, { action: 'submit', as: team.author })
    const [first, second] = await Promise.all(
      [team.reviewer, team.reviewer2].map((one) => listOf(testApp, one)),
    )
    expect(first!.docs[0]!.documents.map(({ title }) => title)).toEqual(['One of two'])
    expect(second!.docs[0]!.documents.map(({ title }) => title)).toEqual([
      'One of two',
      'Two of two',
    ])
  })
})

describe('nobody is told', () => {
  it('of what was undone', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const { contentHash } = (await situationOf(testApp, place)).working
    const req = await createLocalReq({ user: team.author.user! }, testApp.payload)
    await expect(
      inTransaction(req, async (transactionReq) => {
        await transition({
          action: 'submit',
          ...place,
          body: { contentHash },
          req: transactionReq,
        })
        throw new Error('Something else failed.')
      }),
    ).rejects.toThrow('Something else failed.')
    expect(await toldAbout(testApp, place)).toEqual([])
    expect((await situationOf(testApp, place)).state).toBe('draft')
  })

  it('of what was refused', async () => {
    const place = await writePhase(testApp, { as: team.author })
    await edit(testApp, place, { as: team.reviewer, data: { summary: 'Mine.' } })
    await act(testApp, place, { action: 'submit', as: team.author })
    const before = await toldAbout(testApp, place)
    const { code } = await outcomeOf(() =>
      act(testApp, place, { action: 'approve', as: team.reviewer }),
    )
    expect(code).toBe('CONTRIBUTOR_CANNOT_APPROVE')
    expect(await toldAbout(testApp, place)).toEqual(before)
  })

  it('outside a transaction', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const req = await createLocalReq({}, testApp.payload)
    await expect(
      tell({
        kind: 'assigned',
        document: { ...place, title: 'A line' },
        people: [String(team.author.user!.id)],
        by: null,
        req,
      }),
    ).rejects.toMatchObject({ code: 'INTERNAL' })
    expect(await toldAbout(testApp, place)).toEqual([])
  })

  it('who did it themselves, has no role any more, is a machine, or is nobody', async () => {
    const place = await writePhase(testApp, { as: team.author })
    const people = [team.author, team.author2, left, machine].map(({ user }) => String(user!.id))
    await tellOf(place, { people: [...people, 'nobody'], by: team.author })
    const told = await toldAbout(testApp, place)
    expect(told.map(({ personId }) => personId)).toEqual([team.author2.user!.id])
  })

  it('who chose not to be', async () => {
    await choose(testApp, team.author2, { assigned: 'nothing' })
    const place = await writePhase(testApp, { as: team.author })
    await tellOf(place, { people: [String(team.author2.user!.id)], by: team.author })
    expect(await toldAbout(testApp, place)).toEqual([])
    await choose(testApp, team.author2, { assigned: 'panel' })
    await tellOf(place, { people: [String(team.author2.user!.id)], by: team.author })
    expect(await toldAbout(testApp, place)).toMatchObject([{ mail: 'none', isRead: false }])
  })
})

describe('a notification', () => {
  it('names so many documents, and counts the others', async () => {
    const documents = Array.from({ length: mostNamed + 3 }, (_, index) => ({
      collection: 'phases',
      id: `many-${index}`,
      title: `Line ${index}`,
    }))
    const req = await createLocalReq({}, testApp.payload)
    await inTransaction(req, (transactionReq) =>
      tell({
        kind: 'assigned',
        document: documents,
        people: [String(team.publisher.user!.id)],
        by: null,
        req: transactionReq,
      }),
    )
    const [told] = await toldAbout(testApp, { id: 'many-0' })
    expect([told!.documents.length, told!.more]).toEqual([mostNamed, 3])
  })

  it('says what happened in the language asked for, with title and state as they are now', async () => {
    const place = await writePhase(testApp, { as: team.author, name: 'Before' })
    await bring(testApp, place, { to: 'changesRequested', team })
    await edit(testApp, place, { as: team.author, data: { name: 'After' } })
    const { docs } = await listOf(testApp, team.author, '?language=es')
    expect(docs.find(({ documents }) => documents[0]!.id === place.id)).toMatchObject({
      kind: 'returned',
      sentence: expect.stringContaining('pidió cambios:'),
      detail: 'Please say where this comes from.',
      documents: [
        {
          title: 'After',
          type: 'Fase',
          state: 'changesRequested',
          path: `/collections/phases/${place.id}`,
        },
      ],
    })
  })

  it('of a document that was deleted leads nowhere', async () => {
    const place = await writePhase(testApp, { as: team.author, name: 'A short life' })
    await tellOf(place, { people: [String(team.publisher.user!.id)], by: team.author })
    await testApp.payload.delete({
      ...place,
      overrideAccess: false,
      user: team.author.user!,
    } as never)
    const { docs } = await listOf(testApp, team.publisher)
    const told = docs.find(({ documents }) => documents[0]!.id === place.id)
    expect(told!.documents).toMatchObject([{ title: 'A line', state: null, path: null }])
  })
})

describe('the list', () => {
  it('has what is not read first, and is marked one by one or as far as it was seen', async () => {
    const reader = await join(testApp, { roles: ['publisher'], title: 'reads' })
    const people = [String(reader.user!.id)]
    const place = await writePhase(testApp, { as: team.author })
    for (let times = 0; times < 3; times += 1) {
      await tellOf(place, { people, by: team.author })
      passTime({ minutes: 1 })
    }
    vi.useRealTimers()
    const { docs, unread } = await listOf(testApp, reader)
    expect([docs.length, unread]).toEqual([3, 3])
    const newest = docs[0]!
    expect(newest.at > docs[1]!.at).toBe(true)
    expect(await mark(reader, { ids: [newest.id] })).toBe(2)
    const after = await listOf(testApp, reader)
    expect(after.docs.map(({ isRead }) => isRead)).toEqual([false, false, true])
    expect(after.docs.at(-1)!.id).toBe(newest.id)
    expect((await listOf(testApp, reader, '?unread=true')).totalDocs).toBe(2)
    expect(await mark(reader, { all: true, until: docs[2]!.at })).toBe(1)
    expect(await mark(reader, { all: true, until: docs[0]!.at })).toBe(0)
  })

  it('is nobody else’s to mark', async () => {
    const place = await writePhase(testApp, { as: team.author })
    await tellOf(place, { people: [String(team.author2.user!.id)], by: team.author })
    const [told] = await toldAbout(testApp, place)
    await mark(team.author, { ids: [told!.id] })
    expect((await toldAbout(testApp, place))[0]!.isRead).toBe(false)
  })

  it.each([
    ['nothing', {}],
    ['no ids', { ids: [] }],
    ['too many ids', { ids: Array.from({ length: 101 }, String) }],
    ['ids that are none', { ids: [{ not_equals: '' }] }],
    ['all without an instant', { all: true }],
    ['all until never', { all: true, until: 'later' }],
  ])('is not marked with %s', async (_, body) => {
    const answer = await request(testApp.app)
      .post('/api/notifications/read')
      .set('Authorization', team.author.authorization!)
      .send(body)
    expectRefusal(answer as never, 'MALFORMED')
  })
})

describe('settings', () => {
  const post = (body: object) =>
    request(testApp.app)
      .post('/api/notifications/settings')
      .set('Authorization', team.author.authorization!)
      .send(body)

  it('are those of the table until somebody chooses, and show what can concern them', async () => {
    const { body } = await request(testApp.app)
      .get('/api/notifications/settings')
      .set('Authorization', team.publisher.authorization!)
    expect(body).toMatchObject({ language: 'en', mailsAreSent: false, digestHour: 7 })
    expect(body.choices.map(({ kind }: { kind: Kind }) => kind)).toEqual([
      'assigned',
      'returned',
      'approved',
      'published',
      'scheduleFailed',
      'mentioned',
      'reviewDue',
    ])
    for (const { choice, usually } of body.choices) expect(choice).toBe(usually)
  })

  it('change in what is named, and stay otherwise', async () => {
    await post({ choices: { returned: 'digest' } }).expect(200)
    await post({ language: 'es' }).expect(200)
    const { body } = await post({ choices: { approved: 'nothing' } }).expect(200)
    expect(body.language).toBe('es')
    expect(body.choices).toEqual(
      expect.arrayContaining([
        { kind: 'returned', choice: 'digest', usually: 'atOnce' },
        { kind: 'approved', choice: 'nothing', usually: 'atOnce' },
      ]),
    )
  })

  it.each([
    ['a kind there is not', { choices: { weather: 'panel' } }],
    ['a choice there is not', { choices: { approved: 'by pigeon' } }],
    ['a language there is not', { language: 'xx' }],
    ['anything else', { personId: 'somebody' }],
  ])('are refused with %s, and stay', async (_, body) => {
    const before = await post({}).expect(200)
    expectRefusal((await post(body)) as never, 'MALFORMED')
    expect((await post({})).body).toEqual(before.body)
  })
})

describe('readers', () => {
  const addresses = [
    ['get', '/api/notifications'],
    ['get', '/api/notifications/unread'],
    ['get', '/api/notifications/settings'],
    ['post', '/api/notifications/settings'],
    ['post', '/api/notifications/read'],
    ['get', '/api/mails'],
    ['post', '/api/mails/x/retry'],
  ] as const

  it.each(addresses)('get nothing: %s %s', async (method, address) => {
    for (const { authorization } of [nobody, left, machine]) {
      const ask = request(testApp.app)[method](address)
      if (authorization) ask.set('Authorization', authorization)
      const { status, text } = await ask.send(method === 'post' ? {} : undefined)
      expect([401, 403]).toContain(status)
      expect(text).not.toContain('Line')
    }
  })

  it('find no rows behind Payload’s own doors, and neither do the team', async () => {
    const [row] = await toldAbout(testApp, await someTold())
    for (const { authorization } of [nobody, team.administrator]) {
      for (const slug of ['notifications', 'notification-settings', 'daily-looks']) {
        const ask = request(testApp.app).get(`/api/${slug}/${row!.id}`)
        if (authorization) ask.set('Authorization', authorization)
        expect((await ask).status).toBeGreaterThanOrEqual(400)
      }
      const write = request(testApp.app).patch(`/api/notifications/${row!.id}`)
      if (authorization) write.set('Authorization', authorization)
      expect((await write.send({ isRead: true })).status).toBeGreaterThanOrEqual(400)
    }
  })

  it('see mails only as administrators', async () => {
    for (const member of [team.publisher, team.reviewer])
      await request(testApp.app)
        .get('/api/mails')
        .set('Authorization', member.authorization!)
        .expect(403)
    await request(testApp.app)
      .get('/api/mails')
      .set('Authorization', team.administrator.authorization!)
      .expect(200)
  })
})

async function someTold(): Promise<Place> {
  const place = await writePhase(testApp, { as: team.author })
  await tellOf(place, { people: [String(team.reviewer.user!.id)], by: team.author })
  return place
}

function schedule(place: Place) {
  return act(testApp, place, {
    action: 'schedule',
    as: team.publisher,
    publishAt: new Date(Date.now() + 3_600_000).toISOString(),
  })
}

async function tellOf(
  place: Place,
  { by, people }: { by: Member; people: string[] },
): Promise<void> {
  const { id, name } = by.user as { id: string; name?: string }
  await inTransaction(await createLocalReq({}, testApp.payload), (req) =>
    tell({
      kind: 'assigned',
      document: { ...place, title: 'A line' },
      people,
      by: { id, name: name ?? '' },
      req,
    }),
  )
}

async function mark({ authorization }: Member, body: object): Promise<number> {
  const answer = await request(testApp.app)
    .post('/api/notifications/read')
    .set('Authorization', authorization!)
    .send(body)
    .expect(200)
  return answer.body.unread
}

/** What a test calls somebody. */
async function nameOf(personId: string): Promise<string> {
  const { name } = await testApp.payload.findByID({ collection: 'users', id: personId, depth: 0 })
  return /\((.*)\)/.exec(name)?.[1] ?? name
}

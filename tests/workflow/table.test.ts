import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../access/roles.ts'
import { errorCodes, type ErrorCode } from '../../src/errors.ts'
import {
  actions,
  states,
  transitionFor,
  type Action,
  type State,
} from '../../src/workflow/states.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { rowsFor } from '../support/breadth.ts'
import {
  act,
  ask,
  bring,
  buildTeam,
  doors,
  edit,
  entriesSince,
  everything,
  join,
  ledgerLength,
  nobody,
  situationOf,
  usualWords,
  writePhase,
  type Door,
  type Member,
  type Outcome,
  type Place,
  type Team,
} from '../support/workflow.ts'

/** Refusals of these leave a trace; see `docs/workflow.md`. */
const recorded: readonly Action[] = ['approve', 'publish', 'schedule', 'override', 'confirm']

/** A document as the table knows it, and how to make one. */
interface Subject {
  standing: string
  state: State
  live: boolean
  overridden: boolean
  make: () => Promise<Place>
}

/** A document with the hashes of what a person sees of it. */
interface Made {
  place: Place
  contentHash: string
  liveContentHash: string | undefined
}

let testApp: TestApp
let team: Team
/** One document of each kind. A refusal leaves it as it is; after a step that is taken there is a new one. */
const documents = new Map<Subject, Made>()
const members = new Map<string, Member>()

const freshSubjects: Subject[] = states.map((state) => ({
  standing: state,
  state,
  live: state === 'published',
  overridden: false,
  make: async () =>
    bring(testApp, await writePhase(testApp, { as: team.author }), { to: state, team }),
}))

const overridden: Subject = {
  standing: 'published by override',
  state: 'published',
  live: true,
  overridden: true,
  make: async () => {
    const place = await writePhase(testApp, { as: team.author })
    await act(testApp, place, { action: 'override', as: team.administrator })
    return place
  },
}

/** Documents that are live, and have a newer text at every stage. */
const pendingSubjects: Subject[] = states
  .filter((state) => state !== 'published' && state !== 'withdrawn')
  .map((state) => ({
    standing: `${state} over a live text`,
    state,
    live: true,
    overridden: false,
    make: async () => {
      const place = await bring(testApp, await writePhase(testApp, { as: team.author }), {
        to: 'published',
        team,
      })
      await edit(testApp, place, { as: team.author, data: { summary: 'A newer text.' } })
      return bring(testApp, place, { to: state, team })
    },
  }))

const subjects = [...freshSubjects, overridden, ...pendingSubjects]

/** Everybody who may come: title, roles, and by which doors. */
const callers: { title: string; roles: Role[]; kind: Member['kind']; doors: readonly Door[] }[] = [
  { title: 'nobody in particular', roles: [], kind: 'nobody', doors },
  { title: 'an account without a role', roles: [], kind: 'person', doors },
  {
    title: 'a machine with every role',
    roles: ['editor', 'reviewer', 'publisher', 'administrator'],
    kind: 'machine',
    doors,
  },
  ...(['editor', 'reviewer', 'publisher', 'administrator'] as const).map((role) => ({
    title: `${/^[ae]/.test(role) ? 'an' : 'a'} ${role}`,
    roles: [role],
    kind: 'person' as const,
    doors,
  })),
  ...(
    [
      ['editor', 'reviewer'],
      ['editor', 'publisher'],
      ['editor', 'administrator'],
      ['reviewer', 'publisher'],
      ['reviewer', 'administrator'],
      ['publisher', 'administrator'],
      ['editor', 'reviewer', 'publisher', 'administrator'],
    ] as Role[][]
  ).map((roles) => ({
    title: `somebody who is ${roles.join(' and ')}`,
    roles,
    kind: 'person' as const,
    doors: ['Local API'] as const,
  })),
]

function turnOf(title: string): number {
  return callers.findIndex((caller) => caller.title === title)
}

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  for (const { title, roles, kind } of callers)
    members.set(title, kind === 'nobody' ? nobody : await join(testApp, { title, roles, kind }))
  for (const subject of subjects) await make(subject)
})
afterAll(() => testApp.close())

describe.each(callers.map((caller) => [caller.title, caller] as const))(
  'for %s',
  (title, { roles, kind, doors }) => {
    describe.each(rowsFor(doors, { at: turnOf(title), of: doors.length }))('over %s', (door) => {
      it.each(
        actions.map((action) => {
          const places = kind === 'person' ? placesFor(action, roles) : []
          const standings = places.map(({ standing }) => standing).join(', ')
          return [
            action,
            standings === '' ? 'never possible' : `possible from: ${standings}`,
          ] as const
        }),
      )('%s is %s', async (action) => {
        const as = members.get(title)!
        const met = door === 'Local API' ? subjects : [...freshSubjects, overridden]
        const attempts = met.map((subject) => ({ subject, door, action, as }))
        await expectRefusals(
          attempts.flatMap((attempt) => {
            const code = refusalFor({ action, kind, roles, subject: attempt.subject })
            return code ? [{ ...attempt, code }] : []
          }),
        )
        for (const attempt of attempts)
          if (!refusalFor({ action, kind, roles, subject: attempt.subject }))
            await expectStep(attempt)
      })
    })
  },
)

describe.each(doors)('over %s, nobody acts on what they have not seen', (door) => {
  it.each(actions)('%s is refused with the hash of another text', async (action) => {
    const body = { contentHash: 'a'.repeat(64), ...usualWords[action] }
    await expectRefusals([{ ...ready(action), door, action, code: 'STALE_CONTENT', body }])
  })

  it.each(actions)('%s is refused with half a hash', async (action) => {
    const { subject } = ready(action)
    const { contentHash } = documents.get(subject)!
    const body = { contentHash: contentHash.slice(0, 32), ...usualWords[action] }
    await expectRefusals([{ ...ready(action), door, action, code: 'MALFORMED', body }])
  })
})

describe.each(doors)('over %s, people say what an action needs to know', (door) => {
  it.each([
    { action: 'return', without: 'a comment', words: { comment: '  ' } },
    { action: 'override', without: 'a reason', words: { reason: '' } },
    { action: 'withdraw', without: 'a reason', words: { reason: '' } },
    { action: 'withdraw', without: 'a replacement', words: { replacement: null } },
    { action: 'schedule', without: 'a time', words: { publishAt: null } },
    {
      action: 'schedule',
      without: 'a time in the future',
      words: { publishAt: '2020-01-01T00:00:00Z' },
    },
  ] as const)('$action is refused without $without', async ({ action, words }) => {
    const { subject } = ready(action)
    const { contentHash } = documents.get(subject)!
    const body = { contentHash, ...usualWords[action], ...words }
    await expectRefusals([{ ...ready(action), door, action, code: 'MALFORMED', body }])
  })
})

describe('an action there is not', () => {
  it('is refused over REST', async () => {
    const [{ place }] = documents.values() as unknown as [{ place: Place }]
    const outcome = await ask(testApp, 'REST', {
      action: 'destroy' as Action,
      as: team.administrator,
      place,
      body: { contentHash: 'a'.repeat(64) },
    })
    expect(outcome.code).toBe('NOT_FOUND')
  })

  it('is refused over GraphQL', async () => {
    const [{ place }] = documents.values() as unknown as [{ place: Place }]
    const outcome = await ask(testApp, 'GraphQL', {
      action: 'destroy' as Action,
      as: team.administrator,
      place,
      body: { contentHash: 'a'.repeat(64) },
    })
    expect(outcome.code).toBe('MALFORMED')
  })
})

/** Where somebody with these roles can do this. */
function placesFor(action: Action, roles: readonly Role[]): Subject[] {
  return subjects.filter((subject) => !refusalFor({ action, kind: 'person', roles, subject }))
}

/** The code the table has for this, or nothing when it may be done. */
function refusalFor({
  action,
  kind,
  roles,
  subject,
}: {
  action: Action
  kind: Member['kind']
  roles: readonly Role[]
  subject: Subject
}): ErrorCode | undefined {
  const { by, from } = transitionFor(action)
  if (kind === 'nobody') return 'NOT_SIGNED_IN'
  if (kind === 'machine' || !roles.includes(by)) return 'NOT_PERMITTED'
  const isThere = from.some((place) =>
    place === 'live'
      ? subject.live
      : place === 'overridden'
        ? subject.overridden
        : place === subject.state,
  )
  return isThere ? undefined : 'WRONG_STATE'
}

/** Somebody who can do this, and a document with which it can be done. */
function ready(action: Action): { as: Member; subject: Subject } {
  const { by } = transitionFor(action)
  const as = [...members.values()].find(
    ({ kind, roles }) => kind === 'person' && roles.length === 1 && roles[0] === by,
  )!
  return { as, subject: placesFor(action, [by])[0]! }
}

interface Attempt {
  door: Door
  action: Action
  as: Member
  subject: Subject
}

interface Refusal extends Attempt {
  code: ErrorCode
  body?: { contentHash?: string }
}

/** Everything that is stored, kept from one test to the next as long as nothing changes. */
let seen: Awaited<ReturnType<typeof everything>> | undefined

/** Expects of each its code, that nothing changed, and that nothing was recorded but the refusals. */
async function expectRefusals(attempts: Refusal[]): Promise<void> {
  if (attempts.length === 0) return
  const before = (seen ??= await everything(testApp))
  seen = undefined
  const length = await ledgerLength(testApp)
  const expected = []
  for (const { door, action, as, subject, code, body } of attempts) {
    const { place } = documents.get(subject)!
    const sent = body ?? { contentHash: hashSeen(action, subject), ...usualWords[action] }
    const outcome = await ask(testApp, door, { action, as, place, body: sent })

    const what = `${action} of what is ${subject.standing} by ${as.title} over ${door}`
    expect(codeIn(outcome), what).toEqual(codeIn({ code, status: statusFor(door, code) }))
    expect(outcome.message, what).toMatch(/\S{2,}.*\./)
    // What cannot be read is not an attempt yet, and readers and machines are not people who try.
    const isRecorded =
      recorded.includes(action) &&
      as.kind === 'person' &&
      as.roles.length > 0 &&
      !isUnreadable(sent)
    if (isRecorded)
      expected.push({ type: 'refused', actorId: as.user!.id, documentId: place.id, action, code })
  }
  const after = await everything(testApp)
  expect(after).toEqual(before)
  expect(await entriesAfter(length)).toEqual(expected)
  seen = after
}

function isUnreadable({ contentHash }: { contentHash?: string }): boolean {
  return contentHash?.length !== 64
}

async function expectStep({ door, action, as, subject }: Attempt): Promise<void> {
  seen = undefined
  const { place } = documents.get(subject)!
  const length = await ledgerLength(testApp)
  const body = { contentHash: hashSeen(action, subject), ...usualWords[action] }

  const outcome = await ask(testApp, door, { action, as, place, body })

  const what = `${action} of what is ${subject.standing} by ${as.title} over ${door}`
  const { records } = transitionFor(action)
  expect(outcome.message, what).toBeUndefined()
  expect(outcome.state, what).toBe(stateAfter(action, subject))
  expect(
    (await entriesAfter(length)).map(({ type }) => type),
    what,
  ).toEqual(records)
  expect((await situationOf(testApp, place)).state, what).toBe(outcome.state)
  await make(subject)
}

/** Whoever confirms looks at what is live. */
function hashSeen(action: Action, subject: Subject): string {
  const { contentHash, liveContentHash } = documents.get(subject)!
  return action === 'confirm' && liveContentHash ? liveContentHash : contentHash
}

async function make(subject: Subject): Promise<void> {
  const place = await subject.make()
  const { live, working } = await situationOf(testApp, place)
  const { contentHash } = working
  documents.set(subject, { place, contentHash, liveContentHash: live?.contentHash })
}

/** Withdrawing what is live leaves a newer text where it stands. */
function stateAfter(action: Action, { state }: Subject): State {
  const isAboutLive = action === 'withdraw' && state !== 'published'
  return isAboutLive ? state : transitionFor(action).to
}

async function entriesAfter(length: number) {
  return (await entriesSince(testApp, length)).map(({ actorId, details, documentId, type }) =>
    type === 'refused'
      ? { type, actorId, documentId, action: details.action, code: details.reasons?.[0]?.code }
      : { type, actorId, documentId },
  )
}

function codeIn({ code, status }: Outcome): Outcome {
  return { ...(code ? { code } : {}), ...(status ? { status } : {}) }
}

/** GraphQL answers 200 when it understood the question; errors carry their code. */
function statusFor(door: Door, code: ErrorCode): number | undefined {
  return door === 'REST' ? errorCodes[code] : door === 'GraphQL' ? 200 : undefined
}

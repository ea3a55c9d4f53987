import { createLocalReq, type CollectionSlug, type TypedUser } from 'payload'
import request from 'supertest'
import { expect, vi } from 'vitest'
import type { Role } from '../../access/roles.ts'
import type { ErrorCode } from '../../src/errors.ts'
import { allEntries } from '../../src/ledger/verify.ts'
import type { LedgerEntry } from '../../src/ledger/entry.ts'
import { findEntries, type EntrySummary } from '../../src/ledger/read.ts'
import {
  isEditorial,
  readSituation,
  sideOf,
  type Side,
  type Situation,
} from '../../src/workflow/situation.ts'
import { runDue } from '../../src/workflow/scheduler.ts'
import type { Action, SetAction, State } from '../../src/workflow/states.ts'
import { transition, transitionSet } from '../../src/workflow/transition.ts'
import type { TestApp } from './app.ts'
import { storedRows } from './stored-rows.ts'

/** A document by its content type and id. */
export interface Place {
  collection: CollectionSlug
  id: string
}

/** Somebody who can come in by every door. */
export interface Member {
  title: string
  roles: readonly Role[]
  kind: 'person' | 'machine' | 'nobody'
  /** For the Local API. */
  user: TypedUser | undefined
  /** For REST and GraphQL. */
  authorization: string | undefined
}

/** Somebody who is not signed in. */
export const nobody: Member = {
  title: 'nobody in particular',
  roles: [],
  kind: 'nobody',
  user: undefined,
  authorization: undefined,
}

const password = 'a-long-password'
let joined = 0

/** Gives somebody an account, and signs them in. Machines get an API key. */
export async function join(
  { app, payload, person }: TestApp,
  {
    roles,
    kind = 'person',
    title = roles.join(' and '),
  }: { roles: readonly Role[]; kind?: 'person' | 'machine'; title?: string },
): Promise<Member> {
  joined += 1
  const email = `member-${joined}@stationmaster.test`
  const key = `key-of-member-${joined}-0123456789`
  const account = await payload.create({
    collection: 'users',
    data: {
      email,
      name: `Member ${joined} (${title})`,
      roles: [...roles],
      kind,
      password,
      ...(kind === 'machine' ? { enableAPIKey: true, apiKey: key } : {}),
    },
    overrideAccess: false,
    user: await person('administrator'),
  })
  const user = { ...account, collection: 'users' } as TypedUser
  if (kind === 'machine') return { title, roles, kind, user, authorization: `users API-Key ${key}` }
  const { body } = await request(app).post('/api/users/login').send({ email, password })
  return { title, roles, kind, user, authorization: `JWT ${body.token}` }
}

/** One of every role, and a second of those that a test may need apart from the first. */
export interface Team {
  author: Member
  author2: Member
  reviewer: Member
  reviewer2: Member
  publisher: Member
  administrator: Member
}

/** A team of people who hold one role each. */
export async function buildTeam(testApp: TestApp): Promise<Team> {
  return {
    author: await join(testApp, { roles: ['editor'], title: 'author' }),
    author2: await join(testApp, { roles: ['editor'], title: 'second author' }),
    reviewer: await join(testApp, { roles: ['reviewer'] }),
    reviewer2: await join(testApp, { roles: ['reviewer'], title: 'second reviewer' }),
    publisher: await join(testApp, { roles: ['publisher'] }),
    administrator: await join(testApp, { roles: ['administrator'] }),
  }
}

/** Where a document stands. */
export async function situationOf({ payload }: TestApp, place: Place): Promise<Situation> {
  return readSituation({ ...place, req: await createLocalReq({}, payload) })
}

/** Saves a new draft as somebody. */
export async function write(
  { payload }: TestApp,
  {
    as,
    collection,
    data,
    locale = 'en',
  }: { as: Member; collection: CollectionSlug; data: object; locale?: 'en' | 'es' },
): Promise<Place> {
  const { id } = await payload.create({
    collection,
    data: data as never,
    depth: 0,
    draft: true,
    locale,
    overrideAccess: false,
    ...(as.user ? { user: as.user } : {}),
  })
  return { collection, id: String(id) }
}

let phases = 0

/** Saves a new phase, the smallest text there is: it points at nothing. */
export function writePhase(
  testApp: TestApp,
  { as, ...data }: { as: Member; [field: string]: unknown },
): Promise<Place> {
  phases += 1
  return write(testApp, {
    as,
    collection: 'phases',
    data: {
      name: `Line ${phases}`,
      slug: `line-${phases}`,
      order: phases,
      summary: 'A line of the map.',
      ...data,
    },
  })
}

/** Saves a draft over a document as somebody. */
export async function edit(
  { payload }: TestApp,
  place: Place,
  { as, data, locale = 'en' }: { as: Member; data: object; locale?: 'en' | 'es' },
): Promise<void> {
  await payload.update({
    ...place,
    data: data as never,
    depth: 0,
    draft: true,
    locale,
    overrideAccess: false,
    ...(as.user ? { user: as.user } : {}),
  })
}

/** What an action needs besides the hash, in words that will do. */
export const usualWords: Partial<Record<Action, Record<string, unknown>>> = {
  return: { comment: 'Please say where this comes from.' },
  schedule: { publishAt: '2099-03-01T09:00:00-05:00' },
  withdraw: { reason: 'The rule has changed.', replacement: { sentence: 'Call the office.' } },
  override: { reason: 'The flood is tonight.' },
}

/** What somebody asks the workflow for. */
export interface Step {
  action: Action
  as: Member
  [word: string]: unknown
}

/** Takes a document one step, as somebody who sees it as it is now unless the step names a hash. */
export async function act(
  testApp: TestApp,
  place: Place,
  { action, as, ...words }: Step,
): Promise<Situation> {
  const { working } = await situationOf(testApp, place)
  return transition({
    action,
    ...place,
    body: { contentHash: working.contentHash, ...usualWords[action], ...words },
    req: await createLocalReq(as.user ? { user: as.user } : {}, testApp.payload),
  })
}

/** Takes documents one step together, as somebody who sees them as they are now. */
export async function actTogether(
  testApp: TestApp,
  places: readonly Place[],
  { action, as, ...words }: Step & { action: SetAction },
): Promise<Situation[]> {
  const documents = []
  for (const place of places) {
    const { working } = await situationOf(testApp, place)
    documents.push({ ...place, contentHash: working.contentHash })
  }
  return transitionSet({
    action,
    body: { ...usualWords[action], ...words, documents },
    req: await createLocalReq(as.user ? { user: as.user } : {}, testApp.payload),
  })
}

/** Takes a draft into a state through every step before it, with a team none of whom judges their own words. */
export async function bring(
  testApp: TestApp,
  place: Place,
  { to, team }: { to: State; team: Team },
): Promise<Place> {
  const doers: Partial<Record<Action, Member>> = {
    submit: team.author,
    approve: team.reviewer,
    return: team.reviewer,
    publish: team.publisher,
    schedule: team.publisher,
    withdraw: team.publisher,
  }
  for (const action of waysTo[to]) await act(testApp, place, { action, as: doers[action]! })
  return place
}

const waysTo: Record<State, readonly Action[]> = {
  draft: [],
  inReview: ['submit'],
  changesRequested: ['submit', 'return'],
  approved: ['submit', 'approve'],
  scheduled: ['submit', 'approve', 'schedule'],
  published: ['submit', 'approve', 'publish'],
  withdrawn: ['submit', 'approve', 'publish', 'withdraw'],
}

/** The ways into the workflow. */
export const doors = ['REST', 'GraphQL', 'Local API'] as const

export type Door = (typeof doors)[number]

/** How the workflow answered: the state now, or the code and message of the refusal. */
export interface Outcome {
  state?: State
  code?: ErrorCode
  message?: string
  reasons?: readonly { code: string; message: string; collection?: string; id?: string }[]
  /** Of the HTTP answer. */
  status?: number
}

/** Asks for a step through one of the doors, with exactly the body given. */
export async function ask(
  testApp: TestApp,
  door: Door,
  { action, as, place, body }: { action: Action; as: Member; place: Place; body: object },
): Promise<Outcome> {
  switch (door) {
    case 'REST': {
      const post = request(testApp.app).post(
        `/api/${place.collection}/${place.id}/workflow/${action}`,
      )
      if (as.authorization) post.set('Authorization', as.authorization)
      const { body: answer, status } = await post.send(body)
      return status === 200
        ? { state: answer.state, status }
        : { ...answer.errors?.[0], reasons: answer.errors, status }
    }
    case 'GraphQL': {
      const post = request(testApp.app).post('/api/graphql')
      if (as.authorization) post.set('Authorization', as.authorization)
      const { body: answer, status } = await post.send({
        query: transitionMutation,
        variables: { action, ...place, ...body },
      })
      const [error] = answer.errors ?? []
      return error
        ? { code: error.extensions?.code, message: error.message, status }
        : { state: answer.data.transition.state, status }
    }
    case 'Local API':
      return outcomeOf(async () => {
        const req = await createLocalReq(as.user ? { user: as.user } : {}, testApp.payload)
        return transition({ action, ...place, body, req })
      })
  }
}

const transitionMutation = `mutation (
  $collection: String!, $id: String!, $action: String!, $contentHash: String!, $comment: String,
  $reason: String, $publishAt: String, $replacement: WorkflowReplacementInput
) {
  transition(
    collection: $collection, id: $id, action: $action, contentHash: $contentHash, comment: $comment,
    reason: $reason, publishAt: $publishAt, replacement: $replacement
  ) { state }
}`

/** What becomes of a step taken inside the process. */
export async function outcomeOf(step: () => Promise<Situation | Situation[]>): Promise<Outcome> {
  try {
    const done = await step()
    return { state: (Array.isArray(done) ? done[0]! : done).state }
  } catch (error) {
    const { code, message, reasons } = error as Outcome & Error
    if (!code) throw error
    return { code, message, ...(reasons ? { reasons } : {}) }
  }
}

/** Every entry of the ledger, oldest first. */
export async function ledger({ payload }: TestApp): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for await (const entry of allEntries(await createLocalReq({}, payload))) entries.push(entry)
  return entries
}

/** The entries after a number, oldest first, without their snapshots. */
export async function entriesSince(
  { payload }: TestApp,
  sequence: number,
): Promise<EntrySummary[]> {
  const req = await createLocalReq({}, payload)
  return findEntries(req, { sequence: { greater_than: sequence } })
}

/** The number of the newest entry. */
export async function ledgerLength({ payload }: TestApp): Promise<number> {
  return (await payload.db.count({ collection: 'ledger-entries' })).totalDocs
}

/**
 * Everything the database has besides the ledger and the accounts, where signing in is written down: documents,
 * versions, workflow states, jobs.
 */
export function everything(testApp: TestApp): Promise<Record<string, string[]>> {
  return storedRows(testApp, { except: ['ledger_entries', 'users'] })
}

/** Lets time pass on the clock, and nowhere else. `vi.useRealTimers()` brings the clock back. */
export function passTime({ hours = 0, minutes = 0 }: { hours?: number; minutes?: number }): void {
  setClock(new Date(Date.now() + (hours * 60 + minutes) * 60_000))
}

/** Puts the clock to an instant; it stands still there. */
export function setClock(instant: Date | string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) })
}

/** Has everything published that is due, also what the app's own scheduler has begun already. */
export async function publishDue({ payload }: Pick<TestApp, 'payload'>): Promise<void> {
  await runDue(payload)
  await vi.waitFor(async () => {
    const { totalDocs } = await payload.db.count({
      collection: 'payload-jobs',
      where: { waitUntil: { less_than_equal: new Date().toISOString() } },
    })
    expect(totalDocs).toBe(0)
  }, 30_000)
}

/** What is live of every content type, and its hash, by `collection/id`. */
export async function liveSides({ payload }: TestApp): Promise<Map<string, Side>> {
  const sides = new Map<string, Side>()
  for (const collection of payload.config.collections) {
    if (!isEditorial(collection)) continue
    const { docs } = await payload.db.find<{ id: string }>({
      collection: collection.slug,
      limit: 0,
      pagination: false,
      sort: 'id',
      where: { _status: { equals: 'published' } },
    })
    for (const document of docs)
      sides.set(`${collection.slug}/${document.id}`, sideOf(collection, document))
  }
  return sides
}

/** The hash of everything that is live, by `collection/id`. */
export async function liveHashes(testApp: TestApp): Promise<Map<string, string>> {
  const sides = await liveSides(testApp)
  return new Map([...sides].map(([key, { contentHash }]) => [key, contentHash]))
}

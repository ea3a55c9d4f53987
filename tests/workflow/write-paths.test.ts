import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/ledger/verify.ts'
import type { Situation } from '../../src/workflow/situation.ts'
import type { State } from '../../src/workflow/states.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { rowsFor } from '../support/breadth.ts'
import { text } from '../support/content.ts'
import {
  act,
  bring,
  buildTeam,
  edit,
  entriesSince,
  everything,
  join,
  ledgerLength,
  nobody,
  situationOf,
  write,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../support/workflow.ts'

/** A document that somebody tries to write, and what of it the doors need to know. */
interface Subject {
  standing: Standing
  id: string
  /** Ids of its versions, oldest first. */
  versions: string[]
}

/** How a try ended: `done`, or with a code. */
type Outcome = string

interface Path {
  path: string
  enter: (subject: Subject, as: Member) => Promise<Outcome>
  /** What people of the team meet. A draft is saved, or nothing happens. @default USE_WORKFLOW */
  meets?: readonly Outcome[]
  /** Drafts that were never public may go this way. */
  sparesDrafts?: boolean
}

/** The smallest picture there is: one transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const otherPixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

let testApp: TestApp
let team: Team
let phase: string
let names = 0
const subjects: Subject[] = []
const members: Record<string, Member> = { 'nobody in particular': nobody }

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  const line = await writePhase(testApp, { as: team.author })
  phase = (await bring(testApp, line, { to: 'published', team })).id
  members['an editor'] = await join(testApp, { roles: ['editor'] })
  members['a reviewer'] = await join(testApp, { roles: ['reviewer'] })
  members['a publisher'] = await join(testApp, { roles: ['publisher'] })
  members['an administrator'] = await join(testApp, { roles: ['administrator'] })
  members['somebody with every role'] = await join(testApp, {
    roles: ['editor', 'reviewer', 'publisher', 'administrator'],
  })
  members['an account without a role'] = await join(testApp, { roles: [] })
  members['a machine with every role'] = await join(testApp, {
    roles: ['editor', 'reviewer', 'publisher', 'administrator'],
    kind: 'machine',
  })
  for (const standing of Object.keys(states) as Standing[])
    subjects.push(await makeSubject(standing))
})
afterAll(() => testApp.close())

/** How far the documents that are tried have come. */
const states = {
  published: 'published',
  'in review over a live text': 'inReview',
  'approved over a live text': 'approved',
  'approved, and never public': 'approved',
} as const satisfies Record<string, State>

type Standing = keyof typeof states

const whole = () => ({
  title: 'Planted',
  slug: newName(),
  summary: 'A stop on the way.',
  overview: text('What happens here.'),
  kind: 'stop',
  phase,
})

const creations: Path[] = [
  creating('POST', '', {}, ['done']),
  creating('POST with draft=true', '?draft=true', {}, ['done']),
  creating('POST with autosave=true', '?draft=true&autosave=true', {}, ['done']),
  creating('POST as published', '', { _status: 'published' }),
  creating('POST with draft=true as published', '?draft=true', { _status: 'published' }),
  creating('POST with autosave=true as published', '?draft=true&autosave=true', {
    _status: 'published',
  }),
  creating('POST as published in a list', '', { _status: ['published'] }),
  creating('POST as published by language', '?locale=all', { _status: { en: 'published' } }),
  creating('POST with publishAllLocales', '?publishAllLocales=true', {}),
  creating('POST with publishSpecificLocale', '?publishSpecificLocale=es', {}),
  creating('POST with unpublishAllLocales', '?unpublishAllLocales=true', {}, ['done']),
  {
    path: 'GraphQL createStation as published',
    enter: (_, as) =>
      graphql(
        'mutation ($data: mutationStationInput!) { createStation(data: $data) { id } }',
        { data: { ...whole(), overview: undefined, _status: 'published' } },
        as,
      ),
  },
  {
    path: 'GraphQL createStation with draft: true as published',
    enter: (_, as) =>
      graphql(
        'mutation ($data: mutationStationInput!) { createStation(draft: true, data: $data) { id } }',
        { data: { ...whole(), overview: undefined, _status: 'published' } },
        as,
      ),
  },
]

const statuses: { how: string; status: unknown }[] = [
  { how: 'as published', status: 'published' },
  { how: 'as published in a list', status: ['published'] },
  { how: 'as published by language', status: { en: 'published', es: 'published' } },
  { how: 'as published in an object', status: { equals: 'published' } },
  { how: 'with a status there is not', status: 'live' },
  { how: 'with the status true', status: true },
]

const patches: Path[] = [
  patching('PATCH', ''),
  patching('PATCH with draft=false', '?draft=false'),
  patching('PATCH with draft=yes', '?draft=yes'),
  patching('PATCH with draft twice', '?draft=true&draft=false', {}, ['USE_WORKFLOW', 'MALFORMED']),
  patching('PATCH as draft', '', { _status: 'draft' }),
  patching('PATCH with an empty status', '', { _status: null }),
  ...statuses.flatMap(({ how, status }) => [
    patching(`PATCH ${how}`, '', { _status: status }),
    patching(`PATCH with draft=true ${how}`, '?draft=true', { _status: status }),
    patching(`PATCH with autosave=true ${how}`, '?draft=true&autosave=true', { _status: status }),
  ]),
  ...['publishSpecificLocale=es', 'publishAllLocales=true', 'unpublishAllLocales=true'].flatMap(
    (parameter) => [
      patching(`PATCH with ${parameter}`, `?${parameter}`),
      patching(`PATCH with draft=true and ${parameter}`, `?draft=true&${parameter}`),
    ],
  ),
  patching('PATCH with publishSpecificLocale of all', '?draft=true&publishSpecificLocale=all'),
  patching('PATCH with autosave=true', '?autosave=true'),
  patching('PATCH with trash=true', '?trash=true'),
  patching('PATCH with a day of deletion', '', { deletedAt: '2026-01-01T00:00:00.000Z' }),
  patching('PATCH past a lock', '?overrideLock=true'),
  patching('PATCH in Spanish', '?locale=es'),
  patching('PATCH in all languages', '?locale=all', { title: { en: 'Changed', es: 'Cambiada' } }),
  patching('PATCH with draft=true', '?draft=true', {}, ['done']),
  patching('PATCH with draft=true as draft', '?draft=true', { _status: 'draft' }, ['done']),
  patching('PATCH with draft=true in Spanish', '?draft=true&locale=es', {}, ['done']),
  patching('PATCH with draft=true and autosave=true', '?draft=true&autosave=true', {}, ['done']),
  patching('PATCH with draft=true and trash=true', '?draft=true&trash=true', {}, ['done']),
  patching(
    'PATCH with draft=true and a day of deletion',
    '?draft=true',
    { deletedAt: '2026-01-01T00:00:00.000Z' },
    ['done'],
  ),
  ...[
    ['', { title: 'Changed' }],
    ['&draft=true', { title: 'Changed' }],
    ['&draft=true', { _status: 'published' }],
    ['&draft=true&publishAllLocales=true', { title: 'Changed' }],
    ['&trash=true', { deletedAt: '2026-01-01T00:00:00.000Z' }],
  ].map(([query, data]): Path => ({
    path: `PATCH by condition ${String(query)} ${JSON.stringify(data)}`,
    enter: ({ id }, as) =>
      rest('patch', `?where[id][equals]=${id}${String(query)}`, data as object, as),
    meets: ['USE_WORKFLOW', 'NOT_PERMITTED'],
  })),
]

const copies: Path[] = [
  duplicating('', '', {}, ['done']),
  duplicating('with draft=true', '?draft=true', {}, ['done']),
  duplicating('with draft=false', '?draft=false', {}),
  duplicating('as published', '', { _status: 'published' }),
  duplicating('with draft=false as published', '?draft=false', { _status: 'published' }),
  duplicating('with publishAllLocales', '?publishAllLocales=true', {}, ['USE_WORKFLOW', 'done']),
  ...[{}, { _status: 'published' }].map((data): Path => ({
    path: `GraphQL duplicateStation ${JSON.stringify(data)}`,
    enter: ({ id }, as) =>
      graphql(
        'mutation ($id: String!, $data: mutationStationInput!) { duplicateStation(id: $id, data: $data) { id } }',
        { id, data: { slug: newName(), kind: 'stop', ...data } },
        as,
      ),
  })),
]

const restorations: Path[] = ['', '?draft=false', '?draft=true'].flatMap((query) =>
  (['oldest', 'newest'] as const).map((which): Path => ({
    path: `POST of the ${which} version ${query}`,
    enter: ({ versions }, as) =>
      rest('post', `/versions/${versions.at(which === 'oldest' ? 0 : -1)}${query}`, {}, as),
    ...(query === '?draft=true' ? { meets: ['done'] } : {}),
  })),
)

const graphqlSaves: Path[] = [
  updating('data: { title: "Changed" }'),
  updating('draft: false, data: { title: "Changed" }'),
  updating('autosave: true, data: { title: "Changed" }'),
  updating('trash: true, data: { title: "Changed" }'),
  updating('data: { _status: draft }'),
  updating('draft: true, data: { _status: published }'),
  updating('draft: true, autosave: true, data: { _status: published }'),
  updating('draft: true, data: { title: "Changed" }', ['done']),
  ...['', 'draft: false', 'draft: true'].map((draft): Path => ({
    path: `GraphQL restoreVersionStation ${draft}`,
    enter: ({ versions }, as) =>
      graphql(
        `mutation ($id: String) { restoreVersionStation(id: $id${draft && `, ${draft}`}) { id } }`,
        { id: versions[0] },
        as,
      ),
    ...(draft === 'draft: true' ? { meets: ['done'] } : {}),
  })),
]

const inside: Path[] = [
  local('an update', ({ id }) => ({ operation: 'update', id, data: { title: 'Changed' } })),
  local('an update as draft', ({ id }) => ({
    operation: 'update',
    id,
    data: { _status: 'draft' },
  })),
  local('a draft save as published', ({ id }) => ({
    operation: 'update',
    id,
    draft: true,
    data: { _status: 'published' },
  })),
  local('an update of one language', ({ id }) => ({
    operation: 'update',
    id,
    draft: true,
    publishSpecificLocale: 'es',
    data: { title: 'Changed' },
  })),
  local('a draft save for all languages', ({ id }) => ({
    operation: 'update',
    id,
    draft: true,
    publishAllLocales: true,
    data: { title: 'Changed' },
  })),
  local('an update by condition', ({ id }) => ({
    operation: 'update',
    where: { id: { equals: id } },
    data: { title: 'Changed' },
  })),
  local('a draft save by condition as published', ({ id }) => ({
    operation: 'update',
    where: { id: { equals: id } },
    draft: true,
    data: { _status: 'published' },
  })),
  local('a creation as published', () => ({
    operation: 'create',
    data: { ...whole(), _status: 'published' },
  })),
  local('a copy', ({ id }) => ({
    operation: 'duplicate',
    id,
    draft: false,
    data: { slug: newName() },
  })),
  local('a copy as published', ({ id }) => ({
    operation: 'duplicate',
    id,
    draft: true,
    data: { slug: newName(), _status: 'published' },
  })),
  local('a restored version', ({ versions }) => ({
    operation: 'restoreVersion',
    id: versions[0],
  })),
  local('an update with a grant of its own making', ({ id }) => ({
    operation: 'update',
    id,
    data: { title: 'Changed', _status: 'published' },
    context: { workflowGrant: Object.freeze({ collection: 'stations', id, makes: 'published' }) },
  })),
  local(
    'a copy from one language to the other, as the panel makes it',
    ({ id }) => ({
      operation: 'update',
      id,
      draft: true,
      locale: 'es',
      data: { title: 'Changed' },
    }),
    ['done'],
  ),
]

const deletions: Path[] = (
  [
    { path: 'DELETE', enter: ({ id }, as) => rest('delete', `/${id}`, undefined, as) },
    {
      path: 'DELETE with trash=true',
      enter: ({ id }, as) => rest('delete', `/${id}?trash=true`, undefined, as),
    },
    {
      path: 'DELETE past a lock',
      enter: ({ id }, as) => rest('delete', `/${id}?overrideLock=true`, undefined, as),
    },
    {
      path: 'GraphQL deleteStation',
      enter: ({ id }, as) =>
        graphql('mutation ($id: String!) { deleteStation(id: $id) { id } }', { id }, as),
    },
    local('a deletion', ({ id }) => ({ operation: 'delete', id })),
  ] satisfies Path[]
).map((path) => ({ ...path, meets: ['USE_WORKFLOW', 'NOT_PERMITTED'], sparesDrafts: true }))

/** Addresses beside the operations by which a platform of this kind might be moved. */
const besides: Path[] = (
  [
    {
      path: 'POST /api/reorder',
      enter: ({ id }, as) =>
        send('post', '/api/reorder', as, {
          collectionSlug: 'stations',
          docsToMove: [id],
          orderableFieldName: '_order',
          newKeyWillBe: 'greater',
          target: { id, key: 'a0' },
        }),
    },
    ...['run', 'handle-schedules', 'queue', 'cancel'].flatMap((job) =>
      (['get', 'post'] as const).map((method): Path => ({
        path: `${method.toUpperCase()} /api/payload-jobs/${job}`,
        enter: (_, as) =>
          send(method, `/api/payload-jobs/${job}`, as, {
            task: 'schedulePublish',
            input: { type: 'publish' },
          }),
      })),
    ),
    {
      path: 'POST /api/payload-jobs',
      enter: ({ id }, as) =>
        send('post', '/api/payload-jobs', as, {
          taskSlug: 'publishScheduled',
          queue: 'publications',
          input: { documents: [{ collection: 'stations', id }], personId: as.user?.id },
        }),
    },
    {
      path: 'POST /api/workflow-states',
      enter: ({ id }, as) =>
        send('post', '/api/workflow-states', as, {
          key: `stations/${id}`,
          state: 'approved',
        }),
    },
    {
      path: 'POST /api/ledger-entries',
      enter: ({ id }, as) =>
        send('post', '/api/ledger-entries', as, {
          format: 1,
          sequence: 100_000,
          at: '2026-01-01T00:00:00Z',
          type: 'approved',
          documentCollection: 'stations',
          documentId: id,
        }),
    },
    {
      path: 'PATCH /api/ledger-entries by condition',
      enter: (_, as) =>
        send('patch', '/api/ledger-entries?where[sequence][greater_than]=0', as, { comment: 'x' }),
    },
    {
      path: 'DELETE /api/ledger-entries by condition',
      enter: (_, as) => send('delete', '/api/ledger-entries?where[sequence][greater_than]=0', as),
    },
  ] satisfies Path[]
).map((path) => ({ ...path, meets: ['NOT_PERMITTED', 'NOT_FOUND', 'METHOD_NOT_ALLOWED'] }))

/** Whoever is not on the team gets nowhere at all. */
const strangers = ['nobody in particular', 'an account without a role', 'a machine with every role']
const everyRole = 'somebody with every role'
const teamMembers = ['an editor', 'a reviewer', 'a publisher', 'an administrator', everyRole]

const paths = [
  ...creations,
  ...patches,
  ...copies,
  ...restorations,
  ...graphqlSaves,
  ...inside,
  ...deletions,
  ...besides,
]
const refusedPaths = paths.filter(({ meets }) => !meets?.includes('done'))
const draftPaths = paths.filter(({ meets }) => meets?.includes('done'))

describe.each(inTurn(teamMembers))('for %s', (title, turn) => {
  it.each(titled(rowsFor(refusedPaths, turn)))(
    'nothing changes by %s',
    (_, { enter, meets = ['USE_WORKFLOW'], sparesDrafts }) =>
      expectNothing(members[title]!, async (subject) => {
        if (sparesDrafts && subject.standing === 'approved, and never public') return
        const outcome = await enter(subject, members[title]!)
        expect(meets, `${outcome} for what is ${subject.standing}`).toContain(outcome)
      }),
  )
})

describe.each(inTurn(strangers))('for %s', (title, turn) => {
  it.each(titled(rowsFor(paths, turn)))('nothing changes by %s', (_, { enter }) =>
    expectNothing(members[title]!, async (subject) => {
      const outcome = await enter(subject, members[title]!)
      expect(notTheirs, `${outcome} for what is ${subject.standing}`).toContain(outcome)
    }),
  )
})

function inTurn(titles: readonly string[]) {
  return titles.map((title, at) => [title, { at, of: titles.length }] as const)
}

const notTheirs = ['NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND', 'METHOD_NOT_ALLOWED']

describe(`for ${everyRole}`, () => {
  it.each(titled(draftPaths))('nothing but a draft changes by %s', async (_, { enter, meets }) => {
    for (const subject of subjects) {
      const place = placeOf(subject)
      const publicSide = await whatIsPublic()
      const length = await ledgerLength(testApp)
      const before = await situationOf(testApp, place)

      const outcome = await enter(subject, members[everyRole]!)

      expect(meets, `${outcome} for what is ${subject.standing}`).toContain(outcome)
      expect(await whatIsPublic()).toEqual(publicSide)
      expect(await ledgerLength(testApp)).toBe(length)
      await expectReviewOfThisText({ before, place })
      await renew(subject)
    }
  })
})

describe('a file', () => {
  it.each(teamMembers)('is never replaced under its id by %s', async (title) => {
    const place = await writePicture()
    for (const standing of ['draft', 'in review', 'approved', 'published'] as const) {
      if (standing === 'in review') await act(testApp, place, { action: 'submit', as: team.author })
      if (standing === 'approved')
        await act(testApp, place, { action: 'approve', as: team.reviewer })
      if (standing === 'published')
        await act(testApp, place, { action: 'publish', as: team.publisher })
      for (const query of ['', '?draft=true', '?draft=true&autosave=true']) {
        const stored = await everything(testApp)
        const answer = await request(testApp.app)
          .patch(`/api/media/${place.id}${query}`)
          .set('Authorization', members[title]!.authorization!)
          .field('_payload', JSON.stringify({ alt: 'Another picture' }))
          .attach('file', otherPixel, { filename: `${newName()}.png`, contentType: 'image/png' })
        expect(answer.body.errors?.[0]?.code, `${standing} ${query}`).toMatch(
          /^(NOT_PERMITTED|USE_WORKFLOW)$/,
        )
        expect(await everything(testApp)).toEqual(stored)
      }
    }
  })
})

afterAll(async () => {
  const req = await createLocalReq({}, testApp.payload)
  expect(await verifyLedger(req)).toMatchObject({ ok: true, breaks: [] })
})

/** Everything that is stored, kept from one test to the next as long as nothing changes. */
let seen: Awaited<ReturnType<typeof everything>> | undefined

/**
 * Has somebody try something on every document, after which everything is as it was, and so is what readers
 * get. At most the ledger knows that they tried.
 */
async function expectNothing(
  member: Member,
  attempt: (subject: Subject) => Promise<void>,
): Promise<void> {
  const before = (seen ??= await everything(testApp))
  const length = await ledgerLength(testApp)
  for (const subject of subjects) await attempt(subject)
  seen = undefined
  const after = await everything(testApp)
  expect(after).toEqual(before)
  for (const entry of await entriesSince(testApp, length))
    expect(entry).toMatchObject({ type: 'refused', actorId: member.user?.id })
  seen = after
}

/** What is live: what the database has of it, and what readers get over the wire. */
async function whatIsPublic() {
  const list = 'limit=100&depth=0&locale=all&sort=id'
  const { text: answer, status } = await testApp.anonymous().get(`/api/stations?${list}`)
  expect(status).toBe(200)
  const { docs } = await testApp.payload.db.find({
    collection: 'stations',
    pagination: false,
    sort: 'id',
    where: { _status: { equals: 'published' } },
  })
  return { answer, docs }
}

/** What was reviewed counts for that text alone. */
async function expectReviewOfThisText({
  before,
  place,
}: {
  before: Situation
  place: Place
}): Promise<void> {
  const now = await situationOf(testApp, place)
  if (now.working.contentHash === before.working.contentHash) expect(now.state).toBe(before.state)
  else
    expect({ state: now.state, approval: now.approval, hash: now.working.contentHash }).toEqual(
      now.working.contentHash === now.live?.contentHash
        ? { state: 'published', approval: null, hash: now.live.contentHash }
        : { state: 'draft', approval: null, hash: now.working.contentHash },
    )
}

async function makeSubject(standing: Standing): Promise<Subject> {
  const { id } = await write(testApp, { as: team.author, collection: 'stations', data: whole() })
  const place = { collection: 'stations' as const, id }
  if (standing !== 'approved, and never public')
    await bring(testApp, place, { to: 'published', team })
  const subject = { standing, id, versions: [] }
  await renew(subject)
  return subject
}

/** Takes a document back to where it stood, with a text of its own. */
async function renew(subject: Subject): Promise<void> {
  seen = undefined
  const place = placeOf(subject)
  await edit(testApp, place, { as: team.author, data: { title: newName() } })
  await bring(testApp, place, { to: states[subject.standing], team })
  const { docs } = await testApp.payload.db.findVersions({
    collection: 'stations',
    limit: 0,
    pagination: false,
    sort: 'createdAt',
    where: { parent: { equals: subject.id } },
  })
  subject.versions = docs.map(({ id }) => String(id))
}

function placeOf({ id }: Subject): Place {
  return { collection: 'stations', id }
}

function titled(some: Path[]): [string, Path][] {
  return some.map((path) => [path.path, path])
}

function creating(path: string, query: string, data: object, meets?: Outcome[]): Path {
  return {
    path,
    enter: (_, as) => rest('post', query, { ...whole(), ...data }, as),
    ...(meets ? { meets } : {}),
  }
}

function patching(path: string, query: string, data: object = {}, meets?: Outcome[]): Path {
  return {
    path,
    enter: ({ id }, as) => rest('patch', `/${id}${query}`, { title: newName(), ...data }, as),
    ...(meets ? { meets } : {}),
  }
}

function duplicating(how: string, query: string, data: object, meets?: Outcome[]): Path {
  return {
    path: `POST to duplicate ${how}`,
    enter: ({ id }, as) =>
      rest('post', `/${id}/duplicate${query}`, { slug: newName(), ...data }, as),
    ...(meets ? { meets } : {}),
  }
}

function updating(args: string, meets?: Outcome[]): Path {
  return {
    path: `GraphQL updateStation(${args})`,
    enter: ({ id }, as) =>
      graphql(`mutation ($id: String!) { updateStation(id: $id, ${args}) { id } }`, { id }, as),
    ...(meets ? { meets } : {}),
  }
}

/** Code of our own that forgets to ask, with the person whose request it serves. */
function local(
  what: string,
  call: (subject: Subject) => { operation: string; [argument: string]: unknown },
  meets?: Outcome[],
): Path {
  return {
    path: `code that overrides access: ${what}`,
    enter: async (subject, as) => {
      const { operation, ...args } = call(subject)
      const operations = testApp.payload as unknown as Record<
        string,
        (args: object) => Promise<{ errors?: { message: string }[]; docs?: unknown[] }>
      >
      try {
        const result = await operations[operation]!({
          collection: 'stations',
          overrideAccess: true,
          ...(as.user ? { user: as.user } : {}),
          ...args,
        })
        return result.errors?.length ? result.errors[0]!.message : 'done'
      } catch (error) {
        return (error as { code?: string }).code ?? String(error)
      }
    },
    ...(meets ? { meets } : {}),
  }
}

type Method = 'get' | 'post' | 'patch' | 'delete'

/** Asks REST about stations. `address` is what follows `/api/stations`. */
function rest(method: Method, address: string, data: object | undefined, as: Member) {
  return send(method, `/api/stations${address}`, as, data)
}

async function send(method: Method, address: string, as: Member, data?: object): Promise<Outcome> {
  const asked = request(testApp.app)[method](address)
  if (as.authorization) asked.set('Authorization', as.authorization)
  const { body, status } = await asked.send(data)
  return body.errors?.[0]?.code ?? (status < 300 ? 'done' : String(status))
}

async function graphql(query: string, variables: object, as: Member): Promise<Outcome> {
  const asked = request(testApp.app).post('/api/graphql')
  if (as.authorization) asked.set('Authorization', as.authorization)
  const { body } = await asked.send({ query, variables })
  return body.errors?.[0]?.extensions?.code ?? 'done'
}

async function writePicture(): Promise<Place> {
  const { body } = await request(testApp.app)
    .post('/api/media?draft=true')
    .set('Authorization', team.author.authorization!)
    .field('_payload', JSON.stringify({ alt: 'A picture' }))
    .attach('file', pixel, { filename: `${newName()}.png`, contentType: 'image/png' })
  return { collection: 'media', id: String(body.doc.id) }
}

function newName(): string {
  names += 1
  return `made-here-${names}`
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { richText } from '../../seed/markdown.ts'
import { errorCodes, type ErrorCode } from '../../src/errors.ts'
import { startApp, type PersonName, type TestApp } from '../support/app.ts'
import { rowsFor } from '../support/breadth.ts'
import { buildPhase, buildStation, text } from '../support/content.ts'
import { bringTo } from '../support/review.ts'
import { storedRows } from '../support/stored-rows.ts'

/** A document as the doors find it, with the versions that lead to it, oldest first. */
interface Subject {
  id: string
  versions: string[]
}

/** How an attempt was answered, over any door. `done` when nothing stood in its way. */
interface Outcome {
  status: number
  code: string
}

/** Somebody of the team, or a reader who is not signed in. */
type Who = PersonName | null

interface Door {
  door: string
  /** How it is refused to the team. @default as a matter for the workflow */
  refusal?: Outcome
  enter: (subject: Subject, as: Who) => Promise<Outcome>
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

const refused: Outcome = { status: 403, code: 'USE_WORKFLOW' }
/** Nobody writes many documents at once, drafts or not. */
const notInBulk: Outcome = { status: 403, code: 'NOT_PERMITTED' }
const notSignedIn: Outcome = { status: 401, code: 'NOT_SIGNED_IN' }

let testApp: TestApp
let phase: string
let live: Subject
let pending: Subject
let neverPublic: Subject
let picture: { id: string; filename: string }
let untouched: Awaited<ReturnType<typeof everything>>
let names = 0

beforeAll(async () => {
  testApp = await startApp()
  phase = String((await buildPhase(testApp)).id)
  live = await buildLive()
  pending = await buildPending()
  neverPublic = await buildNeverPublic()
  picture = await buildPicture()
})
afterAll(() => testApp.close())

const creations: Door[] = [
  { door: 'POST as published', enter: (_, as) => create('', { _status: 'published' }, as) },
  {
    door: 'POST with draft=false as published',
    enter: (_, as) => create('?draft=false', { _status: 'published' }, as),
  },
  {
    door: 'POST with draft=true as published',
    enter: (_, as) => create('?draft=true', { _status: 'published' }, as),
  },
  {
    door: 'POST with autosave=true as published',
    enter: (_, as) => create('?draft=true&autosave=true', { _status: 'published' }, as),
  },
  {
    door: 'POST as published, the status in a list',
    enter: (_, as) => create('', { _status: ['published'] }, as),
  },
  {
    door: 'POST as published, the status by language',
    enter: (_, as) => create('?locale=all', { _status: { en: 'published' } }, as),
  },
  {
    door: 'GraphQL createStation as published',
    enter: (_, as) =>
      graphql(
        `
          mutation ($phase: String) {
            createStation(
              data: {
                title: "Planted"
                slug: "planted"
                summary: "s"
                kind: stop
                phase: $phase
                _status: published
              }
            ) {
              id
            }
          }
        `,
        { phase },
        as,
      ),
  },
]

const saves: Door[] = [
  patching('PATCH', ''),
  patching('PATCH with draft=false', '?draft=false'),
  patching('PATCH with draft in a spelling that is not true', '?draft=yes'),
  patching('PATCH with draft=true as published', '?draft=true', { _status: 'published' }),
  patching('PATCH as published', '', { _status: 'published' }),
  patching('PATCH with nothing but the published status', '?draft=true', {
    _status: 'published',
    title: undefined,
  }),
  patching('PATCH as published, the status in a list', '?draft=true', { _status: ['published'] }),
  patching('PATCH as published, the status by language', '?draft=true', {
    _status: { en: 'published', es: 'published' },
  }),
  patching('PATCH as draft, without the flag', '', { _status: 'draft' }),
  patching('PATCH with autosave=true', '?autosave=true'),
  patching('PATCH with draft=true and autosave=true as published', '?draft=true&autosave=true', {
    _status: 'published',
  }),
  patching('PATCH with publishSpecificLocale', '?publishSpecificLocale=es'),
  patching(
    'PATCH with draft=true and publishSpecificLocale',
    '?draft=true&publishSpecificLocale=en',
  ),
  patching('PATCH with publishAllLocales', '?publishAllLocales=true'),
  patching('PATCH with draft=true and publishAllLocales', '?draft=true&publishAllLocales=true'),
  patching('PATCH with unpublishAllLocales', '?unpublishAllLocales=true'),
  patching('PATCH with draft=true and unpublishAllLocales', '?draft=true&unpublishAllLocales=true'),
  patching('PATCH in Spanish', '?locale=es'),
  patching('PATCH with trash=true', '?trash=true'),
  patching('PATCH with a day of deletion', '', { deletedAt: '2026-01-01T00:00:00.000Z' }),
  patching('PATCH past a lock', '?overrideLock=true'),
  {
    door: 'PATCH by condition',
    refusal: notInBulk,
    enter: ({ id }, as) => rest('patch', `?where[id][equals]=${id}`, { title: 'Changed' }, as),
  },
  {
    door: 'PATCH by condition with draft=true',
    refusal: notInBulk,
    enter: ({ id }, as) =>
      rest('patch', `?where[id][equals]=${id}&draft=true`, { title: 'Changed' }, as),
  },
  {
    door: 'PATCH by condition with draft=true as published',
    refusal: notInBulk,
    enter: ({ id }, as) =>
      rest('patch', `?where[id][equals]=${id}&draft=true`, { _status: 'published' }, as),
  },
  {
    door: 'PATCH by condition with publishAllLocales',
    refusal: notInBulk,
    enter: ({ id }, as) =>
      rest('patch', `?where[id][equals]=${id}&publishAllLocales=true`, { title: 'Changed' }, as),
  },
  duplicating('with draft=false', '?draft=false', {}),
  duplicating('as published', '', { _status: 'published' }),
  duplicating('with draft=false as published', '?draft=false', { _status: 'published' }),
  duplicating('with draft=true as published', '?draft=true', { _status: 'published' }),
  {
    door: 'POST of the oldest version, to restore it',
    enter: ({ versions }, as) => rest('post', `/versions/${versions[0]}`, {}, as),
  },
  {
    door: 'POST of the newest version, to restore it',
    enter: ({ versions }, as) => rest('post', `/versions/${versions.at(-1)}`, {}, as),
  },
  {
    door: 'POST of a version with draft=false, to restore it',
    enter: ({ versions }, as) => rest('post', `/versions/${versions[0]}?draft=false`, {}, as),
  },
  updating('GraphQL updateStation', 'data: { title: "Changed" }'),
  updating('GraphQL updateStation with draft: false', 'draft: false, data: { title: "Changed" }'),
  updating(
    'GraphQL updateStation with draft: true as published',
    'draft: true, data: { _status: published }',
  ),
  updating('GraphQL updateStation as draft', 'data: { _status: draft }'),
  updating(
    'GraphQL updateStation with autosave: true',
    'autosave: true, data: { title: "Changed" }',
  ),
  updating(
    'GraphQL updateStation with autosave: true and draft: true as published',
    'autosave: true, draft: true, data: { _status: published }',
  ),
  updating('GraphQL updateStation with trash: true', 'trash: true, data: { title: "Changed" }'),
  {
    door: 'GraphQL duplicateStation',
    enter: ({ id }, as) =>
      graphql(
        'mutation ($id: String!) { duplicateStation(id: $id, data: { slug: "copied", kind: stop }) { id } }',
        { id },
        as,
      ),
  },
  {
    door: 'GraphQL duplicateStation as published',
    enter: ({ id }, as) =>
      graphql(
        `
          mutation ($id: String!) {
            duplicateStation(id: $id, data: { slug: "copied", kind: stop, _status: published }) {
              id
            }
          }
        `,
        { id },
        as,
      ),
  },
  {
    door: 'GraphQL restoreVersionStation',
    enter: ({ versions }, as) =>
      graphql(
        'mutation ($id: String) { restoreVersionStation(id: $id) { id } }',
        { id: versions[0] },
        as,
      ),
  },
]

const deletions: Door[] = [
  { door: 'DELETE', enter: ({ id }, as) => rest('delete', `/${id}`, undefined, as) },
  {
    door: 'DELETE with trash=true',
    enter: ({ id }, as) => rest('delete', `/${id}?trash=true`, undefined, as),
  },
  {
    door: 'DELETE past a lock',
    enter: ({ id }, as) => rest('delete', `/${id}?overrideLock=true`, undefined, as),
  },
  {
    door: 'GraphQL deleteStation',
    enter: ({ id }, as) =>
      graphql('mutation ($id: String!) { deleteStation(id: $id) { id } }', { id }, as),
  },
]

/** Code of our own that forgets to ask, with the person whose request it serves. */
const insideDoors: Door[] = [
  inside('an update', ({ id }) => ({ operation: 'update', id, data: { title: 'Changed' } })),
  inside('an update as draft', ({ id }) => ({
    operation: 'update',
    id,
    data: { _status: 'draft' },
  })),
  inside('a draft save as published', ({ id }) => ({
    operation: 'update',
    id,
    draft: true,
    data: { _status: 'published' },
  })),
  inside('an update of one language', ({ id }) => ({
    operation: 'update',
    id,
    draft: true,
    publishSpecificLocale: 'es',
    data: { title: 'Changed' },
  })),
  inside('an update by condition', ({ id }) => ({
    operation: 'update',
    where: { id: { equals: id } },
    data: { title: 'Changed' },
  })),
  inside('a draft save by condition as published', ({ id }) => ({
    operation: 'update',
    where: { id: { equals: id } },
    draft: true,
    data: { _status: 'published' },
  })),
  inside('a creation as published', () => ({
    operation: 'create',
    data: { title: 'Planted', slug: 'planted', phase, _status: 'published' },
  })),
  inside('a copy', ({ id }) => ({ operation: 'duplicate', id, data: {} })),
  inside('a copy as published', ({ id }) => ({
    operation: 'duplicate',
    id,
    draft: true,
    data: { _status: 'published' },
  })),
  inside('a restored version', ({ versions }) => ({
    operation: 'restoreVersion',
    id: versions[0]!,
  })),
]

const insideDeletions: Door[] = [
  inside('a deletion', ({ id }) => ({ operation: 'delete', id })),
  inside('a deletion by condition', ({ id }) => ({
    operation: 'delete',
    where: { id: { equals: id } },
  })),
]

describe.each(
  (['editor', 'reviewer', 'publisher', 'administrator'] as const).map(
    (name, at) => [name, { at, of: 4 }] as const,
  ),
)('for %s', (name, turn) => {
  describeUntouched('a new document', () => {
    it.each(rowsFor(creations, turn))('does not start out live: $door', ({ enter, refusal }) =>
      expectRefusal(() => enter(live, name), refusal),
    )
  })

  describeUntouched('a live document', () => {
    it.each(rowsFor([...saves, ...deletions], turn))(
      'stays as it is: $door',
      ({ enter, refusal }) => expectRefusal(() => enter(live, name), refusal),
    )

    it.each(rowsFor([...insideDoors, ...insideDeletions], turn))(
      'stays as it is, whatever code overrides access: $door',
      ({ enter, refusal }) => expectRefusal(() => enter(live, name), refusal),
    )
  })

  describeUntouched('a live document with a pending draft', () => {
    it.each(rowsFor([...saves, ...deletions], turn))(
      'stays as it is: $door',
      ({ enter, refusal }) => expectRefusal(() => enter(pending, name), refusal),
    )

    it.each(rowsFor([...insideDoors, ...insideDeletions], turn))(
      'stays as it is, whatever code overrides access: $door',
      ({ enter, refusal }) => expectRefusal(() => enter(pending, name), refusal),
    )
  })

  describeUntouched('a document that was never public', () => {
    it.each(rowsFor(saves, turn))('does not become public: $door', ({ enter, refusal }) =>
      expectRefusal(() => enter(neverPublic, name), refusal),
    )

    it.each(rowsFor(insideDoors, turn))(
      'does not become public, whatever code overrides access: $door',
      ({ enter, refusal }) => expectRefusal(() => enter(neverPublic, name), refusal),
    )
  })

  describe('a deletion by condition', () => {
    it('leaves out what is live', async () => {
      const before = await everything()
      for (const { id } of [live, pending])
        await rest('delete', `?where[id][equals]=${id}`, undefined, name)
      expect(await everything()).toEqual(before)
    })

    it('takes drafts only, when its condition fits everything', async () => {
      const draft = await buildNeverPublic()
      const before = await publicFace()
      await rest(
        'delete',
        `?where[id][in]=${[draft.id, live.id, pending.id].join(',')}`,
        undefined,
        name,
      )
      expect(await publicFace()).toBe(before)
      expect(await exists(draft.id)).toBe(false)
      expect(await exists(live.id)).toBe(true)
      expect(await exists(pending.id)).toBe(true)
    })
  })

  describe('a deletion of a draft', () => {
    it.each([
      { where: 'as a connection', of: (id: string) => ({ connections: [{ to: id }] }) },
      { where: 'in its text', of: (id: string) => ({ overview: linkTo(id) }) },
    ])('is refused while a draft over a live document points at it $where', async ({ of }) => {
      const draft = await buildNeverPublic()
      const citing = await buildLive()
      await rest('patch', `/${citing.id}?draft=true`, of(draft.id), 'editor2')
      const before = await everything()
      const named = await rest('delete', `/${draft.id}`, undefined, name)
      expect(named).toEqual({ status: 409, code: 'WRONG_STATE' })
      await rest('delete', `?where[id][equals]=${draft.id}`, undefined, name)
      expect(await everything()).toEqual(before)
    })
  })

  describe('a draft', () => {
    it.each([
      { how: 'PATCH with draft=true', query: '?draft=true', locale: 'en' },
      { how: 'PATCH with draft=true in Spanish', query: '?draft=true&locale=es', locale: 'es' },
      {
        how: 'PATCH with draft=true and autosave=true',
        query: '?draft=true&autosave=true',
        locale: 'en',
      },
    ] as const)(
      'is saved over a live document and leaves it alone: $how',
      async ({ query, locale }) => {
        const station = await buildLive()
        const before = await publicFace()
        const saved = await rest('patch', `/${station.id}${query}`, { title: 'Pending' }, name)
        expect(saved).toEqual(done(200))
        expect(await publicFace()).toBe(before)
        expect(await newestTitle(station.id, locale)).toBe('Pending')
      },
    )

    it('is saved over a pending draft and leaves the live document alone', async () => {
      const station = await buildPending()
      const before = await publicFace()
      const saved = await rest('patch', `/${station.id}?draft=true`, { title: 'Newer' }, name)
      expect(saved).toEqual(done(200))
      expect(await publicFace()).toBe(before)
      expect(await newestTitle(station.id)).toBe('Newer')
    })

    it('is saved over GraphQL and leaves the live document alone', async () => {
      const station = await buildLive()
      const before = await publicFace()
      const saved = await graphql(
        'mutation ($id: String!) { updateStation(id: $id, draft: true, data: { title: "Pending" }) { id } }',
        { id: station.id },
        name,
      )
      expect(saved).toEqual(done(200))
      expect(await publicFace()).toBe(before)
      expect(await newestTitle(station.id)).toBe('Pending')
    })

    it('is made of an earlier version and leaves the live document alone', async () => {
      const station = await buildPending()
      const before = await publicFace()
      const [oldest] = station.versions
      expect(await rest('post', `/versions/${oldest}?draft=true`, {}, name)).toEqual(done(200))
      expect(await publicFace()).toBe(before)
      expect(await newestTitle(station.id)).toBe('Live')
    })

    it('is made of an earlier version over GraphQL and leaves the live document alone', async () => {
      const station = await buildPending()
      const before = await publicFace()
      const restored = await graphql(
        'mutation ($id: String) { restoreVersionStation(id: $id, draft: true) { id } }',
        { id: station.versions[0] },
        name,
      )
      expect(restored).toEqual(done(200))
      expect(await publicFace()).toBe(before)
      expect(await newestTitle(station.id)).toBe('Live')
    })

    it('is copied from a live document and is not public', async () => {
      const station = await buildLive()
      const before = await publicFace()
      expect(await rest('post', `/${station.id}/duplicate`, {}, name)).toEqual(done(200))
      expect(await publicFace()).toBe(before)
    })

    it.each(['', '?draft=true', '?draft=false'])(
      'is what a new document starts as: POST %s',
      async (query) => {
        const before = await publicFace()
        expect(await create(query, {}, name)).toEqual(done(201))
        expect(await publicFace()).toBe(before)
      },
    )

    it('is what a new file starts as, which readers cannot fetch', async () => {
      const before = await publicFace()
      const { body, status } = await upload('?draft=true', { alt: 'A form' }, name)
      expect(status).toBe(201)
      expect(await publicFace()).toBe(before)
      const file = await testApp.anonymous().get(`/api/media/file/${body.doc.filename}`)
      expect(file.status).toBe(401)
      expect(file.body.errors[0].code).toBe('NOT_SIGNED_IN')
    })

    it('may be deleted when it was never public', async () => {
      const station = await buildNeverPublic()
      expect(await rest('delete', `/${station.id}`, undefined, name)).toEqual(done(200))
      expect(await exists(station.id)).toBe(false)
    })
  })

  describeUntouched('a file', () => {
    it.each([
      { how: 'PATCH', query: '' },
      { how: 'PATCH with draft=true', query: '?draft=true' },
      { how: 'PATCH with autosave=true', query: '?draft=true&autosave=true' },
    ])('is never replaced: $how', ({ query }) =>
      expectRefusal(() => replaceFile(query, name), { status: 403, code: 'NOT_PERMITTED' }),
    )

    it('cannot be deleted while it is live', () =>
      expectRefusal(async () => outcomeOf(await send('delete', pictureAddress(), undefined, name))))

    it('does not start out live', () =>
      expectRefusal(async () =>
        outcomeOf(await upload('', { alt: 'A form', _status: 'published' }, name)),
      ))
  })
})

describeUntouched('code that runs for nobody in particular', () => {
  it.each([...insideDoors, ...insideDeletions])(
    'does not touch what is live: $door',
    async ({ enter }) => expectRefusal(() => enter(live, null), notSignedIn),
  )
})

describeUntouched('a reader', () => {
  it.each([...saves, ...deletions])('changes nothing: $door', async ({ enter }) => {
    const { status, code } = await enter(live, null)
    expect([401, 403]).toContain(status)
    expect(['NOT_SIGNED_IN', 'NOT_PERMITTED']).toContain(code)
    expect(await everything()).toEqual(untouched)
  })
})

describe('a file that is live', () => {
  it.each([
    { what: 'another name', query: '', data: { filename: 'another.png' } },
    { what: 'another address', query: '', data: { url: 'http://127.0.0.1:1/another.png' } },
    {
      what: 'a crop',
      query:
        '&uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[crop][width]=50&uploadEdits[crop][height]=50&uploadEdits[widthInPixels]=1&uploadEdits[heightInPixels]=1',
      data: { alt: 'A cropped picture' },
    },
    { what: 'another focus', query: '', data: { focalX: 10, focalY: 90 } },
  ])('stays the same under its id, when a publisher sends $what', async ({ query, data }) => {
    const before = await fileOf(picture.filename)
    await send('patch', `/api/media/${picture.id}?draft=true${query}`, data, 'publisher')
    expect(await fileOf(picture.filename)).toEqual(before)
    const { body } = await send(
      'get',
      `/api/media/${picture.id}?draft=true`,
      undefined,
      'publisher',
    )
    expect(body.filename).toBe(picture.filename)
  })
})

function patching(door: string, query: string, data: Record<string, unknown> = {}): Door {
  return {
    door,
    enter: ({ id }, as) => rest('patch', `/${id}${query}`, { title: 'Changed', ...data }, as),
  }
}

function duplicating(how: string, query: string, data: Record<string, unknown>): Door {
  return {
    door: `POST to duplicate ${how}`,
    enter: ({ id }, as) =>
      rest('post', `/${id}/duplicate${query}`, { slug: 'copied', ...data }, as),
  }
}

function updating(door: string, args: string): Door {
  return {
    door,
    enter: ({ id }, as) =>
      graphql(`mutation ($id: String!) { updateStation(id: $id, ${args}) { id } }`, { id }, as),
  }
}

function inside(
  what: string,
  call: (subject: Subject) => {
    operation: 'create' | 'update' | 'delete' | 'duplicate' | 'restoreVersion'
    [argument: string]: unknown
  },
): Door {
  return {
    door: `Local API, ${what}`,
    enter: async (subject, as) => {
      const { operation, ...args } = call(subject)
      const user = as ? await testApp.person(as) : undefined
      const operations = testApp.payload as unknown as Record<
        typeof operation,
        (args: object) => Promise<unknown>
      >
      try {
        const result = await operations[operation]({
          collection: 'stations',
          overrideAccess: true,
          ...(user ? { user } : {}),
          ...args,
        })
        return outcomeOfMany(result)
      } catch (error) {
        const { code, status } = error as { code?: string; status?: number }
        return { status: status ?? 500, code: code ?? String(error) }
      }
    },
  }
}

/** Code that acts on many documents is not refused as a whole: it is told of each that stays. */
function outcomeOfMany(result: unknown): Outcome {
  const { errors = [] } = (result ?? {}) as { errors?: { message: string }[] }
  if (errors.length === 0) return done(200)
  const isRefusal = errors.every(({ message }) => /is never deleted/.test(message))
  return isRefusal ? refused : { status: 500, code: errors[0]!.message }
}

/** Tests after none of which anything is different. What there is, is looked at once, before them. */
function describeUntouched(title: string, tests: () => void): void {
  describe(title, () => {
    let face: string
    beforeAll(async () => {
      untouched = await everything()
      face = await publicFace()
    })
    tests()
    it('looks to readers as before, after all of that', async () => {
      expect(await publicFace()).toBe(face)
    })
  })
}

async function expectRefusal(
  attempt: () => Promise<Outcome>,
  refusal: Outcome = refused,
): Promise<void> {
  expect(await attempt()).toEqual(refusal)
  expect(await everything()).toEqual(untouched)
}

function done(status: number): Outcome {
  return { status, code: 'done' }
}

function create(query: string, data: Record<string, unknown>, as: Who): Promise<Outcome> {
  const station = {
    title: 'Planted',
    slug: newSlug(),
    summary: 'A stop on the way.',
    overview: text('What happens here.'),
    kind: 'stop',
    phase,
  }
  return rest('post', query, { ...station, ...data }, as)
}

/** Asks REST about stations. `address` is what follows `/api/stations`. */
async function rest(
  method: Method,
  address: string,
  data: Record<string, unknown> | undefined,
  as: Who,
): Promise<Outcome> {
  return outcomeOf(await send(method, `/api/stations${address}`, data, as))
}

type Method = 'get' | 'post' | 'patch' | 'delete'

async function send(
  method: Method,
  address: string,
  data: Record<string, unknown> | undefined,
  as: Who,
) {
  const client = request(testApp.app)
  const asked = client[method](address)
  if (as) asked.set('Authorization', await testApp.authorization(as))
  return asked.send(data)
}

function outcomeOf({
  body,
  status,
}: {
  body: { errors?: { code?: string }[] }
  status: number
}): Outcome {
  return { status, code: body.errors?.[0]?.code ?? 'done' }
}

/** Refusals over GraphQL carry their code; its status is the one the code stands for over REST. */
async function graphql(
  question: string,
  variables: Record<string, unknown>,
  as: Who,
): Promise<Outcome> {
  const { body, status } = await testApp.graphql(question, { ...(as ? { as } : {}), variables })
  const code = body.errors?.[0]?.extensions.code
  return code === undefined
    ? { status, code: 'done' }
    : { status: errorCodes[code as ErrorCode], code }
}

async function replaceFile(query: string, as: PersonName): Promise<Outcome> {
  const answer = await request(testApp.app)
    .patch(`${pictureAddress()}${query}`)
    .set('Authorization', await testApp.authorization(as))
    .field('_payload', JSON.stringify({ alt: 'Another picture' }))
    .attach('file', otherPixel, { filename: picture.filename, contentType: 'image/png' })
  return outcomeOf(answer)
}

function pictureAddress(): string {
  return `/api/media/${picture.id}`
}

async function upload(query: string, data: Record<string, unknown>, as: PersonName) {
  return request(testApp.app)
    .post(`/api/media${query}`)
    .set('Authorization', await testApp.authorization(as))
    .field('_payload', JSON.stringify(data))
    .attach('file', pixel, { filename: `${newSlug()}.png`, contentType: 'image/png' })
}

async function buildPicture() {
  const { body } = await upload('?draft=true', { alt: 'A picture' }, 'editor')
  await bringTo(testApp, { collection: 'media', id: String(body.doc.id), state: 'published' })
  return { id: String(body.doc.id), filename: String(body.doc.filename) }
}

async function buildLive(): Promise<Subject> {
  return subjectOf(await buildStation(testApp, { state: 'published', title: 'Live', phase }))
}

async function buildPending(): Promise<Subject> {
  const station = await buildLive()
  await rest('patch', `/${station.id}?draft=true`, { title: 'Pending' }, 'editor2')
  return subjectOf(station)
}

async function buildNeverPublic(): Promise<Subject> {
  return subjectOf(await buildStation(testApp, { title: 'Never public', phase }))
}

async function subjectOf({ id }: { id: string }): Promise<Subject> {
  const { docs } = await testApp.payload.findVersions({
    collection: 'stations',
    where: { parent: { equals: id } },
    sort: 'updatedAt',
    limit: 0,
  })
  return { id, versions: docs.map((version) => String(version.id)) }
}

function newSlug(): string {
  names += 1
  return `made-here-${names}`
}

/** All that readers get, as it goes over the wire. */
async function publicFace(): Promise<string> {
  const list = 'limit=100&depth=0&locale=all&sort=id'
  const stations = await testApp.anonymous().get(`/api/stations?${list}`)
  const media = await testApp.anonymous().get(`/api/media?${list}`)
  expect([stations.status, media.status]).toEqual([200, 200])
  return `${stations.text}\n${media.text}\n${await fileOf(picture.filename)}`
}

/** All that is stored, the file, and what is recorded besides that somebody tried. */
async function everything() {
  const { db } = testApp.payload
  const { docs: recorded } = await db.find({
    collection: 'ledger-entries',
    limit: 0,
    pagination: false,
    select: { updatedAt: true },
    sort: 'id',
    where: { type: { not_equals: 'refused' } },
  })
  const file = readFileSync(
    path.join(testApp.settings.dataDir, 'media', picture.filename),
    'base64',
  )
  return [await storedRows(testApp, { except: ['ledger_entries', 'users'] }), recorded, file]
}

async function fileOf(filename: string): Promise<string> {
  const { body } = await testApp.anonymous().get(`/api/media/file/${filename}`).buffer()
  return Buffer.from(body as Buffer).toString('base64')
}

/** Rich text with a link to a station. */
function linkTo(id: string) {
  return richText('See [there](station:there).', () => ({ relationTo: 'stations', value: id }))
}

async function exists(id: string): Promise<boolean> {
  const { totalDocs } = await testApp.payload.count({
    collection: 'stations',
    where: { id: { equals: id } },
  })
  return totalDocs === 1
}

async function newestTitle(id: string, locale: 'en' | 'es' = 'en') {
  const station = await testApp.payload.findByID({
    collection: 'stations',
    id,
    draft: true,
    locale,
  })
  return station.title
}

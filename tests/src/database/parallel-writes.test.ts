import { createClient } from '@libsql/client'
import { sql } from '@payloadcms/db-sqlite'
import type { PayloadRequest, TypedUser } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { demoPassword } from '../../../seed/demo-people.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { createDraft, draftOf, newest, saveDraft, type Saved } from '../../support/editing.ts'

let testApp: TestApp
let editor: TypedUser

beforeAll(async () => {
  testApp = await startApp()
  editor = await testApp.person('editor')
  // Signed in before anything runs side by side.
  for (const person of ['editor', 'editor2'] as const) await testApp.authorization(person)
})

afterAll(() => testApp.close())

const numbers = (count: number) => Array.from({ length: count }, (_none, index) => index)

const versionsOf = async (id: string) => {
  const { docs } = await testApp.payload.findVersions({
    collection: 'stations',
    where: { parent: { equals: id } },
    depth: 0,
    limit: 0,
    locale: 'all',
    pagination: false,
  })
  return docs as unknown as {
    latest?: boolean
    version: { title: Record<'en' | 'es', string>; order: number }
  }[]
}

describe('Forty drafts of ten stations, saved at the same moment in two languages', () => {
  let ids: string[]
  let saves: { id: string; locale: 'en' | 'es'; title: string; order: number }[]
  let answers: Saved[]

  beforeAll(async () => {
    ids = await Promise.all(
      numbers(10).map(async (number) => {
        const { id } = await draftOf(testApp, 'stations', { title: `Station ${number}` })
        await saveDraft(testApp, 'stations', id, { title: `Estación ${number}` }, { locale: 'es' })
        return id
      }),
    )
    saves = numbers(40).map((number) => {
      const locale = number < 20 ? 'en' : 'es'
      return {
        id: ids[number % 10]!,
        locale,
        title: `Title ${number} ${locale}`,
        order: number + 1,
      }
    })
    answers = await Promise.all(
      saves.map(({ id, locale, title, order }, index) =>
        saveDraft(
          testApp,
          'stations',
          id,
          { title, order },
          { locale, as: index % 2 === 0 ? 'editor' : 'editor2' },
        ),
      ),
    )
  })

  it('all succeed', () => {
    expect(answers.map(({ status }) => status)).toEqual(numbers(40).map(() => 200))
  })

  it('each answer with what was saved', () => {
    expect(answers.map(({ body }) => body.doc)).toMatchObject(
      saves.map(({ title, order }) => ({ title, order })),
    )
  })

  it('leave each station with exactly one latest version', async () => {
    for (const id of ids) {
      const latest = (await versionsOf(id)).filter((version) => version.latest)
      expect(latest).toHaveLength(1)
    }
  })

  it('each leave a version behind', async () => {
    // Two saves before, four at the same moment.
    for (const id of ids) expect(await versionsOf(id)).toHaveLength(6)
  })

  it('leave each station with the text of one of the saves in each language', async () => {
    for (const id of ids) {
      const { title } = await newest(testApp, 'stations', id, { locale: 'all' })
      const saved = (locale: 'en' | 'es') =>
        saves.filter((save) => save.id === id && save.locale === locale).map((save) => save.title)
      expect(saved('en')).toContain((title as Record<string, string>)['en'])
      expect(saved('es')).toContain((title as Record<string, string>)['es'])
    }
  })

  it('leave the latest version and what editors see with the same save', async () => {
    for (const id of ids) {
      const [latest] = (await versionsOf(id)).filter((version) => version.latest)
      const { title, order } = await newest(testApp, 'stations', id, { locale: 'all' })
      expect({ title, order }).toEqual({
        title: latest!.version.title,
        order: latest!.version.order,
      })
      const locale = saves.find((save) => save.id === id && save.order === order)!.locale
      expect((title as Record<string, string>)[locale]).toBe(`Title ${Number(order) - 1} ${locale}`)
    }
  })
})

describe('Forty mixed writes at the same moment', () => {
  it('all succeed: new drafts, changes to drafts and sign-ins', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP1' })
    const signIn = (person: string) =>
      testApp
        .anonymous()
        .post('/api/users/login')
        .send({ email: `${person}@stationmaster.test`, password: demoPassword })
    const people = ['editor', 'editor2', 'reviewer', 'publisher', 'administrator']
    const answers = await Promise.all([
      ...numbers(15).map((number) => createDraft(testApp, 'steps', { title: `Step ${number}` })),
      ...numbers(15).map((number) => saveDraft(testApp, 'notices', id, { title: `T ${number}` })),
      ...[...people, ...people].map(signIn),
    ])
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toEqual([
      ...numbers(15).map(() => 201),
      ...numbers(15).map(() => 200),
      ...numbers(10).map(() => 200),
    ])
    expect((await testApp.payload.count({ collection: 'steps' })).totalDocs).toBe(15)
    expect(await newest(testApp, 'notices', id)).toMatchObject({
      title: expect.stringMatching(/^T \d+$/),
    })
  })
})

interface Transactions {
  sessions: Record<string, { db: { run: (query: unknown) => Promise<unknown> } }>
}

const begin = async () => {
  const id = await testApp.payload.db.beginTransaction()
  return String(id)
}
const inTransaction = (transactionID: string) => ({ transactionID }) as Partial<PayloadRequest>
const newStep = (slug: string, req?: Partial<PayloadRequest>) =>
  testApp.payload.create({
    collection: 'steps',
    data: { slug, title: slug, follows: 'then' } as never,
    draft: true,
    user: editor,
    ...(req ? { req } : {}),
  })
const stepsNamed = async (slug: string) =>
  (await testApp.payload.count({ collection: 'steps', where: { slug: { equals: slug } } }))
    .totalDocs

describe('A write beside an open transaction', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('waits, and succeeds once the transaction is committed', async () => {
    const events: string[] = []
    const transaction = await begin()
    await newStep('inside', inTransaction(transaction))
    const beside = newStep('beside').then(() => events.push('written beside'))
    // Everything that the second write does before it waits is done when these reads are.
    for (let read = 0; read < 20; read += 1) await stepsNamed('beside')
    events.push('committed')
    await testApp.payload.db.commitTransaction(transaction)
    await beside
    expect(events).toEqual(['committed', 'written beside'])
    expect([await stepsNamed('inside'), await stepsNamed('beside')]).toEqual([1, 1])
  })

  it('waits, and succeeds once the transaction is rolled back', async () => {
    const transaction = await begin()
    await newStep('taken-back', inTransaction(transaction))
    const beside = newStep('kept')
    await testApp.payload.db.rollbackTransaction(transaction)
    await beside
    expect([await stepsNamed('taken-back'), await stepsNamed('kept')]).toEqual([0, 1])
  })

  it('is not seen by readers before the commit', async () => {
    const transaction = await begin()
    await newStep('not-yet', inTransaction(transaction))
    expect(await stepsNamed('not-yet')).toBe(0)
    await testApp.payload.db.commitTransaction(transaction)
    expect(await stepsNamed('not-yet')).toBe(1)
  })

  it('is refused after forty-five seconds, as a write that does not join its transaction has to be', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const transaction = await begin()
    const forgotten = testApp.payload.db
      .create({ collection: 'steps', data: { slug: 'forgotten', follows: 'then' } })
      .then(
        () => 'written',
        (error: unknown) => error,
      )
    await vi.advanceTimersByTimeAsync(44_999)
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(await forgotten).toMatchObject({
      code: 'UNAVAILABLE',
      status: 503,
      retryAfter: 5,
      message: expect.stringContaining('Nothing was changed; try again.'),
    })
    vi.useRealTimers()
    await testApp.payload.db.commitTransaction(transaction)
    expect(await stepsNamed('forgotten')).toBe(0)
  })

  it('goes ahead after one that was refused', async () => {
    const transaction = await begin()
    await testApp.payload.db.rollbackTransaction(transaction)
    await newStep('afterwards')
    expect(await stepsNamed('afterwards')).toBe(1)
  })
})

describe('A commit that fails', () => {
  const failingTransaction = async (slug: string) => {
    const transaction = await begin()
    await newStep(slug, inTransaction(transaction))
    const { db } = (testApp.payload.db as unknown as Transactions).sessions[transaction]!
    // A row of a station that does not exist, which SQLite only looks at when it commits.
    await db.run(sql`PRAGMA defer_foreign_keys = ON`)
    await db.run(
      sql`INSERT INTO stations_connections (_order, _parent_id, id) VALUES (1, 'nobody', ${slug})`,
    )
    return transaction
  }

  it('is thrown to whoever commits', async () => {
    const transaction = await failingTransaction('never-stored')
    await expect(testApp.payload.db.commitTransaction(transaction)).rejects.toThrow(
      /FOREIGN KEY constraint failed/,
    )
  })

  it('stores nothing of its transaction', async () => {
    const transaction = await failingTransaction('stored-by-half')
    await testApp.payload.db.commitTransaction(transaction).catch(() => undefined)
    expect(await stepsNamed('stored-by-half')).toBe(0)
  })

  it('lets the next write go ahead', async () => {
    const transaction = await failingTransaction('in-the-way')
    await testApp.payload.db.commitTransaction(transaction).catch(() => undefined)
    await newStep('next-in-line')
    expect(await stepsNamed('next-in-line')).toBe(1)
  })

  it('is not committed a second time', async () => {
    const transaction = await failingTransaction('once')
    await testApp.payload.db.commitTransaction(transaction).catch(() => undefined)
    await testApp.payload.db.commitTransaction(transaction)
    expect(await stepsNamed('once')).toBe(0)
  })
})

describe('A write that is part of no transaction', () => {
  const write = (slug: string) =>
    testApp.payload.db.create({ collection: 'steps', data: { slug, follows: 'then' } })

  it('is not in the way of later ones after it failed', async () => {
    const other = createClient({ url: testApp.settings.databaseUrl })
    onTestFinished(() => other.close())
    await other.execute('BEGIN EXCLUSIVE')
    await expect(write('held-up')).rejects.toThrow()
    await other.execute('ROLLBACK')
    await write('later')
    await newStep('later-still')
    const { rows } = await other.execute(
      "SELECT slug FROM steps WHERE slug IN ('held-up', 'later', 'later-still') ORDER BY slug",
    )
    expect(rows.map(({ slug }) => slug)).toEqual(['later', 'later-still'])
  })

  it('stores all of it or nothing', async () => {
    await expect(
      testApp.payload.db.create({
        collection: 'stations',
        data: { slug: 'by-half', connections: [{ to: 'nobody' }] },
      }),
    ).rejects.toThrow()
    const { totalDocs } = await testApp.payload.db.count({
      collection: 'stations',
      where: { slug: { equals: 'by-half' } },
    })
    expect(totalDocs).toBe(0)
  })
})

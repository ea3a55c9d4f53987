import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../../seed/demo-people.ts'
import { seedPeople, type People } from '../../../seed/people.ts'
import { createApp, type Stationmaster } from '../../../src/create-app.ts'
import { exportLines } from '../../../src/delivery/export/export-lines.ts'
import { readPublicHead } from '../../../src/ledger/public-head.ts'
import { fillSortKeys } from '../../../src/database/fill-sort-keys.ts'
import { readSettings } from '../../../src/settings.ts'
import { text } from '../../support/content.ts'
import { testSettings } from '../../support/settings.ts'

const mongodbUrl = process.env['MONGODB_URL']

/** The same server, with a database of this run alone. */
function databaseOfItsOwn(address: string): string {
  const url = new URL(address)
  url.pathname = `/stationmaster-test-${randomUUID()}`
  return url.href
}

/** What of the driver is used to look past Payload. */
interface RawCollection {
  find: () => { sort: (by: object) => { toArray: () => Promise<unknown[]> } }
  updateMany: (which: object, change: object) => Promise<unknown>
}

interface MongoAdapter {
  connection: { dropDatabase: () => Promise<unknown> }
}

describe.skipIf(!mongodbUrl)('On MongoDB', () => {
  let dataDir: string
  let app: Stationmaster
  let people: People

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-mongodb-'))
    app = await createApp({
      settings: testSettings(dataDir, { databaseUrl: databaseOfItsOwn(mongodbUrl!) }),
    })
    people = await seedPeople(app.locals.payload)
  })

  afterAll(async () => {
    await (app.locals.payload.db as unknown as MongoAdapter).connection.dropDatabase()
    await app.locals.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const tokens = new Map<string, Promise<string>>()
  const signIn = async (person: string) => {
    const { body } = await request(app)
      .post('/api/users/login')
      .send({ email: `${person}@stationmaster.test`, password: demoPassword })
    return `JWT ${body.token}`
  }
  /** A value for the Authorization header. Everybody signs in once: more is limited. */
  const authorization = (person: string) => {
    const token = tokens.get(person) ?? signIn(person)
    tokens.set(person, token)
    return token
  }

  /** Takes a document one step through the workflow, as somebody who has just looked at it. */
  const act = async ({
    action,
    collection,
    id,
    as,
  }: {
    action: string
    collection: string
    id: string
    as: string
  }) => {
    const address = `/api/${collection}/${id}/workflow`
    const { body } = await request(app)
      .get(address)
      .set('Authorization', await authorization(as))
    return request(app)
      .post(`${address}/${action}`)
      .set('Authorization', await authorization(as))
      .send({
        contentHash: body.contentHash,
        reason: 'The rule has changed.',
        replacement: 'None.',
      })
  }

  const bringTo = async (state: 'approved' | 'published', collection: string, id: string) => {
    const steps = [
      ['submit', 'editor'],
      ['approve', 'reviewer'],
      ['publish', 'publisher'],
    ] as const
    for (const [action, as] of steps.slice(0, state === 'approved' ? 2 : 3)) {
      const { status, text: answer } = await act({ action, collection, id, as })
      expect(answer).not.toContain('"errors"')
      expect(status).toBe(200)
    }
  }

  /** The ledger, oldest first. */
  const entries = async () => {
    const { docs } = await app.locals.payload.find({
      collection: 'ledger-entries',
      limit: 0,
      pagination: false,
      sort: 'sequence',
    })
    return docs
  }

  const verification = async () => {
    const { body } = await request(app)
      .get('/api/ledger/verify')
      .set('Authorization', await authorization('reviewer'))
    return body as { ok: boolean; entries: number; breaks: unknown[] }
  }

  it('the platform is ready', async () => {
    expect((await request(app).get('/readyz')).status).toBe(200)
  })

  it('transactions are on', () => {
    expect(app.locals.payload.db.beginTransaction).toBeTypeOf('function')
    expect(app.locals.payload.db).toMatchObject({ transactionOptions: expect.any(Object) })
  })

  it('what a transaction wrote is gone when it is rolled back', async () => {
    const { payload } = app.locals
    const transactionID = (await payload.db.beginTransaction())!
    expect(transactionID).toBeTruthy()
    await payload.create({
      collection: 'steps',
      data: { slug: 'taken-back', title: 'Taken back', follows: 'then' } as never,
      draft: true,
      user: people['editor']!,
      req: { transactionID },
    })
    await payload.db.rollbackTransaction(transactionID)
    expect((await payload.count({ collection: 'steps' })).totalDocs).toBe(0)
  })

  describe('a station', () => {
    let id: string

    beforeAll(async () => {
      const editor = await authorization('editor')
      const phase = await request(app)
        .post('/api/phases?draft=true&depth=0')
        .set('Authorization', editor)
        .send({ name: 'Collection', order: 6, summary: 'The IRS asks for tax that is owed.' })
      const station = await request(app)
        .post('/api/stations?draft=true&depth=0')
        .set('Authorization', editor)
        .send({
          title: 'Balance Paid',
          phase: phase.body.doc.id,
          summary: 'You paid it all.',
          overview: text('What happens here.'),
        })
      id = station.body.doc.id as string
      await request(app)
        .patch(`/api/stations/${id}?draft=true&locale=es`)
        .set('Authorization', editor)
        .send({ title: 'Saldo pagado', summary: 'Usted pagó todo.' })
        .expect(200)
      await bringTo('published', 'phases', phase.body.doc.id as string)
    })

    it('is not found by readers while it is a draft', async () => {
      const { status, body } = await request(app).get(`/api/stations/${id}`)
      expect({ status, code: body.errors[0].code }).toEqual({ status: 404, code: 'NOT_FOUND' })
    })

    it.each(['editor', 'publisher'])('is not published past the review by %s', async (person) => {
      const { status, body } = await request(app)
        .patch(`/api/stations/${id}`)
        .set('Authorization', await authorization(person))
        .send({ _status: 'published' })
      expect({ status, code: body.errors[0].code }).toEqual({ status: 403, code: 'USE_WORKFLOW' })
      expect((await request(app).get(`/api/stations/${id}`)).status).toBe(404)
    })

    it('is not approved by its editor, and the try is recorded', async () => {
      const before = await entries()
      await act({ action: 'submit', collection: 'stations', id, as: 'editor' })
      const { status, body } = await act({
        action: 'approve',
        collection: 'stations',
        id,
        as: 'editor',
      })
      expect({ status, code: body.errors[0].code }).toEqual({ status: 403, code: 'NOT_PERMITTED' })
      expect((await entries()).slice(before.length).map(({ type }) => type)).toEqual([
        'submitted',
        'refused',
      ])
      await act({ action: 'recall', collection: 'stations', id, as: 'editor' })
    })

    it('refuses a malformed value and stores nothing', async () => {
      const { status, body } = await request(app)
        .patch(`/api/stations/${id}?draft=true`)
        .set('Authorization', await authorization('editor'))
        .send({ slug: 'Not This', sourcing: { source: 'a colleague' } })
      expect({ status, code: body.errors[0].code }).toEqual({ status: 400, code: 'INVALID_FIELDS' })
      const { body: newest } = await request(app)
        .get(`/api/stations/${id}?draft=true`)
        .set('Authorization', await authorization('editor'))
      expect(newest.slug).toBe('balance-paid')
    })

    it('cannot have the address of another', async () => {
      const { status, body } = await request(app)
        .post('/api/stations?draft=true')
        .set('Authorization', await authorization('editor'))
        .send({ title: 'Balance Paid' })
      expect({ status, code: body.errors[0].code }).toEqual({ status: 400, code: 'INVALID_FIELDS' })
    })

    it('is one of any number of drafts without an address', async () => {
      const editor = await authorization('editor')
      const save = () =>
        request(app).post('/api/stations?draft=true').set('Authorization', editor).send({})
      expect([(await save()).status, (await save()).status]).toEqual([201, 201])
    })

    describe('that is published', () => {
      beforeAll(async () => {
        await bringTo('published', 'stations', id)
      })

      it('is read over REST by its address', async () => {
        const { body } = await request(app).get(
          '/api/stations?where[slug][equals]=balance-paid&depth=1',
        )
        expect(body.docs).toMatchObject([{ title: 'Balance Paid', phase: { name: 'Collection' } }])
      })

      it('is read over REST in Spanish, with English where there is none', async () => {
        const { body } = await request(app).get(`/api/stations/${id}?locale=es&depth=1`)
        expect(body).toMatchObject({ title: 'Saldo pagado', phase: { name: 'Collection' } })
      })

      it('is read over GraphQL by its address in Spanish', async () => {
        const { body } = await request(app).post('/api/graphql').send({
          query:
            '{ stationBySlug(slug: "balance-paid", locale: es) { title summary phase { name } } }',
        })
        expect(body).toEqual({
          data: {
            stationBySlug: {
              title: 'Saldo pagado',
              summary: 'Usted pagó todo.',
              phase: { name: 'Collection' },
            },
          },
        })
      })

      it('is found from its phase', async () => {
        const { body } = await request(app)
          .post('/api/graphql')
          .send({ query: '{ Phases { docs { name stations { docs { slug } } } } }' })
        expect(body.data.Phases.docs).toEqual([
          { name: 'Collection', stations: { docs: [{ slug: 'balance-paid' }] } },
        ])
      })

      it('is found in a list ordered by title', async () => {
        const { body } = await request(app).get('/api/stations?sort=title&limit=10&locale=es')
        expect(body).toMatchObject({ totalDocs: 1, docs: [{ title: 'Saldo pagado' }] })
      })

      it.each([0, 1, 2])(
        'is read from the documents that are kept as the database has it, %d deep',
        async (depth) => {
          for (const locale of ['en', 'es'] as const)
            for (const address of [
              `/${id}?`,
              '?where[slug][equals]=balance-paid&',
              '?sort=slug&',
            ]) {
              // Two spellings: the first fills what is kept, the second is answered from it.
              const [first, second] = [
                await request(app).get(`/api/stations${address}depth=${depth}&locale=${locale}`),
                await request(app).get(
                  `/api/stations${address}depth=${depth}&locale=${locale}&n=2`,
                ),
              ]
              expect(second.text).toBe(first.text)
              const stored = await app.locals.payload.findByID({
                collection: 'stations',
                depth,
                id,
                locale,
                overrideAccess: true,
              })
              const body = second.body.docs?.[0] ?? second.body
              expect(JSON.parse(JSON.stringify(stored))).toMatchObject(body)
            }
        },
      )

      it('is found by search, by any form of its words in either language', async () => {
        const found = async (question: string) => {
          const { body } = await request(app).get(`/api/search?${question}`)
          return body.docs.map(({ title }: { title: string }) => title) as string[]
        }
        expect(await found('q=balances')).toEqual(['Balance Paid'])
        expect(await found('q=saldos&locale=es')).toEqual(['Saldo pagado'])
        expect(await found('q=balanse+payd')).toEqual(['Balance Paid'])
      })

      it('stays as it is while a draft lies over it', async () => {
        await request(app)
          .patch(`/api/stations/${id}?draft=true`)
          .set('Authorization', await authorization('editor2'))
          .send({ title: 'Balance paid in full' })
          .expect(200)
        const { body } = await request(app).get(`/api/stations/${id}`)
        expect(body.title).toBe('Balance Paid')
      })

      it('is on the map with what leads to it, while drafts are in the check alone', async () => {
        const editor = await authorization('editor')
        const { body: phases } = await request(app).get('/api/phases?depth=0')
        const save = async (data: Record<string, unknown>) => {
          const { body } = await request(app)
            .post('/api/stations?draft=true&depth=0')
            .set('Authorization', editor)
            .send({ phase: phases.docs[0].id, overview: text('What it is.'), ...data })
          return body.doc.id as string
        }
        const from = await save({
          title: 'Tax Due',
          summary: 'You owe tax.',
          position: { x: 10, y: 20 },
          connections: [{ to: id, condition: 'If you pay', transfer: false }],
        })
        await bringTo('published', 'stations', from)
        await save({ title: 'Only a draft', connections: [{ to: from }] })

        const { body: map } = await request(app).get('/api/roadmap?locale=es').expect(200)
        expect(map.stations.map(({ title }: { title: string }) => title)).toEqual([
          'Saldo pagado',
          'Tax Due',
        ])
        expect(map.stations[1].position).toEqual({ x: 10, y: 20, isStored: true })
        expect(map.connections).toEqual([
          {
            id: 'tax-due/balance-paid',
            from,
            to: id,
            condition: 'If you pay',
            transfer: false,
          },
        ])
        const titles = async (query: string) => {
          const { body } = await request(app)
            .get(`/api/roadmap/check${query}`)
            .set('Authorization', editor)
          return body.unreachable.map(({ title }: { title: string }) => title) as string[]
        }
        expect(await titles('')).toEqual(['Tax Due'])
        expect(await titles('?draft=true')).toContain('Only a draft')
        expect(await titles('?draft=true')).not.toContain('Tax Due')
      })
    })
  })

  describe('drafts that are shown', () => {
    let phase: string
    let live: string
    let unborn: string
    let token: string

    const draft = async (collection: string, data: object) => {
      const { body } = await request(app)
        .post(`/api/${collection}?draft=true&depth=0`)
        .set('Authorization', await authorization('editor'))
        .send(data)
      return String(body.doc.id)
    }
    const station = (slug: string, more: object) =>
      draft('stations', {
        title: slug,
        slug,
        summary: 'Short.',
        overview: text('Words.'),
        kind: 'stop',
        phase,
        ...more,
      })
    const shown = (address: string) =>
      request(app).get(address).set('Authorization', `Preview ${token}`)

    beforeAll(async () => {
      phase = await draft('phases', { name: 'Shown', slug: 'shown', order: 9, summary: 'A line.' })
      await bringTo('published', 'phases', phase)
      live = await station('shown-live', {})
      await bringTo('published', 'stations', live)
      unborn = await station('shown-unborn', {})
      await request(app)
        .patch(`/api/stations/${live}?draft=true`)
        .set('Authorization', await authorization('editor'))
        .send({ slug: 'shown-newly', connections: [{ to: unborn }] })
      const { body } = await request(app)
        .post('/api/previews')
        .set('Authorization', await authorization('editor'))
        .send({ documents: [live, unborn].map((id) => ({ collection: 'stations', id })) })
      token = body.token
    })

    it('are read in lists, by their addresses and through references, and nothing is stored', async () => {
      const everything = async () => {
        const { docs } = await app.locals.payload.find({
          collection: 'stations',
          depth: 0,
          limit: 0,
          sort: 'id',
        })
        return JSON.stringify(docs)
      }
      const before = await everything()
      const list = await shown(
        `/api/stations?where[phase][equals]=${phase}&sort=slug&depth=1&locale=en`,
      )
      expect(list.body.docs.map(({ slug }: { slug: string }) => slug)).toEqual([
        'shown-newly',
        'shown-unborn',
      ])
      expect(list.body.docs[0].connections[0].to).toMatchObject({ slug: 'shown-unborn' })
      const { body } = await request(app)
        .post('/api/graphql')
        .set('Authorization', `Preview ${token}`)
        .send({
          query: `{
            old: stationBySlug(slug: "shown-live") { slug }
            now: stationBySlug(slug: "shown-newly") { connections { to { slug } } phase { slug } }
            none: Station(id: "000000000000000000000000") { title }
            Phase(id: "${phase}") { slug }
          }`,
        })
      expect(body.data).toEqual({
        // As it will be once this is public: the old name leads to the page under its new one.
        old: { slug: 'shown-newly' },
        now: { connections: [{ to: { slug: 'shown-unborn' } }], phase: { slug: 'shown' } },
        none: null,
        Phase: { slug: 'shown' },
      })
      const map = await shown('/api/roadmap')
      expect(map.text).toContain('shown-unborn')
      expect(await everything()).toBe(before)
      expect((await request(app).get('/api/roadmap')).text).not.toContain('shown-unborn')
    })

    it('are read by many at once while one of them is published', async () => {
      const reads = Array.from({ length: 40 }, async () => shown('/api/stations?depth=0&limit=100'))
      await bringTo('published', 'stations', unborn)
      for (const { status, text: answer } of await Promise.all(reads)) {
        expect([200, 503], answer).toContain(status)
        if (status === 200) expect(answer).toContain('shown-newly')
      }
      const { body } = await request(app).get(`/api/stations/${live}?depth=0`)
      expect(body.slug).toBe('shown-live')
      const previews = await request(app)
        .get('/api/previews')
        .set('Authorization', await authorization('editor'))
      expect(previews.body.docs[0].timesUsed).toBeGreaterThan(1)
      expect(await verification()).toMatchObject({ ok: true })
    })
  })

  it('a notice is found by any spelling of its code', async () => {
    const { id } = await app.locals.payload.create({
      collection: 'notices',
      draft: true,
      overrideAccess: false,
      user: people['editor']!,
      data: {
        code: 'LT11',
        aliases: ['Letter 1058'],
        title: 'Final notice',
        kind: 'letter',
        summary: 'A levy may follow.',
        overview: text('What it is.'),
      } as never,
    })
    await bringTo('published', 'notices', id)
    const { body } = await request(app).post('/api/graphql').send({
      query: '{ a: noticeByCode(code: "lt-11") { code } b: noticeByCode(code: "L 1058") { code } }',
    })
    expect(body.data).toEqual({ a: { code: 'LT11' }, b: { code: 'LT11' } })
  })

  it('a list is searched by words of both languages, and names are found by codes', async () => {
    const editor = await authorization('editor')
    const { body } = await request(app)
      .post('/api/notices?draft=true&depth=0')
      .set('Authorization', editor)
      .send({ code: 'Letter 4883', title: 'Final word', overview: text('Ask for a hearing.') })
    const id = body.doc.id as string
    await request(app)
      .patch(`/api/notices/${id}?draft=true&locale=es`)
      .set('Authorization', editor)
      .send({ title: 'Última palabra' })
      .expect(200)
    const found = async (typed: string) => {
      const { body: list } = await request(app)
        .get('/api/notices')
        .query({ draft: true, depth: 0, 'where[or][0][_words][like]': typed })
        .set('Authorization', editor)
        .expect(200)
      return list.docs.map((doc: { id: string }) => doc.id)
    }
    for (const typed of ['hearing', 'ULTIMA final', 'ltr-4883', 'letter 4883'])
      expect(await found(typed)).toEqual([id])
    for (const typed of ['earing', 'hearing appeal']) expect(await found(typed)).toEqual([])
    const { body: names } = await request(app)
      .get('/api/names?q=L4883&locale=es')
      .set('Authorization', editor)
      .expect(200)
    expect(names.docs).toMatchObject([{ id, name: 'Letter 4883 – Última palabra', live: false }])
    const { body: uses } = await request(app)
      .get(`/api/notices/${id}/uses`)
      .set('Authorization', editor)
      .expect(200)
    expect(uses).toEqual({ docs: [], totalDocs: 0, page: 1, totalPages: 1 })
  })

  describe('steps that are published at the same moment', () => {
    const many = 12
    let before: number
    let answers: request.Response[]

    beforeAll(async () => {
      const ids: string[] = []
      for (let number = 0; number < many; number += 1) {
        const { body } = await request(app)
          .post('/api/steps?draft=true&depth=0')
          .set('Authorization', await authorization('editor'))
          .send({ title: `At once ${number}`, body: text('What to do.') })
        ids.push(body.doc.id as string)
        await bringTo('approved', 'steps', ids.at(-1)!)
      }
      before = (await entries()).length
      answers = await Promise.all(
        ids.map((id) => act({ action: 'publish', collection: 'steps', id, as: 'publisher' })),
      )
    })

    it('all become live', () => {
      expect(answers.map(({ body }) => body.state ?? body.errors)).toEqual(
        Array.from({ length: many }, () => 'published'),
      )
    })

    it('get consecutive entries', async () => {
      const added = (await entries()).slice(before)
      expect(added.map(({ type }) => type)).toEqual(Array.from({ length: many }, () => 'published'))
      expect(added.map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: many }, (_none, at) => before + 1 + at),
      )
    })

    it('leave a ledger that verifies', async () => {
      expect(await verification()).toMatchObject({ ok: true, entries: before + many, breaks: [] })
    })
  })

  describe('a step that two publishers publish at the same moment', () => {
    it('is published once; the second is told', async () => {
      const { body } = await request(app)
        .post('/api/steps?draft=true&depth=0')
        .set('Authorization', await authorization('editor'))
        .send({ title: 'Wanted by two', body: text('What to do.') })
      const id = body.doc.id as string
      await bringTo('approved', 'steps', id)
      const before = (await entries()).length
      const answers = await Promise.all(
        [1, 2].map(() => act({ action: 'publish', collection: 'steps', id, as: 'publisher' })),
      )
      expect(answers.map(({ body }) => body.state ?? body.errors[0].code).sort()).toEqual([
        'WRONG_STATE',
        'published',
      ])
      const added = (await entries()).slice(before)
      expect(added.map(({ type }) => type).sort()).toEqual(['published', 'refused'])
      expect(await verification()).toMatchObject({ ok: true, breaks: [] })
    })
  })

  it('a step that is withdrawn is gone, and says why', async () => {
    const { body } = await request(app)
      .post('/api/steps?draft=true&depth=0')
      .set('Authorization', await authorization('editor'))
      .send({ title: 'Soon withdrawn', body: text('What to do.') })
    const id = body.doc.id as string
    await bringTo('published', 'steps', id)
    const find = async () => (await request(app).get('/api/search?q=soon+withdrawn')).body.docs
    expect(await find()).toMatchObject([{ id, title: 'Soon withdrawn' }])
    await act({ action: 'withdraw', collection: 'steps', id, as: 'publisher' })
    expect(await find()).toEqual([])
    const { status, body: answer } = await request(app).get(`/api/steps/${id}`)
    expect(status).toBe(410)
    expect(answer.errors[0]).toMatchObject({
      code: 'WITHDRAWN',
      data: { reason: 'The rule has changed.', replacement: { sentence: 'None.' } },
    })
    expect(await verification()).toMatchObject({ ok: true, breaks: [] })
  })

  it('an export is of one moment, whatever is published while it is made', async () => {
    const editor = await authorization('editor')
    const address = '/api/steps?depth=0&joins=false&limit=100&sort=id&locale=en'
    const { body: made } = await request(app)
      .post('/api/steps?draft=true&depth=0')
      .set('Authorization', editor)
      .send({ title: 'At first', body: text('What to do.') })
    const id = made.doc.id as string
    await bringTo('published', 'steps', id)
    const before = (await request(app).get(address)).body.docs as { id: string }[]
    const { payload } = app.locals
    const lines = exportLines(payload, { head: await readPublicHead(payload), locale: 'en' })
    const received = [JSON.parse((await lines.next()).value as string)]

    await request(app)
      .patch(`/api/steps/${id}?draft=true`)
      .set('Authorization', editor)
      .send({ title: 'Later' })
    await bringTo('published', 'steps', id)
    const { body: late } = await request(app)
      .post('/api/steps?draft=true&depth=0')
      .set('Authorization', editor)
      .send({ title: 'Too late', body: text('What to do.') })
    await bringTo('published', 'steps', late.doc.id as string)
    await act({ action: 'withdraw', collection: 'steps', id, as: 'publisher' })
    for await (const line of lines) received.push(JSON.parse(line))

    const steps = received
      .filter(({ collection }) => collection === 'steps')
      .map(({ document }) => document as { id: string })
      .sort((one, other) => (one.id < other.id ? -1 : 1))
    expect(steps).toEqual(before)
    const { body } = await request(app).get(`/api/changes?since=${received[0].sequence}`)
    expect(body.changes).toMatchObject([
      { id, type: 'published' },
      { id: late.doc.id, type: 'published' },
      { id, type: 'withdrawn' },
    ])
  })

  describe('texts', () => {
    const titles = ['zebra', 'Álamo', 'alamo', 'Ñandú', 'Nube', 'nz', 'ámbar', '100% *sure*?']
    let form: string

    /** Titles that a question finds, among the drafts made here. */
    const found = async (query: Record<string, string>) => {
      const { body } = await request(app)
        .get('/api/steps')
        .query({ draft: 'true', depth: '0', 'where[forms][equals]': form, limit: '20', ...query })
        .set('Authorization', await authorization('editor'))
        .expect(200)
      return (body.docs as { title: string }[]).map(({ title }) => title)
    }

    beforeAll(async () => {
      const editor = await authorization('editor')
      const send = (collection: string, data: object) =>
        request(app)
          .post(`/api/${collection}?draft=true&depth=0`)
          .set('Authorization', editor)
          .send(data)
          .expect(201)
      form = (await send('forms', { number: 'Form 7' })).body.doc.id as string
      for (const [index, title] of titles.entries())
        await send('steps', { title, slug: `text-${index}`, forms: [form] })
    })

    it.each([
      ['ALAMO', ['Álamo', 'alamo']],
      ['ñandu', ['Ñandú']],
      ['NANDÚ'.normalize('NFD'), ['Ñandú']],
      ['100%', ['100% *sure*?']],
      ['*sure*?', ['100% *sure*?']],
      ['s.re', []],
      ['[a-z]', []],
    ])('are found by %s', async (word, expected) => {
      expect((await found({ 'where[title][like]': word })).sort()).toEqual([...expected].sort())
      expect((await found({ 'where[title][contains]': word })).sort()).toEqual([...expected].sort())
      const others = titles.filter((title) => !expected.includes(title))
      expect((await found({ 'where[title][not_like]': word })).sort()).toEqual(others.sort())
    })

    it('have none of the words they should not have', async () => {
      const others = titles.filter((title) => !['zebra', 'nz'].includes(title))
      expect((await found({ 'where[title][not_like]': 'ZEBRA  nz ' })).sort()).toEqual(
        others.sort(),
      )
    })

    it('equal only themselves', async () => {
      expect(await found({ 'where[title][equals]': 'alamo' })).toEqual(['alamo'])
    })

    it('are looked for in at most 200 characters', async () => {
      await request(app)
        .get('/api/steps')
        .query({ 'where[title][like]': 'ñ'.repeat(201) })
        .expect(400, /more than 200 characters/)
      expect(await found({ 'where[title][like]': 'ñ'.repeat(200) })).toEqual([])
    })

    const english = '100% *sure*?,alamo,Álamo,ámbar,Ñandú,Nube,nz,zebra'.split(',')
    const spanish = '100% *sure*?,alamo,Álamo,ámbar,Nube,nz,Ñandú,zebra'.split(',')

    it.each([
      ['en', english],
      ['es', spanish],
    ])('are listed as readers of the language look for them: %s', async (locale, expected) => {
      for (const draft of ['true', 'false']) {
        expect(await found({ sort: 'title', locale, draft })).toEqual(expected)
        expect(await found({ sort: '-title', locale, draft })).toEqual([...expected].reverse())
      }
    })

    it('that many have in common order lists whose pages give each document once', async () => {
      for (const sort of ['_status', '-_status'])
        for (const draft of ['true', 'false']) {
          const pages = await Promise.all(
            titles.map((_title, index) =>
              found({ sort, draft, limit: '1', page: String(index + 1) }),
            ),
          )
          expect(pages.flat().sort()).toEqual([...titles].sort())
          expect(pages.flat()).toEqual(await found({ sort, draft }))
        }
    })

    it('order lists inside documents, page by page', async () => {
      for (const draft of ['true', 'false']) {
        const pages = []
        for (const page of [1, 2, 3]) {
          const { body } = await request(app)
            .get('/api/forms')
            .query({
              draft,
              'where[id][equals]': form,
              locale: 'es',
              'joins[steps][sort]': 'title',
              'joins[steps][limit]': '3',
              'joins[steps][page]': String(page),
            })
            .set('Authorization', await authorization('editor'))
            .expect(200)
          pages.push(...(body.docs[0].steps.docs as { title: string }[]))
        }
        expect(pages.map(({ title }) => title)).toEqual(spanish)
      }
    })

    it('stored before there were sort keys get them, and nothing else is written', async () => {
      const { db, kv } = app.locals.payload
      const { collections, versions } = db as unknown as Record<
        'collections' | 'versions',
        Record<string, { collection: RawCollection }>
      >
      const models = [collections['steps']!, versions['steps']!]
      const stored = () =>
        Promise.all(models.map(({ collection }) => collection.find().sort({ _id: 1 }).toArray()))
      const before = await stored()
      const none = { titleSortKeyEn: '', titleSortKeyEs: '' }
      await models[0]!.collection.updateMany({}, { $unset: none })
      await models[1]!.collection.updateMany(
        {},
        { $unset: { 'version.titleSortKeyEn': '', 'version.titleSortKeyEs': '' } },
      )
      expect(JSON.stringify(await stored())).not.toContain('SortKey')
      await kv.delete('sort-keys')
      await fillSortKeys(app.locals.payload)
      // A key that is set again stands at the end.
      expect(await stored()).toEqual(before)
    })
  })

  describe('drafts of one step that are saved at the same moment', () => {
    let id: string
    let answers: request.Response[]

    beforeAll(async () => {
      const editor = await authorization('editor')
      const { body } = await request(app)
        .post('/api/steps?draft=true&depth=0')
        .set('Authorization', editor)
        .send({ title: 'Contended' })
      id = body.doc.id as string
      answers = await Promise.all(
        Array.from({ length: 8 }, (_none, number) =>
          request(app)
            .patch(`/api/steps/${id}?draft=true`)
            .set('Authorization', editor)
            .send({ title: `Contended ${number}` }),
        ),
      )
    })

    it('leave one latest version', async () => {
      const { docs } = await app.locals.payload.findVersions({
        collection: 'steps',
        where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
      })
      expect(docs).toHaveLength(1)
    })

    it('are stored, or their editors are told to try again', () => {
      const outcomes = answers.map(({ status, body }) =>
        status === 200 ? 'stored' : body.errors[0].code,
      )
      expect(outcomes).toContain('stored')
      expect(
        outcomes.filter((outcome) => outcome !== 'stored' && outcome !== 'UNAVAILABLE'),
      ).toEqual([])
    })
  })

  it('the team comments, replies and resolves, and a return brings comments into the ledger', async () => {
    const { doc } = (
      await request(app)
        .post('/api/steps?draft=true&depth=0')
        .set('Authorization', await authorization('editor'))
        .send({ title: 'Call us', body: text('You have 30 days to call.') })
    ).body
    const say = async (as: string, address: string, body: object = {}) => {
      const { body: said, status } = await request(app)
        .post(`/api/${address}`)
        .set('Authorization', await authorization(as))
        .send(body)
      expect({ said, status }).toMatchObject({ status: expect.toSatisfy((code) => code < 300) })
      return said
    }
    const place = { locale: 'en', quote: { exact: '30 days' } }
    const { id } = await say('reviewer', `steps/${doc.id}/comments`, {
      text: 'Since when?',
      place,
      mentions: [people['editor']!.id],
    })
    await say('editor', `comments/${id}/replies`, { text: 'Since the notice.' })
    expect(await say('editor', `comments/${id}/resolve`)).toMatchObject({
      place: { path: 'body', quote: { exact: '30 days' } },
      now: { is: 'there', words: '30 days' },
      resolved: { by: { id: String(people['editor']!.id) } },
      comments: [
        { mentions: [{ id: String(people['editor']!.id) }] },
        { text: 'Since the notice.' },
      ],
    })
    const answer = await act({ action: 'submit', collection: 'steps', id: doc.id, as: 'editor' })
    const { contentHash } = answer.body
    await say('reviewer', `steps/${doc.id}/workflow/return`, {
      contentHash,
      comment: 'One thing.',
      comments: [{ text: 'Say from which day.', place }],
    })
    const list = async (state: string) => {
      const { body } = await request(app)
        .get(`/api/steps/${doc.id}/comments?state=${state}`)
        .set('Authorization', await authorization('editor'))
      return body
    }
    const [entry] = (await entries()).slice(-1)
    expect(entry).toMatchObject({ details: { comments: [{ text: 'Say from which day.' }] } })
    expect(await list('open')).toMatchObject({
      docs: [{ comments: [{ entry: entry!.sequence }] }],
      counts: { open: 1, resolved: 1 },
    })
    expect(await list('resolved')).toMatchObject({ docs: [{ id }] })
    expect(await verification()).toMatchObject({ ok: true, breaks: [] })
  })

  describe('saves on one base at the same moment', () => {
    it('one is stored, and the others are told who was faster', async () => {
      const editor = await authorization('editor')
      const { body } = await request(app)
        .post('/api/steps?draft=true&depth=0')
        .set('Authorization', editor)
        .send({ title: 'Raced for' })
      const { id, versionId } = body.doc as { id: string; versionId: string }
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_none, number) =>
          request(app)
            .patch(`/api/steps/${id}?draft=true`)
            .set('Authorization', editor)
            .set('If-Match', `"${versionId}"`)
            .send({ title: `Raced for ${number}` }),
        ),
      )
      const outcomes = answers.map(({ status, body: answer }) =>
        status === 200 ? 'stored' : answer.errors[0].code,
      )
      expect(outcomes.sort()).toEqual([...Array<string>(5).fill('STALE_CONTENT'), 'stored'])
      const told = answers.find(({ status }) => status === 409)!
      expect(told.body.errors[0].data).toMatchObject({
        base: { versionId },
        savedBy: { id: people['editor']!.id },
      })
    })
  })
})

describe('A MongoDB address without a replica set', () => {
  it('is refused before anything starts, with what to do', () => {
    expect(() =>
      readSettings({ NODE_ENV: 'test', DATABASE_URL: 'mongodb://127.0.0.1:27017/stationmaster' }),
    ).toThrow(/without a replica set.*Start mongod with --replSet and add \?replicaSet=NAME/)
  })

  it.skipIf(!mongodbUrl)(
    'is refused at start when it was not seen before, and leaves nothing open',
    async () => {
      const url = new URL(databaseOfItsOwn(mongodbUrl!))
      url.search = ''
      const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-mongodb-'))
      const settings = testSettings(dataDir, { databaseUrl: url.href })
      await expect(createApp({ settings })).rejects.toMatchObject({
        name: 'SettingsError',
        problems: [expect.stringMatching(/not part of a replica set, or does not say which/)],
      })
      const next = await createApp({ settings: testSettings(dataDir) })
      expect((await request(next).get('/readyz')).status).toBe(200)
      await next.locals.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  )
})

import type { Client } from '@libsql/client'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillSortKeys } from '../../src/database/fill-sort-keys.ts'
import type { Locale } from '../../src/locales.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { build, buildPhase, buildStation, revise } from '../support/content.ts'
import { storedRows } from '../support/stored-rows.ts'

let testApp: TestApp
let editor: string

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  editor = await testApp.authorization('editor')
})
afterAll(() => testApp.close())

interface Listed {
  id: string
  title: string
  [field: string]: unknown
}

/** What an answer lists; asked by an editor unless told otherwise. */
async function list(
  path: string,
  query: Record<string, string>,
  { as = editor }: { as?: string | null } = {},
): Promise<Listed[]> {
  const ask = testApp
    .anonymous()
    .get(`/api/${path}`)
    .query({ depth: '0', limit: '100', ...query })
  const { body } = await (as === null ? ask : ask.set('Authorization', as)).expect(200)
  return body.docs as Listed[]
}

const ids = (docs: readonly Listed[]) => docs.map(({ id }) => id)
const titles = (docs: readonly Listed[]) => docs.map(({ title }) => title)

describe('texts are listed as readers of the language look for them', () => {
  const english = [
    'zebra',
    'Álamo',
    'alamo',
    'Ñandú',
    'Nube',
    'nz',
    'Oso',
    'ámbar',
    '10 days',
    '(a)',
    'Zoo',
  ]
  let phase: string

  /** The same list as each of the two places gives it in which documents are kept. */
  const everywhere = async (query: Record<string, string>) => {
    const question = { 'where[phase][equals]': phase, ...query }
    const [live, drafts] = [
      await list('stations', question),
      await list('stations', { ...question, draft: 'true' }),
    ]
    expect(titles(drafts)).toEqual(titles(live))
    return titles(live)
  }

  beforeAll(async () => {
    phase = (await buildPhase(testApp)).id
    for (const title of english) await buildStation(testApp, { phase, title })
  })

  it('with accents beside their letters and case last', async () => {
    expect(await everywhere({ sort: 'title' })).toEqual([
      '(a)',
      '10 days',
      'alamo',
      'Álamo',
      'ámbar',
      'Ñandú',
      'Nube',
      'nz',
      'Oso',
      'zebra',
      'Zoo',
    ])
  })

  it('with ñ after n in Spanish, and texts without a translation where their English is', async () => {
    expect(await everywhere({ sort: 'title', locale: 'es' })).toEqual([
      '(a)',
      '10 days',
      'alamo',
      'Álamo',
      'ámbar',
      'Nube',
      'nz',
      'Ñandú',
      'Oso',
      'zebra',
      'Zoo',
    ])
  })

  it('the other way round, downwards', async () => {
    for (const locale of ['en', 'es'])
      expect(await everywhere({ sort: '-title', locale })).toEqual(
        (await everywhere({ sort: 'title', locale })).reverse(),
      )
  })

  it('over GraphQL', async () => {
    const { body } = await testApp.graphql(
      `{ Stations(draft: true, locale: es, sort: "title", where: { phase: { equals: "${phase}" } }) { docs { title } } }`,
      { as: 'editor' },
    )
    const { Stations } = (body as unknown as { data: { Stations: { docs: Listed[] } } }).data
    expect(titles(Stations.docs)).toEqual(
      await everywhere({ sort: 'title', locale: 'es', limit: '10' }),
    )
  })

  it('in the order of another document’s text, for staff', async () => {
    const [first, last] = [
      await buildPhase(testApp, { name: 'Última' }),
      await buildPhase(testApp, { name: 'vida' }),
    ]
    await buildStation(testApp, { phase: last.id, title: 'In the last' })
    await buildStation(testApp, { phase: first.id, title: 'In the first' })
    for (const draft of ['true', 'false'])
      expect(
        titles(
          await list('stations', {
            draft,
            sort: 'phase.name',
            'where[phase][in]': `${last.id},${first.id}`,
          }),
        ),
      ).toEqual(['In the first', 'In the last'])
  })

  it('where a text that changes takes its untranslated neighbours along', async () => {
    const { id } = await buildStation(testApp, { phase, title: 'Moves' })
    await revise(testApp, { collection: 'stations', id, title: 'aaa' })
    const question = { 'where[phase][equals]': phase, draft: 'true', sort: 'title', locale: 'es' }
    expect(titles(await list('stations', question)).indexOf('aaa')).toBe(2)
    await revise(testApp, { collection: 'stations', id, title: 'ñu', locale: 'es' })
    expect(titles(await list('stations', question)).slice(-4)).toEqual([
      'ñu',
      'Oso',
      'zebra',
      'Zoo',
    ])
    expect(titles(await list('stations', { ...question, locale: 'en' })).indexOf('aaa')).toBe(2)
  })

  it('and lists of versions too', async () => {
    const { id } = await buildStation(testApp, { title: 'Óscar' })
    for (const title of ['orilla', 'Ñame'])
      await revise(testApp, { collection: 'stations', id, title })
    const versions = await list('stations/versions', {
      'where[parent][equals]': id,
      sort: 'version.title',
    })
    expect(versions.map(({ version }) => (version as Listed).title)).toEqual([
      'Ñame',
      'orilla',
      'Óscar',
    ])
  })

  it('as Intl.Collator orders them, whatever they are', async () => {
    const letters = [...'aAáÁàäbBcCçdeéÉnNñÑñoOóöpPuúüzZ 019-_.,¿?¡!()«»/&%æœß']
    const made = fc.sample(
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 }),
      { numRuns: 30, seed: 3 },
    )
    const { id } = await buildPhase(testApp)
    for (const [index, title] of made.entries())
      // A title of nothing but blanks is none.
      await buildStation(testApp, { phase: id, title: `${title}x`, slug: `made-${index}` })
    for (const locale of ['en', 'es'] as Locale[]) {
      const { compare } = new Intl.Collator(locale, { sensitivity: 'base' })
      const listed = titles(
        await list('stations', {
          'where[phase][equals]': id,
          locale,
          sort: 'title',
          draft: 'true',
        }),
      )
      expect(listed).toHaveLength(made.length)
      const outOfOrder = listed
        .slice(1)
        .filter((title, index) => compare(listed[index]!, title) > 0)
      expect(outOfOrder).toEqual([])
    }
  })
})

describe('the pages of a list give every document exactly once', () => {
  /** All that the pages of a list give, one after the other. */
  const paged = async (page: (number: number) => Promise<string[]>) => {
    const found: string[] = []
    for (let number = 1; ; number += 1) {
      const next = await page(number)
      if (next.length === 0) return found
      found.push(...next)
    }
  }
  const orders = ['kind', '-kind', 'createdAt', '-createdAt', 'kind,-moreToCome', '']

  it.each(orders)('of what readers get, by “%s”', async (sort) => {
    const asked = { ...(sort ? { sort } : {}), 'where[slug][like]': 'a' }
    const all = ids(await list('stations', asked, { as: null }))
    for (const limit of ['2', '3'])
      expect(
        await paged(async (page) =>
          ids(await list('stations', { ...asked, limit, page: String(page) }, { as: null })),
        ),
      ).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThan(50)
  })

  it.each(['true', 'false'])('with all of each, also late in the list: draft=%s', async (draft) => {
    const question = { sort: '-kind', draft, depth: '1' }
    const all = await list('stations', { ...question, limit: '500' })
    expect(all.length).toBeGreaterThan(120)
    const pages = []
    for (const page of ['1', '2', '3', '4', '5'])
      pages.push(...(await list('stations', { ...question, limit: '60', page })))
    expect(pages).toEqual(all)
  })

  it.each(['kind', '-kind', 'phase', '-phase.slug'])('of drafts by %s', async (sort) => {
    const question = { sort, draft: 'true', 'where[order][less_than]': '3' }
    const all = ids(await list('stations', question))
    expect(all.length).toBeGreaterThan(5)
    for (const limit of ['1', '3'])
      expect(
        await paged(async (page) =>
          ids(await list('stations', { ...question, limit, page: String(page) })),
        ),
      ).toEqual(all)
  })

  it('turned around when the direction is', async () => {
    for (const draft of ['true', 'false']) {
      const up = ids(await list('forms', { sort: 'kind', draft }))
      expect(ids(await list('forms', { sort: '-kind', draft }))).toEqual(up.reverse())
    }
  })

  it('of versions', async () => {
    const question = { sort: 'version.kind', 'where[version.order][equals]': '1' }
    const all = ids(await list('stations/versions', question))
    expect(all.length).toBeGreaterThan(5)
    for (const limit of ['2', '3'])
      expect(
        await paged(async (page) =>
          ids(await list('stations/versions', { ...question, limit, page: String(page) })),
        ),
      ).toEqual(all)
  })

  describe('inside a document', () => {
    let form: string
    let steps: string[]

    beforeAll(async () => {
      form = (
        await build(testApp, { collection: 'forms', data: { number: 'Form 7', title: 'Seven' } })
      ).id
      for (const [index, title] of ['Ñ', 'n', 'Óscar', 'a', 'B', 'á', 'a'].entries())
        await build(testApp, {
          collection: 'steps',
          data: { title, slug: `sorted-${index}`, forms: [form] },
        })
      const { docs } = await testApp.payload.find({
        collection: 'steps',
        where: { forms: { equals: form } },
        sort: 'title',
        locale: 'es',
        limit: 0,
      })
      steps = docs.map(({ id }) => id)
      expect(docs.map(({ title }) => title)).toEqual(['a', 'a', 'á', 'B', 'n', 'Ñ', 'Óscar'])
    })

    /** The document as its own address gives it, as a list does, and as a list of drafts does. */
    const asked = {
      'by its id': async (query: Record<string, string>) => {
        const { body } = await testApp
          .anonymous()
          .get(`/api/forms/${form}`)
          .query(query)
          .set('Authorization', editor)
          .expect(200)
        return body as unknown as Listed
      },
      'in a list': async (query: Record<string, string>) =>
        (await list('forms', { ...query, depth: '1', 'where[id][equals]': form }))[0]!,
      'in a list of drafts': async (query: Record<string, string>) =>
        (
          await list('forms', { ...query, depth: '1', draft: 'true', 'where[id][equals]': form })
        )[0]!,
    }

    describe.each(Object.entries(asked))('over REST, %s', (_way, ask) => {
      it.each([
        ['title', () => steps],
        ['-title', () => [...steps].reverse()],
      ])('by %s', async (sort, expected) => {
        for (const limit of [1, 2, 3])
          expect(
            await paged(async (page) => {
              const document = await ask({
                locale: 'es',
                'joins[steps][sort]': sort,
                'joins[steps][limit]': String(limit),
                'joins[steps][page]': String(page),
              })
              const within = document['steps'] as { docs: Listed[]; hasNextPage: boolean }
              expect(within.hasNextPage).toBe(page * limit < steps.length)
              return ids(within.docs)
            }),
          ).toEqual(expected())
      })
    })

    it('over GraphQL', async () => {
      for (const limit of [1, 2, 3])
        expect(
          await paged(async (page) => {
            const { body } = await testApp.graphql(
              `{ Form(id: "${form}", draft: true, locale: es) { steps(sort: "title", limit: ${limit}, page: ${page}) { docs { id } hasNextPage } } }`,
              { as: 'editor' },
            )
            const { docs, hasNextPage } = (
              body as unknown as {
                data: { Form: { steps: { docs: Listed[]; hasNextPage: boolean } } }
              }
            ).data.Form.steps
            expect(hasNextPage).toBe(page * limit < steps.length)
            return ids(docs)
          }),
        ).toEqual(steps)
    })
  })
})

describe('sort keys', () => {
  it.each(['stations', 'notices', 'stations/versions', 'users'])(
    'are in no answer of %s',
    async (path) => {
      const administrator = await testApp.authorization('administrator')
      for (const as of [editor, administrator])
        expect(JSON.stringify(await list(path, { depth: '2', limit: '5' }, { as }))).not.toMatch(
          /sort_?key/i,
        )
    },
  )

  it('are in neither of the descriptions of the interfaces', async () => {
    const { text } = await testApp.anonymous().get('/openapi.json').expect(200)
    expect(text).not.toMatch(/sort_?key/i)
    const { body } = await testApp.graphql(
      '{ __schema { types { name inputFields { name } fields { name } } } }',
    )
    expect(JSON.stringify(body)).not.toMatch(/sort_?key/i)
  })

  it.each([
    { 'where[titleSortKeyEn][exists]': 'true' },
    { 'where[phase.nameSortKeyEn][like]': 'a' },
    { sort: 'titleSortKeyEn' },
  ])('cannot be asked for: %o', async (query) => {
    for (const as of [editor, undefined]) {
      const ask = testApp.anonymous().get('/api/stations').query(query)
      await (as ? ask.set('Authorization', as) : ask).expect(({ status }) =>
        expect(status).toBeGreaterThanOrEqual(400),
      )
    }
  })

  it('cannot be written', async () => {
    const { id } = await buildStation(testApp, { title: 'Mine', titleSortKeyEn: '!' })
    await revise(testApp, { collection: 'stations', id, titleSortKeyEn: '!' })
    const listed = await list('stations', { sort: 'title', draft: 'true', limit: '1' })
    expect(ids(listed)).not.toEqual([id])
  })

  it('are filled in for what was stored without them, and nothing else is written', async () => {
    const { client } = testApp.payload.db as unknown as { client: Client }
    const { payload } = testApp
    const before = await storedRows(testApp, { except: [] })
    const { rows } = await client.execute(
      "SELECT t.name AS 'table', c.name AS 'column' FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE c.name LIKE '%sort_key%'",
    )
    expect(rows.length).toBeGreaterThan(80)
    for (const { table, column } of rows)
      await client.execute(`UPDATE "${String(table)}" SET "${String(column)}" = NULL`)
    expect(await storedRows(testApp, { except: [] })).not.toEqual(before)

    await fillSortKeys(payload)
    expect(await storedRows(testApp, { except: [] })).not.toEqual(before)
    await payload.kv.delete('sort-keys')
    await fillSortKeys(payload)
    const after = await storedRows(testApp, { except: ['payload_kv'] })
    for (const [table, rows] of Object.entries(after)) expect(rows).toEqual(before[table])
  })
})

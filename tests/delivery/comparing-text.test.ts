import type { Client } from '@libsql/client'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { bringTo } from '../support/review.ts'
import { build, buildPhase, buildStation } from '../support/content.ts'

let testApp: TestApp
let phase: string
let editor: string

beforeAll(async () => {
  testApp = await startApp()
  phase = (await buildPhase(testApp)).id
  editor = await testApp.authorization('editor')
})
afterAll(() => testApp.close())

/** Titles of the drafts that a question finds, as an editor asks it over REST. */
async function found(where: Record<string, string>, collection = 'stations'): Promise<string[]> {
  const { body } = await testApp
    .anonymous()
    .get(`/api/${collection}`)
    .query({ draft: 'true', depth: '0', limit: '100', ...where })
    .set('Authorization', editor)
    .expect(200)
  return (body.docs as { title: string }[]).map(({ title }) => title)
}

describe('a text is found however it is written', () => {
  const title = 'Alivio para el cónyuge inocente'
  const decomposed = 'Pingüino año'.normalize('NFD')

  beforeAll(async () => {
    await buildStation(testApp, { phase, title })
    await buildStation(testApp, { phase, title: decomposed })
    await buildStation(testApp, {
      phase,
      title: '100% of [what] *you* owe_d?',
      searchTerms: ['Mañana'],
    })
  })

  it.each(['cónyuge', 'CÓNYUGE', 'conyuge', 'CONYUGE', 'CônYugè', 'cónyuge'.normalize('NFD')])(
    'like, contains and not_like: %s',
    async (word) => {
      expect(await found({ 'where[title][like]': word })).toEqual([title])
      expect(await found({ 'where[title][contains]': word })).toEqual([title])
      expect(await found({ 'where[title][not_like]': word })).not.toContain(title)
    },
  )

  it('like wants every word, in any order', async () => {
    expect(await found({ 'where[title][like]': 'INOCENTE conyuge' })).toEqual([title])
    expect(await found({ 'where[title][like]': 'culpable conyuge' })).toEqual([])
  })

  it('contains wants the words as one text', async () => {
    expect(await found({ 'where[title][contains]': 'CÓNYUGE inocente' })).toEqual([title])
    expect(await found({ 'where[title][contains]': 'inocente conyuge' })).toEqual([])
  })

  it('not_like wants none of the words', async () => {
    expect(await found({ 'where[title][not_like]': 'culpable conyuge' })).not.toContain(title)
    expect(await found({ 'where[title][not_like]': 'culpable  marido ' })).toContain(title)
  })

  it('stores what arrives decomposed in composed form', async () => {
    expect(await found({ 'where[title][like]': 'pinguino ano' })).toEqual([
      decomposed.normalize('NFC'),
    ])
  })

  it('publishes what was stored decomposed before as it was approved, byte for byte', async () => {
    const { id } = await buildStation(testApp, { phase, title: 'Próximo' })
    const { client } = testApp.payload.db as unknown as { client: Client }
    const stored = 'Próximo'.normalize('NFD')
    await client.execute({
      sql: 'UPDATE stations_locales SET title = ? WHERE _parent_id = ?',
      args: [stored, id],
    })
    await client.execute({
      sql: 'UPDATE _stations_v_locales SET version_title = ? WHERE _parent_id IN (SELECT id FROM _stations_v WHERE parent_id = ?)',
      args: [stored, id],
    })
    await bringTo(testApp, { collection: 'stations', id, state: 'published' })
    const { body } = await testApp.anonymous().get(`/api/stations/${id}`).expect(200)
    expect(body.title).toBe(stored)
  })

  it('equals and in stay exact', async () => {
    expect(await found({ 'where[title][equals]': title })).toEqual([title])
    expect(await found({ 'where[title][equals]': title.toUpperCase() })).toEqual([])
    expect(await found({ 'where[title][in]': title.replace('ó', 'o') })).toEqual([])
  })

  it.each(['100%', 'e_d', '[what]', '*you*', 'd?', 'OWE_D?'])(
    'takes %s for itself',
    async (sign) => {
      expect(await found({ 'where[title][contains]': sign })).toHaveLength(1)
      expect(await found({ 'where[title][like]': sign })).toHaveLength(1)
    },
  )

  it.each(['1%0', 'o_ed', '[a-z]', 'y*u', 'ow??', '.*', '^', '\\'])(
    'takes %s for no pattern',
    async (sign) => {
      expect(await found({ 'where[title][contains]': sign })).toEqual([])
      expect(await found({ 'where[title][like]': sign })).toEqual([])
    },
  )

  it('compares each of a list of texts', async () => {
    await build(testApp, {
      collection: 'notices',
      data: { title: 'With aliases', code: 'CP1', aliases: ['Nota Áurea', 'LT11'] },
    })
    for (const word of ['aurea', 'lt1'])
      expect(await found({ 'where[aliases][contains]': word }, 'notices')).toEqual(['With aliases'])
    expect(await found({ 'where[aliases][contains]': 'aureo' }, 'notices')).toEqual([])
  })

  it('over GraphQL, and for the list of the panel', async () => {
    const { body } = await testApp.graphql(
      '{ Stations(draft: true, where: { title: { like: "CONYUGE" } }) { docs { title } } }',
      { as: 'editor' },
    )
    expect(body).toEqual({ data: { Stations: { docs: [{ title }] } } })
    expect(
      await found({
        'where[or][0][title][like]': 'conyuge',
        'where[or][1][slug][like]': 'conyuge',
      }),
    ).toEqual([title])
  })

  it.each(['a'.repeat(201), '*'.repeat(10_000), '['.repeat(201), 'Ñ'.repeat(201)])(
    'refuses more than 200 characters',
    async (value) => {
      for (const operator of ['like', 'contains', 'not_like'])
        await testApp
          .anonymous()
          .post('/api/stations')
          .set('X-Payload-HTTP-Method-Override', 'GET')
          .type('form')
          .send({ [`where[title][${operator}]`]: value })
          .expect(400, /more than 200 characters/)
    },
  )

  it('refuses readers more than 20 words, and the team more than 60', async () => {
    const ask = (count: number) =>
      testApp
        .anonymous()
        .get('/api/stations')
        .query({
          'where[title][like]': 'a '.repeat(count / 2).trim(),
          'where[summary][not_like]': 'b '.repeat(count / 2).trim(),
        })
    await ask(20).expect(200)
    await ask(22).expect(400, /looks for more than 20 words/)
    await ask(60).set('Authorization', editor).expect(200)
    await ask(62)
      .set('Authorization', editor)
      .expect(400, /looks for more than 60 words/)
  })

  it('answers the longest text that may be looked for', async () => {
    expect(await found({ 'where[title][like]': 'o'.repeat(200) })).toEqual([])
    expect(await found({ 'where[title][contains]': '[*?'.repeat(66) })).toEqual([])
  })
})

describe('like agrees with a plain comparison', () => {
  const letters = 'aAáÁàeéÉiíoóuúüÜnñÑcç AB%_*?[]^-\\.ß'
  const texts = fc.sample(
    fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 }),
    { numRuns: 40, seed: 7 },
  )
  const titles = texts.map((text, index) => `${text}|${index}`)

  beforeAll(async () => {
    for (const title of titles) await buildStation(testApp, { phase, title })
  })

  it('for any part of any title', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom(...letters.replace(' ', '')),
          minLength: 1,
          maxLength: 3,
        }),
        async (part) => {
          const expected = titles.filter((title) => fold(title).includes(fold(part)))
          const { docs } = await testApp.payload.find({
            collection: 'stations',
            depth: 0,
            draft: true,
            pagination: false,
            where: { and: [{ title: { like: part } }, { title: { contains: '|' } }] },
          })
          expect(docs.map(({ title }) => title).sort()).toEqual(expected.sort())
        },
      ),
      { numRuns: 60, seed: 7 },
    )
  })
})

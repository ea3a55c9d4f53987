import type { CollectionSlug } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { stringify } from 'qs-esm'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillSearchedWords } from '../../src/workflow/fill-searched-words.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import {
  bring,
  buildTeam,
  edit,
  write,
  writePhase,
  type Place,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team
let balance: Place
let levy: Place
let appeals: Place

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  const notice = (data: object) =>
    write(testApp, { as: team.author, collection: 'notices', data: { kind: 'notice', ...data } })
  balance = await notice({
    code: 'CP14',
    title: 'You have a balance due',
    overview: text('The first bill. **Pay**ment plans are on Form 9465, within 15 days.'),
  })
  await inSpanish(balance, { title: 'Tiene un saldo pendiente del cónyuge' })
  levy = await notice({ code: 'Letter 1058', title: 'Final notice', aliases: ['LT11'] })
  appeals = await notice({
    code: 'CP90',
    title: 'Intent to seize',
    overview: text('You may ask for a hearing at the Office of Appeals.'),
  })
})
afterAll(() => testApp.close())

describe('The search of a list', () => {
  it.each([
    ['a word of the title', 'balance', ['CP14']],
    ['a part of a title, as before', 'alanc', ['CP14']],
    ['a word of the other language, without its accent', 'conyuge', ['CP14']],
    ['the same in capitals, with it', 'CÓNYUGE', ['CP14']],
    ['a word of the text', 'hearing', ['CP90']],
    ['the beginning of a word of the text', 'appe', ['CP90']],
    ['a word of which half is bold', 'payment', ['CP14']],
    ['words of both languages, in any order', 'saldo balance', ['CP14']],
    ['a name and a word of the text', 'CP90 hearing', ['CP90']],
    ['a code as it is printed', 'CP14', ['CP14']],
    ['a code with a hyphen', 'cp-14', ['CP14']],
    ['a code with a space', 'CP 14', ['CP14']],
    ['a code in another word for letter', 'LTR1058', ['Letter 1058']],
    ['a code in its shortest spelling', 'L-1058', ['Letter 1058']],
    ['another code of the same letter', 'lt 11', ['Letter 1058']],
    ['a code among words', 'final L-1058', ['Letter 1058']],
    ['a code with a space among words', 'cp 14 balance', ['CP14']],
    ['a code that is another’s beginning', 'cp 9', ['CP90']],
    ['a code with a space that nothing has', 'cp 15', []],
    ['the number of a code that the text names', 'notice 9465', ['CP14']],
    ['the beginning of two codes', 'cp', ['CP14', 'CP90']],
    ['a word that is in the middle of another word of the text', 'earing', []],
    ['two words that no document has both of', 'balance hearing', []],
    ['signs alone', '%_*', []],
  ])('finds by %s: %s', async (_what, typed, codes) => {
    expect(await found(typed)).toEqual(codes)
  })

  it('follows what is saved', async () => {
    await edit(testApp, levy, { as: team.author, data: { title: 'Aviso de embargo' } })
    expect(await found('embargo')).toEqual(['Letter 1058'])
    expect(await found('final')).toEqual([])
  })

  it('goes with the other conditions of the list', async () => {
    await bring(testApp, await writePhase(testApp, { as: team.author, name: 'Apelación' }), {
      to: 'inReview',
      team,
    })
    const inState = (state: string) =>
      names('phases', 'apelacion', { or: [{ and: [{ _status: { equals: `state:${state}` } }] }] })
    expect([await inState('inReview'), await inState('draft')]).toEqual([['Apelación'], []])
  })

  it('also asks for what is deleted, when all that was found is selected', async () => {
    const unwanted = await writePhase(testApp, { as: team.author, name: 'Unwanted' })
    const { body } = await request(testApp.app)
      .delete(`/api/phases?${queryOf('phases', 'únwanted')}`)
      .set('Authorization', team.author.authorization!)
    expect(body.docs.map(({ id }: { id: string }) => id)).toEqual([unwanted.id])
    expect(await names('phases', 'apelacion')).toEqual(['Apelación'])
  })

  it('finds what was stored before it was there', async () => {
    const { db, kv } = testApp.payload
    const blank = { names: null, searchedNames: null, searchedText: null }
    const row = { key: { equals: `notices/${appeals.id}` } }
    await db.updateOne({ collection: 'workflow-states', data: blank, where: row })
    expect(await found('hearing')).toEqual([])
    await fillSearchedWords(testApp.payload)
    expect(await found('hearing')).toEqual([])
    await kv.delete('searched-words')
    await fillSearchedWords(testApp.payload)
    expect(await found('hearing')).toEqual(['CP90'])
  })

  it.each([
    ['another operator', '_words: equals', { _words: { equals: 'balance' } }],
    ['too many words', '21 words', { _words: { like: 'a '.repeat(21) } }],
    ['too long a text', '201 letters', { _words: { like: 'a'.repeat(201) } }],
  ])('is refused with %s: %s', async (_what, _shown, where) => {
    const { body, status } = await ask('notices', stringify({ where }))
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
  })

  it('is for the team alone', async () => {
    for (const typed of ['balance', 'nothing-has-this']) {
      const { body, status } = await request(testApp.app).get(
        `/api/notices?${stringify({ where: { _words: { like: typed } } })}`,
      )
      expect([status, body.docs]).toEqual([400, undefined])
    }
  })

  it('keeps its words to itself: nobody reads them or asks for them', async () => {
    const rows = await ask('workflow-states', 'limit=100')
    expect(rows.body.docs.length).toBeGreaterThan(3)
    expect(JSON.stringify(rows.body)).not.toContain('searched')
    const asked = await ask('workflow-states', 'where[searchedText][contains]=hearing')
    expect(asked.status).toBe(400)
  })
})

function found(typed: string): Promise<string[]> {
  return names('notices', typed)
}

async function names(collection: CollectionSlug, typed: string, where = {}): Promise<string[]> {
  const { body, status } = await ask(collection, queryOf(collection, typed, where))
  expect(status, JSON.stringify(body)).toBe(200)
  return body.docs.map(({ code, name }: { code?: string; name?: string }) => code ?? name).sort()
}

/** The question that the panel asks for what was typed above a list. */
function queryOf(collection: CollectionSlug, search: string, where = {}): string {
  const collectionConfig = testApp.payload.collections[collection].config
  return stringify({ where: mergeListSearchAndWhere({ collectionConfig, search, where }) })
}

function ask(collection: string, query: string) {
  return request(testApp.app)
    .get(`/api/${collection}?draft=true&depth=0&${query}`)
    .set('Authorization', team.author.authorization!)
}

async function inSpanish({ id }: Place, data: object): Promise<void> {
  await request(testApp.app)
    .patch(`/api/notices/${id}?draft=true&locale=es`)
    .set('Authorization', team.author.authorization!)
    .send(data)
    .expect(200)
}

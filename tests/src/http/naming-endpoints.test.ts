import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { text } from '../../support/content.ts'
import { linkToDocument, paragraph, textOf } from '../../support/lexical.ts'
import {
  act,
  bring,
  buildTeam,
  edit,
  join,
  write,
  type Member,
  type Place,
  type Team,
} from '../../support/workflow.ts'

let testApp: TestApp
let team: Team
let form: Place
let live: Place

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  form = await write(testApp, {
    as: team.author,
    collection: 'forms',
    data: {
      number: 'Form 9465',
      title: 'Installment Agreement Request',
      kind: 'form',
      purpose: 'Asks for time to pay.',
    },
  })
  await bring(testApp, form, { to: 'published', team })
  live = await step('Ask for time', { forms: [form.id] })
  await bring(testApp, live, { to: 'published', team })
})
afterAll(() => testApp.close())

describe('Where a document is used', () => {
  it('says of every document that points at it in which of its texts it does', async () => {
    const draft = await step('Send the form', {
      body: textOf(paragraph(linkToDocument('forms', form.id))),
    })
    const changed = await step('Call first', { forms: [form.id] })
    await bring(testApp, changed, { to: 'published', team })
    await edit(testApp, changed, { as: team.author, data: { forms: [] } })
    const uses = await usesOf(form)
    expect(uses.docs).toEqual([
      use(live, 'Ask for time', 'published', {
        live: true,
        inLiveText: true,
        inNewestVersion: true,
      }),
      use(changed, 'Call first', 'draft', { live: true, inLiveText: true, inNewestVersion: false }),
      use(draft, 'Send the form', 'draft', {
        live: false,
        inLiveText: false,
        inNewestVersion: true,
      }),
    ])
    expect(uses).toMatchObject({ totalDocs: 3, page: 1, totalPages: 1 })
  })

  it('follows the workflow', async () => {
    await edit(testApp, live, { as: team.author, data: { title: 'Ask for more time' } })
    await act(testApp, live, { action: 'submit', as: team.author })
    expect((await usesOf(form)).docs[0]).toMatchObject({
      name: 'Ask for more time',
      state: 'inReview',
      live: true,
    })
  })

  it('comes in pages of twenty, each document once', async () => {
    const popular = await write(testApp, {
      as: team.author,
      collection: 'forms',
      data: { number: 'Form 843', title: 'Claim', kind: 'form' },
    })
    for (let number = 10; number < 31; number += 1)
      await step(`Use ${number}`, { forms: [popular.id] })
    const pages = [await usesOf(popular), await usesOf(popular, 'page=2')]
    expect(pages.map(({ docs }) => docs.length)).toEqual([20, 1])
    expect(pages[0]).toMatchObject({ totalDocs: 21, totalPages: 2 })
    expect(new Set(pages.flatMap(({ docs }) => docs.map(({ id }) => id))).size).toBe(21)
  })

  it('names documents in the language asked for', async () => {
    const place = await step('Wait', { forms: [form.id] })
    await request(testApp.app)
      .patch(`/api/steps/${place.id}?draft=true&locale=es`)
      .set('Authorization', team.author.authorization!)
      .send({ title: 'Espere' })
      .expect(200)
    const names = (await usesOf(form, 'locale=es')).docs.map(({ name }) => name)
    expect(names).toContain('Espere')
    expect(names).toContain('Ask for more time')
  })

  it('has none for what nobody points at, nor the document itself', async () => {
    const notice = await write(testApp, {
      as: team.author,
      collection: 'notices',
      data: { code: 'CP501', title: 'Reminder', overview: text('Words.') },
    })
    await edit(testApp, notice, {
      as: team.author,
      data: { relatedNotices: [notice.id] },
    })
    expect(await usesOf(notice)).toMatchObject({ docs: [], totalDocs: 0 })
  })

  it.each(['0', '-1', '1.5', 'x', '10001', ''])('is refused page %j', async (page) => {
    const { body, status } = await get(`/api/forms/${form.id}/uses?page=${page}`, team.author)
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
  })

  it('is not found for what is not there', async () => {
    const { body, status } = await get('/api/forms/no-such-form/uses', team.author)
    expect([status, body.errors[0].code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('A document asked for by its name', () => {
  it.each([
    ['form 9465', 'Form 9465 – Installment Agreement Request'],
    ['9465', 'Form 9465 – Installment Agreement Request'],
    ['F-9465', 'Form 9465 – Installment Agreement Request'],
    ['installment request', 'Form 9465 – Installment Agreement Request'],
    ['cp-501', 'CP501 – Reminder'],
  ])('is found by %s', async (typed, name) => {
    expect((await named(typed))[0]).toBe(name)
  })

  it('comes first when the name is exactly that', async () => {
    for (const code of ['CP1', 'CP10', 'CP11'])
      await write(testApp, { as: team.author, collection: 'notices', data: { code, title: code } })
    expect((await named('cp 1'))[0]).toBe('CP1')
  })

  it('is found in either language, and named in the one asked for', async () => {
    const place = await write(testApp, {
      as: team.author,
      collection: 'stations',
      data: { title: 'Spouse relief', slug: 'spouse-relief', kind: 'stop' },
    })
    await request(testApp.app)
      .patch(`/api/stations/${place.id}?draft=true&locale=es`)
      .set('Authorization', team.author.authorization!)
      .send({ title: 'Alivio para el cónyuge' })
      .expect(200)
    expect(await named('conyuge')).toEqual(['Spouse relief'])
    expect(await named('relief', 'es')).toEqual(['Alivio para el cónyuge'])
    const { body } = await get(`/api/names?document=stations/${place.id}`, team.author)
    expect(body.docs).toEqual([
      { collection: 'stations', id: place.id, name: 'Spouse relief', state: 'draft', live: false },
    ])
  })

  it('is none by a word of its text, none of a type that texts do not link to, none for nothing', async () => {
    expect(await named('words')).toEqual([])
    expect(await named('ask for more time')).toEqual([])
    expect(await named('')).toEqual([])
    expect(await named('%')).toEqual([])
    const { body } = await get('/api/names?document=notices/none', team.author)
    expect(body.docs).toEqual([])
  })

  it('is one of twenty at most', async () => {
    for (let number = 100; number < 125; number += 1)
      await write(testApp, {
        as: team.author,
        collection: 'notices',
        data: { code: `LTR${number}`, title: 'Many' },
      })
    expect(await named('many')).toHaveLength(20)
  })

  it('is one of several that are asked for by their ids', async () => {
    const [one, other] = [await step('First', {}), await step('Second', {})]
    const address = [one, other, { id: 'none' }].map(({ id }) => `document=steps/${id}`).join('&')
    const { body } = await get(`/api/names?${address}`, team.author)
    expect(body.docs.map(({ name }: { name: string }) => name)).toEqual(['First', 'Second'])
    const many = await get(`/api/names?${'document=steps/x&'.repeat(51)}`, team.author)
    expect([many.status, many.body.errors[0].code]).toEqual([400, 'MALFORMED'])
  })

  it.each([
    ['201 letters', 'a'.repeat(201)],
    ['13 words', 'a '.repeat(13)],
  ])('is refused for %s', async (_what, typed) => {
    const { body, status } = await get(`/api/names?q=${encodeURIComponent(typed)}`, team.author)
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
  })
})

describe('A document of one type', () => {
  let pay: Place

  beforeAll(async () => {
    pay = await step('Pay what you owe', { body: text('Use Direct Pay or **install**ments.') })
    await step('Direct your question to us', { body: text('Nothing of that kind.') })
    await request(testApp.app)
      .patch(`/api/steps/${pay.id}?draft=true&locale=es`)
      .set('Authorization', team.author.authorization!)
      .send({ title: 'Haga el pago según lo que debe' })
      .expect(200)
  })

  it.each([
    ['its title', 'pay what'],
    ['its title in the other language, without the accent and in capitals', 'SEGUN PAGO'],
    ['its address', 'pay-what-you-owe'],
    ['a word of its text', 'installments'],
    ['a word of its title and one of its text', 'owe installments'],
  ])('is found by %s', async (_what, typed) => {
    expect(await namedIn('steps', typed)).toEqual(['Pay what you owe'])
  })

  it('comes first when it is called that, before those whose text has the word', async () => {
    expect(await namedIn('steps', 'direct')).toEqual([
      'Direct your question to us',
      'Pay what you owe',
    ])
  })

  it('is of that type alone', async () => {
    expect(await namedIn('steps', 'form 9465')).toEqual([])
    expect(await namedIn('forms', 'form 9465')).toHaveLength(1)
  })

  it('is none for signs alone', async () => {
    expect(await namedIn('steps', '%_*')).toEqual([])
  })

  it.each(['users', 'workflow-states', 'no-such-type', '__proto__', ''])(
    'is refused for what is no content type: %j',
    async (type) => {
      const { body, status } = await get(`/api/names?q=a&collection=${type}`, team.author)
      expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
    },
  )
})

describe('Neither is for readers', () => {
  it.each([
    ['uses', () => `/api/forms/${form.id}/uses`],
    ['uses of what is not there', () => '/api/forms/no-such-form/uses'],
    ['names', () => '/api/names?q=form'],
    ['names of one type', () => '/api/names?q=form&collection=forms'],
    ['a name', () => `/api/names?document=forms/${form.id}`],
  ])('%s', async (_what, address) => {
    const reader = await request(testApp.app).get(address())
    expect([reader.status, reader.body.errors[0].code]).toEqual([401, 'NOT_SIGNED_IN'])
    const withoutRole = await join(testApp, { roles: [] })
    const { body, status } = await get(address(), withoutRole)
    expect([status, body.errors[0].code]).toEqual([403, 'NOT_PERMITTED'])
  })
})

function step(title: string, data: object): Promise<Place> {
  return write(testApp, {
    as: team.author,
    collection: 'steps',
    data: { title, body: text('What to do.'), ...data },
  })
}

function use({ collection, id }: Place, name: string, state: string, where: object) {
  return { collection, id, name, state, ...where }
}

interface Answered {
  docs: { id: string; name: string }[]
  totalDocs: number
}

async function usesOf({ collection, id }: Place, query = ''): Promise<Answered> {
  const { body, status } = await get(`/api/${collection}/${id}/uses?${query}`, team.author)
  expect(status).toBe(200)
  return body as Answered
}

async function named(typed: string, locale = 'en'): Promise<string[]> {
  const query = `q=${encodeURIComponent(typed)}&locale=${locale}`
  const { body, status } = await get(`/api/names?${query}`, team.author)
  expect(status).toBe(200)
  return (body as Answered).docs.map(({ name }) => name)
}

async function namedIn(collection: string, typed: string): Promise<string[]> {
  const query = `q=${encodeURIComponent(typed)}&collection=${collection}`
  const { body, status } = await get(`/api/names?${query}`, team.author)
  expect(status).toBe(200)
  return (body as Answered).docs.map(({ name }) => name)
}

function get(address: string, as: Member) {
  return request(testApp.app).get(address).set('Authorization', as.authorization!)
}

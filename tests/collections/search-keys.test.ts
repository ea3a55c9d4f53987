import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { build, text } from '../support/content.ts'
import { createDraft, draftOf, newest, saveDraft } from '../support/editing.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

describe('The search keys of a notice', () => {
  it('are worked out from its code and its other codes', async () => {
    const notice = await draftOf(testApp, 'notices', {
      code: 'LT11',
      aliases: ['Letter 1058', 'L-11'],
    })
    expect(notice).toMatchObject({ searchKey: 'lt11', aliasKeys: ['ltr1058', 'ltr11'] })
  })

  it('follow the code when it changes', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP21A', aliases: ['Letter 21'] })
    await saveDraft(testApp, 'notices', id, { code: 'CP21B' })
    expect(await newest(testApp, 'notices', id)).toMatchObject({
      searchKey: 'cp21b',
      aliasKeys: ['ltr21'],
    })
  })

  it('follow the other codes when they change', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP22A', aliases: ['Letter 22'] })
    await saveDraft(testApp, 'notices', id, { aliases: ['Letter 23', 'Letter 24'] })
    expect(await newest(testApp, 'notices', id)).toMatchObject({
      searchKey: 'cp22a',
      aliasKeys: ['ltr23', 'ltr24'],
    })
  })

  it('go with the other codes when those are taken away', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP23', aliases: ['Letter 230'] })
    await saveDraft(testApp, 'notices', id, { aliases: [] })
    expect(await newest(testApp, 'notices', id)).toMatchObject({ aliasKeys: [] })
  })

  it('stay when something else changes', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP24', aliases: ['Letter 240'] })
    await saveDraft(testApp, 'notices', id, { title: 'Estimated payments' })
    expect(await newest(testApp, 'notices', id)).toMatchObject({
      searchKey: 'cp24',
      aliasKeys: ['ltr240'],
    })
  })

  it('leave out other codes without a letter or digit', async () => {
    const notice = await draftOf(testApp, 'notices', { code: 'CP25', aliases: ['—', 'Letter 250'] })
    expect(notice).toMatchObject({ aliasKeys: ['ltr250'] })
  })

  it('are not taken from a client that makes a notice', async () => {
    const notice = await draftOf(testApp, 'notices', {
      code: 'CP30',
      aliases: ['Letter 300'],
      searchKey: 'cp14',
      aliasKeys: ['cp15'],
    })
    expect(notice).toMatchObject({ searchKey: 'cp30', aliasKeys: ['ltr300'] })
  })

  it('are not taken from a client that sends them beside the codes', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP31' })
    await saveDraft(testApp, 'notices', id, {
      code: 'CP31',
      aliases: ['Letter 310'],
      searchKey: 'cp14',
      aliasKeys: ['cp15'],
    })
    expect(await newest(testApp, 'notices', id)).toMatchObject({
      searchKey: 'cp31',
      aliasKeys: ['ltr310'],
    })
  })

  it('are not taken from a client that sends nothing else', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP39', aliases: ['Letter 390'] })
    await saveDraft(testApp, 'notices', id, { searchKey: 'cp14', aliasKeys: ['cp15'] })
    expect(await newest(testApp, 'notices', id)).toMatchObject({
      searchKey: 'cp39',
      aliasKeys: ['ltr390'],
    })
  })

  it('are not emptied by a client that sends nothing in them', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP42', aliases: ['Letter 420'] })
    await saveDraft(testApp, 'notices', id, { searchKey: null, aliasKeys: [] })
    expect(await newest(testApp, 'notices', id)).toMatchObject({
      searchKey: 'cp42',
      aliasKeys: ['ltr420'],
    })
  })

  it('are not taken from a client over GraphQL', async () => {
    const { body } = await testApp.graphql(
      `mutation { createNotice(draft: true, data: {
        code: "CP49", kind: notice, searchKey: "cp14", aliasKeys: ["cp15"]
      }) { searchKey aliasKeys } }`,
      { as: 'editor' },
    )
    expect(body.data).toEqual({ createNotice: { searchKey: 'cp49', aliasKeys: [] } })
  })
})

describe('The search key of a form', () => {
  it('is worked out from its number', async () => {
    const form = await draftOf(testApp, 'forms', { number: 'Form 1040-X', searchKey: 'form843' })
    expect(form).toMatchObject({ searchKey: 'form1040x' })
  })

  it('follows the number when it changes', async () => {
    const { id } = await draftOf(testApp, 'forms', { number: 'Publication 555' })
    await saveDraft(testApp, 'forms', id, { number: 'Publication 556' })
    expect(await newest(testApp, 'forms', id)).toMatchObject({ searchKey: 'publication556' })
  })

  it('is not taken from a client that sends nothing else', async () => {
    const { id } = await draftOf(testApp, 'forms', { number: 'Form 911' })
    await saveDraft(testApp, 'forms', id, { searchKey: 'form843' })
    expect(await newest(testApp, 'forms', id)).toMatchObject({ searchKey: 'form911' })
  })
})

describe('A notice is found', () => {
  beforeAll(async () => {
    await build(testApp, {
      collection: 'notices',
      state: 'published',
      data: {
        code: 'CP90',
        aliases: ['Letter 1090'],
        title: 'Final notice',
        kind: 'notice',
        summary: 'A levy may follow.',
        overview: text('What it is.'),
      },
    })
    await createDraft(testApp, 'notices', { code: 'CP91' })
  })

  it.each(['CP90', 'cp90', 'cp-90', 'CP 90', 'Notice CP90', 'Aviso CP 90'])(
    'by its code written as %s',
    async (spelling) => {
      const { body } = await testApp
        .anonymous()
        .get('/api/notices')
        .query({ 'where[searchKey][equals]': spelling })
      expect(body.docs).toMatchObject([{ code: 'CP90' }])
    },
  )

  it.each(['Letter 1090', 'LTR1090', 'L-1090', 'carta 1090'])(
    'by another code of it written as %s',
    async (spelling) => {
      const { body } = await testApp.graphql(
        'query ($code: String!) { noticeByCode(code: $code) { code } }',
        { variables: { code: spelling } },
      )
      expect(body.data).toEqual({ noticeByCode: { code: 'CP90' } })
    },
  )

  it('by nobody without a role while it is a draft', async () => {
    const { body } = await testApp
      .anonymous()
      .get('/api/notices')
      .query({ 'where[searchKey][equals]': 'CP 91' })
    expect(body.docs).toEqual([])
  })
})

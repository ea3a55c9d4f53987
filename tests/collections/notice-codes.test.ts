import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { createDraft, draftOf, expectInvalid, newest, saveDraft } from '../support/editing.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

describe('A notice code', () => {
  it.each([
    ['CP14', 'CP14'],
    ['LT11', 'LT11'],
    ['Letter 226-J', 'Letter 226-J'],
    ['Letter 2205-A', 'Letter 2205-A'],
    ['CP3219N', 'CP3219N'],
    ['  CP71C ', 'CP71C'],
    ['Letter   1058', 'Letter 1058'],
  ])('is stored as printed, spaces aside: “%s” as “%s”', async (written, code) => {
    expect(await draftOf(testApp, 'notices', { code: written })).toMatchObject({ code })
  })

  it.each([
    ['only a number', '14'],
    ['only letters', 'CP'],
    ['a number before letters', '14CP'],
    ['punctuation', 'CP14!'],
    ['markup', '<b>CP14</b>'],
    ['a sentence', 'The first bill (CP14)'],
    ['more than 40 characters', `CP${'1'.repeat(39)}`],
  ])('cannot be %s', async (_form, code) => {
    await expectInvalid(testApp, () => createDraft(testApp, 'notices', { code }), {
      code: /is not a notice code\. Write it as printed/,
    })
  })

  it('is refused when it is malformed in a draft over an existing notice', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP501' })
    await expectInvalid(testApp, () => saveDraft(testApp, 'notices', id, { code: '501' }), {
      code: /is not a notice code/,
    })
  })

  it('is refused when another notice has it', async () => {
    await draftOf(testApp, 'notices', { code: 'CP503' })
    await expectInvalid(testApp, () => createDraft(testApp, 'notices', { code: 'CP503' }), {
      code: /already belongs to another document/,
    })
  })

  it.each(['cp 504', 'CP-504', 'Notice CP504'])(
    'is refused when another notice has it in another spelling: %s',
    async (spelling) => {
      await createDraft(testApp, 'notices', { code: 'CP504' })
      await expectInvalid(testApp, () => createDraft(testApp, 'notices', { code: spelling }), {
        code: /already belongs to another document/,
      })
    },
  )

  it('may be corrected in its own spelling', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'cp 57' })
    await saveDraft(testApp, 'notices', id, { code: 'CP57' })
    expect(await newest(testApp, 'notices', id)).toMatchObject({ code: 'CP57' })
  })

  it('is another one in a duplicate', async () => {
    const { id } = await draftOf(testApp, 'notices', { code: 'CP60' })
    const { body } = await testApp
      .anonymous()
      .post(`/api/notices/${id}/duplicate?draft=true&depth=0`)
      .set('Authorization', await testApp.authorization('editor'))
      .send({})
    expect(body.doc).toMatchObject({ code: 'CP60 copy', searchKey: 'cp60copy' })
  })
})

describe('A form number', () => {
  it('is stored as written, spaces aside', async () => {
    const form = await draftOf(testApp, 'forms', { number: ' Form   843 ' })
    expect(form).toMatchObject({ number: 'Form 843' })
  })

  it('is refused when another form has it', async () => {
    await draftOf(testApp, 'forms', { number: 'Publication 5' })
    await expectInvalid(testApp, () => createDraft(testApp, 'forms', { number: 'Publication 5' }), {
      number: /already belongs to another document/,
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { createDraft, draftOf, expectInvalid } from '../support/editing.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

describe('The revision of a form', () => {
  it.each(['2004', '2024-01', '2024-11', '2024-12'])('can be %s', async (revision) => {
    const form = await draftOf(testApp, 'forms', { number: `Form of ${revision}`, revision })
    expect(form).toMatchObject({ revision })
  })

  it.each([
    '11-2004',
    '2024-13',
    '2024-00',
    '2024-1',
    '24',
    'Nov 2024',
    'Rev. 11-2004',
    '2024-11-',
  ])('cannot be %s', async (revision) => {
    await expectInvalid(testApp, () => createDraft(testApp, 'forms', { revision }), {
      revision: /is not a revision\. Write the year, or year and month: 2024-11/,
    })
  })

  it('cannot be a number', async () => {
    await expectInvalid(testApp, () => createDraft(testApp, 'forms', { revision: 2024 }), {
      revision: /is not a revision/,
    })
  })

  it('may be unknown', async () => {
    const form = await draftOf(testApp, 'forms', { number: 'Form without revision' })
    expect(form).toMatchObject({ revision: null })
  })
})

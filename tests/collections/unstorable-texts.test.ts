import { afterAll, beforeAll, describe, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import { createDraft, expectInvalid } from '../support/editing.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

const half = '\ud83d'

describe('Half of a character', () => {
  it('is refused in a title', async () => {
    await expectInvalid(testApp, () => createDraft(testApp, 'stations', { title: `Odd ${half}` }), {
      title: /half of a character/,
    })
  })

  it('is refused in a long text', async () => {
    const overview = JSON.parse(
      JSON.stringify(text('Odd one')).replace('one', '\\ud83d'),
    ) as unknown
    await expectInvalid(testApp, () => createDraft(testApp, 'stations', { overview }), {
      overview: /half of a character/,
    })
  })
})

describe('A null character', () => {
  it('is refused in a title', async () => {
    await expectInvalid(testApp, () => createDraft(testApp, 'stations', { title: 'Odd\0 one' }), {
      title: /null character/,
    })
  })

  it('is refused in a long text', async () => {
    const overview = JSON.parse(
      JSON.stringify(text('Odd one')).replace('one', '\\u0000'),
    ) as unknown
    await expectInvalid(testApp, () => createDraft(testApp, 'stations', { overview }), {
      overview: /null character/,
    })
  })
})

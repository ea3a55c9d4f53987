import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { createDraft, draftOf, expectInvalid } from '../support/editing.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

describe('The colour of a line', () => {
  it.each(['#005ea2', '#B50909'])('can be %s', async (colour) => {
    expect(await draftOf(testApp, 'phases', { name: colour, colour })).toMatchObject({ colour })
  })

  it.each(['blue', '005ea2', '#05a', '#005ea', '#005eag', '#005ea2;}', 'var(--line)'])(
    'cannot be %s',
    async (colour) => {
      await expectInvalid(testApp, () => createDraft(testApp, 'phases', { colour }), {
        colour: /is not a colour\. Write # and six digits or letters a to f, such as #005ea2/,
      })
    },
  )
})

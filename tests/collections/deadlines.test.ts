import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { createDraft, draftOf, expectInvalid, newest, saveDraft } from '../support/editing.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

describe('A deadline', () => {
  it('may be left out', async () => {
    const notice = await draftOf(testApp, 'notices', { code: 'CP1' })
    expect(notice).toMatchObject({ deadline: { count: null, unit: null } })
  })

  it('gives way to the date printed on the notice unless somebody says otherwise', async () => {
    const notice = await draftOf(testApp, 'notices', { code: 'CP2' })
    expect(notice).toMatchObject({ deadline: { printedDateWins: true } })
  })

  it('keeps every part that was said of it', async () => {
    const deadline = {
      count: 90,
      unit: 'calendarDays',
      startsFrom: 'noticeDate',
      printedDateWins: true,
      extendable: 'no',
      consequence: 'The tax is assessed.',
      authority: '26 U.S.C. 6213(a)',
      source: 'https://www.irs.gov/individuals/understanding-your-cp3219a-notice',
      certainty: 'stated',
    }
    const { id } = await draftOf(testApp, 'notices', { code: 'CP3219A', deadline })
    expect(await newest(testApp, 'notices', id)).toMatchObject({ deadline })
  })

  it('may be longer for some people', async () => {
    const alternatives = [{ count: 150, unit: 'calendarDays', when: 'If you live abroad' }]
    const { id } = await draftOf(testApp, 'notices', { code: 'CP3', deadline: { alternatives } })
    expect(await newest(testApp, 'notices', id)).toMatchObject({ deadline: { alternatives } })
  })

  it.each([1, 30, 3660])('can be %i days long', async (count) => {
    const deadline = { count, unit: 'calendarDays' }
    const notice = await draftOf(testApp, 'notices', { code: `CP10${count}`, deadline })
    expect(notice).toMatchObject({ deadline: { count } })
  })

  it.each([
    ['0', 0],
    ['less than nothing', -30],
    ['longer than ten years', 3661],
    ['a fraction', 2.5],
    ['a word', 'thirty'],
    ['true', true],
  ])('cannot be %s', async (_form, count) => {
    await expectInvalid(
      testApp,
      () =>
        createDraft(testApp, 'notices', { code: 'CP4', deadline: { count, unit: 'calendarDays' } }),
      { 'deadline.count': /A deadline is a whole number from 1 to 3660/ },
    )
  })

  it('cannot be a number followed by words, which would be lost', async () => {
    const deadline = { count: '30 days or 60 abroad', unit: 'calendarDays' }
    await expectInvalid(testApp, () => createDraft(testApp, 'notices', { code: 'CP4', deadline }), {
      'deadline.count': /A deadline is a whole number from 1 to 3660/,
    })
  })

  it('needs a unit', async () => {
    const deadline = { count: 30 }
    await expectInvalid(testApp, () => createDraft(testApp, 'notices', { code: 'CP5', deadline }), {
      'deadline.count': /Say what the 30 counts: calendar days, business days, months or years/,
    })
  })

  it('needs its unit as long as it has a count', async () => {
    const deadline = { count: 30, unit: 'businessDays' }
    const { id } = await draftOf(testApp, 'notices', { code: 'CP6', deadline })
    await expectInvalid(
      testApp,
      () => saveDraft(testApp, 'notices', id, { deadline: { unit: null } }),
      { 'deadline.count': /Say what the 30 counts/ },
    )
  })

  it('keeps its unit when only the count changes', async () => {
    const deadline = { count: 30, unit: 'businessDays' }
    const { id } = await draftOf(testApp, 'notices', { code: 'CP7', deadline })
    await saveDraft(testApp, 'notices', id, { deadline: { count: 45 } })
    expect(await newest(testApp, 'notices', id)).toMatchObject({
      deadline: { count: 45, unit: 'businessDays' },
    })
  })

  it('is checked in the periods for some people, too', async () => {
    const alternatives = [
      { count: 150, unit: 'calendarDays', when: 'Abroad' },
      { count: 0, unit: 'calendarDays', when: 'On the moon' },
      { count: 20, when: 'On a ship' },
    ]
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'notices', { code: 'CP8', deadline: { alternatives } }),
      {
        'deadline.alternatives.1.count': /whole number from 1 to 3660/,
        'deadline.alternatives.2.count': /Say what the 20 counts/,
      },
    )
  })
})

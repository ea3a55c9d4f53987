import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import {
  createDraft,
  draftOf,
  expectInvalid,
  newest,
  saveDraft,
  type Document,
} from '../support/editing.ts'

let testApp: TestApp
let made = 0

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

const organizationWith = (number: unknown) => {
  made += 1
  return { name: `Organization ${made}`, phones: [{ label: 'Help line', number }] }
}

describe('A phone number', () => {
  it.each([
    '877-777-4778',
    '1-877-777-4778',
    '(877) 777-4778',
    '877.777.4778',
    '877 777 4778',
    '8777774778',
    '18777774778',
    '+1 877 777 4778',
    '+18777774778',
    'tel:+1-877-777-4778',
    '  877-777-4778 ',
    '877–777–4778',
    '877\u00a0777\u00a04778',
  ])('written as “%s” is stored as +18777774778', async (number) => {
    expect(await draftOf(testApp, 'help-organizations', organizationWith(number))).toMatchObject({
      phones: [{ number: '+18777774778' }],
    })
  })

  it('of another country is stored with its code', async () => {
    const organization = organizationWith('+52 55 5080 2000')
    expect(await draftOf(testApp, 'help-organizations', organization)).toMatchObject({
      phones: [{ number: '+525550802000' }],
    })
  })

  it('is brought to that form when a draft is changed, too', async () => {
    const { id } = await draftOf(testApp, 'help-organizations', organizationWith('+1 800 829 1040'))
    await saveDraft(testApp, 'help-organizations', id, {
      phones: [{ label: 'Help line', number: '(800) 829-4933' }],
    })
    expect(await newest(testApp, 'help-organizations', id)).toMatchObject({
      phones: [{ number: '+18008294933' }],
    })
  })

  it('stays as it is when a stored document is saved again', async () => {
    const { id } = await draftOf(testApp, 'help-organizations', organizationWith('202-521-0700'))
    const { phones } = await newest(testApp, 'help-organizations', id)
    await saveDraft(testApp, 'help-organizations', id, { phones })
    expect((await newest(testApp, 'help-organizations', id))['phones']).toEqual(phones)
  })

  it.each([
    ['too few digits', '877-777-477'],
    ['too many digits', '877-777-47788'],
    ['a letter among the digits', '877-777-477x'],
    ['words', 'call us'],
    ['an emergency number', '911'],
    ['a country code alone', '+1'],
    ['a number of two lines', '877-777-4778 or 800-829-1040'],
    ['a number inside a sentence', 'Call 877-777-4778 on weekdays'],
    ['a number with an extension, which would be lost', '877-777-4778 ext. 12'],
    ['markup', '<a href="tel:8777774778">877-777-4778</a>'],
  ])('cannot be %s', async (_form, number) => {
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'help-organizations', organizationWith(number)),
      { 'phones.0.number': /is not a phone number\. Write ten digits, such as 877-777-4778/ },
    )
  })

  it('cannot be anything but text', async () => {
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'help-organizations', organizationWith(8777774778)),
      { 'phones.0.number': /is not a phone number/ },
    )
  })

  it('is named by its place in the list when it is wrong', async () => {
    const phones = [
      { label: 'First', number: '877-777-4778' },
      { label: 'Second', number: 'nobody knows' },
    ]
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'help-organizations', { name: 'Two lines', phones }),
      { 'phones.1.number': /“nobody knows” is not a phone number/ },
    )
  })

  it('may be missing while a draft is half-finished', async () => {
    const phones = [{ label: 'To be found' }]
    const organization: Document = await draftOf(testApp, 'help-organizations', {
      name: 'No number yet',
      phones,
    })
    expect(organization).toMatchObject({ phones: [{ number: null }] })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { createDraft, draftOf, expectInvalid, type Editable } from '../support/editing.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

/** Every field that holds a web address: where it is, and a document that has one there. */
const places: [Editable, string, (url: unknown) => Record<string, unknown>][] = [
  ['help-organizations', 'url', (url) => ({ url })],
  ['notices', 'officialUrl', (officialUrl) => ({ officialUrl })],
  ['notices', 'deadline.source', (source) => ({ deadline: { source } })],
  ['notices', 'sourcing.source', (source) => ({ sourcing: { source } })],
  ['stations', 'sourcing.source', (source) => ({ sourcing: { source } })],
  ['phases', 'sourcing.source', (source) => ({ sourcing: { source } })],
  ['forms', 'sourcing.source', (source) => ({ sourcing: { source } })],
  ['help-organizations', 'sourcing.source', (source) => ({ sourcing: { source } })],
  ['forms', 'urls.0.url', (url) => ({ urls: [{ language: 'en', url }] })],
  ['stations', 'connections.0.source', (source) => ({ connections: [{ source }] })],
]

describe('A web address', () => {
  it.each(places)('is checked in %s at %s', async (collection, path, data) => {
    await expectInvalid(testApp, () => createDraft(testApp, collection, data('irs.gov')), {
      [path]: /“irs\.gov” is not a web address\. Write it in full, such as https:/,
    })
  })

  it.each([
    'https://www.irs.gov/payments',
    'http://www.thetruthtoledo.com/story/2019/112019/tax.htm',
    'https://www.taxpayeradvocate.irs.gov/?s=&filter=tax_terms',
    'https://es.example.gov/año?q=á#sección',
  ])('can be %s', async (url) => {
    const { id } = await draftOf(testApp, 'help-organizations', { url })
    expect(id).toMatch(/\S/)
  })

  it.each([
    ['a host without a scheme', 'www.irs.gov'],
    ['a path', '/payments'],
    ['a script', 'javascript:alert(1)'],
    ['a script behind spaces', '  javascript:alert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a file', 'file:///etc/passwd'],
    ['a file transfer address', 'ftp://ftp.irs.gov/pub'],
    ['a mail address', 'mailto:phishing@irs.gov'],
    ['a machine of the house', 'http://localhost:3000/'],
    ['an address with a person and password in it', 'https://user:secret@www.irs.gov/'],
    ['an address with a person in it', 'https://www.irs.gov@evil.example/'],
    ['nothing but a scheme', 'https://'],
    ['words', 'see the IRS site'],
  ])('cannot be %s', async (_form, url) => {
    await expectInvalid(testApp, () => createDraft(testApp, 'help-organizations', { url }), {
      url: /is not a web address/,
    })
  })

  it.each([
    ['a number', 42],
    ['a list', ['https://www.irs.gov/']],
    ['an object', { href: 'https://www.irs.gov/' }],
  ])('cannot be %s', async (_form, url) => {
    await expectInvalid(testApp, () => createDraft(testApp, 'help-organizations', { url }), {
      url: /is not a web address/,
    })
  })
})

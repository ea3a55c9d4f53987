import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { addressOf, headings, inSpanish, kindsOfPages } from '../support/reading.ts'

let panel: Panel
let reader: Tab
const messages: string[] = []

beforeAll(async () => {
  panel = await openPanel()
  reader = await panel.open()
  reader.page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`))
})
afterAll(() => panel.close())

// The language switch of the English page leads to the Spanish one, and that of the Spanish one back.
describe.each(kindsOfPages)('%s', (_kind, address) => {
  let path: string

  beforeAll(async () => {
    path = await addressOf(panel, address)
    expect(await reader.read(path)).toBe(200)
  })

  describe.each([
    ['English', 'en', 'Español', (english: string) => inSpanish(english)],
    ['Spanish', 'es', 'English', (english: string) => english],
  ])('in %s', (_language, code, other, inOther) => {
    beforeAll(() => reader.page.waitForLoadState('load'))

    it('says which language it is in, and which installation this is', async () => {
      const { page } = reader
      expect(await page.locator('html').getAttribute('lang')).toBe(code)
      expect(await page.getByText(panel.label).first().isVisible()).toBe(true)
    })

    it('has one first heading, and leaves out no level of those below it', async () => {
      const levels = (await headings(reader.page.locator('body'))).map((one) => Number(one[0]))
      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
    })

    it('leads to itself in the other language', async () => {
      const { page } = reader
      await page.getByRole('link', { name: other, exact: true }).click()
      await page.waitForURL(panel.origin + inOther(path))
      expect(await page.locator('html').getAttribute('lang')).not.toBe(code)
    })
  })
})

describe('the language switch', () => {
  it.each([
    '/map?at=balance-paid',
    '/map?line=collection',
    '/map?notice=cp14',
    '/search?q=plan&kind=notices',
    '/notices?code=CP9999',
    '/stations/no-such-stop',
  ])('keeps what was chosen at %s', async (address) => {
    await reader.read(address)
    await reader.page.getByRole('link', { name: 'Español', exact: true }).click()
    await reader.page.waitForURL(`${panel.origin}/es${address}`)
  })

  it('takes along nothing that is not about the page', async () => {
    await reader.read('/notices/cp14?utm_source=mail')
    await reader.page.getByRole('link', { name: 'Español', exact: true }).click()
    await reader.page.waitForURL(`${panel.origin}/es/notices/cp14`)
  })
})

describe('whoever has read all of these pages', () => {
  it('has found no message in the console', () => {
    expect(messages.filter((message) => !isAboutMissingPage(message))).toEqual([])
    expect(reader.errors.filter((error) => !isAboutMissingPage(error))).toEqual([])
  })

  it('has asked no other server for anything', () => {
    expect(reader.otherServers).toEqual([])
  })

  it('has been given no cookie', async () => {
    expect(await reader.page.context().cookies()).toEqual([])
  })

  it('has nothing kept in the browser', async () => {
    expect(await reader.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  })
})

/** What browsers say by themselves of a page that does not exist. */
function isAboutMissingPage(message: string): boolean {
  return message.includes('responded with a status of 404')
}

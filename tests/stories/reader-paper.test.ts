import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'

let panel: Panel
let reader: Tab

beforeAll(async () => {
  panel = await openPanel()
  reader = await panel.open()
})
afterAll(() => panel.close())

describe('a notice that somebody prints', () => {
  beforeAll(async () => {
    await reader.read('/notices/cp14')
    await reader.page
      .locator('summary')
      .filter({ hasText: /^Pay the full amount$/ })
      .click()
    await reader.page.emulateMedia({ media: 'print' })
  })

  it.each([
    ['the way around the site', 'nav'],
    ['the search', 'search'],
    ['the banner of the government', '[aria-label^="Official website"]'],
    ['buttons', '.usa-button'],
  ])('leaves out %s', async (_, selector) => {
    const parts = reader.page.locator(selector)
    expect(await parts.count()).toBeGreaterThan(0)
    expect(await parts.filter({ visible: true }).count()).toBe(0)
  })

  it('says the code, what to do and by when', async () => {
    const { page } = reader
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    expect(await page.getByText('Within 21 days of the date printed').isVisible()).toBe(true)
  })

  it('has all steps with their texts, also what was closed on the screen', async () => {
    const { page } = reader
    const texts = page.locator('main li > details > div')
    const hidden = texts.filter({ visible: false })
    expect(await texts.count()).toBeGreaterThan(4)
    expect(await hidden.count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    expect(await hidden.count()).toBeGreaterThan(0)
    await page.emulateMedia({ media: 'print' })
  })

  it('says where a link to another site leads', async () => {
    const link = reader.page.locator('main a[href^="https://www.irs.gov/"]').first()
    const added = await link.evaluate((it) => getComputedStyle(it, '::after').content)
    expect(added).toContain('https://www.irs.gov/')
  })

  it('says which installation it is from', async () => {
    expect(await reader.page.getByText(panel.label).first().isVisible()).toBe(true)
  })
})

describe('the map that somebody prints', () => {
  const pieces = () => reader.page.locator('.sm-map-paper svg')

  beforeAll(async () => {
    await reader.page.emulateMedia({ media: 'screen' })
    await reader.read('/map')
  })

  it('is not drawn for paper as long as nobody does', async () => {
    expect(await pieces().count()).toBe(0)
  })

  it('is drawn in pieces for the paper', async () => {
    await reader.page.pdf()
    const drawn = await pieces().evaluateAll((all) =>
      all.map((piece) => [...piece.children].map((one) => one.getAttribute('href'))),
    )
    expect(drawn.length).toBeGreaterThan(6)
    for (const hrefs of drawn) expect(hrefs).toEqual(['#map-drawing'])
  })

  it('is drawn once, also for a second print', async () => {
    const drawn = await pieces().count()
    await reader.page.emulateMedia({ media: 'print' })
    expect(await pieces().filter({ visible: true }).count()).toBe(drawn)
    await reader.page.emulateMedia({ media: 'screen' })
  })
})

describe('the telephone numbers of an organization', () => {
  it.each(['/notices/cp14', '/es/stations/balance-paid', '/help/taxpayer-advocate-service'])(
    'are links that call it, on %s',
    async (address) => {
      await reader.read(address)
      const number = reader.page.getByRole('link', { name: '877-777-4778' }).first()
      expect(await number.getAttribute('href')).toBe('tel:+18777774778')
    },
  )

  it('say which of them is for people who type', async () => {
    await reader.read('/help/taxpayer-advocate-service')
    const entry = reader.page.locator('dl > div').filter({ hasText: '800-829-4059' })
    expect(await entry.innerText()).toContain('TTY')
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { mapPage, type MapPage } from '../support/map-page.ts'

const first = 'Taxpayer Seeks Answers to Tax Law Questions'
const widths = [320, 768, 1280]

let panel: Panel
let reader: Tab
let map: MapPage

beforeAll(async () => {
  panel = await openPanel()
  reader = await panel.open()
  map = await mapPage(reader, panel.origin)
})
afterAll(() => panel.close())

describe.each(widths)('the map at %i px', (width) => {
  it('opens where the way begins, at a size that can be read', async () => {
    await map.open('/map', { width })
    expect(await map.seen(first)).toBe(1)
    expect(await map.plateWidth()).toBeGreaterThan(150)
  })

  it('opens at the stop that the address names, and tells about it beside it', async () => {
    await map.open('/map?at=balance-paid', { width })
    expect(await map.seen('Balance Paid')).toBe(1)
    expect(await map.plateWidth()).toBeGreaterThan(150)
    expect(await map.panel.getByRole('heading').innerText()).toBe('Balance Paid')
  })

  it.each([
    ['first', 'seek-tax-law-answers', first],
    ['last', 'court-of-appeals', 'U.S. Court of Appeals'],
  ])('brings the %s stop out from under the panel', async (_, slug, title) => {
    await map.open(`/map?at=${slug}`, { width })
    expect(await map.seen(title)).toBe(1)
  })

  it('is no wider than the page', async () => {
    await map.open('/map?at=balance-paid', { width })
    expect(await map.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })

  it('has controls that a finger hits', async () => {
    await map.open('/map?at=balance-paid', { width })
    for (const name of ['Larger', 'Smaller', 'Whole map', 'Close']) {
      const box = (await map.page.getByRole('button', { name, exact: true }).boundingBox())!
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
    }
    for (const line of await map.page
      .getByRole('navigation', { name: 'Show one line' })
      .getByRole('link')
      .all())
      expect((await line.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  })
})

describe('a station’s page', () => {
  it('leads to its place on the map, and the map back to it', async () => {
    await map.page.goto(`${panel.origin}/stations/balance-paid`)
    await map.page.getByRole('link', { name: 'Show on roadmap' }).click()
    await map.page.waitForURL('**/map?at=balance-paid#map')
    await map.panel.getByRole('link', { name: 'Read about this stop' }).click()
    await map.page.waitForURL('**/stations/balance-paid')
  })
})

describe('choosing a stop', () => {
  beforeEach(async () => {
    await map.open('/map')
    await map.stop('Return E-Filed').click()
    await map.panel.waitFor()
  })

  it('says what it is, what leads there and where it leads', async () => {
    const text = await map.panel.innerText()
    expect(text).toMatch(/^Close\s+Return E-Filed/)
    expect(text).toMatch(/Leads to\s+Return Received by IRS/)
    expect(text).toMatch(/Comes from\s+Paid Return Preparer/)
    expect(await map.seen('Return E-Filed')).toBe(1)
  })

  it('puts the focus on what is told, after which the way to the page comes soon', async () => {
    expect(await map.panel.evaluate((it) => it === document.activeElement)).toBe(true)
  })

  it('lets the reader go on to where it leads, on the map', async () => {
    await map.panel.getByRole('link', { name: 'Return Received by IRS' }).click()
    expect(await map.panel.getByRole('heading').innerText()).toBe('Return Received by IRS')
    expect(await map.seen('Return Received by IRS')).toBe(1)
    expect(new URL(map.page.url()).pathname).toBe('/map')
  })

  it('brings its ways forward, and those of no other stop', async () => {
    const near = await map.page
      .locator('.sm-way--near')
      .evaluateAll((ways) => ways.map((way) => way.getAttribute('data-to')))
    expect(near.filter((to) => to !== 'return-e-filed')).toEqual(['return-received'])
    expect(near.length).toBeGreaterThan(2)
  })

  it('marks it as the current one for whoever does not see that', async () => {
    expect(await map.stop('Return E-Filed').getAttribute('aria-current')).toBe('true')
    expect(await map.frame.locator('[aria-current]').count()).toBe(1)
  })

  it.each([
    ['Escape', () => map.page.keyboard.press('Escape')],
    ['the button', () => map.panel.getByRole('button', { name: 'Close' }).click()],
  ])('ends with %s, and the focus is at the stop again', async (_, close) => {
    await close()
    expect(await map.panel.isVisible()).toBe(false)
    expect(await map.focused()).toBe('Return E-Filed')
  })

  it('ends with Escape at the stop, too', async () => {
    await map.stop('Return E-Filed').focus()
    await map.page.keyboard.press('Escape')
    expect(await map.panel.isVisible()).toBe(false)
    expect(await map.focused()).toBe('Return E-Filed')
  })
})

describe('one line', () => {
  it('is shown alone, with the others behind it, from where it begins', async () => {
    await map.open('/map')
    await map.page
      .getByRole('navigation', { name: 'Show one line' })
      .getByRole('link', { name: 'Appeals' })
      .click()
    await map.page.waitForURL('**/map?line=appeals#map')
    const colour = (title: string) =>
      map
        .stop(title)
        .locator('.sm-stop__plate')
        .evaluate((plate) => getComputedStyle(plate).stroke)
    expect(await colour('Appeals Conference')).toBe('rgb(139, 83, 0)')
    expect(await colour('Balance Paid')).toBe(await colour('Return Mailed'))
    expect(await map.seen('Appeal Station: Taxpayer Files Appeal or Claim Request')).toBe(1)
    expect(await map.page.locator('.sm-outline h3').allInnerTexts()).toEqual([
      expect.stringContaining('Appeals'),
    ])
  })

  it('is named as the chosen one', async () => {
    await map.open('/map?line=appeals')
    const current = map.page.locator('.sm-map-lines [aria-current]')
    expect(await current.allInnerTexts()).toEqual([expect.stringMatching(/Appeals$/)])
  })
})

describe('the stops of a letter', () => {
  const lit = [
    'Balance Due to IRS by Taxpayer',
    'Balance Due on Account',
    'Notice of Tax Due and Demand for Payment',
  ]

  beforeEach(async () => {
    await map.open('/map')
    await map.page.getByLabel('Stops of a letter').fill('cp-14')
    await map.page.getByRole('button', { name: 'Show', exact: true }).click()
    await map.page.waitForURL(/notice=cp-14/)
  })

  it('are lit, however the code was written', async () => {
    const titles = await map.frame.locator('.sm-stop--lit title').allTextContents()
    expect(titles.sort()).toEqual([...lit].sort())
    expect(await map.seen(lit[0]!)).toBe(1)
  })

  it('are listed, each with its place on the map', async () => {
    const list = map.page.locator('.sm-lit li')
    expect((await list.allInnerTexts()).sort()).toEqual([...lit].sort())
    await list.getByRole('link', { name: lit[2]! }).click()
    await map.page.waitForURL(/at=/)
    await map.panel.waitFor()
    expect(await map.seen(lit[2]!)).toBe(1)
    expect(await map.frame.locator('.sm-stop--lit').count()).toBe(3)
  })

  it('lead to the letter', async () => {
    await map.page.getByRole('link', { name: 'Read about CP14' }).click()
    await map.page.waitForURL('**/notices/cp14')
  })
})

describe('what the map cannot show', () => {
  it('is said of a letter that is nowhere on it, with where to read on', async () => {
    await map.open('/map?notice=CP9142')
    expect(await map.page.getByText('CP9142 is on no stop of the map.').isVisible()).toBe(true)
    const link = map.page.getByRole('link', { name: 'Read about CP9142' })
    expect(await link.getAttribute('href')).toBe('/notices?code=CP9142')
  })

  it('is said of a stop that is not on it, and the map opens at its beginning', async () => {
    await map.open('/map?at=zyzzyva')
    expect(await map.page.getByText('The stop you asked for is not on the map.').isVisible()).toBe(
      true,
    )
    const link = map.page.getByRole('link', { name: 'Find out what became of it' })
    expect(await link.getAttribute('href')).toBe('/stations/zyzzyva')
    expect(await map.seen(first)).toBe(1)
  })
})

describe('whoever has used the map', () => {
  it('has found no error', () => {
    expect(reader.errors).toEqual([])
  })

  it('has asked no other server for anything', () => {
    expect(reader.otherServers).toEqual([])
  })
})

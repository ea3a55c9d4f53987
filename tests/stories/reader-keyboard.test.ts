import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { focusOf, tabThrough } from '../support/reading.ts'

let panel: Panel
let reader: Tab
let page: Page

beforeAll(async () => {
  panel = await openPanel()
  reader = await panel.open()
  page = reader.page
})
afterAll(() => panel.close())

// One way through the site, on which no mouse is touched: each part goes on where the one before ends.
describe('somebody who has only a keyboard', () => {
  const enter = () => page.keyboard.press('Enter')

  it('meets first a link that leads past what all pages share', async () => {
    await reader.read('/')
    await page.keyboard.press('Tab')
    expect(await focusOf(page)).toMatchObject({ text: 'Skip to main content', isVisible: true })
    await enter()
    await page.keyboard.press('Tab')
    expect(await page.getByLabel('Code or words on your letter').evaluate(isFocused)).toBe(true)
  })

  it('gets from the home page to a station by the suggestions of the search', async () => {
    await tabThrough(page, ({ tag, isVisible }) => tag === 'button' && isVisible)
    await page.keyboard.press('Tab')
    expect(await page.getByRole('combobox').evaluate(isFocused)).toBe(true)
    await page.keyboard.type('balance paid')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.press('ArrowDown')
    expect((await focusOf(page)).isVisible).toBe(true)
    await enter()
    await page.waitForURL('**/stations/balance-paid')
  })

  it('closes and opens a step', async () => {
    await tabThrough(page, ({ tag, text }) => tag === 'summary' && text === 'If you disagree')
    const step = page.getByRole('listitem').filter({ has: page.getByText('If you disagree') })
    const body = step.getByRole('heading', { name: 'If you think the notice is wrong' })
    expect(await body.isVisible()).toBe(true)
    await enter()
    expect(await body.isVisible()).toBe(false)
    expect(await focusOf(page)).toMatchObject({ text: 'If you disagree', isVisible: true })
    await page.keyboard.press('Space')
    expect(await body.isVisible()).toBe(true)
  })

  it('gets to the page of the step', async () => {
    await tabThrough(page, ({ text }) => text.startsWith('This step on a page of its own'))
    await enter()
    await page.waitForURL('**/steps/*')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('If you disagree')
  })

  it('gets to the map, and on it from stop to stop', async () => {
    await tabThrough(page, ({ text }) => text === 'Map')
    await enter()
    await page.waitForURL('**/map')
    const isStop = () =>
      page.evaluate(() => document.activeElement!.closest('.sm-stop')?.getAttribute('href') ?? null)
    for (let count = 0; count < 60 && (await isStop()) === null; count += 1)
      await page.keyboard.press('Tab')
    const first = await isStop()
    expect(first).toMatch(/^\/stations\//)
    expect((await focusOf(page)).isVisible).toBe(true)
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft']) {
      await page.keyboard.press(key)
      if ((await isStop()) !== first) break
    }
    expect(await isStop()).toMatch(/^\/stations\//)
    expect(await isStop()).not.toBe(first)
    expect((await focusOf(page)).isVisible).toBe(true)
  })

  it('made no error on the way', () => {
    expect(reader.errors).toEqual([])
  })
})

describe.each([
  ['the home page', '/'],
  ['a notice in Spanish', '/es/notices/cp14'],
])('%s', (_, address) => {
  it('shows the focus wherever it is, and lets it go in the end', async () => {
    await reader.read(address)
    const way = await tabThrough(page)
    expect(way.length).toBeGreaterThan(10)
    expect(way.filter(({ isVisible }) => !isVisible)).toEqual([])
  })
})

function isFocused(element: Element): boolean {
  return element === document.activeElement
}

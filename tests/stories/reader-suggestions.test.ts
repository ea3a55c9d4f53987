import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'

let panel: Panel
let reader: Tab
let page: Page
let field: Locator
let list: Locator

beforeAll(async () => {
  panel = await openPanel()
  reader = await panel.open()
  page = reader.page
  field = page.getByRole('combobox', { name: 'Search the roadmap' })
  list = page.getByRole('listbox', { name: 'Suggestions' })
})
afterAll(() => panel.close())

// See https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, with a list from which one chooses by hand.
describe('the search field of the home page', () => {
  beforeEach(async () => {
    await reader.read('/')
    await field.focus()
  })

  it('is a combo box whose list is closed', async () => {
    expect(await field.getAttribute('aria-expanded')).toBe('false')
    expect(await field.getAttribute('aria-autocomplete')).toBe('list')
    expect(await list.count()).toBe(0)
  })

  it('opens a list that belongs to it while somebody types, and keeps the focus', async () => {
    await type('balance')
    expect(await field.getAttribute('aria-expanded')).toBe('true')
    expect(await list.getAttribute('id')).toBe(await field.getAttribute('aria-controls'))
    expect(await isFocused(field)).toBe(true)
    expect(await list.getByRole('option', { selected: true }).count()).toBe(0)
  })

  it('tells a screen reader how many suggestions there are', async () => {
    await type('balance paid')
    const count = await list.getByRole('option').count()
    await told(`Suggestions: ${count}. Choose with the arrow keys.`)
  })

  it('tells a screen reader that there are none', async () => {
    await page.keyboard.type('zzqqxx')
    await told('No suggestions')
    expect(await list.count()).toBe(0)
  })

  it('goes down and up through the suggestions by arrow keys, and back into the field', async () => {
    await type('balance')
    const options = list.getByRole('option')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await options.nth(1).getAttribute('aria-selected')).toBe('true')
    expect(await field.getAttribute('aria-activedescendant')).toBe(
      await options.nth(1).getAttribute('id'),
    )
    await page.keyboard.press('ArrowUp')
    expect(await options.nth(0).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowUp')
    expect(await isFocused(field)).toBe(true)
    expect(await list.getByRole('option', { selected: true }).count()).toBe(0)
  })

  it('leads to the page that is chosen with Enter', async () => {
    await type('balance paid')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/stations/balance-paid')
  })

  it('leads to the page that is chosen with the mouse', async () => {
    await type('CP14')
    await list.getByRole('option', { name: /^CP14:/ }).click()
    await page.waitForURL('**/notices/cp14')
  })

  it('searches for what is typed with Enter when nothing is chosen', async () => {
    await type('balance')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=balance')
  })

  it('closes the list with Escape from the field, and keeps what is typed', async () => {
    await type('balance')
    await page.keyboard.press('Escape')
    await closed('balance')
  })

  it('closes the list with Escape from a suggestion, and gives the focus back to the field', async () => {
    await type('balance')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await closed('balance')
  })

  it('goes on with what is typed while a suggestion is chosen', async () => {
    await type('balance')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type(' due')
    expect(await field.inputValue()).toBe('balance due')
  })

  it('asks as somebody who types, so that no letter on the way becomes a popular search', async () => {
    const asked: URLSearchParams[] = []
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url())
      if (pathname === '/api/search') asked.push(searchParams)
    })
    await type('balance')
    expect(asked.at(-1)?.get('q')).toBe('balance')
    expect(asked.map((one) => one.get('typing'))).toEqual(asked.map(() => 'true'))
  })
})

describe('the search field in the head of a page', () => {
  it('suggests in Spanish on a page in Spanish', async () => {
    await reader.read('/es/notices/cp14')
    await page.getByRole('combobox', { name: 'Buscar en el mapa' }).focus()
    await page.keyboard.type('saldo pagado')
    const suggestions = page.getByRole('listbox', { name: 'Sugerencias' })
    await suggestions.getByRole('option', { name: 'Saldo pagado' }).click()
    await page.waitForURL('**/es/stations/balance-paid')
  })
})

describe('the search field of a page of results', () => {
  beforeEach(async () => {
    await reader.read('/search?q=payment+plan')
  })

  it('keeps what was searched for', async () => {
    expect(await field.inputValue()).toBe('payment plan')
    await field.focus()
    expect(await list.count()).toBe(0)
  })

  it('searches for something else', async () => {
    await field.fill('levy')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search?q=levy')
  })
})

it('says no error in the console', () => {
  expect(reader.errors).toEqual([])
})

/** Types into the field, and waits for suggestions. */
async function type(text: string): Promise<void> {
  await page.keyboard.type(text)
  await list.waitFor()
}

async function told(text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).waitFor()
}

async function closed(text: string): Promise<void> {
  await list.waitFor({ state: 'detached' })
  expect(await field.getAttribute('aria-expanded')).toBe('false')
  expect(await isFocused(field)).toBe(true)
  expect(await field.inputValue()).toBe(text)
}

function isFocused(what: Locator): Promise<boolean> {
  return what.evaluate((it) => it === document.activeElement)
}

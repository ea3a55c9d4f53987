import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'

let panel: Panel
let reader: Tab
let page: Page

beforeAll(async () => {
  panel = await openPanel()
  // Everything here is there without script.
  reader = await panel.open({ javaScriptEnabled: false })
  page = reader.page
})
afterAll(() => panel.close())

const results = () => page.getByRole('main').locator('ol').last().getByRole('listitem')
const titles = () =>
  page.getByRole('main').locator('ol').last().getByRole('heading').allInnerTexts()
const count = async () => Number((await page.getByRole('status').innerText()).split(' ')[0])

describe('a search from the home page', () => {
  beforeAll(async () => {
    await reader.read('/')
    await page.getByLabel('Search the roadmap').fill('payment plan')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Results for “payment plan”' }).waitFor()
  })

  it('says how much was found, and keeps the words in the field', async () => {
    expect(await count()).toBeGreaterThan(10)
    expect(await page.getByLabel('Search the roadmap').inputValue()).toBe('payment plan')
  })

  it('highlights in each result what was looked for', async () => {
    const highlighted = await page.locator('mark').allInnerTexts()
    expect(highlighted).toEqual(expect.arrayContaining(['payment', 'plan']))
    expect(highlighted.filter((text) => !/pay|plan|instal|agree/i.test(text))).toEqual([])
  })

  it('leads to what was found', async () => {
    await page.getByRole('link', { name: 'Form 9465 Installment Agreement Request' }).click()
    expect(new URL(page.url()).pathname).toBe('/forms/form9465')
  })
})

describe('results of a search', () => {
  const narrow = () => page.getByRole('region', { name: 'Narrow by' })

  beforeEach(async () => {
    await reader.read('/search?q=payment+plan')
  })

  it('are narrowed to one kind, as many as it says', async () => {
    const letters = narrow().getByRole('link', { name: /^Letters and notices \(/ })
    const promised = Number(/\((\d+)\)/.exec(await letters.innerText())?.[1])
    await letters.click()
    expect(await count()).toBe(promised)
    const kinds = await page.getByRole('list', { name: 'Kind' }).allInnerTexts()
    expect(kinds.filter((text) => !text.includes('Letter or notice'))).toEqual([])
    expect(await letters.getAttribute('aria-current')).toBe('true')
  })

  it('are narrowed to one line of the map, and widened again', async () => {
    const before = await count()
    await narrow()
      .getByRole('link', { name: /^Appeals \(/ })
      .click()
    const kinds = await page.getByRole('list', { name: 'Kind' }).allInnerTexts()
    expect(kinds.filter((text) => !text.includes('Appeals'))).toEqual([])
    await narrow().getByRole('link', { name: 'All lines' }).click()
    expect(await count()).toBe(before)
  })

  it('go on on further pages, and back', async () => {
    const first = await titles()
    const pages = page.getByRole('navigation', { name: 'Pages of results' })
    expect(await pages.getByRole('link', { name: 'Previous' }).count()).toBe(0)
    await pages.getByRole('link', { name: 'Next' }).click()
    await pages.getByText(/^Page 2 of \d+$/).waitFor()
    const second = await titles()
    expect(second.filter((title) => first.includes(title))).toEqual([])
    await pages.getByRole('link', { name: 'Previous' }).click()
    await pages.getByText(/^Page 1 of \d+$/).waitFor()
    expect(await titles()).toEqual(first)
  })

  it('keep the kind they are narrowed to on the next page', async () => {
    await narrow()
      .getByRole('link', { name: /^Stops on the map \(/ })
      .click()
    const found = await count()
    await page.getByRole('link', { name: 'Next' }).click()
    expect(await count()).toBe(found)
    const kinds = await page.getByRole('list', { name: 'Kind' }).allInnerTexts()
    expect(kinds.filter((text) => !text.includes('Stop on the map'))).toEqual([])
  })
})

describe('a word that is spelled wrongly', () => {
  it('finds what was meant, and offers the right spelling', async () => {
    await reader.read('/search?q=colection')
    expect(await results().count()).toBeGreaterThan(0)
    await page.getByText('Did you mean').getByRole('link', { name: 'collection' }).click()
    await page.getByRole('heading', { name: 'Results for “collection”' }).waitFor()
    expect(await page.getByText('Did you mean').count()).toBe(0)
  })
})

describe('a search that finds nothing', () => {
  beforeEach(async () => {
    await reader.read('/search?q=zzqqxx')
  })

  it('says so, and what one can try', async () => {
    expect(await page.getByRole('status').innerText()).toBe('Nothing found')
    await page.getByRole('heading', { name: 'What you can try' }).waitFor()
    expect(await page.getByText('type only its code, such as CP14').isVisible()).toBe(true)
  })

  it('offers what many people search for', async () => {
    const popular = page.getByRole('listitem').getByRole('link', { name: 'payment plan' })
    await popular.click()
    expect(await results().count()).toBeGreaterThan(0)
  })
})

describe('a search for too much', () => {
  it('says how much is searched for, and searches for nothing', async () => {
    expect(await reader.read(`/search?q=${'word+'.repeat(1000)}`)).toBe(400)
    expect(await page.getByText('Use at most 200 characters').isVisible()).toBe(true)
    expect(await page.getByRole('status').count()).toBe(0)
  })
})

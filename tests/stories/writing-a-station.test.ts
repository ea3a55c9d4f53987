import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../seed/demo-people.ts'
import {
  openPanel,
  richText,
  saveDraft,
  whenUsable,
  writeStation,
  type Panel,
  type Tab,
} from '../support/browser.ts'

let panel: Panel

beforeAll(async () => {
  panel = await openPanel()
})
afterAll(() => panel.close())

describe.each(['editor', 'editor2', 'reviewer', 'publisher', 'administrator'] as const)(
  'the %s',
  (person) => {
    it('signs in and finds the content in groups', async () => {
      const { goTo, page } = await panel.open()
      await goTo('/admin/login')
      await page.getByLabel('Email').fill(`${person}@stationmaster.test`)
      await page.getByLabel('Password').fill(demoPassword)
      await page.getByRole('button', { name: 'Login' }).click()
      await page.waitForURL('**/admin')
      await page.getByRole('heading', { name: 'Record' }).waitFor()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Your desk')
      // The sections of the desk come when they are there.
      const groups = page.locator('h2:not(.desk h2)')
      expect(await groups.allInnerTexts()).toEqual([
        'Roadmap',
        'Shared content',
        'Search',
        'People',
        'Review',
        'Record',
      ])
    })
  },
)

// Whoever may write at least, and whoever may do most.
describe.each(['editor', 'administrator'] as const)('the %s', (person) => {
  const title = `The stop of the ${person}`
  const slug = `stop-of-the-${person}`
  const draft = `/api/stations?draft=true&depth=0&where[slug][equals]=${slug}`
  let tab: Tab
  let address: string

  beforeAll(async () => {
    tab = await panel.signIn(person)
  })

  it('writes a station, saves it as a draft and reads it back', async () => {
    address = await writeStation(tab, { title, slug })
    await tab.goTo(address)
    const { page } = tab
    expect(await page.getByLabel('Title').inputValue()).toBe(title)
    expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe(slug)
    await page.locator('#field-phase').getByText('Collection').waitFor()
    await richText(page, 'overview').getByText('Here you learn what you owe.').waitFor()
    await page.locator('.doc-controls').getByText('Draft', { exact: true }).first().waitFor()
  })

  it('gets the draft over REST', async () => {
    const { status, body } = await tab.ask(draft)
    expect(status).toBe(200)
    expect(body.docs).toMatchObject([{ title, slug, _status: 'draft' }])
    expect(JSON.stringify(body.docs)).toContain('Here you learn what you owe.')
  })

  it('shows readers nothing of the draft', async () => {
    const { status, body } = await panel.ask(draft)
    expect(status).toBe(200)
    expect(body).toMatchObject({ docs: [], totalDocs: 0 })
  })
})

describe('an editor whose browser is busy', () => {
  let tab: Tab
  let address: string

  const typeAtTheEnd = async (words: string) => {
    await richText(tab.page, 'overview').click()
    await tab.page.keyboard.press('Control+End')
    await tab.page.keyboard.type(words)
  }
  const overview = async () => {
    await tab.goTo(address)
    return richText(tab.page, 'overview').innerText()
  }

  beforeAll(async () => {
    tab = await panel.signIn('editor')
    await tab.page.addInitScript(() => {
      // No idle moment comes before the draft is saved.
      window.requestIdleCallback = (callback) =>
        window.setTimeout(() => callback({ didTimeout: true, timeRemaining: () => 0 }), 60_000)
      window.cancelIdleCallback = (handle) => window.clearTimeout(handle)
    })
  })

  it('loses no word by saving at once', async () => {
    address = await writeStation(tab, { title: 'Written in haste', slug: 'written-in-haste' })
    expect(await overview()).toBe('Here you learn what you owe.')
  })

  it('loses no word by saving with the keyboard', async () => {
    await typeAtTheEnd(' And by when.')
    await tab.page.getByLabel('Title').fill('Written in great haste')
    await typeAtTheEnd(' And how.')
    const saved = tab.page.waitForResponse((response) => response.url().includes('draft=true'))
    await tab.page.keyboard.press('Control+s')
    expect((await saved).status()).toBe(200)
    await whenUsable(tab.page)
    expect(await overview()).toBe('Here you learn what you owe. And by when. And how.')
  })

  it('is not told of changes when nothing was typed since', async () => {
    await typeAtTheEnd(' Soon.')
    await saveDraft(tab.page)
    await richText(tab.page, 'overview').click()
    await tab.page.getByLabel('Title').click()
    expect(await tab.page.getByRole('button', { name: 'Save Draft' }).isDisabled()).toBe(true)
  })
})

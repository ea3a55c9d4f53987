import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'

let panel: Panel
let editor: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
})
afterAll(() => panel.close())

describe('an editor who saves a draft', () => {
  it('is told what is wrong with an address, and finds what they wrote still there', async () => {
    const { goTo, page } = editor
    await goTo('/admin/collections/stations/create')
    await page.getByLabel('Title').fill('A stop with a bad address')
    await page.getByRole('textbox', { name: 'Address' }).fill('Bad Address!')
    await saveRefused(page)
    await told(page, '“Bad Address!” cannot be an address.')
    expect(await page.getByLabel('Title').inputValue()).toBe('A stop with a bad address')
    expect(await page.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('Bad Address!')
    expect(await titled('stations', 'title', 'A stop with a bad address')).toEqual([])
  })

  it('is told that an address is taken', async () => {
    const { goTo, page } = editor
    await goTo('/admin/collections/stations/create')
    await page.getByLabel('Title').fill('A second end of the line')
    await page.getByRole('textbox', { name: 'Address' }).fill('balance-paid')
    await saveRefused(page)
    await told(page, '“balance-paid” already belongs to another document.')
    expect(await titled('stations', 'title', 'A second end of the line')).toEqual([])
  })

  it('is told what is wrong with a phone number', async () => {
    const { goTo, page } = editor
    await goTo('/admin/collections/help-organizations/create')
    // The row first: Payload may leave a row empty that is added while it still checks what was typed before.
    await page.getByRole('button', { name: 'Add Phone number' }).click()
    await page.getByLabel('What for').fill('Questions')
    await page.getByRole('textbox', { name: 'Number' }).fill('call us')
    await page.getByLabel('Name').fill('Help without a phone')
    await saveRefused(page)
    await told(page, '“call us” is not a phone number.')
    expect(await titled('help-organizations', 'name', 'Help without a phone')).toEqual([])
  })
})

/** Tries to save a draft and waits until it is refused. */
async function saveRefused(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes('draft=true'))
  await page.getByRole('button', { name: 'Save Draft' }).click()
  expect((await answered).status()).toBe(400)
}

/** Waits until the page says this, at the field or beside the form. */
async function told(page: Page, sentence: string): Promise<void> {
  await page.getByText(sentence).filter({ visible: true }).first().waitFor()
}

async function titled(collection: string, field: string, title: string) {
  const { body } = await editor.ask(
    `/api/${collection}?draft=true&where[${field}][equals]=${encodeURIComponent(title)}`,
  )
  return body.docs
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, richText, saveDraft, type Panel, type Tab } from '../support/browser.ts'
import { agree, barriers, dialog, draftStation, idOf, standsAs } from '../support/reviewing.ts'
import { fromWord } from '../src/app/admin/rich-text/pasted.ts'

let panel: Panel
let editor: Tab
let address: string

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  address = await draftStation(editor, { title: 'Written comfortably' })
})
afterAll(() => panel.close())

describe('an editor who pastes from Word', () => {
  it('has the headings, lists, tables and links of it, and none of its styles', async () => {
    const { page } = editor
    await editor.goTo(address)
    await richText(page, 'overview').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await richText(page, 'overview').evaluate((field, html) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', 'Balance due')
      field.dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }),
      )
    }, fromWord)
    await richText(page, 'overview').getByRole('heading', { name: 'How long' }).waitFor()
    await saveDraft(page)
    const overview = JSON.stringify(await savedOverview())
    const kinds = [...overview.matchAll(/"(?:tag|type)":"(\w+)"/g)].map(([, kind]) => kind)
    for (const kind of ['h3', 'h4', 'ul', 'ol', 'table', 'link']) expect(kinds).toContain(kind)
    expect(overview).toContain('"url":"https://www.irs.gov/payments"')
    expect(overview).not.toMatch(/mso-|Symbol|Is this right|A note|file:/)
    expect(overview).toContain('Here you learn what you owe.')
  })
})

describe('an editor who links to a document', () => {
  it('chooses it by its code in any spelling, with the keyboard alone', async () => {
    const { page } = editor
    await editor.goTo(address)
    await richText(page, 'overview').getByText('Here you learn what you owe.').click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    await page.locator('[data-field-path="overview"] .toolbar-popup__button-link').first().click()
    const drawer = page.locator('dialog[open], .drawer--is-open').last()
    await drawer.getByText('Internal Link').click()
    const target = drawer.getByRole('combobox', { name: 'Document to link to' })
    await target.fill('cp-14')
    await drawer
      .getByRole('option', { name: /^CP14 / })
      .first()
      .waitFor()
    expect(await barriers(page, '.link-target')).toEqual([])
    await target.press('Enter')
    await drawer.getByRole('button', { name: 'Choose another document' }).waitFor()
    // As fast as hands can be: before the server has said that the document will do.
    await drawer
      .getByRole('button', { name: 'Save changes' })
      .evaluate((save) => (save as HTMLButtonElement).click())
    await saveDraft(page)
    expect(JSON.stringify(await savedOverview())).toContain('"relationTo":"notices"')
  })

  it('finds there, beside the notice, that the station uses it', async () => {
    const { page } = editor
    const { body } = await editor.ask('/api/notices?where[searchKey][equals]=cp14&depth=0')
    await editor.goTo(`/admin/collections/notices/${String(body.docs![0]!['id'])}`)
    const uses = page.getByRole('region', { name: /^Used in/ })
    const link = uses.getByRole('link', { name: 'Written comfortably' })
    while (!(await link.isVisible())) {
      const more = uses.getByRole('button', { name: /^Show/ })
      await more.or(link).first().waitFor()
      if (await link.isVisible()) break
      const shown = await uses.getByRole('listitem').count()
      await more.click()
      await expect.poll(() => uses.getByRole('listitem').count()).toBeGreaterThan(shown)
    }
    await uses.getByText('In its newest version, not public').first().waitFor()
    expect(await barriers(page, '.used-in')).toEqual([])
    await link.click()
    await page.waitForURL(`**${address}`)
  })
})

describe('an editor who looks for a text', () => {
  it('finds it by a word of the other language without its accent, and saves the filter', async () => {
    const { page } = editor
    await editor.ask(`/api/stations/${idOf(address)}?draft=true&locale=es`, {
      method: 'PATCH',
      body: { title: 'Escrito cómodamente' },
    })
    await editor.goTo('/admin/collections/stations')
    await page
      .getByRole('textbox', { name: 'Search the text, title or address' })
      .fill('comodamente')
    await page.getByRole('link', { name: 'Written comfortably' }).waitFor()
    await page.getByRole('button', { name: 'Save this filter…' }).click()
    await dialog(page).getByLabel('Name').fill('Mine')
    await agree(page, 'Save')
    await page.getByRole('status').filter({ hasText: '“Mine” is saved.' }).waitFor()
    await editor.goTo('/admin/collections/stations?search=')
    await page.getByLabel('Saved filters').selectOption('Mine')
    await page.waitForURL(/search=comodamente/)
    await page.getByRole('link', { name: 'Written comfortably' }).waitFor()
    expect(await barriers(page, '.workflow-choices-bar')).toEqual([])
    await page.getByRole('button', { name: 'Delete “Mine”' }).click()
    await page.getByLabel('Saved filters').waitFor({ state: 'detached' })
  })
})

describe('an editor who uses the keyboard', () => {
  it('sees the keys, goes to the other language and submits', async () => {
    const { page } = editor
    await editor.goTo(address)
    await page.locator('h1').first().click()
    await page.keyboard.press('?')
    await dialog(page).getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+L')
    await page.waitForURL(/locale=es/)
    await page.keyboard.press('Control+Shift+L')
    await page.waitForURL(/locale=en/)
    await standsAs(page, 'Draft')
    await page.locator('#field-title').press('Control+Enter')
    await dialog(page).waitFor()
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+Enter')
    await page.waitForURL(/\/admin\/review\/stations\//)
    expect(editor.errors).toEqual([])
  })
})

async function savedOverview(): Promise<unknown> {
  const { body } = await editor.ask(`/api/stations/${idOf(address)}?draft=true&depth=0`)
  return body['overview']
}

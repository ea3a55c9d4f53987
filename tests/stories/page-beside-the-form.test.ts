import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { draftStation } from '../support/reviewing.ts'

let panel: Panel
let editor: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
})
afterAll(() => panel.close())

describe('The page beside a form', () => {
  it('follows what is typed, and nothing of it is saved', async () => {
    const title = 'Before anything is typed'
    const address = await draftStation(editor, { title })
    await editor.goTo(address)
    await editor.page.getByRole('button', { name: 'Live Preview' }).click()
    const page = editor.page.frameLocator('#live-preview-iframe')
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await editor.page.getByRole('textbox', { name: 'Title' }).fill('After it was typed')
    await page.getByRole('heading', { level: 1, name: 'After it was typed' }).waitFor()
    const { body } = await editor.ask(address.replace('/admin/collections', '/api') + '?draft=true')
    expect(body['title']).toBe(title)
    await editor.page.getByRole('button', { name: 'Exit Live Preview' }).click()
  })

  it('says what keeps a text from being shown', async () => {
    const address = editor.page.getByRole('textbox', { name: 'Address' })
    await editor.page.getByRole('button', { name: 'Live Preview' }).click()
    await address.fill('Not an address!')
    const page = editor.page.frameLocator('#live-preview-iframe')
    await page.getByRole('alert').filter({ hasText: 'cannot be an address' }).waitFor()
    await editor.page.getByRole('button', { name: 'Exit Live Preview' }).click()
  })

  it('opens in a window of its own for what was never saved', async () => {
    await editor.goTo('/admin/collections/notices/create')
    await editor.page.getByRole('textbox', { name: 'Title' }).fill('A letter nobody has yet')
    const [opened] = await Promise.all([
      editor.page.waitForEvent('popup'),
      editor.page.getByRole('button', { name: /^Preview the page/ }).click(),
    ])
    await opened
      .getByRole('alert')
      .or(opened.getByRole('heading', { level: 1 }))
      .first()
      .waitFor()
    await editor.page.getByRole('textbox', { name: /^Code/ }).fill('CP 7777')
    await opened
      .getByRole('heading', { level: 1, name: /CP 7777.*A letter nobody has yet/ })
      .waitFor()
    const { body } = await editor.ask('/api/notices?where[code][equals]=CP%207777&draft=true')
    expect(body.docs).toEqual([])
    await opened.close()
  })
})

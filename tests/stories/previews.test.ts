import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, whenUsable, type Panel, type Tab } from '../support/browser.ts'
import { barriers, draftStation, review } from '../support/reviewing.ts'

let panel: Panel
let editor: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
})
afterAll(() => panel.close())

describe('an editor who shows a draft to somebody without an account', () => {
  let link: string
  const previews = () => review(editor.page).getByRole('region', { name: 'Preview for others' })

  beforeAll(async () => {
    await editor.goTo(await draftStation(editor, { title: 'Shown before its time' }))
  })

  it('makes a link with one button, and is told when it ends', async () => {
    await previews().getByRole('button', { name: 'Preview', exact: true }).click()
    await previews().getByRole('status').filter({ hasText: 'The preview is ready.' }).waitFor()
    const opened = previews().getByRole('link', { name: 'Open the preview (new tab)' })
    await expect.poll(() => opened.evaluate((it) => it === document.activeElement)).toBe(true)
    link = (await opened.getAttribute('href'))!
  })

  it('sends a link under which the draft is read, and which alone reads it', async () => {
    const stranger = await panel.open()
    await stranger.page.goto(link)
    await stranger.page.getByRole('heading', { name: 'Shown before its time' }).waitFor()
    const somebodyElse = await panel.open()
    expect(await somebodyElse.read(new URL(stranger.page.url()).pathname)).toBe(404)
  })

  it('meets no barrier for keyboards and screen readers', async () => {
    expect(await barriers(editor.page, '.workflow-panel')).toEqual([])
  })

  it('sees after a while how often it was read, and not its token', async () => {
    // It is written down every ten seconds.
    const read = async () => {
      await editor.page.reload()
      await whenUsable(editor.page)
      await previews().getByRole('listitem').first().waitFor()
      return previews().innerText()
    }
    await expect.poll(read, { timeout: 30_000, interval: 1_000 }).toMatch(/Read \d+ times\./)
    expect(await previews().getByRole('link').count()).toBe(0)
  })

  it('revokes it, and the link shows nothing any more', async () => {
    await previews()
      .getByRole('button', { name: /^Revoke/ })
      .click()
    await previews().getByRole('status').filter({ hasText: 'Revoked.' }).waitFor()
    await expect.poll(() => previews().getByRole('listitem').count()).toBe(0)
    const { page } = await panel.open()
    expect((await page.goto(link))!.status()).toBe(401)
    await page.getByRole('heading', { name: 'This preview cannot be shown' }).waitFor()
  })
})

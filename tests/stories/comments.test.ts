import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, richText, saveDraft, type Panel, type Tab } from '../support/browser.ts'
import { act, barriers, draftStation, idOf } from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let reviewer: Tab
/** Address of the form, such as /admin/collections/stations/ID. */
let form: string

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  reviewer = await panel.signIn('reviewer')
  // Making a page takes its time on a busy machine.
  reviewer.page.setDefaultTimeout(40_000)
  form = await draftStation(editor, { title: 'To be talked about' })
  await act(editor, form, 'submit')
})
afterAll(() => panel.close())

const shown = () => reviewer.page.frameLocator('.review-frame iframe')
const discussion = ({ page }: Tab) => page.getByRole('region', { name: 'Discussion' })

describe('a comment', () => {
  it('is begun on words that the reviewer selects on the page, and kept for the return', async () => {
    await reviewer.goTo(form.replace('/collections/', '/review/'))
    await shown().getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 })
    await shown().getByText('Here you learn what you owe.').selectText()
    await reviewer.page.keyboard.press('c')
    const about = discussion(reviewer).getByLabel('About')
    expect(await about.locator('option:checked').textContent()).toContain(
      'Here you learn what you owe.',
    )
    await reviewer.page.keyboard.type('Owe to whom?')
    await discussion(reviewer).getByRole('button', { name: 'Keep for my request' }).click()
    await discussion(reviewer).getByText('Nobody sees these until you send').waitFor()
    const { body } = await editor.ask(`/api/stations/${idOf(form)}/comments`)
    expect(body.docs).toEqual([])
  })

  it('mentions a colleague whose name is typed after an @', async () => {
    await discussion(reviewer).getByRole('button', { name: 'Write a comment' }).click()
    await reviewer.page.keyboard.type('Please look, @')
    await discussion(reviewer).getByRole('button', { name: /^@/ }).first().click()
    await discussion(reviewer).getByRole('button', { name: 'Post the comment' }).click()
    await discussion(reviewer).getByText('Your comment is posted.').waitFor()
  })

  it('goes with the request for changes, and is marked on the page', async () => {
    await reviewer.page.keyboard.press('r')
    await reviewer.page.keyboard.type('One thing.')
    await reviewer.page.getByRole('button', { name: 'Send back' }).click()
    await reviewer.page.getByText('Sent back with your words.').waitFor()
    await discussion(reviewer).getByText('Sent with a request for changes').waitFor()
    const mark = shown().locator('mark[data-comment]')
    await mark.first().waitFor()
    expect(await mark.first().textContent()).toMatch(/Comment 2 begins\. Here you learn/)
  })

  it('puts no barrier into the review', async () => {
    expect(await barriers(reviewer.page, '.review')).toEqual([])
  })

  it('stands beside the form, and leads the editor to its words', async () => {
    await editor.goTo(form)
    await discussion(editor).getByText('2 open threads').waitFor()
    const thread = discussion(editor).getByRole('article').filter({ hasText: 'Owe to whom?' })
    await thread.getByRole('button', { name: 'Show the place' }).click()
    await expect
      .poll(() => editor.page.evaluate(() => String(getSelection())))
      .toBe('Here you learn what you owe.')
    expect(await barriers(editor.page, '.comments-panel')).toEqual([])
  })

  it('says that its words are gone when the editor writes others, and is resolved', async () => {
    await richText(editor.page, 'overview').click()
    await editor.page.keyboard.press('ControlOrMeta+a')
    await editor.page.keyboard.type('The notice names the sum and the office to pay.')
    await saveDraft(editor.page)
    const thread = discussion(editor).getByRole('article').filter({ hasText: 'Owe to whom?' })
    await thread.getByText('This passage is not in the text any more.').waitFor()
    await thread.getByRole('button', { name: 'Reply' }).click()
    await editor.page.keyboard.type('To the office that the notice names.')
    await thread.getByRole('button', { name: 'Post the reply' }).click()
    await discussion(editor).getByText('Your reply is posted.').waitFor()
    await thread.getByRole('button', { name: 'Resolve' }).click()
    await discussion(editor).getByText('1 open thread', { exact: true }).waitFor()
  })

  it('is found by its address, also when it is resolved', async () => {
    const { body } = await editor.ask(`/api/stations/${idOf(form)}/comments?state=resolved`)
    const id = String(body.docs![0]!['id'])
    await reviewer.goTo(`${form.replace('/collections/', '/review/')}?comment=${id}`)
    await expect
      .poll(() => reviewer.page.evaluate(() => document.activeElement?.id))
      .toBe(`comment-${id}`)
  })

  it('is written without any message of the browser', () => {
    expect([...reviewer.errors, ...editor.errors]).toEqual([])
  })
})

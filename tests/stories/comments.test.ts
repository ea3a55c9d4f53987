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

const kept = (tab: Tab) => discussion(tab).locator('.comments-kept')
const keptText = (tab: Tab, words: string) => kept(tab).getByText(words, { exact: true })

/** What the browser keeps for requests for changes. */
const keptInBrowser = ({ page }: Tab) =>
  page.evaluate(
    () =>
      new Promise<{ said: { text: string } }[]>((resolve) => {
        const opening = indexedDB.open('stationmaster-unsaved')
        opening.onsuccess = () => {
          const all = opening.result.transaction('comments').objectStore('comments').getAll()
          all.onsuccess = () => {
            opening.result.close()
            resolve(all.result as { said: { text: string } }[])
          }
        }
      }),
  )

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

  it('that is kept is there again after the page was loaded anew, for nobody else', async () => {
    await reviewer.page.reload()
    await keptText(reviewer, 'Owe to whom?').waitFor()
    await kept(reviewer).getByText('Here you learn what you owe.').waitFor()
    await editor.goTo(form.replace('/collections/', '/review/'))
    await discussion(editor).getByRole('button', { name: 'Write a comment' }).waitFor()
    expect(await kept(editor).count()).toBe(0)
    await reviewer.goTo('/admin')
    const listed = reviewer.page.getByRole('region', { name: /Not saved, on this computer/ })
    await listed.getByText('1 comment for a request for changes').waitFor()
    expect(await barriers(reviewer.page, '.desk')).toEqual([])
    await listed.getByRole('link', { name: 'To be talked about' }).click()
    await shown().getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 })
    await keptText(reviewer, 'Owe to whom?').waitFor()
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
    expect(await kept(reviewer).count()).toBe(0)
    await expect.poll(() => keptInBrowser(reviewer)).toEqual([])
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

describe('comments that were kept and not sent', () => {
  let other: string

  beforeAll(async () => {
    // Logging out ends a session that other stories have, too.
    reviewer = await panel.signInAsNew({
      email: 'keeping@stationmaster.test',
      name: 'Kira Keeps',
      roles: ['reviewer'],
    })
    other = await draftStation(editor, { title: 'Kept waiting' })
    await act(editor, other, 'submit')
  })

  async function keep(words: string): Promise<void> {
    await reviewer.goTo(other.replace('/collections/', '/review/'))
    await discussion(reviewer).getByRole('button', { name: 'Write a comment' }).click()
    await reviewer.page.keyboard.type(words)
    await discussion(reviewer).getByRole('button', { name: 'Keep for my request' }).click()
    await keptText(reviewer, words).waitFor()
    await expect.poll(async () => JSON.stringify(await keptInBrowser(reviewer))).toContain(words)
  }

  it('are taken out for good', async () => {
    await keep('Which letter?')
    await keep('Which office?')
    await kept(reviewer)
      .getByRole('button', { name: /^Take out ?: Which office/ })
      .click()
    await keptText(reviewer, 'Which office?').waitFor({ state: 'detached' })
    await expect.poll(async () => (await keptInBrowser(reviewer)).length).toBe(1)
    await reviewer.page.reload()
    await keptText(reviewer, 'Which letter?').waitFor()
    expect(await keptText(reviewer, 'Which office?').count()).toBe(0)
  })

  it('about a text that was changed since are offered, and go with none by themselves', async () => {
    await act(editor, other, 'recall')
    const change = { summary: 'A stop on the long way.' }
    await editor.ask(`/api/stations/${idOf(other)}?draft=true`, { method: 'PATCH', body: change })
    await act(editor, other, 'submit')
    await reviewer.page.reload()
    const offered = kept(reviewer).filter({ hasText: 'You wrote about an earlier text' })
    await offered.getByText('Which letter?').waitFor()
    expect(await kept(reviewer).count()).toBe(1)
    expect(await barriers(reviewer.page, '.review-side')).toEqual([])
    await offered.getByRole('button', { name: 'Keep them for this text' }).click()
    await kept(reviewer).getByText('Nobody sees these until you send').waitFor()
    await offered.waitFor({ state: 'detached' })
    await reviewer.page.reload()
    await kept(reviewer).getByText('Nobody sees these until you send').waitFor()
  })

  it('are asked about when the reviewer logs out, and removed with everything else', async () => {
    const { page } = reviewer
    const isOpen = (await page.locator('.nav--nav-open').count()) > 0
    if (!isOpen) await page.locator('.nav-toggler').first().click()
    await page.getByRole('button', { name: 'Log out' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('1 comment for a request for changes').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog.getByRole('button', { name: 'Log out and remove them' }).click()
    await page.waitForURL(/\/login/)
    expect(await keptInBrowser(reviewer)).toEqual([])
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { act, barriers, draftStation, idOf, takeThrough } from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let page: Page
/** Address of the form. The document was “Said at first”, and is “Said since”. */
let form: string

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor', 'America/New_York')
  const [reviewer, publisher] = [await panel.signIn('reviewer'), await panel.signIn('publisher')]
  page = editor.page
  form = await draftStation(editor, { title: 'Said at first' })
  const save = (change: object) =>
    editor.ask(`/api/stations/${idOf(form)}?draft=true`, { method: 'PATCH', body: { ...change } })
  await save({ summary: 'A stop.' })
  await act(editor, form, 'submit')
  await act(reviewer, form, 'return', { comment: 'Which stop?' })
  await save({ summary: 'A stop on the long way.' })
  await takeThrough({ editor, reviewer, publisher }, form, ['submit', 'approve', 'publish'])
  await save({ title: 'Said since' })
  await takeThrough({ editor, reviewer, publisher }, form, ['submit', 'approve', 'publish'])
})
afterAll(() => panel.close())

const line = (text: string | RegExp) => page.locator('.history-line').filter({ hasText: text })
const frame = () => page.frameLocator('.history-page__frame')

async function overflows(): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
}

describe('the history of a document', () => {
  it('tells what happened, who said what, and names the time zone', async () => {
    await editor.goTo(`${form}/versions`)
    await line('Elena Editor saved it 2 times').waitFor()
    expect(await line('requested changes').getByText('Which stop?').isVisible()).toBe(true)
    expect(
      await page
        .getByText(/time zone: America\/New_York, E[SD]T/)
        .first()
        .isVisible(),
    ).toBe(true)
  })

  it('meets nobody with a barrier', async () => {
    await page.getByText('The 2 saves').click()
    expect(await barriers(page, '.history')).toEqual([])
  })

  it('shows only what is chosen', async () => {
    await page.getByLabel('Published (2)').check()
    await expect.poll(() => line(/./).count()).toBe(2)
    await page.getByLabel('Published (2)').uncheck()
    await line('requested changes').waitFor()
  })

  it('shows a version as the page it makes', async () => {
    await page
      .getByRole('button', { name: /^See as a page: .+ submitted it/ })
      .last()
      .click()
    await frame().getByRole('heading', { level: 1, name: 'Said at first' }).waitFor()
    await frame().getByText('A stop.', { exact: true }).first().waitFor()
    expect(
      await page.locator('#history-page').evaluate((one) => one === document.activeElement),
    ).toBe(true)
  })

  it('shows what the public had, and on what that rested', async () => {
    const { body } = await editor.ask(`/api/stations/${idOf(form)}/timeline?kinds=published`)
    const lines = body['lines'] as { events: { at: string }[] }[]
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' })
    await page.getByLabel('Day', { exact: true }).fill(today.format(new Date()))
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByText('The public has this text still.').waitFor()
    await page.getByText('On that day the public text changed 2 times:').waitFor()
    expect(await page.getByText(/had approved exactly this text/).isVisible()).toBe(true)
    await frame().getByRole('heading', { level: 1, name: 'Said since' }).waitFor()

    await page.locator('.history-day').getByRole('button').first().click()
    await page.getByText('It stayed like that until').waitFor()
    await frame().getByRole('heading', { level: 1, name: 'Said at first' }).waitFor()
    expect(lines).toHaveLength(2)
    expect(await barriers(page, '.history')).toEqual([])
  })

  it('says what is wrong with a day that has not come', async () => {
    await page.getByLabel('Day', { exact: true }).fill('2999-01-01')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByText('This has not come yet.').waitFor()
  })

  it('has room on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overflows()).toBe(false)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('leads to the comparison of any two texts', async () => {
    const published = line('published it')
    await published.first().getByRole('checkbox').check()
    await published.last().getByRole('checkbox').check()
    await page.getByRole('link', { name: 'Compare the two' }).click()
    await page.waitForURL(/\/review\/.+from=entry.+to=entry/)
    await page
      .locator('summary', { hasText: 'the title changes from “Said at first” to “Said since”' })
      .waitFor()
    const compared = page.frameLocator('.review-frame iframe')
    await compared.locator('h1 del').first().waitFor()
    expect(await page.getByText('Nothing can be decided here.').isVisible()).toBe(true)
  })
})

describe('what was said about a document', () => {
  let discussed: string
  let thread: string

  beforeAll(async () => {
    const { ask } = await panel.signIn('reviewer')
    discussed = await draftStation(editor, { title: 'Talked over' })
    const comments = `/api/stations/${idOf(discussed)}/comments`
    const { body } = await ask(comments, {
      method: 'POST',
      body: {
        text: 'Owe to whom?',
        place: { path: 'overview', locale: 'en', quote: { exact: 'what you owe' } },
      },
    })
    thread = String(body['id'])
    const answer = { text: 'To the office that sent the letter.' }
    await editor.ask(`/api/comments/${thread}/replies`, { method: 'POST', body: answer })
    await editor.ask(`/api/comments/${thread}/resolve`, { method: 'POST', body: {} })
    await ask(`/api/comments/${thread}/reopen`, { method: 'POST', body: {} })
    await act(editor, discussed, 'submit')
    await act({ ...editor, ask }, discussed, 'return', {
      comment: 'One thing.',
      comments: [{ text: 'Say it in the title.', place: { path: 'title', locale: 'en' } }],
    })
  })

  it('is told in its history: who said what about which place, and what became of it', async () => {
    await editor.goTo(`${discussed}/versions`)
    await line('Rosa Reviewer commented').getByText('Owe to whom?').waitFor()
    const about = line('Rosa Reviewer commented').getByText('About:')
    expect(await about.innerText()).toMatch(/Station overview \(English\) “what you owe”/)
    await line('Elena Editor replied').getByText('To the office that sent').waitFor()
    await line('Elena Editor replied').getByText('“Owe to whom?”').waitFor()
    await line('Elena Editor resolved a thread').waitFor()
    await line('Rosa Reviewer reopened a thread').waitFor()
  })

  it('with a return is told there, once', async () => {
    await line('requested changes').getByText('Say it in the title.').waitFor()
    expect(await page.getByText('Say it in the title.').count()).toBe(1)
    expect(await line('Rosa Reviewer commented').count()).toBe(1)
  })

  it('is chosen like everything else, without a barrier, also on a phone', async () => {
    expect(await barriers(page, '.history')).toEqual([])
    await page.getByLabel('Comments (2)').check()
    await expect.poll(() => line(/./).count()).toBe(2)
    await page.getByLabel('Threads resolved and reopened (2)').check()
    await expect.poll(() => line(/./).count()).toBe(4)
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overflows()).toBe(false)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('leads to its thread', async () => {
    await page.getByRole('link', { name: /^See the thread: .+ commented/ }).click()
    await page.waitForURL(new RegExp(`/review/.+comment=${thread}`))
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe(`comment-${thread}`)
  })
})

describe('an entry of the ledger', () => {
  it('is reached from the history, and told as a sentence', async () => {
    await editor.goTo(`${form}/versions`)
    await line('published it')
      .first()
      .getByRole('link', { name: /^Entry/ })
      .click()
    await page.getByRole('heading', { level: 1, name: /published “Said since”\.$/ }).waitFor()
    await page.getByText(/approved exactly this text on/).waitFor()
    await page.getByText('the title changes from “Said at first” to “Said since”').waitFor()
    await frame().getByRole('heading', { level: 1, name: 'Said since' }).waitFor()
  })

  it('says that it is right, and proves the whole ledger', async () => {
    await page.getByText('This entry has the hash that it was written with.').waitFor()
    await page.getByRole('button', { name: 'Check the whole ledger' }).click()
    await page.getByText(/^All \d+ entries are right/).waitFor()
  })

  it('meets nobody with a barrier, and has room on a phone', async () => {
    expect(await barriers(page, '.ledger-entry')).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await overflows()).toBe(false)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  it('is where Payload would show its form', async () => {
    const { body } = await editor.ask('/api/ledger-entries?where[sequence][equals]=2&depth=0')
    await page.goto(
      `${panel.origin}/admin/collections/ledger-entries/${String(body.docs![0]!['id'])}`,
    )
    await page.waitForURL(/\/admin\/ledger\/2$/)
    await page.getByText('Entry 2 of the ledger').waitFor()
  })

  it('meets no message of the browser on the way', () => {
    expect(editor.errors).toEqual([])
    expect(editor.otherServers).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import {
  act,
  agree,
  barriers,
  dialog,
  draftStation,
  idOf,
  takeThrough,
} from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let reviewer: Tab
let reviewerId: string
let publisher: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  publisher = await panel.signIn('publisher', 'America/New_York')
  reviewer = await panel.signInAsNew({
    email: 'dora@stationmaster.test',
    name: 'Dora Desk',
    roles: ['reviewer'],
  })
  const { body } = await reviewer.ask('/api/users/me')
  reviewerId = (body['user'] as { id: string }).id
})
afterAll(() => panel.close())

describe('a reviewer', () => {
  let first: string
  let second: string

  beforeAll(async () => {
    first = await draftStation(editor, { title: 'Asked for first' })
    second = await draftStation(editor, { title: 'Asked for second' })
    for (const address of [first, second])
      await act(editor, address, 'submit', { assignee: reviewerId, due: '2099-06-01T12:00:00Z' })
  })

  const waiting = () => reviewer.page.getByRole('region', { name: /^Waiting for my review/ })

  it('finds on the desk what they were asked for, before everything else', async () => {
    await reviewer.goTo('/admin')
    const rows = waiting().getByRole('listitem')
    await rows.first().getByRole('link', { name: 'Asked for first' }).waitFor()
    await rows.nth(1).getByRole('link', { name: 'Asked for second' }).waitFor()
    await rows.first().getByText('Asked of you').waitFor()
    await rows.first().getByText('due Jun 1, 2099').waitFor()
    await rows.first().getByText('submitted').waitFor()
    expect(await barriers(reviewer.page, '.desk')).toEqual([])
  })

  it('narrows the desk, which is remembered', async () => {
    const kept = reviewer.page.waitForResponse(
      (response) =>
        response.request().method() === 'POST' && response.url().endsWith('/desk-filters'),
    )
    await reviewer.page.getByLabel('Type', { exact: true }).selectOption('forms')
    await kept
    await reviewer.page.getByText('Nothing waits for your review.').waitFor()
    await reviewer.goTo('/admin')
    await reviewer.page.getByText('Nothing waits for your review.').waitFor()
    expect(await reviewer.page.getByLabel('Type', { exact: true }).inputValue()).toBe('forms')
    await reviewer.page.getByRole('button', { name: 'Clear the filters' }).click()
    await waiting().getByRole('link', { name: 'Asked for first' }).waitFor()
  })

  it('goes from there to the review, and from one to the next', async () => {
    await waiting().getByRole('link', { name: 'Asked for first' }).click()
    await reviewer.page.waitForURL(`**/admin/review/stations/${idOf(first)}`)
    const next = reviewer.page.locator('#review-next')
    await next.getByText('Asked for second').waitFor()
    await next.click()
    await reviewer.page.waitForURL(`**/admin/review/stations/${idOf(second)}`)
    await reviewer.page.getByText('Asked of you').waitFor()
  })

  it('gives a review to somebody else', async () => {
    const { page } = reviewer
    await page.getByRole('button', { name: 'Ask somebody… Asked for second' }).click()
    const others = dialog(page).getByLabel('Reviewer')
    await others.selectOption({ label: 'Rosa Reviewer' })
    await dialog(page).getByLabel('By the end of (optional)').fill('2001-01-01')
    await agree(page, 'Save')
    await dialog(page).getByText('This day has passed.').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog(page).getByLabel('By the end of (optional)').fill('')
    await agree(page, 'Save')
    await page.getByText('Asked of Rosa Reviewer').waitFor()
    const { body } = await reviewer.ask(`/api/stations/${idOf(second)}/workflow`)
    expect(body['assignment']).toMatchObject({ assignee: { name: 'Rosa Reviewer' }, due: null })
  })

  it('takes it over again', async () => {
    await reviewer.page.getByRole('button', { name: 'Take it over: Asked for second' }).click()
    await reviewer.page.getByText('Asked of you').waitFor()
  })

  it('meets no message of the browser on the way', () => {
    expect(reviewer.errors).toEqual([])
  })
})

describe('an editor', () => {
  it('asks somebody in particular when handing a draft in', async () => {
    const { page } = editor
    const address = await draftStation(editor, { title: 'For Dora' })
    await editor.goTo(address)
    await page.locator('.doc-controls').getByRole('button', { name: 'Submit for review' }).click()
    await dialog(page)
      .getByLabel('Ask somebody in particular (optional)')
      .selectOption({ label: 'Dora Desk' })
    await agree(page, 'Submit for review')
    await page.locator('.workflow-panel').getByText('Asked of Dora Desk').waitFor()
  })
})

describe('a publisher', () => {
  let address: string
  /** Midday in New York, ten days from the first of a month, so that a week is on one page of it. */
  const wall = '2099-03-11T12:00'

  beforeAll(async () => {
    address = await draftStation(editor, { title: 'On a day' })
    await takeThrough({ editor, reviewer }, address, ['submit', 'approve'])
    await act(publisher, address, 'schedule', { publishAt: `${wall}:00-04:00` })
    await publisher.goTo('/admin/calendar')
    await publisher.page.getByLabel('Go to').fill('2099-03-11')
    await handle().waitFor()
  })

  const handle = () => publisher.page.getByRole('button', { name: /^Move: On a day/ })
  const cell = (day: string) => publisher.page.locator(`[data-cell="${day}"]`)
  const publishAt = async () => {
    const { body } = await publisher.ask(
      `${address.replace('/admin/collections', '/api')}/workflow`,
    )
    return body['publishAt']
  }

  it.each(['Day', 'Week', 'Month'])('sees what is scheduled in the %s', async (span) => {
    await publisher.page.getByRole('button', { name: span, exact: true }).click()
    await handle().waitFor()
    expect(await barriers(publisher.page, '.desk')).toEqual([])
  })

  it('moves a schedule by keyboard, and is asked for the time', async () => {
    const { page } = publisher
    await handle().focus()
    await page.keyboard.press('Space')
    await page.getByText(/^On a day is over Wed, Mar 11\.$/).waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowRight')
    await page.getByText('On a day is over Thu, Mar 12.').waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowDown')
    await page.getByText('On a day is over Thu, Mar 19.').waitFor({ state: 'attached' })
    await page.keyboard.press('Space')
    expect(await dialog(page).getByLabel('Day and time').inputValue()).toBe('2099-03-19T12:00')
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await agree(page, 'Move the schedule')
    await page.getByText('“On a day” becomes public Thursday, March 19, 2099').waitFor()
    await cell('2099-03-19').getByRole('link', { name: 'On a day' }).waitFor()
    expect(await publishAt()).toBe('2099-03-19T16:00:00.000Z')
  })

  it('moves it by dragging, and changes the time besides', async () => {
    const { page } = publisher
    const from = (await handle().boundingBox())!
    const to = (await cell('2099-03-17').boundingBox())!
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x - 40, from.y, { steps: 4 })
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
    await page.mouse.up()
    const field = dialog(page).getByLabel('Day and time')
    expect(await field.inputValue()).toBe('2099-03-17T12:00')
    await field.fill('2099-03-17T08:30')
    await agree(page, 'Move the schedule')
    await cell('2099-03-17').getByRole('link', { name: 'On a day' }).waitFor()
    expect(await publishAt()).toBe('2099-03-17T12:30:00.000Z')
  })

  it('moves nothing when they let go of it, or cancel', async () => {
    const { page } = publisher
    await handle().focus()
    await page.keyboard.press('Space')
    await page.getByText(/^On a day is over Tue, Mar 17\.$/).waitFor({ state: 'attached' })
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Escape')
    await page.getByText('On a day stays where it was.').waitFor({ state: 'attached' })
    await handle().click()
    await agree(page, 'Cancel')
    expect(await publishAt()).toBe('2099-03-17T12:30:00.000Z')
  })

  it('meets no message of the browser on the way', () => {
    expect(publisher.errors).toEqual([])
  })
})

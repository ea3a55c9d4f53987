import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import {
  act,
  agree,
  barriers,
  dialog,
  draftStation,
  nextStep,
  review,
  standsAs,
  takeThrough,
  told,
} from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let reviewer: Tab
let publisher: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  reviewer = await panel.signIn('reviewer')
  publisher = await panel.signIn('publisher', 'America/New_York')
})
afterAll(() => panel.close())

/** In New York clocks go forward in the night of the first, and back in that of the second. */
const night = { without: '2099-03-08T02:30', twice: '2099-11-01T01:30' }

describe('a publisher who schedules for the night in which clocks change', () => {
  let address: string

  beforeAll(async () => {
    address = await draftStation(editor, { title: 'By night' })
    await takeThrough({ editor, reviewer }, address, ['submit', 'approve'])
    await publisher.goTo(address)
    await review(publisher.page).getByRole('button', { name: 'Schedule', exact: true }).click()
  })

  it('is told when there is no such time', async () => {
    const { page } = publisher
    await dialog(page).getByLabel('Day and time').fill(night.without)
    await dialog(page).getByText('This time does not exist').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await agree(page, 'Schedule')
    await dialog(page).locator('[type=datetime-local]:focus').waitFor()
  })

  it('is asked which of two such times is meant', async () => {
    const { page } = publisher
    await dialog(page).getByLabel('Day and time').fill(night.twice)
    await dialog(page).getByText('That is Sunday, November 1, 2099 at 1:30 AM EDT.').waitFor()
    await dialog(page).getByLabel('The second, after clocks went back (EST)').check()
    await dialog(page).getByText('That is Sunday, November 1, 2099 at 1:30 AM EST.').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
  })

  it('gets exactly that instant', async () => {
    const { page } = publisher
    await agree(page, 'Schedule')
    await told(page, 'Scheduled.')
    await standsAs(page, 'Scheduled')
    await review(page)
      .getByText(/Becomes public on Sunday, November 1, 2099 .* EST/)
      .first()
      .waitFor()
    const { body } = await publisher.ask(
      `${address.replace('/admin/collections', '/api')}/workflow`,
    )
    expect(body['publishAt']).toBe('2099-11-01T06:30:00.000Z')
  })

  it('can cancel it', async () => {
    const { page } = publisher
    await review(page).getByRole('button', { name: 'Cancel the schedule' }).click()
    await agree(page, 'Cancel the schedule')
    await told(page, 'The schedule is cancelled. It stays approved.')
    await standsAs(page, 'Approved')
  })
})

describe('a scheduled publication that fails', () => {
  it('says why, and leads to what is in the way', async () => {
    const { page } = publisher
    const missing = await draftStation(editor, { title: 'Not yet there' })
    const address = await draftStation(editor, { title: 'Too early', connections: [missing] })
    await takeThrough({ editor, reviewer }, address, ['submit', 'approve'])
    const publishAt = new Date(Date.now() + 1_000).toISOString()
    await act(publisher, address, 'schedule', { publishAt })

    const workflow = `${address.replace('/admin/collections', '/api')}/workflow`
    await expect
      .poll(async () => (await publisher.ask(workflow)).body['scheduleFailed'], { timeout: 20_000 })
      .toBeTruthy()
    await publisher.goTo(address)
    const alarm = review(page).locator('.workflow-note--error')
    await alarm.getByText('The scheduled publication failed').waitFor()
    await alarm.getByText('This points at “Not yet there”, which is not live.').waitFor()
    expect(
      await alarm.getByRole('link', { name: 'Open “Not yet there”' }).getAttribute('href'),
    ).toBe(missing)
    expect(await barriers(page, '.workflow-panel')).toEqual([])
  })
})

describe('a reviewer whose page has become old', () => {
  it('approves nothing, and is led to the newest text', async () => {
    const { page } = reviewer
    const address = await draftStation(editor, { title: 'While you read' })
    await act(editor, address, 'submit')
    await reviewer.goTo(address)
    await nextStep(page, 'Approve').waitFor()
    await editor.ask(`${address.replace('/admin/collections', '/api')}?draft=true`, {
      method: 'PATCH',
      body: { summary: 'Changed while you read.' },
    })
    await act(editor, address, 'submit')

    await nextStep(page, 'Approve').click()
    await agree(page, 'Approve')
    await dialog(page).getByText('The text changed meanwhile. Nothing happened.').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog(page).getByRole('button', { name: 'Reload the newest text' }).click()
    await expect
      .poll(() => page.getByLabel('In one sentence').inputValue())
      .toBe('Changed while you read.')
  })
})

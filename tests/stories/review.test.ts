import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, saveDraft, writeStation, type Panel, type Tab } from '../support/browser.ts'
import {
  act,
  agree,
  barriers,
  dialog,
  draftStation,
  idOf,
  nextStep,
  review,
  standsAs,
  takeNextStep,
  takeThrough,
  told,
} from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let reviewer: Tab
let publisher: Tab
let administrator: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  reviewer = await panel.signIn('reviewer')
  publisher = await panel.signIn('publisher')
  administrator = await panel.signIn('administrator')
})
afterAll(() => panel.close())

const readers = (slug: string) => panel.ask(`/api/stations?depth=0&where[slug][equals]=${slug}`)

describe('a station on its way to readers', () => {
  const slug = 'on-its-way'
  let address: string
  let approvedHash: string

  it('is handed in by the editor who wrote it', async () => {
    address = await writeStation(editor, { title: 'On its way', slug })
    await editor.goTo(address)
    await standsAs(editor.page, 'Draft')
    await takeNextStep(editor.page, 'Submit for review')
    await told(editor.page, 'Submitted for review.')
    await standsAs(editor.page, 'In review')
  })

  it('is found by the reviewer on the desk', async () => {
    const { page } = reviewer
    const id = idOf(address)
    await reviewer.goTo('/admin')
    const waiting = page.getByRole('region', { name: /^Waiting for my review/ })
    const more = waiting.getByRole('button', { name: /^Show more/ })
    await waiting.getByRole('listitem').first().waitFor()
    // Others of the stories may wait before it.
    while ((await waiting.locator(`a[href$="${id}"]`).count()) === 0) await more.click()
    await waiting.locator(`a[href$="${id}"]`).click()
    await page.waitForURL(`**${address.replace('/collections/', '/review/')}`)
    await page.getByText('All of it is new.').waitFor()
    await page.getByRole('link', { name: 'Open the form' }).click()
    await page.waitForURL(`**${address}`)
    await standsAs(page, 'In review')
  })

  it('tells the reviewer who changed it, and exactly what is approved', async () => {
    const { page } = reviewer
    await review(page).getByText('Elena Editor', { exact: true }).waitFor()
    await nextStep(page, 'Approve').click()
    await dialog(page).getByText('Whole content hash').last().click()
    const { body } = await reviewer.ask(`/api/stations/${idOf(address)}/workflow`)
    approvedHash = String(body['contentHash'])
    expect(await dialog(page).innerText()).toContain(approvedHash)
    expect(await dialog(page).innerText()).toContain('English, Spanish')
  })

  it('is approved by the reviewer, and still not public', async () => {
    const { page } = reviewer
    await agree(page, 'Approve')
    await told(page, 'Approved.')
    await standsAs(page, 'Approved')
    expect((await readers(slug)).body.docs).toEqual([])
  })

  it('is published by the publisher, and everyone reads it', async () => {
    const { page } = publisher
    await publisher.goTo(address)
    await takeNextStep(page, 'Publish')
    await told(page, 'Published.')
    await standsAs(page, 'Published')
    await review(page).getByText('This text is the public text.').waitFor()
    expect((await readers(slug)).body.docs).toMatchObject([{ title: 'On its way' }])
    const { body } = await publisher.ask(`/api/stations/${idOf(address)}/workflow`)
    expect(body['liveContentHash']).toBe(approvedHash)
  })

  it('shows everyone who did what', async () => {
    await editor.goTo(address)
    const history = review(editor.page).getByRole('listitem')
    for (const happened of [
      'Paul Publisher published it',
      'Rosa Reviewer approved it',
      'Elena Editor submitted it for review',
    ])
      await history.filter({ hasText: happened }).waitFor()
  })

  it('stays as it is for readers while the editor goes on writing', async () => {
    const { page } = editor
    await page.getByLabel('Title').fill('On its way again')
    expect(await nextStep(page, 'Submit for review').count()).toBe(0)
    await review(page).getByText('Save first.').waitFor()
    await saveDraft(page)
    await standsAs(page, 'Draft')
    await review(page).getByText('This text differs from the public text.').waitFor()
    expect((await readers(slug)).body.docs).toMatchObject([{ title: 'On its way' }])
  })
})

describe('who may not approve', () => {
  it('is told that it takes a reviewer', async () => {
    const address = await writeStation(editor, { title: 'Not by me', slug: 'not-by-me' })
    await act(editor, address, 'submit')
    await editor.goTo(address)
    await standsAs(editor.page, 'In review')
    expect(await nextStep(editor.page, 'Approve').count()).toBe(0)
    await review(editor.page).getByText('Only a reviewer can approve.').waitFor()
  })

  it('is told that nobody approves their own words', async () => {
    const address = await writeStation(reviewer, { title: 'My own words', slug: 'my-own-words' })
    await act(editor, address, 'submit')
    await reviewer.goTo(address)
    await standsAs(reviewer.page, 'In review')
    expect(await nextStep(reviewer.page, 'Approve').count()).toBe(0)
    await review(reviewer.page).getByText('nobody approves their own words').waitFor()
    await review(reviewer.page).getByText('Rosa Reviewer (you)').waitFor()
  })
})

describe('a text that changes while a reviewer reads it', () => {
  it('is not approved, and the reviewer learns why', async () => {
    const { page } = reviewer
    const address = await writeStation(editor, { title: 'Still moving', slug: 'still-moving' })
    await act(editor, address, 'submit')
    await reviewer.goTo(address)
    await nextStep(page, 'Approve').click()

    await editor.ask(`/api/stations/${idOf(address)}?draft=true`, {
      method: 'PATCH',
      body: { title: 'Moved on' },
    })
    await act(editor, address, 'submit')

    await agree(page, 'Approve')
    await dialog(page).getByText('The text changed meanwhile.').waitFor()
    const { body } = await reviewer.ask(`/api/stations/${idOf(address)}/workflow`)
    expect(body).toMatchObject({ state: 'inReview', approvals: [] })

    await dialog(page).getByRole('button', { name: 'Reload the newest text' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await standsAs(page, 'In review')
    expect(await page.getByLabel('Title').inputValue()).toBe('Moved on')
    await takeNextStep(page, 'Approve')
    await told(page, 'Approved.')
  })
})

describe('two stations that lead to each other', () => {
  it('become public at the same moment', async () => {
    const { page } = publisher
    const here = await writeStation(editor, { title: 'Hither', slug: 'hither' })
    const there = await writeStation(editor, { title: 'Thither', slug: 'thither' })
    await leadTo(here, there)
    await leadTo(there, here)
    for (const address of [here, there]) {
      await act(editor, address, 'submit')
      await act(reviewer, address, 'approve')
    }

    await publisher.goTo(here)
    await nextStep(page, 'Publish together…').click()
    for (const title of ['Hither', 'Thither'])
      expect(
        await dialog(page).getByRole('checkbox', { name: title, exact: true }).isChecked(),
      ).toBe(true)
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog(page).getByLabel('Publish at a set time').check()
    await agree(page, 'Schedule these 2')
    await dialog(page).getByText('Choose a day and a time.').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog(page).getByLabel('Publish now').check()
    await agree(page, 'Publish these 2')
    await dialog(page).getByText('Public now:').waitFor()
    await agree(page, 'Close')

    await standsAs(page, 'Published')
    for (const slug of ['hither', 'thither'])
      expect((await readers(slug)).body.docs).toHaveLength(1)
  })

  it('say what each of them lacks', async () => {
    const { page } = publisher
    const here = await writeStation(editor, { title: 'Readied', slug: 'readied' })
    const there = await writeStation(editor, { title: 'Unreadied', slug: 'unreadied' })
    await leadTo(here, there)
    await act(editor, here, 'submit')
    await act(reviewer, here, 'approve')

    await publisher.goTo(here)
    await nextStep(page, 'Publish together…').click()
    const lacking = dialog(page).getByRole('listitem').filter({ hasText: 'Unreadied' })
    await lacking.getByText('Not ready:').waitFor()
    expect(await dialog(page).getByRole('checkbox', { name: 'Unreadied' }).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
  })

  async function leadTo(from: string, to: string): Promise<void> {
    const { status } = await editor.ask(`/api/stations/${idOf(from)}?draft=true&depth=0`, {
      method: 'PATCH',
      body: { connections: [{ to: idOf(to) }] },
    })
    expect(status).toBe(200)
  }
})

describe('a station that is withdrawn', () => {
  it('leads readers to the page that replaces it', async () => {
    const { page } = publisher
    const address = await published('Closed stop', 'closed-stop')
    await publisher.goTo(address)
    await review(page).getByRole('button', { name: 'Withdraw', exact: true }).click()
    await agree(page, 'Withdraw')
    await dialog(page).getByText('Choose a page.').waitFor()
    await dialog(page).locator('[type=search]:focus').waitFor()
    await dialog(page).getByLabel('Type').selectOption({ label: 'Stations' })
    await dialog(page).getByLabel('Search by title').fill('Account Adjusted')
    await dialog(page).getByRole('radio', { name: 'Account Adjusted' }).check()
    await dialog(page).getByLabel('Reason').fill('This stop was closed.')
    await agree(page, 'Withdraw')
    await told(page, 'Withdrawn.')
    await standsAs(page, 'Withdrawn')
    await review(page).getByText('This stop was closed.').first().waitFor()

    const { status, body } = await panel.ask(`/api/stations/${idOf(address)}`)
    expect(status).toBe(410)
    expect(JSON.stringify(body)).toContain('This stop was closed.')
    expect(JSON.stringify(body)).toContain('Account Adjusted')
  })
})

describe('stations that lead to one that has to go', () => {
  it('are withdrawn with it', async () => {
    const { page } = publisher
    const leaving = await draftStation(editor, { title: 'Leaving' })
    const leading = await draftStation(editor, { title: 'Leading there', connections: [leaving] })
    for (const address of [leaving, leading])
      await takeThrough({ editor, reviewer, publisher }, address, ['submit', 'approve', 'publish'])

    await publisher.goTo(leaving)
    await review(page).getByRole('button', { name: 'Withdraw together…' }).click()
    expect(await dialog(page).getByRole('checkbox', { name: 'Leaving' }).isChecked()).toBe(true)
    await dialog(page).getByRole('checkbox', { name: 'Leading there' }).check()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await agree(page, 'Withdraw these 2')
    await dialog(page).getByText('Fill this in.').waitFor()
    await dialog(page).getByLabel('Tell them in a sentence').check()
    await dialog(page).getByLabel('Sentence for readers (English)').fill('Both have closed.')
    await dialog(page).getByLabel('Reason').fill('The line was closed.')
    await agree(page, 'Withdraw these 2')
    await dialog(page).getByText('Withdrawn:').waitFor()
    await agree(page, 'Close')

    await standsAs(page, 'Withdrawn')
    for (const address of [leaving, leading])
      expect((await panel.ask(`/api/stations/${idOf(address)}`)).status).toBe(410)
  })

  it('are said to be in the way when they stay', async () => {
    const { page } = publisher
    const leaving = await draftStation(editor, { title: 'Still needed' })
    const leading = await draftStation(editor, { title: 'Needs it', connections: [leaving] })
    for (const address of [leaving, leading])
      await takeThrough({ editor, reviewer, publisher }, address, ['submit', 'approve', 'publish'])

    await publisher.goTo(leaving)
    await review(page).getByRole('button', { name: 'Withdraw together…' }).click()
    await dialog(page).getByLabel('Tell them in a sentence').check()
    await dialog(page).getByLabel('Sentence for readers (English)').fill('It has closed.')
    await dialog(page).getByLabel('Reason').fill('The line was closed.')
    await agree(page, 'Withdraw 1')
    await dialog(page).getByText('“Needs it” is live and points here.').waitFor()
    await page.keyboard.press('Escape')
    expect((await panel.ask(`/api/stations/${idOf(leaving)}`)).status).toBe(200)
  })
})

describe('an override', () => {
  let address: string

  it('takes a reason, and stays flagged', async () => {
    const { page } = administrator
    address = await writeStation(editor, { title: 'In a hurry', slug: 'in-a-hurry' })
    await administrator.goTo(address)
    await review(page).getByRole('button', { name: 'Publish without approval' }).click()
    await agree(page, 'Publish without approval')
    await dialog(page).getByText('Fill this in.').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog(page).getByLabel('Reason').fill('The deadline is tonight.')
    await agree(page, 'Publish without approval')
    await told(page, 'Published without approval.')
    await review(page).getByText('A reviewer who did not change the text').waitFor()
    expect((await readers('in-a-hurry')).body.docs).toHaveLength(1)
  })

  it('is confirmed by a reviewer', async () => {
    const { page } = reviewer
    await reviewer.goTo('/admin')
    const open = page.getByRole('region', { name: /^Open overrides/ })
    await open.getByRole('link', { name: 'In a hurry' }).click()
    await page.waitForURL(`**${address}`)
    await takeNextStep(page, 'Confirm the override')
    await told(page, 'Confirmed.')
    await review(page).getByText('Rosa Reviewer confirmed it.').waitFor()
  })
})

describe('people who use a keyboard, a screen reader or large letters', () => {
  it('meet no barrier on the dashboard', async () => {
    await reviewer.goTo('/admin')
    expect(await barriers(reviewer.page, '.desk')).toEqual([])
  })

  it('meet no barrier in the review queue', async () => {
    await reviewer.goTo('/admin/collections/workflow-states')
    expect(await barriers(reviewer.page, '.collection-list .table tbody')).toEqual([])
  })

  it('meet no barrier beside the text, nor in a dialog', async () => {
    const { page } = publisher
    await publisher.goTo(await published('A plain stop', 'a-plain-stop'))
    await standsAs(page, 'Published')
    expect(await barriers(page, '.workflow-panel')).toEqual([])
    expect(await barriers(page, '.workflow-status')).toEqual([])
    await review(page).getByRole('button', { name: 'Withdraw', exact: true }).click()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog(page).getByLabel('Tell them in a sentence').check()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
  })

  it('come back to where they were when they leave a dialog', async () => {
    const { page } = publisher
    const opener = review(page).getByRole('button', { name: 'Withdraw', exact: true })
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true)
  })

  it('need not scroll sideways at 320 pixels', async () => {
    const { page } = publisher
    await page.setViewportSize({ width: 320, height: 640 })
    const widest = await review(page).evaluate(({ scrollWidth, clientWidth }) => [
      scrollWidth,
      clientWidth,
    ])
    expect(widest[0]).toBeLessThanOrEqual(widest[1]!)
  })
})

/** A station that went all the way. */
async function published(title: string, slug: string): Promise<string> {
  const address = await writeStation(editor, { title, slug })
  await act(editor, address, 'submit')
  await act(reviewer, address, 'approve')
  await act(publisher, address, 'publish')
  return address
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriersOn } from '../support/barriers.ts'
import {
  openPanel,
  richText,
  saveDraft,
  whenUsable,
  writeStation,
  type Panel,
  type Tab,
} from '../support/browser.ts'

let panel: Panel
let ana: Tab
let ben: Tab
let address: string
let draft: string

beforeAll(async () => {
  panel = await openPanel()
  ana = await panel.signInAsNew({
    email: 'ana.two-people@stationmaster.test',
    name: 'Ana López',
    roles: ['editor'],
  })
  ben = await panel.signInAsNew({
    email: 'ben.two-people@stationmaster.test',
    name: 'Ben Ortiz',
    roles: ['editor'],
  })
  address = await writeStation(ana, { title: 'Two people write', slug: 'two-people-write' })
  draft = `/api/stations/${address.split('/').at(-1)}?draft=true&depth=0`
})
afterAll(() => panel.close())

const stored = async () => (await ana.ask(draft)).body
const saveButton = ({ page }: Tab) => page.getByRole('button', { name: 'Save Draft' })
const dialog = ({ page }: Tab) => page.getByRole('dialog')

/** Presses Save Draft, which is refused because somebody else saved meanwhile. */
const saveTooLate = async (tab: Tab) => {
  const refused = tab.page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.status() === 409,
  )
  await saveButton(tab).click()
  await refused
  await dialog(tab)
    .getByRole('button', { exact: true, name: 'Save' })
    .and(tab.page.locator(':enabled'))
    .waitFor()
}

/** Saves what was put together in the dialog. */
const saveBoth = async (tab: Tab) => {
  const saved = tab.page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.ok(),
  )
  await dialog(tab).getByRole('button', { exact: true, name: 'Save' }).click()
  await saved
  await whenUsable(tab.page)
}

describe('two people with one document open', () => {
  it('who change different things keep both', async () => {
    await ana.goTo(address)
    await ben.goTo(address)
    await ben.page.getByLabel('Title').fill('What Ben calls it')
    await saveDraft(ben.page)

    await ana.page.getByLabel('In one sentence').fill('What Ana says of it.')
    await saveTooLate(ana)
    const shown = await dialog(ana).innerText()
    expect(shown).toContain('Ben Ortiz saved this document too')
    expect(shown).toContain('You changed different things.')
    expect(shown).toMatch(/Only Ben Ortiz changed this, and it stays\s+Title/)
    expect(shown).toMatch(/Only you changed this, and it stays\s+In one sentence/)
    expect(await barriersOn(ana.page)).toEqual([])

    await saveBoth(ana)
    expect(await stored()).toMatchObject({
      title: 'What Ben calls it',
      summary: 'What Ana says of it.',
      savedBy: { name: 'Ana López' },
    })
    expect(await ana.page.getByLabel('Title').inputValue()).toBe('What Ben calls it')
    expect(await saveButton(ana).isDisabled()).toBe(true)
  })

  it('who change the same choose, and nothing is saved before that', async () => {
    // Ben's page is older than what Ana saved, and he changes what she changed.
    const before = await stored()
    await ben.page.getByLabel('In one sentence').fill('What Ben says of it.')
    await richText(ben.page, 'overview').click()
    await ben.page.keyboard.press('Control+End')
    await ben.page.keyboard.type(' And by when.')
    await saveTooLate(ben)
    await dialog(ben).getByText('You both changed').waitFor()
    const conflict = dialog(ben).getByRole('group', { name: 'In one sentence' })
    expect(await conflict.innerText()).toContain('What Ana says of it.')
    await dialog(ben).getByRole('button', { exact: true, name: 'Save' }).click()
    await conflict.getByText('Choose one of the two.').waitFor()
    expect(await stored()).toEqual(before)

    await dialog(ben).getByRole('button', { name: 'Back to the form' }).click()
    expect(await ben.page.getByLabel('In one sentence').inputValue()).toBe('What Ben says of it.')
    expect(await stored()).toEqual(before)

    await saveTooLate(ben)
    await conflict.getByLabel('Take theirs (Ana López)').check()
    await saveBoth(ben)
    const after = await stored()
    expect(after).toMatchObject({
      title: 'What Ben calls it',
      summary: 'What Ana says of it.',
      savedBy: { name: 'Ben Ortiz' },
    })
    expect(JSON.stringify(after['overview'])).toContain('And by when.')
    expect(await ben.page.getByLabel('In one sentence').inputValue()).toBe('What Ana says of it.')
  })

  it('go on from what was put together', async () => {
    await ben.page.getByLabel('Title').fill('What both agreed on')
    await saveDraft(ben.page)
    expect(await stored()).toMatchObject({ title: 'What both agreed on' })
    for (const tab of [ana, ben])
      expect(tab.errors.filter((error) => !error.includes('409'))).toEqual([])
  })
})

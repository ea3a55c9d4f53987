import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, saveDraft, writeStation, type Panel, type Tab } from '../support/browser.ts'
import { barriers } from '../support/reviewing.ts'

let panel: Panel
let ana: Tab
let ben: Tab
let reviewer: Tab
let address: string

beforeAll(async () => {
  panel = await openPanel()
  ana = await panel.signInAsNew({
    email: 'ana.presence@stationmaster.test',
    name: 'Ana Prado',
    roles: ['editor'],
  })
  ben = await panel.signInAsNew({
    email: 'ben.presence@stationmaster.test',
    name: 'Ben Quist',
    roles: ['editor'],
  })
  reviewer = await panel.signInAsNew({
    email: 'rosa.presence@stationmaster.test',
    name: 'Rosa Vale',
    roles: ['reviewer'],
  })
  address = await writeStation(ana, { title: 'Who is here', slug: 'who-is-here' })
  // The clocks of these computers can be put forward, to the next time that their tabs say they are there.
  for (const { page } of [ana, ben, reviewer]) await page.clock.install()
})
afterAll(() => panel.close())

const present = (page: Page) => page.locator('.presence')

/** Puts the clock of a computer forward until its tab has asked again who is there. */
const later = async ({ page }: Tab) => {
  const asked = page.waitForResponse((response) => response.url().includes('/presence'))
  await page.clock.fastForward(16_000)
  await asked
}

/** Asks again and again until somebody is no longer shown: a tab says that it goes while the next page loads already. */
const goes = (tab: Tab, shown: Locator) =>
  expect
    .poll(async () => {
      await later(tab)
      return shown.count()
    })
    .toBe(0)

describe('Two people in one document', () => {
  it('see each other, and which of them writes', async () => {
    await ana.goTo(address)
    await ben.goTo(address)
    await present(ben.page).getByText('Ana Prado is looking at it now').waitFor()
    await later(ana)
    await present(ana.page).getByText('Ben Quist is looking at it now').waitFor()
    expect(await barriers(ana.page, '.presence')).toEqual([])

    const said = ana.page.waitForRequest(
      (request) => request.postData()?.includes('"writing"') ?? false,
    )
    await ana.page.getByLabel('In one sentence').fill('Ana is at it.')
    await (await said).response()
    await later(ben)
    await present(ben.page).getByText('Ana Prado is writing here now').waitFor()

    await saveDraft(ana.page)
    await later(ben)
    await present(ben.page).getByText('Ana Prado is looking at it now').waitFor()
  })

  it('are seen in the review, and see who reviews', async () => {
    await reviewer.goTo(address.replace('/collections/', '/review/'))
    await present(reviewer.page).getByText('Ana Prado is looking at it now').waitFor()
    await present(reviewer.page).getByText('Ben Quist is looking at it now').waitFor()
    await later(ben)
    await present(ben.page).getByText('Rosa Vale is looking at it now').waitFor()
  })

  it('are seen on the desk, until they go', async () => {
    await ana.goTo('/admin')
    const row = ana.page
      .getByRole('region', { name: /^Mine in progress/ })
      .getByRole('listitem')
      .filter({ hasText: 'Who is here' })
    await row.getByText('Ben Quist is looking at it now').waitFor()
    expect(await row.innerText()).not.toContain('Ana Prado is')
    expect(await barriers(ana.page, '.desk')).toEqual([])

    await goes(ben, present(ben.page).getByText('Ana Prado'))
    await ben.goTo('/admin')
    await goes(ana, row.getByText('Ben Quist is looking at it now'))
    await row.getByText('Rosa Vale is looking at it now').waitFor()
  })

  it('who are shown cause no error anywhere', () => {
    // The pages in the review run no script, and the browser says that they do not run the clock's either.
    const errors = [ana, ben, reviewer].flatMap((tab) => tab.errors)
    expect(errors.filter((error) => !error.includes('frame is sandboxed'))).toEqual([])
  })
})

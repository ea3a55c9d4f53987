import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../seed/demo-people.ts'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'

let panel: Panel
let reviewer: Tab
let station: string

beforeAll(async () => {
  panel = await openPanel()
  reviewer = await panel.signIn('reviewer')
  const { body } = await panel.ask('/api/stations?depth=0&where[slug][equals]=balance-paid')
  station = `/admin/collections/stations/${String(body.docs?.[0]?.['id'])}`
})
afterAll(() => panel.close())

const pages = [
  ['the dashboard', () => '/admin'],
  ['the list of stations', () => '/admin/collections/stations'],
  ['the list of notices', () => '/admin/collections/notices'],
  ['a station', () => station],
  ['the versions of a station', () => `${station}/versions`],
  ['the list of people', () => '/admin/collections/users'],
  ['the account', () => '/admin/account'],
  ['the ledger', () => '/admin/collections/ledger-entries'],
] as const

describe.each(pages)('%s', (_, address) => {
  beforeAll(async () => {
    reviewer.errors.length = 0
    reviewer.otherServers.length = 0
    await reviewer.goTo(address())
    // Until nothing more is asked: what goes wrong last counts too.
    await reviewer.page.waitForLoadState('networkidle')
  })

  it('opens without an error', () => {
    expect(reviewer.errors).toEqual([])
  })

  it('asks no other server for anything', () => {
    expect(reviewer.otherServers).toEqual([])
  })

  it('says which installation this is', async () => {
    expect(await reviewer.page.getByText(panel.label, { exact: true }).isVisible()).toBe(true)
  })
})

describe('the sign-in page', () => {
  let stranger: Tab

  beforeAll(async () => {
    stranger = await panel.open()
    await stranger.goTo('/admin/login')
    await stranger.page.waitForLoadState('networkidle')
  })

  it('opens without an error', () => {
    expect(stranger.errors).toEqual([])
  })

  it('asks no other server for anything', () => {
    expect(stranger.otherServers).toEqual([])
  })

  it('says which installation this is', async () => {
    expect(await stranger.page.getByText(panel.label, { exact: true }).isVisible()).toBe(true)
  })
})

describe('the dashboard right after signing in', () => {
  it('does not call the language of the content undefined', async () => {
    const { goTo, page } = await panel.open()
    let release = () => {}
    const released = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/api/payload-preferences/locale*', async (route) => {
      await released
      await route.continue()
    })
    await goTo('/admin/login')
    await page.getByLabel('Email').fill('editor2@stationmaster.test')
    await page.getByLabel('Password').fill(demoPassword)
    await page.getByRole('button', { name: 'Login' }).click()
    await page.getByRole('heading', { name: 'Your desk' }).waitFor()
    expect(await page.getByText('undefined').filter({ visible: true }).count()).toBe(0)
    release()
    await page.getByText('English', { exact: true }).filter({ visible: true }).first().waitFor()
  })
})

describe('a station', () => {
  beforeAll(() => {
    reviewer.errors.length = 0
  })

  it('lists the stations that lead to it, with their phases', async () => {
    await reviewer.goTo(station)
    await reviewer.page.getByRole('button', { name: 'Map', exact: true }).click()
    const arrivals = reviewer.page.locator('#field-arrivals, .relationship-table').first()
    const row = arrivals.getByRole('row', { name: /^Pay Tax Due in Full/ })
    await row.scrollIntoViewIfNeeded()
    await row.getByText('Collection').waitFor()
    expect(reviewer.errors).toEqual([])
  })

  it('compares a version with the one before it', async () => {
    const { body } = await reviewer.ask(
      `/api/stations/versions?where[parent][equals]=${station.split('/').at(-1)}&depth=0&limit=1`,
    )
    await reviewer.goTo(`${station}/versions/${String(body.docs![0]!['id'])}`)
    await reviewer.page.getByRole('heading', { name: 'Compare Versions' }).waitFor()
    expect(reviewer.errors).toEqual([])
  })
})

describe('the list of people', () => {
  it('finds a colleague by name', async () => {
    await reviewer.goTo('/admin/collections/users')
    await reviewer.page.getByPlaceholder(/^Search by/).fill('Ada')
    await reviewer.page.waitForURL(/search=Ada/)
    await reviewer.page.getByRole('row', { name: /Edward Editor/ }).waitFor({ state: 'detached' })
    await reviewer.page.getByRole('link', { name: 'Ada Administrator' }).waitFor()
  })
})

describe('the list of notices', () => {
  it.each(['CP14', 'CP 14', 'cp-14'])('finds a notice by “%s”', async (spelling) => {
    await reviewer.goTo('/admin/collections/notices')
    await reviewer.page.getByPlaceholder('Search the text, title or code').fill(spelling)
    await reviewer.page.waitForURL(/search=/)
    await reviewer.page
      .getByRole('link', { name: 'CP01', exact: true })
      .waitFor({ state: 'detached' })
    await reviewer.page.getByRole('link', { name: 'CP14', exact: true }).waitFor()
  })
})

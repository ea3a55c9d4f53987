import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftMap, DraftStop } from '../../src/map-editor/draft-map.ts'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { dragBy, dragTo, openMap, type MapScreen } from '../support/map-editor.ts'
import { barriers, dialog } from '../support/reviewing.ts'

let panel: Panel
let ana: Tab
let ben: Tab
let reviewer: Tab
let administrator: Tab
let map: MapScreen

/** Stations of the seed that no other story writes about. */
const slugs = {
  refund: 'refund-applied-to-debt',
  hardship: 'currently-not-collectible',
  bankruptcy: 'bankruptcy-insolvency',
  partial: 'partial-pay-installment-agreement',
}
const titles = {
  refund: 'Refund From Another Year Applied to Tax Debt',
  hardship: 'Currently Not Collectible',
  bankruptcy: 'Bankruptcy / Insolvency',
  partial: 'Partial Pay Installment Agreement',
}
type Name = keyof typeof slugs
const ids = {} as Record<Name, string>

beforeAll(async () => {
  panel = await openPanel()
  const join = (name: string) =>
    panel.signInAsNew({
      email: `${name.toLowerCase()}.map-editor@stationmaster.test`,
      name: `${name} Map`,
      roles: ['editor'],
    })
  ana = await join('Ana')
  ben = await join('Ben')
  reviewer = await panel.signIn('reviewer')
  administrator = await panel.signIn('administrator')
  for (const name of Object.keys(slugs) as Name[]) ids[name] = (await newest(name)).id
  map = await openMap(ana, slugs.partial)
})
afterAll(() => panel.close())

async function newest(name: Name): Promise<DraftStop> {
  const { stations } = (await ben.ask('/api/map')).body as unknown as DraftMap
  return stations.find(({ slug }) => slug === slugs[name])!
}

describe('an editor on the map of the newest drafts', () => {
  it('sees every station, with its line and who put it where it is', async () => {
    const label = await map.stop(ids.partial).getAttribute('aria-label')
    expect(label).toContain(`${titles.partial}. On the line Collection, place`)
    expect(label).toContain('Placed by the layout')
    expect(await map.page.locator('.react-flow__node').count()).toBeGreaterThanOrEqual(90)
    expect(await barriers(map.page, '.map-editor')).toEqual([])
  })

  it('moves a stop by mouse, and nothing is stored', async () => {
    await dragBy(map.page, map.stop(ids.partial), { x: 140, y: 40 })
    await map.unsaved(`${titles.partial}: put in a place of its own`)
    expect((await newest('partial')).stored).toBeNull()
  })

  it('moves it on with the arrow keys, with Shift further', async () => {
    const place = map.details.getByText(/^Has a place of its own/)
    const read = async () => (await place.innerText()).match(/-?\d+/g)!.map(Number)
    const [x, y] = await read()
    await map.stop(ids.partial).focus()
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowDown'])
      await map.page.keyboard.press(key)
    await expect.poll(read).toEqual([x! + 10, y! + 20])
  })

  it('draws a connection from one stop to another, and takes it back', async () => {
    await map.find(titles.refund)
    await dragTo(map.page, map.stop(ids.refund).locator('.map-stop__out'), map.stop(ids.hardship))
    await map.unsaved(`${titles.refund}: connected to ${titles.hardship}`)
    const drawn = map.way(ids.refund, ids.hardship)
    // It is selected, as a click on it would.
    await map.page.locator(`.react-flow__edge.selected`).and(drawn).waitFor({ state: 'attached' })
    await map.page.keyboard.press('Delete')
    await drawn.waitFor({ state: 'detached' })
    await map.page.keyboard.press('Control+z')
    await drawn.waitFor({ state: 'attached' })
  })

  it('says on which condition in both languages, and that it changes lines', async () => {
    const field = (language: string) =>
      map.details.getByLabel(`On which condition, in ${language}: ${titles.hardship}`)
    await field('English').fill('If the refund is not enough')
    await field('Spanish').fill('Si el reembolso no basta')
    await map.details.getByLabel(`Changes to another line: ${titles.hardship}`).check()
    await map.unsaved(`connected to ${titles.hardship}, changing lines`)
    await map.unsaved('condition in Spanish: “Si el reembolso no basta”')
  })

  it('connects by keyboard, and cuts with a button', async () => {
    await map.stop(ids.refund).focus()
    await map.page.keyboard.press('c')
    await map.page.keyboard.type('bankruptcy')
    await map.page.keyboard.press('Enter')
    await map.unsaved(`connected to ${titles.bankruptcy}`)
    await map.details
      .getByRole('button', { name: `Cut the connection to ${titles.bankruptcy}` })
      .click()
    await map.details.getByRole('button', { name: 'Cut the connection to Case Closed' }).click()
    await map.unsaved(`${titles.refund}: connection to Case Closed cut; connected to`)
    expect(await map.way(ids.refund, ids.bankruptcy).count()).toBe(0)
  })

  it('is told at the stop what is missing there', async () => {
    await map.find(titles.bankruptcy)
    await map.details.getByLabel('The way ends here').uncheck()
    await map.details.getByText(`“${titles.bankruptcy}” leads nowhere.`).first().waitFor()
    expect(await map.stop(ids.bankruptcy).getAttribute('aria-label')).toContain('1 thing missing')
    await map.page.getByText(/^What is missing \(/).click()
    await map.details
      .getByRole('region', { name: 'Dead ends' })
      .getByRole('button', { name: `Show ${titles.bankruptcy}` })
      .waitFor()
    await map.page.getByRole('button', { name: 'Undo' }).click()
  })

  it('puts a stop on another line', async () => {
    await map.details.getByLabel('Line', { exact: true }).selectOption({ label: 'Litigation' })
    await map.unsaved(`${titles.bankruptcy}: put on the line Litigation; place`)
  })

  it('takes the place that the layout proposes for one stop, and drops the other proposals', async () => {
    await map.page.getByRole('button', { name: 'Automatic layout' }).click()
    await map.page.getByText(/^The layout proposes/).waitFor()
    const before = await map.stop(ids.hardship).getAttribute('style')
    await map.find(titles.partial)
    await map.details.getByRole('button', { name: 'Take the proposed place' }).click()
    await map.page.getByRole('button', { name: 'Drop the proposal' }).click()
    expect(await map.page.locator('.map-proposed').count()).toBe(0)
    expect(await map.stop(ids.hardship).getAttribute('style')).toBe(before)
  })

  it('is asked before they leave what is not saved', async () => {
    await map.details.getByRole('link', { name: 'Open the form' }).click()
    await dialog(map.page).getByText('What you changed of 3 stations is not saved.').waitFor()
    await dialog(map.page).getByRole('button', { name: 'Stay here' }).click()
    await map.unsaved(`${titles.partial}: put in a place of its own`)
  })

  it('sees the keys with ?', async () => {
    await map.stop(ids.partial).focus()
    await map.page.keyboard.press('?')
    await dialog(map.page).getByText('Move the selected stops; with Shift further').waitFor()
    await map.page.keyboard.press('Escape')
    await dialog(map.page).waitFor({ state: 'detached' })
  })
})

describe('saving the map', () => {
  it('says what is saved first, tells of what somebody else saved, and saves the rest', async () => {
    const theirs = await ben.ask(`/api/stations/${ids.partial}?draft=true`, {
      method: 'PATCH',
      body: { order: 77 },
    })
    expect(theirs.status).toBe(200)
    await map.page.keyboard.press('Control+s')
    const listed = dialog(map.page).getByRole('listitem')
    await listed.filter({ hasText: `${titles.partial}: put in a place of its own` }).waitFor()
    await listed.filter({ hasText: `${titles.bankruptcy}: put on the line Litigation` }).waitFor()
    await dialog(map.page).getByRole('button', { name: 'Save 3 drafts' }).click()
    await map.page.getByText('2 drafts were saved.').waitFor()
    const refused = map.page.getByRole('alert').filter({ hasText: 'still on your screen' })
    const told = await refused.innerText()
    expect(told).toContain(`${titles.partial}: Ben Map saved it meanwhile`)
    expect(told).toContain('77')
    expect(await newest('partial')).toMatchObject({ order: 77, stored: null })
    await map.unsaved(`${titles.partial}: put in a place of its own`)
    expect(await barriers(map.page, '.map-editor')).toEqual([])
  })

  it('keeps in both languages what was drawn', async () => {
    const { connections } = await newest('refund')
    expect(connections).toMatchObject([
      {
        to: ids.hardship,
        transfer: true,
        condition: { en: 'If the refund is not enough', es: 'Si el reembolso no basta' },
      },
    ])
  })

  it('puts one’s changes on the newest draft when that is asked for, and loses nothing', async () => {
    await map.page.getByRole('button', { name: 'Put my changes on the newest drafts' }).click()
    await map.page.getByText('Your changes now lie on the newest drafts.').waitFor()
    await map.page.getByRole('button', { name: 'Save…' }).click()
    await dialog(map.page).getByRole('button', { name: 'Save 1 draft' }).click()
    await map.page.getByText('1 draft was saved.').waitFor()
    const { order, stored } = await newest('partial')
    expect([order, stored]).toEqual([77, { x: expect.any(Number), y: expect.any(Number) }])
  })

  it('gathers what was saved, and sends it to review as one set', async () => {
    const set = map.page.getByRole('region', { name: 'Saved here, not in review yet' })
    for (const name of ['refund', 'bankruptcy', 'partial'] as const)
      await set.getByRole('button', { name: `Show ${titles[name]}` }).waitFor()
    await set.getByRole('button', { name: 'Send to review as one set…' }).click()
    await dialog(map.page).getByLabel('Comment (optional)').fill('The way of refunds.')
    await dialog(map.page)
      .getByRole('button', { name: /^Submit.* 3/ })
      .click()
    await dialog(map.page).getByRole('button', { name: 'Close' }).click()
    await map.page.getByRole('link', { name: 'Open the review' }).waitFor()
    await set.waitFor({ state: 'detached' })
  })
})

describe('whoever reviews the set', () => {
  it('sees the map before and after, and what changes in words', async () => {
    await reviewer.goTo(`/admin/review/stations/${ids.refund}`)
    const compared = reviewer.page.getByRole('region', { name: 'The map, before and after' })
    const [before, after] = ['Before', 'After'].map((name) => compared.getByRole('img', { name }))
    await before!.getByText('× cut').waitFor()
    await after!.getByText('+ new').waitFor()
    const told = (await compared.getByRole('listitem').allInnerTexts()).join('\n')
    expect(told).toContain(`${titles.refund}: connection to Case Closed cut; connected to`)
    expect(told).toContain(`${titles.bankruptcy}: put on the line Litigation`)
    expect(told).toContain(`${titles.partial}: put in a place of its own`)
    expect(await barriers(reviewer.page, '.review')).toEqual([])
  })

  it('approves all of it, and meets no message of the browser', async () => {
    await reviewer.page.keyboard.press('a')
    await reviewer.page.getByText('They are the texts with these content hashes:').waitFor()
    await reviewer.page.keyboard.press('Enter')
    await reviewer.page.getByText('Approved. Nothing is public yet').waitFor()
    expect((await newest('bankruptcy')).state).toBe('approved')
    expect(reviewer.errors).toEqual([])
  })
})

describe('whoever may not save drafts any more', () => {
  it('is told, keeps what they did on the screen, and sees the map read only', async () => {
    const cleo = await panel.signInAsNew({
      email: 'cleo.map-editor@stationmaster.test',
      name: 'Cleo Map',
      roles: ['editor'],
    })
    const { body } = await cleo.ask('/api/users/me')
    const theirs = await openMap(cleo, slugs.hardship)
    await theirs.stop(ids.hardship).focus()
    await theirs.page.keyboard.press('Shift+ArrowUp')
    await theirs.unsaved(`${titles.hardship}: put in a place of its own`)
    const left = await administrator.ask(`/api/users/${(body['user'] as { id: string }).id}`, {
      method: 'PATCH',
      body: { roles: [] },
    })
    expect(left.status).toBe(200)
    await theirs.page.getByRole('button', { name: 'Save…' }).click()
    await dialog(theirs.page).getByRole('button', { name: 'Save 1 draft' }).click()
    await theirs.page.getByText('You may not save drafts any more.').waitFor()
    await theirs.page.getByText('You can look at this map.').waitFor()
    expect(await theirs.page.getByRole('button', { name: 'Save…' }).count()).toBe(0)
    expect(await theirs.details.getByLabel('Line', { exact: true }).isDisabled()).toBe(true)
    await theirs.details.getByText(/^Has a place of its own/).waitFor()
    expect((await newest('hardship')).stored).toBeNull()
  })
})

describe('the map editor', () => {
  it('meets no message of the browser, and asks no other server', () => {
    const refusals = /409/
    expect(ana.errors.filter((error) => !refusals.test(error))).toEqual([])
    expect(ana.otherServers).toEqual([])
  })
})

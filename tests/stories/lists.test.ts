import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import {
  act,
  agree,
  barriers,
  dialog,
  draftStation,
  idOf,
  standsAs,
  takeThrough,
} from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let reviewer: Tab
let publisher: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  reviewer = await panel.signIn('reviewer')
  publisher = await panel.signIn('publisher')
})
afterAll(() => panel.close())

describe('the list of stations', () => {
  const list = '/admin/collections/stations?search=Listed'

  beforeAll(async () => {
    await takeThrough({ editor }, await draftStation(editor, { title: 'Listed one' }), ['submit'])
    const address = await draftStation(editor, { title: 'Listed two' })
    await takeThrough({ editor, reviewer, publisher }, address, ['submit', 'approve', 'publish'])
    await editor.ask(`/api/stations/${idOf(address)}?draft=true`, {
      method: 'PATCH',
      body: { summary: 'Another sentence.' },
    })
    await draftStation(editor, { title: 'Listed three' })
  })

  it('says in which state each is, and what the public has of it', async () => {
    const { page } = reviewer
    await reviewer.goTo(list)
    await cellOf(page, 'Listed one').getByText('In review').waitFor()
    await cellOf(page, 'Listed one').getByText('Not public').waitFor()
    await cellOf(page, 'Listed two').getByText('An earlier text is public').waitFor()
    await cellOf(page, 'Listed three').getByText('Draft', { exact: true }).waitFor()
  })

  it('says in what its box for words looks, in the language of the panel', async () => {
    const { page } = reviewer
    await reviewer.goTo(list)
    const box = page.locator('.search-filter__input')
    await page.getByRole('textbox', { name: 'Search the text, title or address' }).waitFor()
    expect(await box.getAttribute('placeholder')).toBe('Search the text, title or address')
    const inSpanish = await panel.signInAsNew({
      email: 'lists-in-spanish@stationmaster.test',
      name: 'Lee En Español',
      roles: ['editor'],
    })
    await inSpanish.page
      .context()
      .addCookies([{ name: 'stationmaster-lng', value: 'es', url: panel.origin }])
    await inSpanish.goTo('/admin/collections/notices')
    const name = 'Buscar en el texto, el título o el código'
    await inSpanish.page.getByRole('textbox', { name }).waitFor()
    expect(await inSpanish.page.locator('.search-filter__input').getAttribute('placeholder')).toBe(
      name,
    )
  })

  it('has a dash where there is nothing, which is heard as “none”', async () => {
    const { page } = reviewer
    await editor.ask('/api/stations?draft=true', {
      method: 'POST',
      body: { title: 'Listed without a phase', kind: 'stop' },
    })
    await reviewer.goTo('/admin/collections/stations?search=Listed without')
    const phase = page.getByRole('row', { name: 'Listed without a phase' }).locator('.cell-phase')
    await phase.getByRole('img', { name: 'none' }).waitFor()
    expect(await phase.innerText()).toBe('–')
    await reviewer.goTo('/admin/collections/workflow-states?search=Listed without')
    const assigned = page.locator('tbody .cell-assigneeName').first()
    await assigned.getByRole('img', { name: 'none' }).waitFor()
    expect(await assigned.innerText()).toBe('–')
  })

  it('calls a document without a title untitled', async () => {
    const { page } = reviewer
    const { body } = await editor.ask('/api/stations?draft=true', {
      method: 'POST',
      body: { slug: 'listed-untitled', kind: 'stop' },
    })
    await reviewer.goTo('/admin/collections/stations?search=listed-untitled')
    const link = page.getByRole('link', { name: 'Untitled', exact: true })
    await page.getByRole('checkbox', { name: 'Select Untitled' }).waitFor()
    expect(await link.getAttribute('href')).toContain((body['doc'] as { id: string }).id)
  })

  it('names the phase of every row, also of those below the screen, and never says that there is none', async () => {
    const { page } = reviewer
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/api/names?**', async (route) => {
      await held
      await route.continue()
    })
    await reviewer.goTo('/admin/collections/stations?limit=50&where[slug][not_like]=listed')
    const phases = page.locator('tbody .cell-phase')
    expect(await phases.count()).toBe(50)
    await phases.first().getByText('Loading…').waitFor()
    expect(await phases.filter({ hasText: '–' }).count()).toBe(0)
    release()
    await expect.poll(() => phases.filter({ hasText: /Loading|–/ }).count()).toBe(0)
    await page.unroute('**/api/names?**')
    expect(reviewer.errors).toEqual([])
  })

  it('asks where its documents stand once for all of them', async () => {
    const { page } = reviewer
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/workflow-states?')) asked.push(request.url())
    })
    await reviewer.goTo('/admin/collections/stations')
    await page.locator('.workflow-cell').nth(9).waitFor()
    expect(asked).toHaveLength(1)
  })

  it('shows those in one state, together with what is searched for', async () => {
    const { page } = reviewer
    await reviewer.goTo(list)
    await page.getByLabel('State', { exact: true }).selectOption('In review')
    await page.getByRole('link', { name: 'Listed three' }).waitFor({ state: 'detached' })
    expect(await page.locator('.table tbody tr').count()).toBe(1)
    await page.getByRole('link', { name: 'Listed one' }).waitFor()
    await page.getByLabel('State', { exact: true }).selectOption('All')
    await page.getByRole('link', { name: 'Listed three' }).waitFor()
  })

  it('offers no column that says anything else about the state', async () => {
    const { page } = reviewer
    await page.getByRole('button', { name: 'Columns' }).click()
    const columns = page.locator('.pill-selector, .column-selector').first()
    await columns.getByText('State', { exact: true }).waitFor()
    expect(await columns.getByText('Status', { exact: true }).count()).toBe(0)
  })

  it('has no barrier in what it says of the review', async () => {
    const { page } = reviewer
    expect(await barriers(page, '.workflow-choices-bar')).toEqual([])
    expect(await barriers(page, '.workflow-cell')).toEqual([])
    expect(reviewer.errors).toEqual([])
  })
})

describe('how much is still talked about', () => {
  const list = '/admin/collections/stations?search=Talked'

  beforeAll(async () => {
    const say = async (address: string, text: string) => {
      const comments = `${address.replace('/admin/collections', '/api')}/comments`
      return String((await reviewer.ask(comments, { method: 'POST', body: { text } })).body['id'])
    }
    const open = await draftStation(editor, { title: 'Talked about' })
    for (const text of ['Why?', 'Since when?']) await say(open, text)
    const closed = await say(await draftStation(editor, { title: 'Talked out' }), 'Done?')
    await reviewer.ask(`/api/comments/${closed}/resolve`, { method: 'POST', body: {} })
  })

  it('is said for each document, and asked once for all of them', async () => {
    const { page } = reviewer
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/comments/')) asked.push(request.url())
    })
    await reviewer.goTo(list)
    await page.getByRole('columnheader', { name: 'Open comments' }).waitFor()
    const count = (title: string) =>
      page.getByRole('row', { name: title }).locator('.comments-cell')
    await expect.poll(() => count('Talked about').innerText()).toBe('2')
    await expect.poll(() => count('Talked out').innerText()).toBe('0')
    expect(asked).toHaveLength(1)
    expect(await barriers(page, '.table')).toEqual([])
  })

  it('is something to narrow a list by', async () => {
    const { page } = reviewer
    await page.getByLabel('Discussion', { exact: true }).selectOption('With open comments')
    await page.getByRole('link', { name: 'Talked out' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Talked about' }).waitFor()
    expect(await barriers(page, '.workflow-choices-bar')).toEqual([])
    await page.getByLabel('Discussion', { exact: true }).selectOption('All')
    await page.getByRole('link', { name: 'Talked out' }).waitFor()
    expect(reviewer.errors).toEqual([])
  })
})

describe('documents that are ticked in a list', () => {
  it('are submitted together, or none of them is', async () => {
    const { page } = editor
    for (const title of ['Ticked one', 'Ticked two']) await draftStation(editor, { title })
    await editor.goTo('/admin/collections/stations?search=Ticked')
    for (const title of ['Ticked one', 'Ticked two'])
      await page.getByRole('row', { name: title }).getByRole('checkbox').check()
    const bar = page.getByRole('region', { name: '2 documents ticked' })
    expect(await barriers(page, '.workflow-selected')).toEqual([])
    await bar.getByRole('button', { name: 'Submit for review' }).click()
    await dialog(page).getByRole('checkbox', { name: 'Ticked two' }).waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await agree(page, 'Submit these 2')
    await dialog(page).getByText('In review now:').waitFor()
    await agree(page, 'Close')
    for (const title of ['Ticked one', 'Ticked two'])
      await cellOf(page, title).getByText('In review').waitFor()
    expect(editor.errors).toEqual([])
  })

  it('are reviewed together', async () => {
    const { page } = reviewer
    await reviewer.goTo('/admin/collections/stations?search=Ticked')
    for (const title of ['Ticked one', 'Ticked two'])
      await page.getByRole('row', { name: title }).getByRole('checkbox').check()
    await page.getByRole('link', { name: 'Review together' }).click()
    await page.getByText('2 documents, reviewed together').waitFor()
  })
})

describe('what the map lacks', () => {
  it('is said above the list of stations, and leads to each', async () => {
    const { page } = editor
    await editor.goTo('/admin/collections/stations')
    await page.getByText('What the map lacks').click()
    const unreachable = page.getByRole('region', { name: 'Out of reach' })
    const extension = 'Taxpayer Requests Extension of Time to File'
    await unreachable.getByText(`No station leads to “${extension}”.`).waitFor()
    expect(await barriers(page, '.map-lacks')).toEqual([])
    await unreachable.getByRole('link', { name: extension, exact: true }).click()
    await page.waitForURL(/\/stations\/[0-9a-f-]+$/)
    await expect.poll(() => page.getByLabel('Title').inputValue()).toBe(extension)
    expect(editor.errors).toEqual([])
  })

  it('is said of drafts when somebody asks for them', async () => {
    const { page } = editor
    await draftStation(editor, { title: 'Drafted dead end' })
    await editor.goTo('/admin/collections/stations')
    await page.getByText('What the map lacks').click()
    const deadEnds = page.getByRole('region', { name: 'Dead ends' })
    await page.getByRole('region', { name: 'Transfers without a return' }).waitFor()
    expect(await deadEnds.getByText('Drafted dead end').count()).toBe(0)
    await page.getByLabel('Look at').selectOption('The newest texts')
    await deadEnds.getByText('“Drafted dead end” leads nowhere.').waitFor()
    expect(editor.errors).toEqual([])
  })
})

describe('the review queue and the ledger', () => {
  it('are filtered by type and state, as choices', async () => {
    const { page } = reviewer
    await reviewer.goTo('/admin/collections/workflow-states')
    await page.getByLabel('Type', { exact: true }).selectOption('Notices')
    await page.waitForURL(/notices/)
    await page.getByLabel('State', { exact: true }).selectOption('Changes requested')
    await onlySays(page, 'state', 'Changes requested')
    await onlySays(page, 'documentCollection', 'Notice')
  })

  it('are filtered by what happened and by whom, as choices', async () => {
    const { page } = reviewer
    await reviewer.goTo('/admin/collections/ledger-entries')
    await page.getByLabel('What happened').selectOption('Submitted')
    await page.waitForURL(/submitted/)
    await page.getByLabel('Person', { exact: true }).selectOption('Edward Editor')
    await onlySays(page, 'actorName', 'Edward Editor')
    const told = page.locator('tbody .cell-told')
    await expect
      .poll(async () =>
        (await told.allInnerTexts()).every((text) => /^Edward Editor submitted “.+”/.test(text)),
      )
      .toBe(true)
    expect(await barriers(page, '.workflow-choices-bar')).toEqual([])
    expect(reviewer.errors).toEqual([])
  })

  async function onlySays(page: Page, column: string, text: string): Promise<void> {
    const cells = page.locator(`tbody .cell-${column}`)
    await expect.poll(async () => [...new Set(await cells.allInnerTexts())]).toEqual([text])
  }
})

describe('an earlier version', () => {
  it('comes back as a draft, while the public text stays', async () => {
    const { page } = editor
    const address = await draftStation(editor, { title: 'Said before' })
    await takeThrough({ editor, reviewer, publisher }, address, ['submit', 'approve', 'publish'])
    await editor.ask(`/api/stations/${idOf(address)}?draft=true`, {
      method: 'PATCH',
      body: { title: 'Said after' },
    })
    await act(editor, address, 'submit')

    const { body: versions } = await editor.ask(
      `/api/stations/versions?where[parent][equals]=${idOf(address)}&where[version._status][equals]=published&depth=0`,
    )
    await editor.goTo(`${address}/versions/${String(versions.docs![0]!['id'])}`)
    await page.getByRole('heading', { name: 'Compare Versions' }).waitFor()
    expect(await page.getByRole('button', { name: 'Restore this version' }).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Restore as draft' }).click()
    await dialog(page).getByText('What is public stays as it is').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await agree(page, 'Restore as draft')

    await page.waitForURL(`**${address}`)
    await standsAs(page, 'Published')
    await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Said before')
    const { body } = await panel.ask(`/api/stations/${idOf(address)}?depth=0`)
    expect(body['title']).toBe('Said before')
    expect(editor.errors).toEqual([])
  })
})

function cellOf(page: Page, title: string) {
  return page.getByRole('row', { name: title }).locator('.workflow-cell')
}

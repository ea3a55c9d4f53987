import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notification, saveDraft, startPanel, writeStation } from '../support/browser.ts'
import type { Panel, Tab } from '../support/browser.ts'

let panel: Panel
let editor: Tab
let publisher: Tab

beforeAll(async () => {
  panel = await startPanel()
  editor = await panel.signIn('editor')
  publisher = await panel.signIn('publisher')
})
afterAll(() => panel.close())

const publish = ({ page }: Tab) => page.getByRole('button', { name: 'Publish changes' })
const stationBySlug = (slug: string) => `/api/stations?depth=0&where[slug][equals]=${slug}`

describe('an editor', () => {
  it('finds no button that publishes a new station', async () => {
    await editor.goTo('/admin/collections/stations/create')
    expect(await editor.page.getByRole('button', { name: 'Save Draft' }).isVisible()).toBe(true)
    expect(await publish(editor).count()).toBe(0)
  })

  it('finds no button that publishes a draft', async () => {
    const address = await writeStation(editor, { title: 'A quiet stop', slug: 'a-quiet-stop' })
    await editor.goTo(address)
    expect(await editor.page.getByRole('button', { name: 'Save Draft' }).isVisible()).toBe(true)
    expect(await publish(editor).count()).toBe(0)
  })

  it('finds no button that publishes after going on with a draft', async () => {
    await editor.goTo(await writeStation(editor, { title: 'A stop', slug: 'a-stop' }))
    await saveTwice(editor, 'The same stop')
    expect(await publish(editor).count()).toBe(0)
  })

  it('finds no button that publishes a live station', async () => {
    await editor.goTo(await livePage(editor, 'balance-paid'))
    expect(await editor.page.getByRole('button', { name: 'Save Draft' }).isVisible()).toBe(true)
    expect(await publish(editor).count()).toBe(0)
  })

  it('cannot publish with their session either', async () => {
    const address = await writeStation(editor, { title: 'A closed stop', slug: 'a-closed-stop' })
    const { status, body } = await editor.ask(address.replace('/admin/collections', '/api'), {
      method: 'PATCH',
      body: { _status: 'published' },
    })
    expect(status).toBe(403)
    expect(body.errors?.[0]?.code).toBe('NOT_PERMITTED')
    expect((await panel.ask(stationBySlug('a-closed-stop'))).body.docs).toEqual([])
  })

  it('goes on with a draft of a live station after saving it', async () => {
    await editor.goTo(await livePage(editor, 'account-adjusted'))
    await saveTwice(editor, 'Account adjusted')
    const draft = await editor.ask(`${stationBySlug('account-adjusted')}&draft=true`)
    expect(draft.body.docs).toMatchObject([{ title: 'Account adjusted, second try' }])
    const live = await panel.ask(stationBySlug('account-adjusted'))
    expect(live.body.docs).toMatchObject([{ title: 'Account Adjusted' }])
  })
})

describe('a publisher', () => {
  it('publishes what an editor wrote, and everyone reads it', async () => {
    await publisher.goTo(
      await writeStation(editor, { title: 'An open stop', slug: 'an-open-stop' }),
    )
    await publish(publisher).click()
    await notification(publisher.page, /successfully/).waitFor()

    const { body } = await panel.ask(stationBySlug('an-open-stop'))
    expect(body.docs).toMatchObject([{ title: 'An open stop', _status: 'published' }])
    expect(JSON.stringify(body.docs)).toContain('Here you learn what you owe.')
  })

  it('is told which parts are missing before an unfinished station can be published', async () => {
    await publisher.goTo('/admin/collections/stations/create')
    await publisher.page.getByLabel('Title').fill('An unfinished stop')
    await publish(publisher).click()
    await notification(publisher.page, 'Station overview').waitFor()
    expect(
      await publisher.page.getByText('This field is required.').filter({ visible: true }).count(),
    ).toBe(3)
    const { body } = await publisher.ask(`${stationBySlug('an-unfinished-stop')}&draft=true`)
    expect(body.docs).toEqual([])
  })
})

async function saveTwice({ page }: Tab, title: string): Promise<void> {
  for (const attempt of ['first', 'second']) {
    await page.getByLabel('Title').fill(`${title}, ${attempt} try`)
    await saveDraft(page)
  }
}

/** Where the panel edits a station that is live. */
async function livePage({ ask }: Tab, slug: string): Promise<string> {
  const { body } = await ask(stationBySlug(slug))
  return `/admin/collections/stations/${String(body.docs?.[0]?.['id'])}`
}

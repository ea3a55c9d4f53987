import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, saveDraft } from '../support/browser.ts'
import type { Panel, Tab } from '../support/browser.ts'

let panel: Panel
let editor: Tab

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
})
afterAll(() => panel.close())

const stationBySlug = (slug: string) => `/api/stations?depth=0&where[slug][equals]=${slug}`

describe('an editor', () => {
  it('finds no button that publishes a new station', async () => {
    await editor.goTo('/admin/collections/stations/create')
    await mayOnlySaveDrafts(editor)
  })

  it('finds no button that publishes a draft', async () => {
    await editor.goTo(await draftPage(editor, { title: 'A quiet stop', slug: 'a-quiet-stop' }))
    await mayOnlySaveDrafts(editor)
  })

  it('finds no button that publishes after going on with a draft', async () => {
    await editor.goTo(await draftPage(editor, { title: 'A stop', slug: 'a-stop' }))
    await saveTwice(editor, 'The same stop')
    await mayOnlySaveDrafts(editor)
  })

  it('finds no button that publishes a live station', async () => {
    await editor.goTo(await livePage(editor, 'account-adjusted'))
    await mayOnlySaveDrafts(editor)
  })

  it('cannot publish with their session either', async () => {
    const address = await draftPage(editor, { title: 'A closed stop', slug: 'a-closed-stop' })
    const { status } = await editor.ask(address.replace('/admin/collections', '/api'), {
      method: 'PATCH',
      body: { _status: 'published' },
    })
    expect(status).toBe(403)
    const { body: drafts } = await editor.ask(`${stationBySlug('a-closed-stop')}&draft=true`)
    expect(drafts.docs).toMatchObject([{ title: 'A closed stop', _status: 'draft' }])
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

async function mayOnlySaveDrafts({ page }: Tab): Promise<void> {
  await page.getByRole('button', { name: 'Save Draft' }).waitFor()
  expect(await page.getByRole('button', { name: /publish/i }).allInnerTexts()).toEqual([])
}

/** Saves twice, because after a save the panel asks anew what the editor may do. */
async function saveTwice({ page }: Tab, title: string): Promise<void> {
  for (const attempt of ['first', 'second']) {
    await page.getByLabel('Title').fill(`${title}, ${attempt} try`)
    await saveDraft(page)
  }
}

/** Where the panel edits a new station of which a draft is saved. */
async function draftPage({ ask }: Tab, station: { title: string; slug: string }): Promise<string> {
  const { body } = await ask('/api/stations?draft=true', { method: 'POST', body: station })
  return `/admin/collections/stations/${(body['doc'] as { id: string }).id}`
}

/** Where the panel edits a station that is live. */
async function livePage({ ask }: Tab, slug: string): Promise<string> {
  const { body } = await ask(stationBySlug(slug))
  return `/admin/collections/stations/${String(body.docs?.[0]?.['id'])}`
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { act, barriers, draftStation } from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let reviewer: Tab
/** Address of the form, such as /admin/collections/stations/ID. */
let form: string
/** Address of the review. */
let review: string

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  reviewer = await panel.signIn('reviewer')
  form = await draftStation(editor, { title: 'To be reviewed' })
  review = form.replace('/collections/', '/review/')
  await act(editor, form, 'submit')
})
afterAll(() => panel.close())

const page = () => reviewer.page.frameLocator('.review-frame iframe')

describe('a reviewer', () => {
  it('sees a new document as readers will', async () => {
    await reviewer.goTo(review)
    await reviewer.page.getByText('This document was never public. All of it is new.').waitFor()
    await page().getByRole('heading', { level: 1, name: 'To be reviewed' }).waitFor()
  })

  it('meets no barrier', async () => {
    expect(await barriers(reviewer.page, '.review')).toEqual([])
  })

  it('sees the keys, and closes them again', async () => {
    await reviewer.page.keyboard.press('?')
    await reviewer.page.getByRole('dialog').getByText('Request changes').waitFor()
    await reviewer.page.keyboard.press('Escape')
    await expect.poll(() => reviewer.page.getByRole('dialog').count()).toBe(0)
  })

  it('is told when the text is saved meanwhile, and cannot approve what is not the newest', async () => {
    const id = form.split('/').at(-1)!
    const { status } = await editor.ask(`/api/stations/${id}?draft=true`, {
      method: 'PATCH',
      body: { title: 'Changed meanwhile' },
    })
    expect(status).toBe(200)
    await reviewer.page.getByText('The text was saved again while you looked.').waitFor()
    expect(await reviewer.page.getByRole('button', { name: 'Approve' }).isDisabled()).toBe(true)
    await reviewer.page.getByRole('button', { name: 'See all that changes' }).click()
    await page().getByRole('heading', { level: 1, name: 'Changed meanwhile' }).waitFor()
  })

  it('approves by keyboard exactly what is shown', async () => {
    await act(editor, form, 'submit')
    await reviewer.goTo(review)
    await page().getByRole('heading', { level: 1, name: 'Changed meanwhile' }).waitFor()
    await reviewer.page.keyboard.press('a')
    await reviewer.page.keyboard.press('Enter')
    await reviewer.page.getByText('Approved. Nothing is public yet').waitFor()
    const id = form.split('/').at(-1)!
    const { body } = await reviewer.ask(`/api/stations/${id}/workflow`)
    expect(body['state']).toBe('approved')
  })

  it('meets no message of the browser on the way', () => {
    expect(reviewer.errors).toEqual([])
    expect(reviewer.otherServers).toEqual([])
  })
})

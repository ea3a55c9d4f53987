import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../seed/demo-people.ts'
import { openPanel, whenUsable, type Panel, type Tab } from '../support/browser.ts'
import { act, barriers, draftStation, idOf } from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let reviewer: Tab
const person = {
  email: 'rita@stationmaster.test',
  name: 'Rita Reads',
  roles: ['reviewer' as const],
}

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  reviewer = await panel.signInAsNew(person)
})
afterAll(() => panel.close())

const bell = ({ page }: Tab) =>
  page.getByRole('banner').getByRole('link', { name: /Notifications/ })

describe('a reviewer, when an editor submits a station,', () => {
  let form: string

  beforeAll(async () => {
    form = await draftStation(editor, { title: 'A stop to be told of' })
    await act(editor, form, 'submit')
  })

  it('sees the bell, also on screens of our own', async () => {
    await reviewer.goTo('/admin')
    await expect
      .poll(() => bell(reviewer).getAttribute('aria-label'))
      .toBe('Notifications, 1 unread')
    await reviewer.goTo(`/admin/review/stations/${idOf(form)}`)
    await expect
      .poll(() => bell(reviewer).getAttribute('aria-label'))
      .toBe('Notifications, 1 unread')
  })

  it('finds it in the list, without a barrier', async () => {
    await bell(reviewer).click()
    const { page } = reviewer
    await page
      .getByRole('heading', { level: 2, name: 'Elena Editor submitted for review:' })
      .waitFor()
    expect(await barriers(page, '.notifications')).toEqual([])
    expect(await barriers(page, '.notifications-bell')).toEqual([])
  })

  it('gets to the review by the link, which marks it as read', async () => {
    const { page } = reviewer
    await page.getByRole('link', { name: 'Station “A stop to be told of”' }).click()
    await page.waitForURL(`**/admin/review/stations/${idOf(form)}`)
    await page.getByRole('heading', { level: 1, name: 'A stop to be told of' }).waitFor()
    await expect
      .poll(() => bell(reviewer).getAttribute('aria-label'))
      .toBe('Notifications, none unread')
  })

  it('gets there through signing in from a mail, with all that the link asks for', async () => {
    const { page, goTo } = await panel.open()
    const link = `/admin/review/stations/${idOf(form)}?from=nothing&set=`
    await goTo(link)
    await page.getByLabel('Email').fill(person.email)
    await page.getByLabel('Password').fill(demoPassword)
    await page.getByRole('button', { name: 'Login' }).click()
    await page.waitForURL(`**${link}`)
    await page.getByRole('heading', { level: 1, name: 'A stop to be told of' }).waitFor()
  })

  it('chooses how to be told, without a barrier', async () => {
    const { page, goTo } = reviewer
    await goTo('/admin/notifications/settings')
    const choice = page.getByLabel('Submitted for review')
    await choice.selectOption('digest')
    expect(await barriers(page, '.notifications')).toEqual([])
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('status').filter({ hasText: 'Saved.' }).waitFor()
    await goTo('/admin/notifications/settings')
    expect(await choice.inputValue()).toBe('digest')
    await whenUsable(page)
    expect(reviewer.errors).toEqual([])
  })
})

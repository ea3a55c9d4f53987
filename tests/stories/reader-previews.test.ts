import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { barriersOn } from '../support/barriers.ts'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'
import { idOf, review } from '../support/reviewing.ts'

const live = 'Tax Court Decision'
const drafted = 'Tax Court Decision, told anew'
const address = '/stations/tax-court-decision'

let panel: Panel
let editor: Tab
let edited: string

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  const { body } = await editor.ask('/api/stations?depth=0&where[slug][equals]=tax-court-decision')
  edited = `/admin/collections/stations/${String(body.docs?.[0]?.['id'])}`
  const { status } = await editor.ask(`/api/stations/${idOf(edited)}?draft=true`, {
    method: 'PATCH',
    body: { title: drafted },
  })
  expect(status).toBe(200)
})
afterAll(() => panel.close())

describe('somebody who was sent the link of a preview', () => {
  let guest: Tab
  const band = () => guest.page.getByRole('region', { name: 'Preview' })
  const title = () => guest.page.getByRole('heading', { level: 1 }).innerText()

  beforeAll(async () => {
    const { body, status } = await editor.ask('/api/previews', {
      method: 'POST',
      body: { documents: [{ collection: 'stations', id: idOf(edited) }], hours: 1 },
    })
    expect(status).toBe(201)
    guest = await panel.open({ javaScriptEnabled: false })
    await guest.page.goto(String(body['url']))
  })

  it('reads the words of the draft on its page, whose address says nothing of the preview', async () => {
    expect(guest.page.url()).toBe(panel.origin + address)
    expect(await title()).toBe(drafted)
  })

  it('is told by a band in whose words the draft is, and until when it is shown', async () => {
    const text = await band().innerText()
    expect(text).toContain('Preview: not public yet.')
    expect(text).toContain('This page is a draft in the words of Elena Editor, last changed on')
    expect(text).toMatch(/This preview ends on \w+ \d+, \d{4}/)
  })

  it('sees the draft on other pages, too, each under the band', async () => {
    await guest.page.getByRole('navigation', { name: 'Main' }).getByText('Map').click()
    await guest.page.waitForURL('**/map')
    expect(await guest.page.getByText(drafted).count()).toBeGreaterThan(0)
    const draft = band().getByRole('link', { name: drafted })
    expect(await draft.getAttribute('href')).toBe(address)
  })

  it('is told in Spanish on a page in Spanish', async () => {
    await guest.read('/es/notices/cp14')
    const spanish = guest.page.getByRole('region', { name: 'Vista previa' })
    expect(await spanish.innerText()).toContain(
      'En borrador: Decisión del Tribunal Tributario (cambia lo que es público)',
    )
  })

  it('leaves the preview, and reads what is published', async () => {
    await guest.read(address)
    await band().getByRole('link', { name: 'Leave the preview' }).click()
    expect(await guest.page.context().cookies()).toEqual([])
    await guest.read(address)
    expect(await title()).toBe(live)
    expect(await band().count()).toBe(0)
  })
})

describe('everybody else meanwhile', () => {
  it('reads what is published', async () => {
    const { page, read } = await panel.open()
    await read(address)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(live)
    expect(await page.getByRole('region', { name: 'Preview' }).count()).toBe(0)
  })
})

describe('the link that the panel makes', () => {
  it('leads to the page of the draft, too', async () => {
    await editor.goTo(edited)
    const previews = review(editor.page).getByRole('region', { name: 'Preview for others' })
    await previews.getByRole('button', { name: 'Preview', exact: true }).click()
    const link = previews.getByRole('link', { name: 'Open the preview (new tab)' })
    const guest = await panel.open()
    await guest.page.goto((await link.getAttribute('href'))!)
    expect(guest.page.url()).toBe(panel.origin + address)
    expect(await guest.page.getByRole('heading', { level: 1 }).innerText()).toBe(drafted)
    expect(await guest.page.getByRole('region', { name: 'Preview' }).isVisible()).toBe(true)
    expect(await barriersOn(guest.page)).toEqual([])
    expect(guest.errors).toEqual([])
  })
})

describe('a link that is not whole', () => {
  it('says so, and leads back to what is published', async () => {
    const guest = await panel.open({ javaScriptEnabled: false })
    const status = await guest.read(
      '/preview?token=abc&collection=stations&slug=tax-court-decision',
    )
    expect(status).toBe(401)
    await guest.page.getByRole('heading', { name: 'This preview cannot be shown' }).waitFor()
    await guest.page.getByRole('link', { name: 'Read what is published' }).click()
    expect(await guest.read(address)).toBe(200)
  })
})

import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, saveDraft, type Panel, type Tab } from '../support/browser.ts'
import { barriers, draftStation, idOf } from '../support/reviewing.ts'

let panel: Panel
let editor: Tab
let address: string

beforeAll(async () => {
  panel = await openPanel()
  editor = await panel.signIn('editor')
  address = await draftStation(editor, { title: 'Chosen with care' })
})
afterAll(() => panel.close())

describe('an editor who refers to a notice', () => {
  beforeAll(async () => {
    await editor.goTo(address)
    await editor.page.getByRole('button', { name: 'Notices', exact: true }).click()
  })

  it('sees code and title of each before anything is typed', async () => {
    const { page } = editor
    await fieldOf(page, 'relatedNotices').click()
    await page.getByRole('option', { name: /^CP01 – ./ }).waitFor()
    await fieldOf(page, 'relatedNotices').press('Escape')
  })

  it.each([
    ['its code in another spelling', 'cp-14', /^CP14 – Balance Due/],
    ['words of its title', 'balance due 5', /^CP14 – Balance Due/],
    [
      'its title in Spanish, without the accent',
      'saldo adeudado de 5 o MAS',
      /^CP14 – Balance Due/,
    ],
    ['another code of the same letter', 'LTR 1058', /^LT11 – /],
  ])('finds it first by %s', async (_what, typed, name) => {
    const { page } = editor
    await fieldOf(page, 'relatedNotices').fill(typed)
    await page.getByRole('option').first().and(page.getByRole('option', { name })).waitFor()
    await fieldOf(page, 'relatedNotices').press('Escape')
    expect(await fieldOf(page, 'relatedNotices').inputValue()).toBe('')
  })

  it('hears which option is in focus', async () => {
    const { page } = editor
    const field = fieldOf(page, 'relatedNotices')
    const heard = async () => {
      const id = await field.getAttribute('aria-activedescendant')
      return id && page.locator(`[id="${id}"]`).innerText()
    }
    await field.fill('cp-14')
    await expect.poll(heard).toMatch(/^CP14 – /)
    expect(await barriers(page, '#field-relatedNotices')).toEqual([])
    await field.press('ArrowDown')
    await expect.poll(heard).toMatch(/^CP14H – /)
    await field.press('Escape')
    await expect.poll(heard).toBe(null)
  })

  it('chooses several, one right after the other, and keeps them in their order', async () => {
    const { page } = editor
    for (const [typed, code] of [
      ['cp-14', 'CP14'],
      ['cp 501', 'CP501'],
      ['lt-11', 'LT11'],
    ] as const) {
      await fieldOf(page, 'relatedNotices').fill(typed)
      await page
        .getByRole('option')
        .first()
        .and(page.getByRole('option', { name: new RegExp(`^${code} – `) }))
        .waitFor()
      await fieldOf(page, 'relatedNotices').press('Enter')
    }
    await chosenIn(page, 'relatedNotices', 'LT11').waitFor()
    await saveDraft(page)
    expect(await codesOf('relatedNotices')).toEqual(['CP14', 'CP501', 'LT11'])
  })

  it('takes one out, and the others stay', async () => {
    const { page } = editor
    await chosenIn(page, 'relatedNotices', 'CP501').waitFor()
    await chosenIn(page, 'relatedNotices', 'CP501')
      .getByRole('button', { name: /Remove/ })
      .click()
    await saveDraft(page)
    expect(await codesOf('relatedNotices')).toEqual(['CP14', 'LT11'])
  })

  it('keeps what was chosen a moment ago, before its title has come', async () => {
    const { page } = editor
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/api/notices', async (route) => {
      await held
      await route.continue()
    })
    for (const [typed, code] of [
      ['cp 503', 'CP503'],
      ['cp 504', 'CP504'],
    ] as const) {
      await fieldOf(page, 'relatedNotices').fill(typed)
      await page.getByRole('option', { name: new RegExp(`^${code} – `) }).waitFor()
      await fieldOf(page, 'relatedNotices').press('Enter')
    }
    release()
    await chosenIn(page, 'relatedNotices', 'CP504').waitFor()
    await page.unroute('**/api/notices')
    await saveDraft(page)
    expect(await codesOf('relatedNotices')).toEqual(['CP14', 'LT11', 'CP503', 'CP504'])
    expect(editor.errors).toEqual([])
  })
})

describe('an editor who refers to one document', () => {
  it('finds the phase by its Spanish name and changes it', async () => {
    const { page } = editor
    await editor.goTo(address)
    await fieldOf(page, 'phase').fill('auditoria')
    await page.getByRole('option', { name: 'Exam (Audit)' }).waitFor()
    expect(await page.getByRole('option').count()).toBe(1)
    await fieldOf(page, 'phase').press('Enter')
    await chosenIn(page, 'phase', 'Exam (Audit)').waitFor()
    await saveDraft(page)
    const { body } = await editor.ask(`/api/stations/${idOf(address)}?draft=true&depth=1`)
    expect((body['phase'] as { name: string }).name).toBe('Exam (Audit)')
  })

  it('finds a station by a word of its text and sees that it is not public', async () => {
    const { page } = editor
    const other = await draftStation(editor, { title: 'Chosen as a draft' })
    await editor.ask(`/api/stations/${idOf(other)}?draft=true`, {
      method: 'PATCH',
      body: { summary: 'Tells of xylophones.' },
    })
    await editor.goTo(address)
    await page.getByRole('button', { name: 'Map', exact: true }).click()
    await page.getByRole('button', { name: 'Add Connection' }).click()
    await fieldOf(page, 'connections__0__to').fill('XYLÓPHONE')
    const option = page.getByRole('option', { name: 'Chosen as a draft Draft' })
    await option.waitFor()
    expect(await barriers(page, '#field-connections__0__to')).toEqual([])
    await option.click()
    await chosenIn(page, 'connections__0__to', 'Chosen as a draft').waitFor()
    await saveDraft(page)
    const { body } = await editor.ask(`/api/stations/${idOf(address)}?draft=true&depth=0`)
    expect(body['connections']).toMatchObject([{ to: idOf(other) }])
  })

  it('does not send the form with Enter while the answer is on its way', async () => {
    const { page } = editor
    const saves: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PATCH') saves.push(request.url())
    })
    await page.route('**/api/names?q=**', () => {})
    await fieldOf(page, 'connections__0__to').fill('zebra')
    await page.getByText('No options').or(page.getByText('Loading...')).first().waitFor()
    await fieldOf(page, 'connections__0__to').press('Enter')
    await page.unroute('**/api/names?q=**')
    await fieldOf(page, 'connections__0__to').press('Escape')
    await chosenIn(page, 'connections__0__to', 'Chosen as a draft').waitFor()
    expect(saves).toEqual([])
  })

  it('finds by title when names are not to be had', async () => {
    const { page } = editor
    await page.route('**/api/names?q=**', (route) => route.abort())
    await fieldOf(page, 'connections__0__to').fill('Account Adjusted')
    await page.getByRole('option', { name: 'Account Adjusted', exact: true }).waitFor()
    await page.unroute('**/api/names?q=**')
  })
})

/** Where one types in a field that refers to documents. */
function fieldOf(page: Page, name: string): Locator {
  return page.locator(`#field-${name} .rs__input`)
}

/** What is chosen in it. */
function chosenIn(page: Page, name: string, text: string): Locator {
  return page
    .locator(`#field-${name}`)
    .locator('.rs__multi-value, .relationship--single-value__text')
    .filter({ hasText: text })
}

async function codesOf(field: string): Promise<unknown[]> {
  const { body } = await editor.ask(`/api/stations/${idOf(address)}?draft=true&depth=1`)
  return (body[field] as { code: string }[]).map(({ code }) => code)
}

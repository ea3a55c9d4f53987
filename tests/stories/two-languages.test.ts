import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { openPanel, richText, saveDraft, type Panel, type Tab } from '../support/browser.ts'
import {
  agree,
  barriers,
  dialog,
  draftStation,
  nextStep,
  takeThrough,
} from '../support/reviewing.ts'

let panel: Panel

beforeAll(async () => {
  panel = await openPanel()
})
afterAll(() => panel.close())

describe('an editor who writes in Spanish', () => {
  const live = '/api/stations?depth=0&where[slug][equals]=case-closed'
  let editor: Tab
  let before: Record<string, unknown>

  beforeAll(async () => {
    editor = await panel.signInAsNew({
      email: 'ines@stationmaster.test',
      name: 'Inés Intérprete',
      roles: ['editor'],
    })
    before = await textsOf(live)
    const { body } = await editor.ask(live)
    await editor.goTo(`/admin/collections/stations/${String(body.docs?.[0]?.['id'])}`)
    await switchLocale(editor, { language: 'Spanish', code: 'es' })
  })

  it('finds the Spanish text after switching the language of the content', async () => {
    await expect.poll(() => editor.page.getByLabel('Title').inputValue()).toBe('Caso cerrado')
    await richText(editor.page, 'overview').getByText('El IRS cierra el caso').waitFor()
  })

  it('finds the draft again, while readers go on reading what is live', async () => {
    const title = editor.page.getByLabel('Title')
    await title.fill('Caso cerrado por completo')
    await saveDraft(editor.page)
    await editor.goTo(`${new URL(editor.page.url()).pathname}?locale=es`)

    await expect.poll(() => title.inputValue()).toBe('Caso cerrado por completo')
    expect(await textsOf(live)).toEqual(before)
  })

  it('leaves the English draft as it was', async () => {
    await switchLocale(editor, { language: 'English', code: 'en' })
    await expect.poll(() => editor.page.getByLabel('Title').inputValue()).toBe('Case Closed')
  })

  /** What readers get, in both languages. */
  async function textsOf(address: string): Promise<Record<string, unknown>> {
    const [en, es] = await Promise.all(
      ['en', 'es'].map((locale) => panel.ask(`${address}&locale=${locale}`)),
    )
    return { en: en!.body.docs, es: es!.body.docs }
  }

  async function switchLocale(
    { page }: Tab,
    { language, code }: { language: string; code: string },
  ): Promise<void> {
    await page.getByRole('button', { name: /^Locale/ }).click()
    await page.getByRole('button', { name: new RegExp(`^${language}`) }).click()
    await page.locator('.localizer').filter({ hasText: language }).waitFor()
    await page.locator(`label:has-text("— ${code}")`).first().waitFor()
  }
})

describe('someone who chose Spanish for the panel', () => {
  let reviewer: Tab

  beforeAll(async () => {
    reviewer = await panel.signInAsNew({
      email: 'rafael@stationmaster.test',
      name: 'Rafael Revisor',
      roles: ['reviewer'],
    })
    const { page, goTo } = reviewer
    await goTo('/admin/account')
    await page.getByLabel('Language').click()
    await page.getByRole('option', { name: 'Español' }).click()
    await page.getByRole('button', { name: 'Guardar' }).waitFor()
  })

  it('finds the content in groups with Spanish names', async () => {
    await reviewer.goTo('/admin')
    expect(await reviewer.page.getByRole('heading', { level: 1 }).innerText()).toBe('Su escritorio')
    const groups = reviewer.page.locator('h2:not(.desk h2)')
    expect(await groups.allInnerTexts()).toEqual([
      'Mapa',
      'Contenido compartido',
      'Búsqueda',
      'Personas',
      'Revisión',
      'Registro',
    ])
  })

  it('finds Spanish names above the list of stations', async () => {
    await reviewer.goTo('/admin/collections/stations')
    expect(await reviewer.page.getByRole('heading', { level: 1 }).innerText()).toBe('Estaciones')
    const columns = await reviewer.page.getByRole('columnheader').allInnerTexts()
    expect(columns.map((name) => name.trim()).filter(Boolean)).toEqual([
      'Título',
      'Fase',
      'Tipo',
      'Estado',
      'Comentarios abiertos',
      'Última modificación',
    ])
  })

  it('finds Spanish names at the fields of a station', async () => {
    await reviewer.goTo('/admin/collections/stations/create')
    const labels = reviewer.page.locator('label:visible')
    for (const name of ['Título', 'En una frase', 'Resumen de la estación', 'Dirección', 'Fase'])
      await labels.filter({ hasText: name }).first().waitFor()
  })

  it('finds Spanish names at everything in the deadline of a notice', async () => {
    await reviewer.goTo('/admin/collections/notices/create')
    await reviewer.page.getByRole('button', { name: 'Plazo', exact: true }).click()
    const deadline = reviewer.page.locator('#field-deadline')
    expect(await deadline.innerText()).toContain('Plazo para responder')
    expect(await deadline.innerText()).not.toMatch(/alternative/i)
  })
})

describe('a translator', () => {
  let translator: Tab
  let address: string

  beforeAll(async () => {
    translator = await panel.signInAsNew({
      email: 'tomas@stationmaster.test',
      name: 'Tomás Traductor',
      roles: ['editor'],
    })
    address = await draftStation(translator, { title: 'Translated stop' })
    await inLocale('es', { title: 'Parada traducida', summary: 'Una parada en el camino.' })
    await inLocale('en', { summary: 'A stop on the long way.' })
  })

  it('finds each text beside its source, and what changed in the source since', async () => {
    const { page } = translator
    await translator.goTo(`${address}/translation`)
    await page.getByRole('button', { name: 'Translate into Spanish' }).click()
    await page.getByText('1 missing, 1 older than their source, 1 up to date').waitFor()
    const summary = besideField(page, 'summary')
    await summary.getByText('Older than its source').waitFor()
    expect(await summary.locator('ins').textContent()).toContain('long')
    await besideField(page, 'title').getByText('Up to date').waitFor()
    expect(await page.getByText('Phase', { exact: true }).isVisible()).toBe(false)
  })

  it('sees only what is left to do when they want to', async () => {
    const { page } = translator
    await page.getByLabel('Only what is missing or older').check()
    expect(await page.locator('#field-title').isVisible()).toBe(false)
    expect(await page.locator('#field-summary').isVisible()).toBe(true)
  })

  it('has no barrier on the way', async () => {
    expect(await barriers(translator.page, '.translation__head')).toEqual([])
    expect(await barriers(translator.page, '.translation-source[data-standing=older]')).toEqual([])
  })

  it('says that a translation is still right, and writes the one that is missing', async () => {
    const { page } = translator
    await besideField(page, 'summary')
      .getByRole('button', { name: 'The translation is still right' })
      .click()
    await page.getByText('1 missing, 0 older than their source, 2 up to date').waitFor()
    await richText(page, 'overview').fill('Aquí se sabe cuánto se debe.')
    await saveDraft(page)
    await page.getByText('Every text is up to date.').waitFor()
    const { body } = await translator.ask(
      `${address.replace('/admin/collections', '/api')}?draft=true&locale=es`,
    )
    expect(body['title']).toBe('Parada traducida')
    expect(JSON.stringify(body['overview'])).toContain('Aquí se sabe cuánto se debe.')
    expect(translator.errors).toEqual([])
  })

  it('whose publisher is asked once more while the Spanish is older', async () => {
    await inLocale('en', { summary: 'A stop on the short way.' })
    const [reviewer, publisher] = [await panel.signIn('reviewer'), await panel.signIn('publisher')]
    await takeThrough({ editor: translator, reviewer }, address, ['submit', 'approve'])
    const { page } = publisher
    await publisher.goTo(address)
    await nextStep(page, 'Publish').click()
    await agree(page, 'Publish')
    await dialog(page).getByText('Translations are older than their source').waitFor()
    expect(await barriers(page, '.workflow-dialog')).toEqual([])
    await dialog(page).getByLabel('They may be public all the same').check()
    await agree(page, 'Publish')
    await dialog(page).waitFor({ state: 'detached' })
    const { body } = await publisher.ask(
      `${address.replace('/admin/collections', '/api')}/workflow`,
    )
    const history = body['history'] as { type: string; details: object }[]
    expect(history[0]).toMatchObject({
      type: 'published',
      details: { olderTranslations: { accepted: true, paths: ['summary.es'] } },
    })
  })

  async function inLocale(locale: string, body: object): Promise<void> {
    const { status } = await translator.ask(
      `${address.replace('/admin/collections', '/api')}?draft=true&locale=${locale}`,
      { method: 'PATCH', body: body as Record<string, unknown> },
    )
    expect(status).toBe(200)
  }

  function besideField(page: Page, name: string) {
    return page.locator(`.field-type:has(#field-${name}) .translation-source`)
  }
})

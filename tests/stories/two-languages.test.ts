import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPanel, richText, saveDraft, type Panel, type Tab } from '../support/browser.ts'

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
    const headings = reviewer.page.getByRole('heading', { level: 2 })
    expect(await headings.allInnerTexts()).toEqual([
      'Le espera',
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

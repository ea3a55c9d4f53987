import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator } from 'playwright-core'
import { openPanel, type Panel, type Tab } from '../support/browser.ts'

/** Height of the screen of the phone, in pixels. */
const screen = 640

let panel: Panel

beforeAll(async () => {
  panel = await openPanel()
})
afterAll(() => panel.close())

describe('a person with a CP14 in hand, on a narrow phone, in Spanish, with script blocked', () => {
  let person: Tab
  let taps = 0
  const tap = async (what: Locator) => {
    await what.tap()
    taps += 1
  }

  beforeAll(async () => {
    person = await panel.openPhone({ javaScriptEnabled: false, locale: 'es-US' })
    await person.read('/es')
  })

  it('finds the field for the code on the first screen', async () => {
    const { bottom } = await placeOf(person.page.getByLabel('Código o palabras de su carta'))
    expect(bottom).toBeLessThanOrEqual(screen)
  })

  it('is at the page of the letter after two taps', async () => {
    const { page } = person
    await tap(page.getByLabel('Código o palabras de su carta'))
    await page.keyboard.type('cp 14')
    await tap(page.getByRole('button', { name: 'Buscar mi carta' }))
    await page.waitForURL('**/es/notices/cp14')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^CP14\s+Saldo/)
    expect(taps).toBe(2)
  })

  it('reads by when within one and a half screens', async () => {
    const deadline = person.page.getByText('En un plazo de 21 días desde la fecha impresa')
    expect((await placeOf(deadline)).bottom).toBeLessThanOrEqual(1.5 * screen)
  })

  it('reads what to do first within one and a half screens', async () => {
    const first = whatToDo(person).getByRole('listitem').first()
    expect((await placeOf(first)).bottom).toBeLessThanOrEqual(1.5 * screen)
  })

  it('reads everything that there is to do within two and a half screens', async () => {
    const last = whatToDo(person).getByRole('listitem').last()
    expect((await placeOf(last)).bottom).toBeLessThanOrEqual(2.5 * screen)
  })

  it('is led to a step by one more tap', async () => {
    const { page } = person
    await tap(whatToDo(person).getByRole('link', { name: 'Pague la cantidad completa' }))
    const step = page.getByRole('heading', { level: 3, name: 'Pague la cantidad completa' })
    const { top, bottom } = await placeOf(step)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(bottom).toBeLessThanOrEqual(screen)
  })

  it('never has to move the page sideways', async () => {
    const { x, width } = (await person.page.getByRole('article').boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(320)
  })
})

describe('whoever types the code of a letter', () => {
  let phone: Tab

  beforeAll(async () => {
    phone = await panel.openPhone({ javaScriptEnabled: false })
  })

  it.each([
    ['CP14', '/es/notices/cp14'],
    ['Aviso CP-14', '/es/notices/cp14'],
    ['lt 11', '/es/notices/lt11'],
  ])('gets to the letter by “%s”', async (spelling, address) => {
    await find(spelling)
    expect(pathOf(phone)).toBe(address)
  })

  it('gets to the search by words', async () => {
    await find('saldo adeudado')
    expect(pathOf(phone)).toBe('/es/search')
    await phone.page.getByRole('heading', { name: 'Resultados de «saldo adeudado»' }).waitFor()
  })

  it('is told that there is no such letter, and which codes come near it', async () => {
    await find('CP9000')
    const { page } = phone
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'No hay ninguna carta CP9000 en el mapa.',
    )
    await page.getByRole('main').getByRole('link', { name: /^CP90/ }).click()
    expect(pathOf(phone)).toBe('/es/notices/cp90')
  })

  async function find(code: string): Promise<void> {
    const { page } = phone
    await phone.read('/es')
    await page.getByLabel('Código o palabras de su carta').fill(code)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/es')
  }
})

/** The part of the page of a letter that says what to do, and by when. */
function whatToDo({ page }: Tab): Locator {
  return page.getByRole('region', { name: 'Qué hacer y hasta cuándo' })
}

/** Where something is, from the upper edge of the screen. */
async function placeOf(what: Locator): Promise<{ top: number; bottom: number }> {
  const { y, height } = (await what.boundingBox())!
  return { top: y, bottom: y + height }
}

function pathOf({ page }: Tab): string {
  return new URL(page.url()).pathname
}

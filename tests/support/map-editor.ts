import type { Locator, Page } from 'playwright-core'
import type { Tab } from './browser.ts'

/** The map editor as somebody has it before them. */
export interface MapScreen {
  page: Page
  /** A stop on the map, by its id. */
  stop: (id: string) => Locator
  /** A connection on the map. */
  way: (from: string, to: string) => Locator
  details: Locator
  /** Selects a station by what it is called. */
  find: (name: string) => Promise<void>
  /** Waits until the list of what is not saved says something of a station. */
  unsaved: (said: string) => Promise<void>
}

/** Opens the map at a station, and waits until it is drawn. */
export async function openMap({ goTo, page }: Tab, slug: string): Promise<MapScreen> {
  await goTo(`/admin/map?station=${slug}`)
  const details = page.getByRole('region', { name: 'Details' })
  await details.getByRole('heading', { level: 2 }).waitFor()
  return {
    page,
    stop: (id) => page.locator(`.react-flow__node[data-id="${id}"]`),
    way: (from, to) => page.locator(`.react-flow__edge[data-id="${from} ${to}"]`),
    details,
    find: async (name) => {
      await details.getByRole('combobox', { name: 'Find a station' }).fill(name)
      await page.keyboard.press('Enter')
      await details.getByRole('heading', { exact: true, level: 2, name }).waitFor()
    },
    unsaved: (said) => details.getByRole('listitem').filter({ hasText: said }).first().waitFor(),
  }
}

/** Drags from the middle of something by some pixels, as a hand does. */
export async function dragBy(
  page: Page,
  what: Locator,
  { x, y }: { x: number; y: number },
): Promise<void> {
  const { height, width, ...corner } = (await what.boundingBox())!
  const from = { x: corner.x + width / 2, y: corner.y + height / 2 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + x / 2, from.y + y / 2, { steps: 4 })
  await page.mouse.move(from.x + x, from.y + y, { steps: 4 })
  await page.mouse.up()
}

/** Drags from the middle of something to the middle of something else. */
export async function dragTo(page: Page, what: Locator, target: Locator): Promise<void> {
  const [from, to] = [(await what.boundingBox())!, (await target.boundingBox())!]
  await dragBy(page, what, {
    x: to.x + to.width / 2 - from.x - from.width / 2,
    y: to.y + to.height / 2 - from.y - from.height / 2,
  })
}

import type { CDPSession, Locator, Page } from 'playwright-core'
import type { Tab } from './browser.ts'

/** The map as a reader has it before them. */
export interface MapPage {
  page: Page
  /** Opens a page with the map, and waits until it moves, or is there without script. */
  open: (address: string, options?: { width?: number; height?: number }) => Promise<void>
  /** The window through which the map is seen. */
  frame: Locator
  panel: Locator
  /** A stop on the drawing. */
  stop: (title: string) => Locator
  /** Title of the stop that has the focus; null where none has it. */
  focused: () => Promise<string | null>
  /**
   * Titles of the stops that a connection joins with a stop, by the side of it on which they lie. Those that lie
   * nearly straight above or below are on neither side: the keys for left and right do not lead there.
   */
  joined: (title: string) => Promise<{ left: string[]; right: string[] }>
  /** Titles of all stops, those in the middle of the map first, between left and right. */
  fromTheMiddle: () => Promise<string[]>
  /** How much of a stop's plate is seen: within the window, and not under the panel. 1 is all of it. */
  seen: (title: string) => Promise<number>
  /** Width of a plate on the screen, in pixels. */
  plateWidth: () => Promise<number>
  /** Where the window is on the map, in pixels. */
  scrolled: () => Promise<{ x: number; y: number }>
  /** The browser itself, for touch and for the accessibility tree. */
  devtools: CDPSession
}

/** @param scripts whether the browser runs them */
export async function mapPage(
  { page }: Tab,
  origin: string,
  { scripts = true }: { scripts?: boolean } = {},
): Promise<MapPage> {
  const devtools = await page.context().newCDPSession(page)
  if (!scripts) await devtools.send('Emulation.setScriptExecutionDisabled', { value: true })
  const frame = page.getByRole('region', { name: 'Map of the roadmap' })
  const panel = page.getByRole('region', { name: 'Chosen stop' })
  const stop = (title: string) => frame.getByRole('link', { name: title, exact: true })
  return {
    page,
    devtools,
    frame,
    panel,
    stop,
    open: async (address, { width = 1280, height = 900 } = {}) => {
      await page.setViewportSize({ width, height })
      await page.goto(origin + address)
      await frame.waitFor()
      if (scripts) await page.getByRole('button', { name: 'Whole map' }).waitFor()
    },
    focused: () =>
      page.evaluate(
        () =>
          document.activeElement?.closest('.sm-stop')?.querySelector('title')?.textContent ?? null,
      ),
    joined: (title) => stop(title).evaluate(stopsJoined),
    fromTheMiddle: () => frame.evaluate(stopsFromTheMiddle),
    seen: (title) => stop(title).locator('.sm-stop__plate').evaluate(shareSeen),
    plateWidth: async () => (await frame.locator('.sm-stop__plate').first().boundingBox())!.width,
    scrolled: () =>
      frame.evaluate(({ scrollLeft, scrollTop }) => ({ x: scrollLeft, y: scrollTop })),
  }
}

/** Runs in the browser. */
function stopsJoined(stop: Element): { left: string[]; right: string[] } {
  const here = (stop as SVGAElement).dataset
  const joined = { left: [] as string[], right: [] as string[] }
  for (const connection of document.querySelectorAll<SVGElement>('[data-from][data-to]')) {
    const { from, to } = connection.dataset
    if (here['slug'] !== from && here['slug'] !== to) continue
    const slug = here['slug'] === from ? to! : from!
    const other = document.querySelector<SVGAElement>(`.sm-stop[data-slug="${slug}"]`)!
    const [x, y] = (['x', 'y'] as const).map(
      (axis) => Number(other.dataset[axis]) - Number(here[axis]),
    )
    const aside = x! / Math.hypot(x!, y!)
    if (Math.abs(aside) <= 0.2) continue
    const side = aside > 0 ? joined.right : joined.left
    side.push(other.querySelector('title')!.textContent)
  }
  return joined
}

/** Runs in the browser. */
function stopsFromTheMiddle(frame: Element): string[] {
  const stops = [...frame.querySelectorAll<SVGAElement>('.sm-stop')]
  const places = stops.map((stop) => Number(stop.dataset['x']))
  const middle = (Math.min(...places) + Math.max(...places)) / 2
  const aside = (stop: SVGAElement) => Math.abs(Number(stop.dataset['x']) - middle)
  return stops
    .sort((one, other) => aside(one) - aside(other))
    .map((stop) => stop.querySelector('title')!.textContent)
}

/** Runs in the browser. */
function shareSeen(plate: Element): number {
  const common = (one: DOMRect, other: DOMRect) =>
    Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
    Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top))
  const box = plate.getBoundingClientRect()
  const window = plate.closest('.sm-map')!.getBoundingClientRect()
  const panel = document.querySelector('.sm-map__panel:not([hidden])')
  const covered = panel ? common(box, panel.getBoundingClientRect()) : 0
  return (common(box, window) - covered) / (box.width * box.height)
}

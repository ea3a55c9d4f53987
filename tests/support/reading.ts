import type { Locator, Page } from 'playwright-core'
import type { Panel } from './browser.ts'

/** A page of each kind that readers find, by what it is. */
export const kindsOfPages = [
  ['home', '/'],
  ['a station', '/stations/balance-paid'],
  ['a notice', '/notices/cp14'],
  ['a step', '/steps/{id}'],
  ['a form', '/forms/form9465'],
  ['an organization that helps', '/help/low-income-taxpayer-clinics'],
  ['the map', '/map'],
  ['the list of letters', '/notices'],
  ['the list of forms', '/forms'],
  ['the list of organizations', '/help'],
  ['results of a search', '/search?q=plan'],
  ['a search that finds nothing', '/search?q=zzqqxx'],
  ['a search without words', '/search'],
] as const

/** The address with the id of a step in it, where it wants one. */
export async function addressOf(panel: Panel, address: string): Promise<string> {
  if (!address.includes('{id}')) return address
  const { body } = await panel.ask('/api/steps?depth=0&where[slug][equals]=pay-in-full')
  return address.replace('{id}', String(body.docs?.[0]?.['id']))
}

/** The address of the same page in Spanish. */
export function inSpanish(address: string): string {
  return address === '/' ? '/es' : `/es${address}`
}

/** The headings of a page as a screen reader lists them, each with its level before it: `2 For example`. */
export async function headings(part: Locator): Promise<string[]> {
  const tree = await part.ariaSnapshot()
  return [...tree.matchAll(/heading "((?:[^"\\]|\\.)*)" \[level=(\d)\]/g)].map(
    ([, name, level]) => `${level} ${name}`,
  )
}

/** What the keyboard acts on: what it is called, and whether whoever looks at the page can tell. */
export interface Focus {
  /** Its tag, such as `a`; `body` when the focus is lost. */
  tag: string
  text: string
  isVisible: boolean
}

/** Where the focus is. */
export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const focused = document.activeElement!
    const { bottom, height, right, left, top, width } = focused.getBoundingClientRect()
    const isOnScreen =
      bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && width * height > 0
    // What stands out may be drawn around a part of it, such as the plate of a stop on the map.
    const isMarked = [focused, ...focused.querySelectorAll('*')].some((element) => {
      const { backgroundColor, boxShadow, outlineStyle, outlineWidth } = getComputedStyle(element)
      const isOption = element.getAttribute('role') === 'option' && element === focused
      return (
        (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) ||
        boxShadow !== 'none' ||
        (isOption && backgroundColor !== 'rgba(0, 0, 0, 0)')
      )
    })
    return {
      tag: focused.tagName.toLowerCase(),
      text: (focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim(),
      isVisible: isOnScreen && isMarked,
    }
  })
}

/**
 * Goes through a page with the Tab key.
 *
 * @param isThere whether to stop; without it, the whole page is walked, until the focus leaves it
 * @returns everything that had the focus on the way
 */
export async function tabThrough(
  page: Page,
  isThere: (focus: Focus) => boolean = () => false,
): Promise<Focus[]> {
  const way: Focus[] = []
  for (let count = 0; count < 600; count += 1) {
    await page.keyboard.press('Tab')
    const focus = await focusOf(page)
    if (focus.tag === 'body') return way
    way.push(focus)
    if (isThere(focus)) return way
  }
  throw new Error('The focus goes round in the page and never leaves it.')
}

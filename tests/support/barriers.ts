import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** WCAG 2.2 up to level AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A barrier that is known and cannot be taken away. */
export interface KnownBarrier {
  /** axe's name of the rule. */
  rule: string
  /** Selector of what breaks it. */
  at: string
}

/**
 * The barriers that axe finds on a page, each with where it is: WCAG 2.2 up to level AA, what its makers recommend
 * besides, and the size of targets. Of a part of a page, what WCAG says alone: the rest is about whole pages.
 *
 * @param known those that are not told
 * @param part selector of what is looked at
 * @default part the whole page
 */
export async function barriersOn(
  page: Page,
  { known = [], part }: { known?: KnownBarrier[]; part?: string } = {},
): Promise<string[]> {
  // As the page's own policy lets in no script, it is given to the browser and not to the page.
  await page.evaluate(axe.source)
  return page.evaluate(
    async ({ known, part, tags }) => {
      // What is not laid out until it is scrolled to has no places to measure: what stands in it would be taken to lie over
      // what follows it.
      for (const element of document.querySelectorAll<HTMLElement>('body *'))
        if (getComputedStyle(element).contentVisibility === 'auto')
          element.style.contentVisibility = 'visible'
      const results = await (window as unknown as { axe: typeof axe }).axe.run(part ?? document, {
        runOnly: { type: 'tag', values: part ? tags : [...tags, 'best-practice'] },
        resultTypes: ['violations'],
        // Not among those that axe looks for unless it is asked to.
        rules: { 'target-size': { enabled: !part } },
      })
      return results.violations.flatMap(({ id, nodes }) => {
        const targets = nodes.map(({ target }) => target.join(' '))
        const untold = targets.filter(
          (target) =>
            !known.some(
              ({ rule, at }) => rule === id && document.querySelector(target)?.matches(at),
            ),
        )
        return untold.length > 0 ? [`${id} at ${untold[0]}, ${untold.length} times`] : []
      })
    },
    { known, part, tags: wcag },
  )
}

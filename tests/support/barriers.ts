import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe looks for: WCAG 2.2 up to level AA, and what its makers recommend besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The barriers that axe finds on a page, each with where it is. */
export async function barriersOn(page: Page): Promise<string[]> {
  // As the page's own policy lets in no script, it is given to the browser and not to the page.
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async (values) => {
    const results = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
      // Not among those that axe looks for unless it is asked to.
      rules: { 'target-size': { enabled: true } },
    })
    return results.violations.map(({ id, nodes }) => ({
      id,
      target: nodes[0]!.target.join(' '),
      count: nodes.length,
    }))
  }, tags)
  return violations.map(({ id, target, count }) => `${id} at ${target}, ${count} times`)
}

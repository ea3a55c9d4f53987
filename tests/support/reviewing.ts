import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Locator, Page } from 'playwright-core'
import type { Action } from '../../src/workflow/states.ts'
import type { RestAnswer, Tab } from './browser.ts'

/** The panel about the review, beside the text. */
export function review(page: Page): Locator {
  return page.getByRole('region', { name: 'Review', exact: true })
}

/** The button for what most likely comes next, at the top of the page. */
export function nextStep(page: Page, name: string): Locator {
  return page.locator('.doc-controls').getByRole('button', { name, exact: true })
}

/** The dialog that is open. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog')
}

/** Says yes in the dialog that is open. */
export async function agree(page: Page, name: string): Promise<void> {
  await dialog(page).getByRole('button', { name, exact: true }).click()
}

/** Takes the next step at the top of the page, without a comment. */
export async function takeNextStep(page: Page, name: string): Promise<void> {
  await nextStep(page, name).click()
  await agree(page, name)
  await dialog(page).waitFor({ state: 'detached' })
}

/** Waits until the panel tells what was done. */
export async function told(page: Page, text: string): Promise<void> {
  await review(page).getByRole('status').filter({ hasText: text }).waitFor()
}

/** Waits until the top of the page says in which state the text is. */
export async function standsAs(page: Page, state: string): Promise<void> {
  await page.locator('.doc-controls').getByText(state, { exact: true }).waitFor()
}

/** Takes a document through the workflow with the text it has now, over REST. */
export async function act(
  { ask }: Tab,
  address: string,
  action: Action,
  more: Record<string, unknown> = {},
): Promise<RestAnswer> {
  const workflow = `${address.replace('/admin/collections', '/api')}/workflow`
  const { contentHash } = (await ask(workflow)).body
  const answer = await ask(`${workflow}/${action}`, {
    method: 'POST',
    body: { contentHash, ...more },
  })
  if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body.errors)}`)
  return answer
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What stands in the way of people with disabilities (WCAG 2.2, A and AA) within a part of a page. */
export async function barriers(page: Page, part: string): Promise<string[]> {
  await page.locator(part).first().waitFor()
  await page.evaluate(axe)
  return page.evaluate(async (selector) => {
    const { axe: library } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await library.run(
      { include: [selector] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    )
    return violations.flatMap(({ help, nodes }) =>
      nodes.map(({ target }) => `${help}: ${target.join(' ')}`),
    )
  }, part)
}

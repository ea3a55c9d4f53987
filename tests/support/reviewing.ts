import type { Locator, Page } from 'playwright-core'
import type { Action } from '../../src/workflow/states.ts'
import { barriersOn } from './barriers.ts'
import type { RestAnswer, Tab } from './browser.ts'
import { text } from './content.ts'

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

/**
 * Saves a draft of a station over REST, for stories that are not about writing.
 *
 * @returns where the panel edits it
 */
export async function draftStation(
  { ask }: Tab,
  { title, connections = [] }: { title: string; connections?: string[] },
): Promise<string> {
  const { body: phases } = await ask('/api/phases?limit=1&depth=0')
  const { body, status } = await ask('/api/stations?draft=true&depth=0', {
    method: 'POST',
    body: {
      title,
      slug: title.toLowerCase().replaceAll(' ', '-'),
      phase: phases.docs?.[0]?.['id'],
      kind: 'stop',
      summary: 'A stop on the way.',
      overview: text('Here you learn what you owe.'),
      connections: connections.map((address) => ({ to: idOf(address) })),
    },
  })
  if (status !== 201) throw new Error(`The draft was refused: ${JSON.stringify(body.errors)}`)
  return `/admin/collections/stations/${(body['doc'] as { id: string }).id}`
}

/** The document that the panel edits at an address. */
export function idOf(address: string): string {
  return address.split('/').at(-1)!
}

/** Takes a document through several steps with the text it has now, each by somebody who may. */
export async function takeThrough(
  people: Partial<Record<'editor' | 'reviewer' | 'publisher', Tab>>,
  address: string,
  steps: readonly ('submit' | 'approve' | 'publish')[],
): Promise<void> {
  const by = { submit: 'editor', approve: 'reviewer', publish: 'publisher' } as const
  for (const step of steps) await act(people[by[step]]!, address, step)
}

/** What stands in the way of people with disabilities (WCAG 2.2, A and AA) within a part of a page. */
export async function barriers(page: Page, part: string): Promise<string[]> {
  await page.locator(part).first().waitFor()
  return barriersOn(page, { part })
}

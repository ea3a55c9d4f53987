import { transitions, type Transition } from './states.ts'

/**
 * The workflow as a Mermaid state diagram, drawn from its table. `live` and `overridden` are the live side
 * of a document, whatever its working side is in.
 */
export function workflowDiagram(): string {
  const arrows = (transitions as readonly Transition[]).flatMap(({ action, by, from, to }) =>
    from.map((place) => `  ${place} --> ${to}: ${action} (${by})`),
  )
  return ['stateDiagram-v2', '  [*] --> draft', ...arrows].join('\n')
}

/** The workflow as a Markdown table, from the same source. */
export function workflowTable(): string {
  const rows = (transitions as readonly Transition[]).map(
    ({ action, by, from, needs, records, to }) =>
      `| ${[action, from.join(', '), to, by, needs.join(', ') || '–', records.join(', ')].join(' | ')} |`,
  )
  return [
    '| action | from | to | by | needs | records |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

const begin = '<!-- generated from src/workflow/states.ts by npm run types -->'
const end = '<!-- end of what is generated -->'

/**
 * A page with its generated part brought up to date.
 *
 * @throws Error when the page has no place for it
 */
export function withWorkflow(page: string): string {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from)
    throw new Error(`The page lacks the lines “${begin}” and “${end}”. Put them back.`)
  return [
    page.slice(0, from + begin.length),
    '',
    '```mermaid',
    workflowDiagram(),
    '```',
    '',
    workflowTable(),
    '',
    page.slice(to),
  ].join('\n')
}

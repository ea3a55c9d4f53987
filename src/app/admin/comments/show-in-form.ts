import { findPassage } from '../../../comments/find-passage.ts'
import { rangeOf, textOf } from './page-text.ts'

/**
 * Brings a field of the edit form into sight and the keyboard into it, with the words chosen where there are some.
 * Opens the tab and the rows it stands in.
 *
 * @param path with the numbers of rows, such as `connections.2.condition`
 */
export async function showInForm(path: string, words: string | null): Promise<void> {
  const field = fieldAt(path) ?? (await inAnotherTab(path)) ?? nearest(path)
  if (!field) return
  openRowsAround(field)
  await painted()
  field.scrollIntoView({ block: 'center' })
  const typed = field.matches(typable) ? field : field.querySelector<HTMLElement>(typable)
  const target = typed ?? field.querySelector<HTMLElement>('button, a, input') ?? field
  target.focus({ preventScroll: true })
  if (words) choose(target, words)
}

const typable = 'input:not([type="hidden"]), textarea, [contenteditable="true"]'

function fieldAt(path: string): HTMLElement | null {
  return (
    document.getElementById(`field-${path.replaceAll('.', '__')}`) ??
    document.querySelector<HTMLElement>(`[data-field-path="${CSS.escape(path)}"]`) ??
    rowAt(path)
  )
}

/** A row of a list: `connections.2`. */
function rowAt(path: string): HTMLElement | null {
  const [, list, number] = /^(.+)\.(\d+)$/.exec(path) ?? []
  return list ? document.getElementById(`${list.replaceAll('.', '-')}-row-${number}`) : null
}

/** Payload shows the fields of one tab at a time. */
async function inAnotherTab(path: string): Promise<HTMLElement | null> {
  const active = document.querySelector<HTMLElement>('.tabs-field__tab-button--active')
  for (const tab of document.querySelectorAll<HTMLElement>('.tabs-field__tab-button')) {
    tab.click()
    await painted()
    const field = fieldAt(path)
    if (field) return field
  }
  active?.click()
  await painted()
  return null
}

/** What stands around a field that the form does not have by itself. */
function nearest(path: string): HTMLElement | null {
  const steps = path.split('.')
  for (let length = steps.length - 1; length > 0; length -= 1) {
    const field = fieldAt(steps.slice(0, length).join('.'))
    if (field) return field
  }
  return null
}

function openRowsAround(field: HTMLElement): void {
  let row = field.closest<HTMLElement>('.collapsible--collapsed')
  while (row) {
    row.querySelector<HTMLElement>('.collapsible__toggle')?.click()
    row = row.parentElement?.closest<HTMLElement>('.collapsible--collapsed') ?? null
  }
}

/** Waits until the panel shows what was asked for. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))
}

function choose(target: HTMLElement, words: string): void {
  const sought = { exact: words, prefix: '', suffix: '' }
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    const found = findPassage(target.value, sought)
    if (found) target.setSelectionRange(found.start, found.end)
    return
  }
  const text = textOf(target)
  const found = findPassage(text.text, sought)
  const range = found && rangeOf(text, found)
  if (!range) return
  const selection = getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

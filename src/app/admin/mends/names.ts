import { noValue } from '../../../no-value.ts'
import type { Mend } from './mend-page.ts'
import { textOf } from './text-of.ts'
import type { MendWords } from './words.ts'

/** What controls of Payload's are called that have no name, or a wrong one. */
export const names: readonly Mend[] = [
  {
    at: 'td.cell-_select input[type="checkbox"]',
    attributes: (box, words) => ({ 'aria-label': words.row(titleOfRow(box, words)) }),
  },
  {
    at: '#select-all',
    attributes: (_, words) => ({
      'aria-label': words.allRows,
      'aria-labelledby': null,
      title: null,
    }),
  },
  {
    at: '.sort-column__asc',
    attributes: (button, words) => ({ 'aria-label': words.sortUp(columnOf(button)) }),
  },
  {
    at: '.sort-column__desc',
    attributes: (button, words) => ({ 'aria-label': words.sortDown(columnOf(button)) }),
  },
  {
    at: '.card__actions a[aria-label]',
    attributes: (link, words) => ({
      'aria-label': words.create(textOf(link.closest('.card')?.querySelector('.card__title'))),
    }),
  },
  {
    at: '.clickable-arrow',
    attributes: (arrow, words) => ({
      'aria-label': arrow.matches('.clickable-arrow--left') ? words.previous : words.next,
    }),
  },
  {
    at: '.rich-text-lexical [contenteditable][role="textbox"]',
    attributes: (editor) => named(labelOfField(editor)),
  },
  {
    at: '.rs__control input[id^="react-select-"]',
    attributes: (input) => named(labelOfField(input) || textOf(input.closest('.rs__control'))),
  },
  {
    at: '.toolbar-popup__button[data-button-key]',
    attributes: (button, words) => {
      const key = button.dataset['buttonKey']
      return key && isTool(key) ? { 'aria-label': words[key] } : null
    },
  },
  {
    at: '.popup-button',
    attributes: (button, words) =>
      textOf(button) ? null : { 'aria-label': nameOfMenu(button, words) },
  },
  {
    at: 'button.copy-to-clipboard',
    attributes: (_, words) => ({ 'aria-label': words.copy }),
  },
  {
    at: '.collapsible__drag',
    attributes: (handle, words) => ({ 'aria-label': words.move(titleOfItem(handle)) }),
  },
  {
    // The name leaves out how many there are, which is seen beside it.
    at: '.doc-tab[aria-label]',
    attributes: (tab) => named(textOf(tab)),
  },
]

const tools = ['bold', 'italic', 'link'] as const

function isTool(key: string): key is (typeof tools)[number] {
  return tools.some((one) => one === key)
}

function named(name: string) {
  return name ? { 'aria-label': name } : null
}

/** The words that stand over a field, without the mark of a required one. */
function labelOfField(element: Element): string {
  const label = element.closest('.field-type')?.querySelector('.field-label')
  return (label?.firstChild?.textContent ?? '').trim()
}

function columnOf(button: Element): string {
  return textOf(button.closest('.sort-column')?.querySelector('.sort-column__label'))
}

function titleOfRow(box: Element, { untitled }: MendWords): string {
  const title = textOf(box.closest('tr')?.querySelector('td:not(.cell-_select)'))
  return title === noValue ? untitled : title
}

function titleOfItem(handle: Element): string {
  return textOf(
    handle.closest('.collapsible')?.querySelector('.row-label, .collapsible__header-wrap'),
  )
}

function nameOfMenu(button: Element, words: MendWords): string {
  const item = button.closest('.array-actions')
  if (item) return words.moreActionsFor(titleOfItem(item))
  const field = labelOfField(button)
  return field ? words.moreActionsFor(field) : words.moreActions
}

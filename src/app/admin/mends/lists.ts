import { noValue } from '../../../no-value.ts'
import type { Mend } from './mend-page.ts'
import { textOf } from './text-of.ts'
import type { MendWords } from './words.ts'

/** By what documents of a type are found besides their text and title. */
const searched = {
  stations: 'address',
  notices: 'code',
  steps: 'address',
  forms: 'number',
  'help-organizations': 'name',
  phases: 'name',
  media: 'file',
} as const satisfies Record<string, Parameters<MendWords['search']>[0]>

/** What lists say otherwise than Payload does: the box for words, and what stands where there is nothing. */
export const lists: readonly Mend[] = [
  ...Object.entries(searched).map(([type, name]): Mend => ({
    // Payload names some fields here. What is typed is looked for in the whole text.
    at: `.collection-list--${type} .search-filter__input`,
    attributes: (_, words) => ({
      'aria-label': words.search(name),
      'data-mended': '',
      placeholder: words.search(name),
    }),
  })),
  {
    // A dash says nothing to whoever hears it.
    at: '.table td > span, .table td .relationship-cell',
    attributes: (cell, { nothing }) => {
      if (textOf(cell) === noValue) return { role: 'img', 'aria-label': nothing }
      return cell.ariaLabel === nothing ? { role: null, 'aria-label': null } : null
    },
  },
  {
    at: '.table td > a',
    attributes: (link, { untitled }) =>
      textOf(link) === noValue ? { 'aria-label': untitled, 'data-untitled': untitled } : null,
  },
]

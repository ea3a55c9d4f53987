import type { Mend } from './mend-page.ts'

/** Where a page begins, and what its parts are, for whoever moves by landmarks and headings. */
export const landmarks: readonly Mend[] = [
  {
    at: '.template-default__wrap > *, .template-minimal > *',
    attributes: (part) => {
      const frame = part.parentElement!
      const hasOne = frame.querySelector('main, [role="main"]') !== null
      return !hasOne && part === partWithContent(frame) ? { role: 'main' } : null
    },
  },
  {
    // Stands before the part that Payload calls the main one.
    at: '.template-default__wrap > .doc-header',
    attributes: (_, words) => ({ role: 'region', 'aria-label': words.documentHead }),
  },
  {
    at: '.login__brand',
    attributes: () => ({ role: 'heading', 'aria-level': '1' }),
  },
  {
    at: '.array-field__title, .payload-settings h3, .no-results h3',
    attributes: () => ({ 'aria-level': '2' }),
  },
  {
    // Within the main part, which `header` alone does not know that this is.
    at: '[role="main"] .list-header',
    attributes: () => ({ role: 'none' }),
  },
]

/** What of a page is neither its header nor made for screen readers alone. */
function partWithContent(frame: Element): Element | undefined {
  return [...frame.children].find(
    (part) => part.matches('div[class], section[class]') && !part.matches('.doc-header, [role]'),
  )
}

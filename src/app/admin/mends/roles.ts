import type { Mend } from './mend-page.ts'

/** What controls of Payload's say they are, where that keeps somebody from using them. */
export const roles: readonly Mend[] = [
  {
    // Opens what the field itself opens with the arrow keys: for the mouse alone.
    at: '.dropdown-indicator[aria-hidden="true"]',
    attributes: () => ({ tabindex: '-1' }),
  },
  {
    // Can be reached with Tab, so it has to be heard.
    at: '.clear-indicator',
    attributes: (_, words) => ({ 'aria-hidden': null, 'aria-label': words.clear }),
  },
  {
    // A button has no buttons in it: these have one to edit and one to remove.
    at: '.rs__multi-value[role="button"]',
    attributes: () => ({ role: 'group' }),
  },
  {
    // A list whose children are links, not items.
    at: 'ul.doc-tabs__tabs',
    attributes: () => ({ role: 'group' }),
  },
  {
    at: 'div.doc-tab--active',
    attributes: () => ({ 'aria-current': 'page', role: 'link' }),
  },
  {
    // Scrolls sideways on a phone.
    at: '.doc-controls__content',
    attributes: (bar) =>
      bar.scrollWidth > bar.clientWidth ? { tabindex: '0' } : { tabindex: null },
  },
]

import type { Mend } from './mend-page.ts'

/** What controls of Payload's say they are, where that keeps somebody from using them. */
export const roles: readonly Mend[] = [
  {
    // Opens what the field itself opens with the arrow keys: for the mouse alone.
    at: '.dropdown-indicator[aria-hidden="true"]',
    attributes: () => ({ tabindex: '-1' }),
  },
  {
    // Which option is in focus: Payload takes away what says so, and nobody would hear it. On Apple's devices the
    // choice tells it by itself.
    at: '.rs__input[role="combobox"]',
    attributes: (input) =>
      isApple() ? null : { 'aria-activedescendant': focusedOptionOf(input)?.id ?? null },
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

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}

function focusedOptionOf(input: Element): Element | null | undefined {
  return input.closest('.rs__control')?.parentElement?.querySelector('.rs__option--is-focused')
}

import { landmarks } from './landmarks.ts'
import { lists } from './lists.ts'
import { names } from './names.ts'
import { roles } from './roles.ts'
import type { MendWords } from './words.ts'

/** Attributes to set, and to take away where the value is null. */
export type Attributes = Record<string, string | null>

/** One fault of Payload's own screens, and what mends it from outside. docs/accessibility.md lists them. */
export interface Mend {
  /** Selector of what has the fault. */
  at: string
  /** @returns what the element gets; null where this one has no fault */
  attributes: (element: HTMLElement, words: MendWords) => Attributes | null
}

const mends: readonly Mend[] = [...landmarks, ...lists, ...names, ...roles]

/** Gives what is on the page the names, roles and landmarks that Payload leaves out. Doing it again changes nothing. */
export function mendPage(page: ParentNode, words: MendWords): void {
  for (const { at, attributes } of mends)
    for (const element of page.querySelectorAll<HTMLElement>(at))
      for (const [name, value] of Object.entries(attributes(element, words) ?? {}))
        // What is set as it is would be noticed as a change again, and so on without end.
        if (element.getAttribute(name) !== value) {
          if (value === null) element.removeAttribute(name)
          else element.setAttribute(name, value)
        }
}

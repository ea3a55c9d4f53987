import type { Stretch } from './compare-words.ts'
import type { Element } from './html-tree.ts'
import type { Token } from './tokens.ts'
import type { Unit, Units } from './units.ts'

/** A difference of two pages, as the list beside them says it. */
export interface Change {
  /** What marks name it by, in the order of the page: `1`, `2`. */
  id: string
  kind: 'added' | 'removed' | 'changed' | 'moved'
  /** What it is about, on one line: the heading it is under, and what is different. */
  words: string
}

/** Says what is different about an element, or about words that read the same. */
export interface Note {
  change: Change
  /** Sentences that people see. */
  says: string[]
}

/** Words that stay, of which something else is different: bold, or where they lead. */
export interface NotedStretch extends Stretch {
  note?: Note
}

/** Both pages put beside each other, in the order in which they are read together. */
export type Part =
  | { kind: 'same'; before: Unit; after: Unit }
  | { kind: 'both'; before: Unit; after: Unit; note: Note | undefined; inside: Inside }
  | WordsPart
  | OnlyPart

/** What is inside two blocks that belong together. */
export interface Inside {
  parts: Part[]
  before: Units
  after: Units
}

export interface WordsPart {
  kind: 'words'
  before: Unit
  after: Unit
  tokens: { before: readonly Token[]; after: readonly Token[] }
  stretches: NotedStretch[]
  /** Undefined where nobody sees a difference. */
  change: Change | undefined
}

/** What only one of the pages has, at this place. */
export interface OnlyPart {
  kind: 'only'
  side: 'before' | 'after'
  unit: Unit
  change: Change
  /** For what was moved: the same at its other place, and both put beside each other. */
  moved: { to: OnlyPart; says: string; inside: Part | undefined } | undefined
}

export const elementOf = (unit: Unit): Element => unit.element!

import type { JsonValue } from '../../../content/canonical-json.ts'
import type { LinkTarget, Mark, Part, WordCount } from '../parts.ts'

export type BlockKind = 'paragraph' | 'heading' | 'listItem' | 'tableRow' | 'quote' | 'other'

/** What a block is, apart from its words. */
export interface BlockShape {
  kind: BlockKind
  /** Of a heading: h3, h4. */
  level: string | null
  /** Of an item: bullet, number. */
  list: string | null
  /** How many lists an item is in. */
  depth: number
}

/** What changes about a block besides its words. */
export type LookChange =
  /** A paragraph becomes a heading, a heading another level, an item goes deeper. */
  | { what: 'block'; from: BlockShape; to: BlockShape }
  /** All of the list that the block is in. */
  | { what: 'list'; from: string | null; to: string | null }
  /** The same words, set otherwise. */
  | { what: 'mark'; mark: Mark; text: string; isSet: boolean }
  /** The same words, leading elsewhere. */
  | { what: 'link'; text: string; from: LinkTarget | null; to: LinkTarget | null }
  /** A list or table begins, ends, is divided or joined here, its entries the same. */
  | { what: 'arrangement' }
  /** Anything else that is stored, by its name, of a block, of words, or of a list or table around them. */
  | { what: 'attribute'; name: string; from: JsonValue | null; to: JsonValue | null }

/** A block of a text. Places count from 1. */
export interface BlockChange {
  change: 'same' | 'added' | 'removed' | 'moved' | 'changed'
  /** As it is after, or was before where it is removed. */
  block: BlockShape
  from: number | null
  to: number | null
  /** Where it goes, also when it changes besides. */
  moved: 'up' | 'down' | null
  parts: Part[]
  look: LookChange[]
  words: WordCount
}

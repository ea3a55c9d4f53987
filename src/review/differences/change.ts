import type { JsonValue } from '../../content/canonical-json.ts'
import type { Words } from '../../locales.ts'
import type { Part, WordCount } from './parts.ts'
import type { BlockChange, LookChange } from './rich-text/block-change.ts'

/** A document, named as content names it. */
export interface DocumentReference {
  collection: string
  id: string
}

/** A value in the way it is said to people. */
export type Shown =
  | { as: 'text'; text: string }
  | { as: 'number'; number: number }
  | { as: 'yesNo'; yes: boolean }
  /** ISO text in UTC. */
  | { as: 'day'; instant: string }
  | { as: 'choice'; value: string; label: Words }
  | { as: 'reference'; reference: DocumentReference }
  /** What no other kind covers, as it is stored. */
  | { as: 'other'; value: JsonValue }

/** What a row of a list is called: its number from 1, and what it is about where it says so. */
export interface RowName {
  singular: Words
  place: number
  about: Shown | null
}

/** A group of fields or a row that something stands in. */
export interface Holder {
  /** Names of fields alone, without numbers of rows: `deadline.alternatives`. */
  field: string
  label: Words
  row: RowName | null
}

/** Where a change is. */
export interface Place {
  /**
   * The same for the same change as long as the text before stays the same, and once in a list of changes:
   * `overview.es`, `steps/<id of a step>`, `connections/<id of a station>/condition.en`. Rows that are about
   * nothing in particular have their number: `examples/#2` is the second before, `examples/#new2` after.
   */
  id: string
  /** In the content after, or before for what is removed: `connections.2.condition.en`. */
  path: string
  /** The language that changes; null for what is the same in every language. */
  locale: string | null
  /** Slug of the content type. */
  collection: string
  /** Names of fields alone: `connections.condition`. */
  field: string
  /** What the panel calls the field. */
  label: Words
  /** The groups and rows it stands in, the outermost first. */
  within: Holder[]
}

/** A text without headings, lists or links, word by word. */
export interface TextChange extends Place {
  kind: 'text'
  change: 'added' | 'removed' | 'changed'
  parts: Part[]
  words: WordCount
}

/** A text in the editor's form, block by block. */
export interface RichTextChange extends Place {
  kind: 'richText'
  change: 'added' | 'removed' | 'changed'
  /** In reading order after, with removed blocks where they stood, and one unchanged block before a change. */
  blocks: BlockChange[]
  /** What changes about the text as a whole besides its blocks. */
  look: LookChange[]
  words: WordCount
}

/** A value in place of another. Null is no value. */
export interface ValueChange extends Place {
  kind: 'value'
  from: Shown | null
  to: Shown | null
}

/** How long people have. Either part may be missing in a draft. */
export interface Period {
  count: number | null
  unit: { value: string; label: Words } | null
}

export interface PeriodChange extends Place {
  kind: 'period'
  from: Period | null
  to: Period | null
}

/** Where a station is on the map; null is left to the layout. */
export interface MapPosition {
  x: number | null
  y: number | null
}

export interface PositionChange extends Place {
  kind: 'position'
  from: MapPosition | null
  to: MapPosition | null
}

/** What a document is asked for by, and the address of its page where it stands in there. */
export interface DocumentName {
  name: string
  address: string | null
}

export interface NameChange extends Place {
  kind: 'name'
  what: 'slug' | 'code' | 'number'
  from: DocumentName | null
  to: DocumentName | null
}

/** What is known of a file. */
export interface FileFacts {
  filename: string | null
  mimeType: string | null
  /** In bytes. */
  filesize: number | null
  /** In pixels. */
  width: number | null
  height: number | null
  /** Of its bytes. */
  sha256: string | null
}

export interface FileChange extends Place {
  kind: 'file'
  from: FileFacts | null
  to: FileFacts | null
}

/** One entry of a list of documents, choices or short texts. Places count from 1. */
export interface ItemChange extends Place {
  kind: 'item'
  change: 'added' | 'removed' | 'moved'
  item: Shown
  from: number | null
  to: number | null
}

/** The order of a list in which more entries change their places than are worth naming one by one. */
export interface OrderChange extends Place {
  kind: 'order'
  from: Shown[]
  to: Shown[]
}

/** One row of a list of rows. Places count from 1. */
export interface RowChange extends Place {
  kind: 'row'
  change: 'added' | 'removed' | 'moved' | 'changed'
  row: RowName
  from: number | null
  to: number | null
  /** Where it goes, also when it changes besides. */
  moved: 'up' | 'down' | null
  /** What changes in it; all it holds when it is added or removed. */
  changes: Change[]
}

/** There was no document before. What it holds follows as changes of its own. */
export interface DocumentChange extends Place {
  kind: 'document'
  change: 'added'
}

/** One thing that differs between two texts of a document. Plain JSON. */
export type Change =
  | TextChange
  | RichTextChange
  | ValueChange
  | PeriodChange
  | PositionChange
  | NameChange
  | FileChange
  | ItemChange
  | OrderChange
  | RowChange
  | DocumentChange

/** Every change, each row followed by the changes within it. */
export function everyChange(changes: readonly Change[]): Change[] {
  return changes.flatMap((change) =>
    change.kind === 'row' ? [change, ...everyChange(change.changes)] : [change],
  )
}

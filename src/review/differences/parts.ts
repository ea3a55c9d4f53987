import type { JsonValue } from '../../content/canonical-json.ts'
import type { DocumentReference } from './change.ts'

/** Where a link leads. */
export interface LinkTarget {
  /** The document, of a link inside the roadmap. */
  document: DocumentReference | null
  /** The address, of any other. */
  url: string | null
  newTab: boolean
}

export type Mark =
  'bold' | 'italic' | 'strikethrough' | 'underline' | 'code' | 'subscript' | 'superscript'

/** How words are set. What is not said is not so. */
export type Marks = { [mark in Mark]?: true } & {
  link?: LinkTarget
  /** Attributes that no mark stands for, as they are stored. */
  other?: { [name: string]: JsonValue }
}

/**
 * A run of words of a text, from which both texts can be made: the one before of `same` and `removed`, the one
 * after of `same` and `added`.
 */
export interface Part {
  text: string
  change: 'same' | 'added' | 'removed'
  marks: Marks
  /** How the same words were set before, where that changed. */
  marksBefore?: Marks
  /** The text stands for a new line, or for the border between two cells of a table. */
  breaks?: 'line' | 'cell'
}

/** Words that are there only after, and only before. Spaces and punctuation are no words. */
export interface WordCount {
  added: number
  removed: number
}

export const noWords: WordCount = { added: 0, removed: 0 }

/** How many words a reviewer has to look at: those in place of others are counted once. */
export function wordsToRead({ added, removed }: WordCount): number {
  return Math.max(added, removed)
}

export function sumOfWords(counts: readonly WordCount[]): WordCount {
  return {
    added: counts.reduce((sum, { added }) => sum + added, 0),
    removed: counts.reduce((sum, { removed }) => sum + removed, 0),
  }
}

/** The text before. */
export function textBefore(parts: readonly Part[]): string {
  return textOf(parts, 'added')
}

/** The text after. */
export function textAfter(parts: readonly Part[]): string {
  return textOf(parts, 'removed')
}

function textOf(parts: readonly Part[], leftOut: Part['change']): string {
  return parts
    .filter(({ change }) => change !== leftOut)
    .map(({ text }) => text)
    .join('')
}

/** A block of a text, or a row of a list, as it is recognized. */
export interface Alignable {
  /** All there is to it: equal for what does not differ. */
  key: string
  /** What it is about, where it says so. Two that are about different documents are never the same one. */
  identity: { name: string; isDocument: boolean } | null
  /** What is alike when it is rewritten: words, in any order. */
  words: readonly string[]
  /** Only what is of one kind is taken for rewritten when no word stays. */
  kind: string
}

/** The gap between entries that stay in order, in which an entry stands. */
export interface Gaps {
  before: readonly number[]
  after: readonly number[]
}

/** Whether two entries may be one that was changed. */
export function mayBeSame(one: Alignable, other: Alignable): boolean {
  const isOfDocuments = one.identity?.isDocument && other.identity?.isDocument
  return !isOfDocuments || one.identity?.name === other.identity?.name
}

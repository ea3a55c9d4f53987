import type { SaidOf } from './requests.ts'

/** A comment that somebody wrote to go with a request for changes and has not sent yet, as their browser keeps it. */
export interface KeptComment {
  key: string
  /** Id of whoever wrote it. Nobody else is shown it. */
  person: string
  collection: string
  /** Id of the document. */
  document: string
  /** What the document was called. */
  title: string
  /** Of the text it was written about. */
  contentHash: string
  said: SaidOf
  /** When it was written, in milliseconds since 1970. */
  at: number
}

/** A text that is reviewed. */
export interface ReviewedText {
  collection: string
  id: string
  contentHash: string
  title: string
}

/** Kept comments, the first that was written first. */
export interface SortedComments {
  /** Those about the very texts that are reviewed: they go with a request for changes. */
  here: KeptComment[]
  /** Those about other texts of the same documents. */
  ofOtherTexts: KeptComment[]
}

/** What of all that is kept belongs to a review. */
export function sortedFor(
  all: readonly KeptComment[],
  texts: readonly ReviewedText[],
): SortedComments {
  const hashes = new Map(
    texts.map(({ collection, contentHash, id }) => [`${collection}/${id}`, contentHash]),
  )
  const ofDocuments = all
    .filter((one) => hashes.has(documentOf(one)))
    .sort((one, other) => one.at - other.at)
  const isHere = (one: KeptComment) => hashes.get(documentOf(one)) === one.contentHash
  return {
    here: ofDocuments.filter(isHere),
    ofOtherTexts: ofDocuments.filter((one) => !isHere(one)),
  }
}

/** Kept comments about one text of a document, as lists show them. */
export interface CommentsOfText {
  /** Of the document and the text. */
  key: string
  collection: string
  document: string
  title: string
  /** The keys of the comments. */
  comments: string[]
  /** When the last of them was written. */
  at: number
}

/** Kept comments by the text they are about, the newest first. */
export function byText(all: readonly KeptComment[]): CommentsOfText[] {
  const texts = new Map<string, CommentsOfText>()
  for (const one of [...all].sort((first, second) => first.at - second.at)) {
    const { at, collection, contentHash, document, title } = one
    const key = `${documentOf(one)} ${contentHash}`
    const comments = [...(texts.get(key)?.comments ?? []), one.key]
    texts.set(key, { key, collection, document, title, comments, at })
  }
  return [...texts.values()].sort((one, other) => other.at - one.at)
}

function documentOf({ collection, document }: KeptComment): string {
  return `${collection}/${document}`
}

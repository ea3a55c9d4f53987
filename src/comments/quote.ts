import { toSingleSpaces } from './single-spaces.ts'

/**
 * A passage by its words, with some of the text before and after it: a TextQuoteSelector of the W3C’s Web
 * Annotation Data Model (https://www.w3.org/TR/annotation-model/#text-quote-selector).
 */
export interface Quote {
  exact: string
  prefix: string
  suffix: string
}

/** A stretch of a text, in UTF-16 code units from its beginning. */
export interface Stretch {
  start: number
  end: number
}

/** How much of the text before and after a passage is kept, in UTF-16 code units; a little less at an emoji. */
const contextLength = 48

/** The quote of a stretch of a text. White space is one space each, as it is compared. */
export function quoteOf(text: string, { start, end }: Stretch): Quote {
  return {
    exact: toSingleSpaces(text.slice(start, end)),
    prefix: whole(toSingleSpaces(text.slice(0, start)).slice(-contextLength)),
    suffix: whole(toSingleSpaces(text.slice(end)).slice(0, contextLength)),
  }
}

/** A cut may leave half of a character, which no database keeps. */
function whole(cut: string): string {
  return cut.replace(/^\p{Surrogate}|\p{Surrogate}$/gu, '')
}

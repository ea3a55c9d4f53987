/** A text with every run of white space as one space. The ends stay: a space there separates words, too. */
export function toSingleSpaces(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** A text in single spaces, and where each of its code units stood. */
export interface Spaced {
  text: string
  /** The place in the original of each code unit, and of the end. */
  places: readonly number[]
}

/** The same as `toSingleSpaces`, with the way back to the original. */
export function spaced(original: string): Spaced {
  const places: number[] = []
  let isAfterSpace = false
  for (let at = 0; at < original.length; at += 1) {
    const isSpace = /\s/.test(original[at]!)
    if (!isSpace || !isAfterSpace) places.push(at)
    isAfterSpace = isSpace
  }
  places.push(original.length)
  return { text: toSingleSpaces(original), places }
}

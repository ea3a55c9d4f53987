import { EditorialError } from '../errors.ts'
import { sameLetters } from './fold.ts'

/** Most characters of a text that is looked for. Databases refuse patterns that get much longer. */
export const longestSearch = 200

/**
 * A text as a pattern of SQLite's GLOB that any text fits which has it somewhere inside, whatever the case
 * and accents.
 *
 * @throws EditorialError MALFORMED for a text of more than 200 characters
 */
export function globPattern(text: string): string {
  return `*${searched(text, globLetter)}*`
}

/**
 * The same as a regular expression, without a flag: MongoDB's own `i` knows no accents.
 *
 * @throws EditorialError MALFORMED for a text of more than 200 characters
 */
export function regexPattern(text: string): string {
  return searched(text, regexLetter)
}

/** @throws EditorialError MALFORMED for a text of more than 200 characters */
export function checkSearchLength(text: string): void {
  // Whoever sends a megabyte does not have its characters counted.
  if (text.length <= longestSearch * 2 && Array.from(text).length <= longestSearch) return
  throw new EditorialError({
    code: 'MALFORMED',
    message: `The text to look for has more than ${longestSearch} characters. Look for a part of it, or use search.`,
  })
}

function searched(text: string, pattern: (letter: string) => string): string {
  const composed = text.normalize('NFC')
  checkSearchLength(composed)
  return Array.from(composed, pattern).join('')
}

function globLetter(letter: string): string {
  const letters = sameLetters(letter)
  if (letters.length > 1) return `[${ranges(letters)}]`
  return '*?['.includes(letter) ? `[${letter}]` : letter
}

function regexLetter(letter: string): string {
  const letters = sameLetters(letter)
  // A class of letters from beyond the first 65,536 would be one of halves, to some engines.
  if (letters.some((one) => one.length > 1)) return `(?:${letters.join('|')})`
  if (letters.length > 1) return `[${ranges(letters)}]`
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
}

/** Letters as a class names them, neighbours as `à-å`: the fewer parts, the faster each is compared. */
function ranges(letters: readonly string[]): string {
  const points = letters.map((letter) => letter.codePointAt(0)!).sort((one, other) => one - other)
  const parts: { from: number; to: number }[] = []
  for (const point of points) {
    const last = parts.at(-1)
    if (last && point === last.to + 1) last.to = point
    else parts.push({ from: point, to: point })
  }
  return parts.map(({ from, to }) => range(from, to)).join('')
}

function range(from: number, to: number): string {
  const [first, last] = [String.fromCodePoint(from), String.fromCodePoint(to)]
  if (from === to) return first
  return to === from + 1 ? `${first}${last}` : `${first}-${last}`
}

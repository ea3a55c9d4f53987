import search from 'approx-string-match'
import type { Quote, Stretch } from './quote.ts'
import { spaced, toSingleSpaces } from './single-spaces.ts'

/** A passage that was found again. */
export interface Found extends Stretch {
  /** Whether its words are another now than when they were quoted. */
  isChanged: boolean
}

/** From so many characters on, words are taken for the passage by themselves, wherever they stand. */
const telling = 24

/** So many places with the same words are looked at. */
const mostPlaces = 200

/** What part of the words may be another, as letters that are put in, left out or replaced. */
const mostChanged = 0.25

/** How alike the text on one side has to be where the words alone do not say enough, from 0 to 1. */
const alikeEnough = 0.6

/** So much of the text on each side is compared, in UTF-16 code units. */
const compared = 24

/**
 * Finds a passage in a text that was changed meanwhile, or says that it is gone. Words that are the same come
 * before words that are alike, and among several places the one whose surroundings are most alike.
 *
 * Short words, and words that stood in the text more than once, count only where the text before or after is
 * alike as well: the same words in another sentence are another passage. White space makes no difference.
 *
 * @param isAmbiguous whether the words stood in the text more than once when they were quoted
 */
export function findPassage(text: string, quote: Quote, isAmbiguous = false): Found | null {
  const { places, text: present } = spaced(text)
  const sought: Sought = {
    exact: toSingleSpaces(quote.exact),
    prefix: toSingleSpaces(quote.prefix),
    suffix: toSingleSpaces(quote.suffix),
    isAmbiguous,
  }
  const found =
    withSurroundings(present, sought) ?? best(present, sameWords(present, sought.exact), sought)
  const passage = found ?? best(present, similarWords(present, sought), sought)
  if (!passage) return null
  // A run of spaces at the end belongs to what follows.
  const last = places[passage.end - 1]!
  return { start: places[passage.start]!, end: last + 1, isChanged: passage !== found }
}

/** Whether words stand in a text more than once. */
export function isTwiceIn(text: string, words: string): boolean {
  return sameWords(toSingleSpaces(text), toSingleSpaces(words)).length > 1
}

interface Sought extends Quote {
  isAmbiguous: boolean
}

/** Most often, nothing changed nearby. */
function withSurroundings(text: string, { exact, prefix, suffix }: Sought): Stretch | null {
  if (exact === '' || (prefix === '' && suffix === '')) return null
  const at = text.indexOf(prefix + exact + suffix)
  const start = at + prefix.length
  return at === -1 ? null : { start, end: start + exact.length }
}

function sameWords(text: string, exact: string): Stretch[] {
  const found: Stretch[] = []
  if (exact === '') return found
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    found.push({ start: at, end: at + exact.length })
    if (found.length === mostPlaces) break
  }
  return found
}

/** Only the places with the fewest differences. */
function similarWords(text: string, { exact }: Sought): Stretch[] {
  const most = Math.floor(exact.length * mostChanged)
  return most === 0 ? [] : search(text, exact, most)
}

/** The place with the most alike surroundings, if they are alike enough for what the words say. */
function best(text: string, places: readonly Stretch[], sought: Sought): Stretch | null {
  let found: Stretch | null = null
  let highest = -1
  for (const place of places) {
    const likeness = likenessAround(text, place, sought)
    if (!isEnough(likeness, sought)) continue
    const sum = likeness.before + likeness.after
    if (sum <= highest) continue
    highest = sum
    found = place
  }
  return found
}

interface Likeness {
  before: number
  after: number
}

function likenessAround(
  text: string,
  { start, end }: Stretch,
  { prefix, suffix }: Sought,
): Likeness {
  return {
    before: alikeAtEnd(text.slice(Math.max(0, start - compared), start), prefix.slice(-compared)),
    after: alikeAtEnd(
      reversed(text.slice(end, end + compared)),
      reversed(suffix.slice(0, compared)),
    ),
  }
}

function isEnough({ before, after }: Likeness, { exact, isAmbiguous, prefix, suffix }: Sought) {
  const isWholeText = prefix === '' && suffix === ''
  if (!isAmbiguous && (exact.length >= telling || isWholeText)) return true
  return Math.max(before, after) >= alikeEnough
}

/** How much of the end of two texts is the same, from 0 to 1, where some letters may be others. */
function alikeAtEnd(one: string, other: string): number {
  if (other === '') return one === '' ? 1 : 0
  if (one.endsWith(other)) return 1
  const match = search(one, other, Math.floor(other.length * (1 - alikeEnough))).at(-1)
  if (!match) return 0
  // What was put in between makes it less alike, too.
  return Math.max(0, 1 - (match.errors + (one.length - match.end)) / other.length)
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}

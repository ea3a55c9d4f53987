import { LRUCache } from 'lru-cache'
import type { Locale } from '../../locales.ts'
import type { SearchedText } from './searched-content.ts'
import { wordsIn, type FoundWord } from './words.ts'

/** A piece of an excerpt; the highlighted ones are what was looked for. */
export interface Segment {
  text: string
  highlighted: boolean
}

/** A few lines of a document around what was looked for. */
export interface Excerpt {
  /** The field they are from, such as `summary` or `overview`. */
  field: string
  /** Plain text: no HTML, and nothing to escape but what a page escapes anyway. */
  segments: Segment[]
}

/** How long an excerpt is at most, in characters. */
const longest = 220

/** How much stands before the first word that was looked for, in characters. */
const before = 60

interface Field {
  field: string
  text: string
  /** Its words by their stems, each list in the order of the text. */
  words: Map<string, FoundWord[]>
}

/** Some 25 kB for each of them. */
const takenApart = new LRUCache<SearchedText, Field[]>({ max: 1000 })

/**
 * The lines of a document that say most of what was looked for: of its summary if that says any of it, else
 * of the field that says most; the beginning of the summary if only hidden terms do.
 *
 * @param stems of the words that were looked for
 */
export function excerptOf(
  text: SearchedText,
  stems: ReadonlySet<string>,
  locale: Locale,
): Excerpt | null {
  let best: { field: string; text: string; found: FoundWord[]; worth: number } | undefined
  for (const { field, text: written, words } of fieldsOf(text, locale)) {
    const found = [...stems]
      .flatMap((stem) => words.get(stem) ?? [])
      .sort((one, other) => one.start - other.start)
    const different = new Set(found.map(({ stem }) => stem)).size
    // The summary is written to be read on its own, so it goes before fields that say as much.
    const worth = different + (field === 'summary' && different > 0 ? 0.5 : 0)
    if (!best || worth > best.worth) best = { field, text: written, found, worth }
  }
  return best ? { field: best.field, segments: segmentsOf(best.text, best.found) } : null
}

/** The words of the fields of a document, which are taken apart once for those that are found often. */
function fieldsOf(text: SearchedText, locale: Locale): Field[] {
  const known = takenApart.get(text)
  if (known) return known
  const fields = [{ field: 'summary', text: text.summary }, ...text.unpack().texts]
    .filter((one) => one.text !== '')
    .map((one) => ({ ...one, words: byStem(wordsIn(one.text, locale)) }))
  takenApart.set(text, fields)
  return fields
}

function byStem(words: readonly FoundWord[]): Map<string, FoundWord[]> {
  const lists = new Map<string, FoundWord[]>()
  for (const word of words) {
    const list = lists.get(word.stem)
    if (list) list.push(word)
    else lists.set(word.stem, [word])
  }
  return lists
}

function segmentsOf(text: string, found: readonly FoundWord[]): Segment[] {
  const [from, to] = windowOf(text, found)
  const segments: Segment[] = []
  const add = (piece: string, highlighted: boolean) => {
    if (piece !== '') segments.push({ text: piece, highlighted })
  }
  let at = from
  for (const { start, end } of found) {
    if (start < from || end > to) continue
    add(text.slice(at, start), false)
    add(text.slice(start, end), true)
    at = end
  }
  add(text.slice(at, to), false)
  if (from > 0) segments.unshift({ text: '… ', highlighted: false })
  if (to < text.length) segments.push({ text: ' …', highlighted: false })
  return joined(segments)
}

/** Where most of the found words stand close together, widened to whole words. */
function windowOf(text: string, found: readonly FoundWord[]): [number, number] {
  if (text.length <= longest) return [0, text.length]
  let best = { first: 0, count: 0 }
  found.forEach(({ start }, first) => {
    const end = start + longest - before
    const count = found.filter((word) => word.start >= start && word.end <= end).length
    if (count > best.count) best = { first, count }
  })
  const first = found[best.first]?.start ?? 0
  const from = first <= before ? 0 : text.indexOf(' ', first - before) + 1
  const end = text.lastIndexOf(' ', from + longest)
  return [from, from + longest >= text.length ? text.length : end > from ? end : from + longest]
}

function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = []
  for (const segment of segments) {
    const last = result.at(-1)
    if (last && last.highlighted === segment.highlighted) last.text += segment.text
    else result.push({ ...segment })
  }
  return result
}

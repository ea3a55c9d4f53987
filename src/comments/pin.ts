import type { FlattenedField } from 'payload'
import { defaultLocale, type Words } from '../locales.ts'
import { findPassage, isTwiceIn, type Found } from './find-passage.ts'
import { malformed, type AskedPlace } from './order.ts'
import { placesIn, type DocumentPlace } from './places.ts'
import { quoteOf, type Quote } from './quote.ts'

/**
 * What a comment is about, as it is kept. THIS SHAPE IS STORED, in comments and in the ledger: it never changes
 * meaning. Absent is absent, never `undefined` or null.
 */
export interface StoredPlace {
  /** Names of fields, and the ids of rows. */
  path: string
  /** Names of fields alone. */
  field: string
  /** The language; absent for what is the same in all of them. */
  locale?: string
  /** What the panel called it. */
  label: Words
  /** The passage; absent where the whole field is meant. */
  quote?: Quote
  /** Whether the words stood in the text more than once. */
  isAmbiguous?: true
}

/** Where a place is in the present text. */
export type PresentPlace =
  /** The whole document, or a field or row of it. */
  | { is: 'there'; path: string | null }
  /** A passage, as a stretch of the words of the field, in UTF-16 code units. */
  | { is: 'there' | 'changed'; path: string; start: number; end: number; words: string }
  /** The passage, the field or the row is not in the text any more. */
  | { is: 'gone' }

/** The newest text of a document, to pin comments in and to find them in again. */
export interface PinnedText {
  fields: readonly FlattenedField[]
  /** As the database has it, in all languages. */
  document: Record<string, unknown>
}

/** The places of a text, worked out once for all that is looked for in it. */
export class TextPlaces {
  readonly places: readonly DocumentPlace[]

  constructor({ document, fields }: PinnedText) {
    this.places = placesIn(fields, document)
  }

  /**
   * The place somebody means, as it is kept.
   *
   * @throws EditorialError MALFORMED when the text has no such field, or no such words
   */
  pin({ locale, path, quote }: AskedPlace): StoredPlace {
    if (quote) return this.#pinPassage(quote, { locale, path })
    const place = this.#named(path!, locale ?? null) ?? this.#named(path!, null)
    if (!place) throw noSuchField(path!)
    return stored(place)
  }

  /** Where a place that was kept is now. */
  find(place: StoredPlace | null): PresentPlace {
    if (place === null) return { is: 'there', path: null }
    const here = this.#named(place.path, place.locale ?? null)
    if (!place.quote) return here ? { is: 'there', path: here.pathNow } : { is: 'gone' }
    return (
      (here && passageIn(here, place.quote, place.isAmbiguous)) ??
      this.#passageInOtherRow(place, place.quote) ?? { is: 'gone' }
    )
  }

  #named(path: string, locale: string | null): DocumentPlace | undefined {
    return this.places.find(
      (one) => one.locale === locale && (one.path === path || one.pathNow === path),
    )
  }

  #pinPassage(quote: Quote, { locale, path }: Omit<AskedPlace, 'quote'>): StoredPlace {
    const where = path === undefined ? undefined : this.places.filter((one) => isAt(one, path))
    if (where?.length === 0) throw noSuchField(path!)
    const texts = (where ?? this.places).filter(({ text }) => text)
    // A page in one language shows the words of the main one where it has none of its own.
    const languages = locale === undefined ? [undefined] : [locale, defaultLocale]
    for (const language of languages) {
      const inLanguage = texts.filter(
        (one) => language === undefined || one.locale === null || one.locale === language,
      )
      const pinned = exactly(inLanguage, quote)
      if (pinned) return pinned
    }
    throw malformed([
      'These words are in none of the texts of this document as it was last saved. They may be from a document that it shows: comment on that one. Or choose the words again.',
    ])
  }

  /** A row that was written anew has another id, and the same words. */
  #passageInOtherRow({ field, isAmbiguous, locale }: StoredPlace, quote: Quote) {
    for (const other of this.places) {
      if (other.field !== field || other.locale !== (locale ?? null) || !other.text) continue
      const found = passageIn(other, quote, isAmbiguous)
      if (found?.is === 'there') return found
    }
    return undefined
  }
}

function isAt({ path, pathNow }: DocumentPlace, asked: string): boolean {
  return path === asked || pathNow === asked
}

/** The place whose text has the words as they are; where several have, the one that has the text around them, too. */
function exactly(places: readonly DocumentPlace[], quote: Quote): StoredPlace | undefined {
  const trimmed = { ...quote, exact: quote.exact.trim() }
  let pinned: StoredPlace | undefined
  for (const place of places) {
    const text = place.text!
    // Whoever names words that are there means those, whatever they say of the text around.
    const surrounded = unchanged(findPassage(text, trimmed, true))
    const found = surrounded ?? unchanged(findPassage(text, { ...trimmed, prefix: '', suffix: '' }))
    if (!found || (pinned && !surrounded)) continue
    pinned = {
      ...stored(place),
      quote: quoteOf(text, found),
      ...(isTwiceIn(text, trimmed.exact) ? { isAmbiguous: true } : {}),
    }
    if (surrounded) return pinned
  }
  return pinned
}

function unchanged(found: Found | null): Found | null {
  return found?.isChanged ? null : found
}

function passageIn(
  { pathNow, text }: DocumentPlace,
  quote: Quote,
  isAmbiguous: boolean | undefined,
): PresentPlace | undefined {
  const found = text ? findPassage(text, quote, isAmbiguous) : null
  if (!found) return undefined
  const { end, isChanged, start } = found
  return {
    is: isChanged ? 'changed' : 'there',
    path: pathNow,
    start,
    end,
    words: text!.slice(start, end),
  }
}

function stored({ field, label, locale, path }: DocumentPlace): StoredPlace {
  return { path, field, ...(locale === null ? {} : { locale }), label }
}

function noSuchField(path: string) {
  return malformed([
    `The document has no field “${path.slice(0, 100)}”. GET …/comments/places lists those it has.`,
  ])
}

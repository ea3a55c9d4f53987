import { saySame, type Values } from '../../../merge/same.ts'

/** What somebody wrote into a form and did not save, as their browser keeps it. */
export interface KeptWords {
  /** Of the form it was written into: two tabs with the same document have two. */
  key: string
  /** Id of whoever wrote it. Nobody else is shown it. */
  person: string
  collection: string
  /** Id of the document; null for one that was never saved. */
  document: string | null
  locale: string
  /** What the document is called in the form. */
  title: string
  /** The version that it was made of; null where there was none. */
  base: string | null
  /** The values of the form, as they would be sent. */
  values: Values
  /** When it was written last, in milliseconds since 1970. */
  at: number
}

/** A form, as what is kept is looked up for it. */
export type FormPlace = Pick<KeptWords, 'person' | 'collection' | 'document' | 'locale'>

/** How long words are kept, in milliseconds: 30 days. */
export const longestKept = 30 * 24 * 60 * 60 * 1000

/** Most forms whose words are kept in one browser. */
export const mostKept = 200

/** The keys of what is too old, or more than is kept: the oldest goes first. */
export function outdated(all: readonly Pick<KeptWords, 'at' | 'key'>[], now: number): string[] {
  const newestFirst = [...all].sort((one, other) => other.at - one.at)
  return newestFirst
    .filter(({ at }, place) => place >= mostKept || now - at > longestKept)
    .map(({ key }) => key)
}

/** What is kept for one form, sorted by what becomes of it. */
export interface Offer {
  /** What is offered, the newest first. */
  here: KeptWords[]
  /** What was written into the same document in another language, the newest first. */
  otherLanguages: KeptWords[]
  /** The keys of what is stored by now, and need not be kept. */
  stored: string[]
}

/**
 * What of all that is kept is offered in a form.
 *
 * @param held keys of forms that are open: their words are in them
 * @param stored what the form holds while nothing in it was changed
 */
export function offerFor(
  all: readonly KeptWords[],
  { held, place, stored }: { held: ReadonlySet<string>; place: FormPlace; stored: Values },
): Offer {
  const ofDocument = all
    .filter(({ collection, document, key, person }) => {
      const isHere = collection === place.collection && document === place.document
      return isHere && person === place.person && !held.has(key)
    })
    .sort((one, other) => other.at - one.at)
  const ofForm = ofDocument.filter(({ locale }) => locale === place.locale)
  const isStored = ({ values }: KeptWords) => saySame(values, stored)
  return {
    here: ofForm.filter((one) => !isStored(one)),
    otherLanguages: ofDocument.filter(({ locale }) => locale !== place.locale),
    stored: ofForm.filter(isStored).map(({ key }) => key),
  }
}

/** What becomes of the words in a form. */
export type Keeping = 'keep' | 'forget' | 'nothing'

/**
 * What becomes of what is in a form now.
 *
 * @param values what is in it
 * @param stored what was in it when nothing was changed
 * @param isKept whether something is kept for it already
 */
export function keepingOf({
  isKept,
  stored,
  values,
}: {
  isKept: boolean
  stored: Values
  values: Values
}): Keeping {
  if (!saySame(values, stored)) return 'keep'
  return isKept ? 'forget' : 'nothing'
}

/** The names of the fields in which two texts differ. */
export function differing(one: Values, other: Values): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter((name) => !saySame(one[name], other[name]))
}

/**
 * What a document is called in its form: by the field that names it or, while that is empty, by another that might.
 *
 * @param naming name of the field that names documents of its type
 */
export function titleIn(values: Values, naming = 'title'): string {
  const names = [naming, 'title', 'name'].map((name) => values[name])
  return names.filter((name) => typeof name === 'string').find((name) => name !== '') ?? ''
}

/** The values of a form without what no browser should keep: a file that was chosen, and what is not JSON. */
export function keepable({ file: _file, ...values }: Record<string, unknown>): Values {
  return JSON.parse(JSON.stringify(values)) as Values
}

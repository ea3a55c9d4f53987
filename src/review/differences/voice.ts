import type { Locale } from '../../locales.ts'
import type { DocumentReference, Holder, Place, RowName, Shown } from './change.ts'
import { en, type DifferenceWords } from './words/en.ts'
import { es } from './words/es.ts'

/** Longest text that a sentence repeats, in characters. */
const longestQuote = 80

/** Groups that are said by their fields already, and fields that say themselves which row they are in. */
const saidByFields = ['deadline', 'sourcing', 'position']
const namingTheirRow = ['phones.number']

/** In which language sentences are, and what documents are called. */
export interface Saying {
  language: Locale
  /** What a document is called, such as its title or code. */
  nameOf: (reference: DocumentReference) => string
}

/** The words for what changes, in one language. */
export function wordsFor(language: Locale): DifferenceWords {
  return language === 'es' ? es : en
}

/** Says names, numbers and places in one language. */
export class Voice {
  readonly words: DifferenceWords
  readonly #saying: Saying

  constructor(saying: Saying) {
    this.#saying = saying
    this.words = wordsFor(saying.language)
  }

  get language(): Locale {
    return this.#saying.language
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.words.tag, { maximumFractionDigits: 20 }).format(value)
  }

  /** A text in quotes, cut where it is long. */
  quote(text: string): string {
    const letters = [...text.slice(0, 2 * longestQuote)]
    const isLong = letters.length > longestQuote
    const end = isLong ? '…' : ''
    return this.words.quoted(`${letters.slice(0, longestQuote).join('')}${end}`)
  }

  name(reference: DocumentReference): string {
    return this.#saying.nameOf(reference)
  }

  /** A document with what it is: “the step Keep records”. */
  document(reference: DocumentReference): string {
    const { collection } = reference
    const name = this.name(reference)
    const noun = Object.hasOwn(this.words.documents, collection)
      ? this.words.documents[collection]
      : undefined
    return noun ? noun(name) : this.quote(name)
  }

  shown(value: Shown): string {
    switch (value.as) {
      case 'text':
        return this.quote(value.text)
      case 'number':
        return this.number(value.number)
      case 'yesNo':
        return value.yes ? this.words.yes : this.words.no
      case 'day':
        return this.#day(value.instant)
      case 'choice':
        return this.quote(value.label[this.language])
      case 'reference':
        return this.name(value.reference)
      case 'other':
        return this.quote(JSON.stringify(value.value))
    }
  }

  /** What the place of a change is called, without a capital: “the title”, “the condition of the way to Balance Paid”. */
  place({ field, label, within }: Place): string {
    const own = Object.hasOwn(this.words.fields, field)
      ? this.words.fields[field]!
      : this.quote(label[this.language])
    const around = within
      .filter((holder) => !isSaidBy(field, holder))
      .map((holder) => this.#holder(holder))
      .reverse()
    return around.reduce((part, whole) => this.words.of(part, whole), own)
  }

  /** What a row is called: “the way to Balance Paid”, “example 2”. */
  row(field: string, row: RowName): string {
    const isText = row.about?.as === 'text' || row.about?.as === 'choice'
    const name = !row.about
      ? this.number(row.place)
      : isText
        ? this.#bare(row.about)
        : this.shown(row.about)
    return Object.hasOwn(this.words.rows, field)
      ? this.words.rows[field]!(name)
      : this.words.row(this.quote(row.singular[this.language]), name)
  }

  /** A sentence, said of one language where it is of one. */
  sentence(text: string, locale: string | null = null): string {
    const said = this.words.contracted(text)
    if (locale === null) return capital(said)
    const language = Object.hasOwn(this.words.languages, locale)
      ? this.words.languages[locale]!
      : this.quote(locale)
    return this.words.inLanguage(language, uncapital(said))
  }

  #holder({ field, label, row }: Holder): string {
    return row ? this.row(field, row) : this.quote(label[this.language])
  }

  #bare(about: Shown): string {
    return this.shown(about).slice(1, -1)
  }

  #day(instant: string): string {
    return new Intl.DateTimeFormat(this.words.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(instant),
    )
  }
}

/** Sentences begin with words of ours or with a quotation, never with a name. */
function uncapital(text: string): string {
  return text.replace(/^\p{Lu}/u, (first) => first.toLowerCase())
}

function isSaidBy(field: string, holder: Holder): boolean {
  return holder.row ? namingTheirRow.includes(field) : saidByFields.includes(holder.field)
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase())
}

import { searchKey } from '../../content/search-key.ts'
import type { VisibleContent } from '../../content/visible-content.ts'
import { wordsOf } from '../../content/words-of.ts'
import { defaultLocale, isLocale, locales, type Locale } from '../../locales.ts'

/** Content types that are searched, in the order in which equals are listed. */
export const searchedTypes = [
  'stations',
  'notices',
  'forms',
  'phases',
  'steps',
  'help-organizations',
] as const

export type SearchedType = (typeof searchedTypes)[number]

/** What search knows of a live document: nothing but what readers get. */
export interface SearchedContent {
  collection: SearchedType
  id: string
  /** What readers ask for it by. */
  names: { slug?: string; code?: string; number?: string }
  /** Its codes and numbers in the spelling they are compared in, the one on the document first. */
  codes: string[]
  /** The phase it belongs to, or null. */
  phase: string | null
  inLanguage: Record<Locale, SearchedText>
}

/** A field of a page, and what stands there. */
export interface FieldText {
  field: string
  text: string
}

/**
 * The words of a document in one language; what is missing there is English.
 *
 * All but the title and the summary is kept as bytes outside the heap, for the reason that posting lists are.
 */
export class SearchedText {
  readonly title: string
  readonly summary: string
  readonly #packed: Buffer

  /**
   * @param texts the rest, by field, in the order of the page
   * @param hiddenTerms words people type that do not stand on the page; never shown
   */
  constructor({
    hiddenTerms,
    summary,
    texts,
    title,
  }: {
    title: string
    summary: string
    texts: readonly FieldText[]
    hiddenTerms: string
  }) {
    this.title = title
    this.summary = summary
    this.#packed = Buffer.from(JSON.stringify({ hiddenTerms, texts }))
  }

  /** Unpacks what is not at hand: for putting a document in or out, and for a page that is not remembered. */
  unpack(): { hiddenTerms: string; texts: FieldText[] } {
    return JSON.parse(this.#packed.toString()) as { hiddenTerms: string; texts: FieldText[] }
  }
}

/** Which fields of a content type are what. */
interface Fields {
  title: string
  summary?: string
  texts: readonly string[]
  codes?: readonly string[]
  phase?: string
}

const questions = [
  'overview',
  'examples',
  'whatItMeans',
  'howIGotHere',
  'nextSteps',
  'whereToGetHelp',
]

const fieldsOf: Record<SearchedType, Fields> = {
  stations: { title: 'title', summary: 'summary', texts: questions, phase: 'phase' },
  notices: {
    title: 'title',
    summary: 'summary',
    texts: questions,
    codes: ['code', 'aliases'],
    phase: 'phase',
  },
  forms: { title: 'title', summary: 'purpose', texts: [], codes: ['number'] },
  phases: { title: 'name', summary: 'summary', texts: [] },
  steps: { title: 'title', texts: ['body', 'alternatives'] },
  'help-organizations': {
    title: 'name',
    summary: 'whatTheyDo',
    texts: ['whoIsEligible', 'hours'],
    codes: ['abbreviation'],
  },
}

/** Whether documents of this type are searched. */
export function isSearched(collection: string): collection is SearchedType {
  return Object.hasOwn(fieldsOf, collection)
}

/**
 * What search knows of a document.
 *
 * @param content all that readers get of it, and nothing else
 */
export function searchedContent(id: string, content: VisibleContent): SearchedContent {
  const collection = content.collection as SearchedType
  const fields = fieldsOf[collection]
  const lines = linesByField(content)
  const { slug, code, number } = content.fields
  const phase = fields.phase === undefined ? undefined : content.fields[fields.phase]
  return {
    collection,
    id,
    names: {
      ...(typeof slug === 'string' ? { slug } : {}),
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof number === 'string' ? { number } : {}),
    },
    codes: (fields.codes ?? [])
      .flatMap((field) => lines.everywhere(field))
      .map(searchKey)
      .filter(Boolean),
    phase: collection === 'phases' ? id : typeof phase === 'string' ? phase : null,
    inLanguage: Object.fromEntries(
      locales.map(({ code: locale }): [Locale, SearchedText] => {
        const line = (field: string) => lines.inLanguage(field, locale).join(' ')
        const text = new SearchedText({
          title: line(fields.title),
          summary: fields.summary ? line(fields.summary) : '',
          texts: fields.texts
            .map((field) => ({ field, text: line(field) }))
            .filter(({ text }) => text !== ''),
          hiddenTerms: lines.inLanguage('searchTerms', locale).join(' · '),
        })
        return [locale, text]
      }),
    ) as Record<Locale, SearchedText>,
  }
}

interface Lines {
  /** What is the same in every language. */
  everywhere: (field: string) => string[]
  /** In a language, or in English where there is nothing in that language. */
  inLanguage: (field: string, locale: Locale) => string[]
}

function linesByField(content: VisibleContent): Lines {
  const found = new Map<string, string[]>()
  for (const { path, text } of wordsOf(content)) {
    // Where a link leads is not part of the words around it.
    if (/^(https?:|mailto:|tel:)/.test(text)) continue
    const [field = '', ...rest] = path.split('.')
    const key = `${field} ${rest.find(isLocale) ?? ''}`
    const lines = found.get(key)
    if (lines) lines.push(text)
    else found.set(key, [text])
  }
  return {
    everywhere: (field) => found.get(`${field} `) ?? [],
    inLanguage: (field, locale) =>
      found.get(`${field} ${locale}`) ?? found.get(`${field} ${defaultLocale}`) ?? [],
  }
}

import { searchKey } from '../content/search-key.ts'
import type { VisibleContent } from '../content/visible-content.ts'
import { defaultLocale, type Locale } from '../locales.ts'

/** By what the documents of a content type are asked for, and where their pages are. */
interface Naming {
  /** The field that holds the name. */
  field: 'slug' | 'code' | 'number'
  /** Further names of the same document: the other codes of a letter. */
  aliases?: 'aliases'
  /** First part of the address of a page; absent for content that has no page of its own. */
  page?: string
  /** What the last part of that address is: the name, its key, or the id. */
  address?: 'name' | 'key' | 'id'
}

const namings = {
  stations: { field: 'slug', page: 'stations', address: 'name' },
  notices: { field: 'code', aliases: 'aliases', page: 'notices', address: 'key' },
  forms: { field: 'number', page: 'forms', address: 'key' },
  steps: { field: 'slug', page: 'steps', address: 'id' },
  'help-organizations': { field: 'slug', page: 'help', address: 'name' },
  phases: { field: 'slug' },
} as const satisfies Record<string, Naming>

/** A content type whose documents are asked for by a name of their own. */
export type NamedCollection = keyof typeof namings

export const namedCollections = Object.keys(namings) as NamedCollection[]

/** Content types whose documents are pages of a site. */
export const pageCollections = namedCollections.filter((slug) => 'page' in namings[slug])

/** Whether documents of this type are pages of a site. */
export function hasPage(collection: string): boolean {
  return isNamed(collection) && pageCollections.includes(collection)
}

/** The field that holds the name of a document: its slug, code or number. */
export type NameField = Naming['field']

/** Longest name that is looked up, in characters. Longer ones were never anybody's. */
const longestName = 200

/** Narrows text from outside to a content type with names. */
export function isNamed(collection: string): collection is NamedCollection {
  return Object.hasOwn(namings, collection)
}

/** The field that holds the name. */
export function nameFieldOf(collection: NamedCollection): NameField {
  return namings[collection].field
}

/** Whether names of this type are compared by their search key, in any spelling. */
export function hasSpellings(collection: NamedCollection): boolean {
  return nameFieldOf(collection) !== 'slug'
}

/** Whether documents of this type have other names besides. */
export function hasAliases(collection: NamedCollection): boolean {
  return 'aliases' in namings[collection]
}

/** The form in which a name is compared, or null for what cannot be a name. */
export function nameKey(collection: NamedCollection, name: string): string | null {
  if (name.length > longestName) return null
  return (hasSpellings(collection) ? searchKey(name) : name) || null
}

/** A name of a document as it is in its text. */
export interface BorneName {
  /** As it is compared. */
  key: string
  /** As it is written. */
  name: string
  isAlias: boolean
}

/** Every name under which readers find a document with this content: its own first. */
export function namesIn({ collection, fields }: Pick<VisibleContent, 'collection' | 'fields'>) {
  if (!isNamed(collection)) return []
  const naming: Naming = namings[collection]
  const aliases = naming.aliases ? fields[naming.aliases] : []
  const written = [fields[naming.field], ...(Array.isArray(aliases) ? aliases : [])]
  const names = new Map<string, BorneName>()
  written.forEach((name, at) => {
    const key = typeof name === 'string' ? nameKey(collection, name) : null
    if (key && !names.has(key)) names.set(key, { key, name: name as string, isAlias: at > 0 })
  })
  return [...names.values()]
}

/** The own name of a document with this content, as it is written. */
export function ownNameIn(content: Pick<VisibleContent, 'collection' | 'fields'>): string | null {
  return namesIn(content).find(({ isAlias }) => !isAlias)?.name ?? null
}

/**
 * The address of a page on a site, such as `/notices/cp14` or `/es/help/low-income-clinics`; null for content
 * that has no page of its own.
 */
export function pathOf({
  collection,
  id,
  name,
  locale,
}: {
  collection: NamedCollection
  id: string
  name: string
  locale: Locale
}): string | null {
  const { page, address }: Naming = namings[collection]
  if (!page) return null
  const last = address === 'id' ? id : address === 'key' ? searchKey(name) : name
  const language = locale === defaultLocale ? '' : `/${locale}`
  return `${language}/${page}/${encodeURIComponent(last)}`
}

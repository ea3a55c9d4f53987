import type { Payload, PayloadRequest } from 'payload'
import { whatReadersMaySee } from '../../access/content.ts'
import {
  nameFieldOf,
  nameKey,
  pageCollections,
  pathOf,
  type NamedCollection,
} from '../addresses/names.ts'
import { findAddresses, rowKey } from '../addresses/rows.ts'
import { dependsOnList } from './cache/surrogate-keys.ts'
import type { PublicHeadFollower } from '../ledger/public-head.ts'
import { defaultLocale, locales, type Locale } from '../locales.ts'

/** A page of a site in one language. */
export interface Page {
  collection: NamedCollection
  id: string
  /** The slug, code or number by which the document is asked for. */
  name: string
  /** What stands at its head, in this language. */
  title: string
  locale: Locale
  /** Its address on a site, such as `/es/notices/cp14`. */
  path: string
  /** When what it says became public, as an ISO instant. */
  lastModified: string
  /** Of the document in all its languages. */
  contentHash: string
  /** Every language the page is written in, this one among them. */
  alternates: { locale: Locale; path: string }[]
}

interface Kept {
  follower: PublicHeadFollower
  /** Of the state of the public content that holds. */
  pages: Promise<Page[]> | null
}

const keepers = new WeakMap<Payload, Kept>()

/** From now on the list of pages is made once for each state of the public content. */
export function keepPages(payload: Payload, follower: PublicHeadFollower): void {
  const kept: Kept = { follower, pages: null }
  keepers.set(payload, kept)
  follower.onChange(() => (kept.pages = null))
}

/**
 * Every page that is live, in each language it is written in: stations first, then notices, forms, steps and
 * help organizations, each by name. A page counts in a language when it has a title of its own in it; what else
 * is missing there is answered in the main language.
 *
 * @param locale only pages in this language; without it, all of them
 */
export async function livePages({
  locale,
  req,
}: {
  locale?: Locale | undefined
  req: PayloadRequest
}): Promise<Page[]> {
  const pages = await allPages(req)
  return locale ? pages.filter((page) => page.locale === locale) : pages
}

/** Notes that an answer depends on which pages there are. */
export function dependsOnPages(req: PayloadRequest): void {
  for (const collection of pageCollections) dependsOnList(req, collection)
}

function allPages(req: PayloadRequest): Promise<Page[]> {
  const kept = keepers.get(req.payload)
  if (!kept) return readPages(req)
  if (kept.pages) return kept.pages
  const pages = readPages(req)
  // While it cannot be known which state holds, nothing is kept: it could be another one already.
  if (kept.follower.head === null) return pages
  kept.pages = pages
  pages.catch(() => {
    if (kept.pages === pages) kept.pages = null
  })
  return pages
}

async function readPages(req: PayloadRequest): Promise<Page[]> {
  const pages: Page[] = []
  for (const collection of pageCollections) pages.push(...(await pagesOf(collection, req)))
  return pages
}

type Document = { id: string } & Record<string, unknown>

async function pagesOf(collection: NamedCollection, req: PayloadRequest): Promise<Page[]> {
  const { payload } = req
  const nameField = nameFieldOf(collection)
  const titleField = collection === 'help-organizations' ? 'name' : 'title'
  const { docs } = await payload.db.find<Document>({
    collection,
    joins: false as never,
    limit: 0,
    pagination: false,
    // Of all languages: a question without a language asks for each of them.
    req: { payload, context: {} } as PayloadRequest,
    select: { [nameField]: true, [titleField]: true } as never,
    sort: nameField,
    where: whatReadersMaySee,
  })
  const named = docs.filter((document) => typeof document[nameField] === 'string')
  const keyOf = (document: Document) =>
    rowKey(collection, nameKey(collection, document[nameField] as string) ?? '')
  const addresses = await findAddresses({ keys: named.map(keyOf), req })
  return named.flatMap((document) => {
    const publication = addresses.get(keyOf(document))
    // Only a damaged database has something live that no publication gave its name.
    if (publication?.documentId !== String(document.id)) return []
    const { at: lastModified, contentHash } = publication
    const page = { collection, id: String(document.id), name: document[nameField] as string }
    const titles = titlesIn(document[titleField])
    const alternates = titles.map(({ locale }) => ({ locale, path: pathOf({ ...page, locale })! }))
    return titles.map(({ locale, title }) => ({
      ...page,
      title,
      locale,
      path: pathOf({ ...page, locale })!,
      lastModified,
      contentHash,
      alternates,
    }))
  })
}

/** The languages in which there is a title, in their order. One that is the same in all is of the main one. */
function titlesIn(value: unknown): { locale: Locale; title: string }[] {
  if (typeof value === 'string') return [{ locale: defaultLocale, title: value }]
  const byLocale = (value ?? {}) as Partial<Record<Locale, unknown>>
  return locales.flatMap(({ code }) => {
    const title = byLocale[code]
    return typeof title === 'string' && title.trim() !== '' ? [{ locale: code, title }] : []
  })
}

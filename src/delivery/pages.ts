import type { Payload, PayloadRequest, Where } from 'payload'
import { whatReadersMaySee } from '../../access/content.ts'
import {
  nameFieldOf,
  nameKey,
  pageCollections,
  pathOf,
  type NamedCollection,
} from '../addresses/names.ts'
import { findAddresses, rowKey } from '../addresses/rows.ts'
import { dependsOnType } from '../dependencies/surrogate-keys.ts'
import type { PublicHeadFollower } from '../ledger/public-head.ts'
import { locales, type Locale } from '../locales.ts'
import { giveTurn } from '../turns.ts'
import { isMadeAnew } from './anew.ts'
import { byLanguage, fieldsThatTell, titleFieldOf, writtenIn } from './written.ts'

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
  /** Whether its text is written in this language, and not its title alone. */
  written: boolean
  /** Every language it has a title in, this one among them. */
  alternates: { locale: Locale; path: string; written: boolean }[]
}

interface Kept {
  follower: PublicHeadFollower
  /** Of the state of the public content that holds. */
  pages: Promise<Page[]> | null
}

const keepers = new WeakMap<Payload, Kept>()

/** How many documents are read at a time: some milliseconds, before others get their turn. */
const atOnce = 50

/** From now on the list of pages is made once for each state of the public content. */
export function keepPages(payload: Payload, follower: PublicHeadFollower): void {
  const kept: Kept = { follower, pages: null }
  keepers.set(payload, kept)
  follower.onChange(() => (kept.pages = null))
  follower.onForget(() => (kept.pages = null))
}

/**
 * Every page that is live, in each language it has a title in: stations first, then notices, forms, steps and
 * help organizations, each by name. Where it has no text in a language, the page says that it is not written.
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
  for (const collection of pageCollections) dependsOnType(req, collection)
}

function allPages(req: PayloadRequest): Promise<Page[]> {
  const kept = keepers.get(req.payload)
  if (!kept || isMadeAnew()) return readPages(req)
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

function isLive({ _status }: Document): boolean {
  return _status === 'published'
}

/** The languages in which the page of a live document is written. */
export async function languagesOf(
  { collection, id }: { collection: NamedCollection; id: string },
  req: PayloadRequest,
): Promise<Locale[]> {
  const [document] = await documentsThatTell(collection, [id], req)
  return document ? writtenIn(collection, document) : []
}

/** What there is of live documents. @param fields only these, and the id */
async function liveDocuments(
  collection: NamedCollection,
  where: Where,
  { payload }: PayloadRequest,
  fields: readonly string[],
): Promise<Document[]> {
  const { docs } = await payload.db.find<Document>({
    collection,
    joins: false as never,
    limit: 0,
    pagination: false,
    // Of all languages: a question without a language asks for each of them.
    req: { payload, context: {} } as PayloadRequest,
    select: Object.fromEntries(['_status', ...fields].map((field) => [field, true])) as never,
    sort: nameFieldOf(collection),
    where,
  })
  return docs.filter(isLive)
}

/** What tells of the pages of some live documents, by name. */
function documentsThatTell(
  collection: NamedCollection,
  ids: readonly string[],
  req: PayloadRequest,
): Promise<Document[]> {
  const fields = [nameFieldOf(collection), ...fieldsThatTell(collection)]
  // Their state is looked at here: asked for it, SQLite would go through all that are live, for each part anew.
  return liveDocuments(collection, { id: { in: ids } }, req, fields)
}

/** Pages of one type, read in parts between which others go on. */
async function pagesOf(collection: NamedCollection, req: PayloadRequest): Promise<Page[]> {
  const ids = (await liveDocuments(collection, whatReadersMaySee, req, [])).map(({ id }) => id)
  const pages: Page[] = []
  for (let at = 0; at < ids.length; at += atOnce) {
    const docs = await documentsThatTell(collection, ids.slice(at, at + atOnce), req)
    pages.push(...(await pagesOfDocuments(collection, docs, req)))
    await giveTurn()
  }
  return pages
}

async function pagesOfDocuments(
  collection: NamedCollection,
  docs: readonly Document[],
  req: PayloadRequest,
): Promise<Page[]> {
  const nameField = nameFieldOf(collection)
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
    const languages = writtenIn(collection, document)
    const titles = titlesIn(document[titleFieldOf(collection)])
    const alternates = titles.map(({ locale }) => ({
      locale,
      path: pathOf({ ...page, locale })!,
      written: languages.includes(locale),
    }))
    return titles.map(({ locale, title }) => ({
      ...page,
      title,
      locale,
      path: pathOf({ ...page, locale })!,
      lastModified,
      contentHash,
      written: languages.includes(locale),
      alternates,
    }))
  })
}

/** The languages in which there is a title, in their order. */
function titlesIn(value: unknown): { locale: Locale; title: string }[] {
  const titles = byLanguage(value)
  return locales.flatMap(({ code }) => {
    const title = titles[code]
    return typeof title === 'string' && title.trim() !== '' ? [{ locale: code, title }] : []
  })
}

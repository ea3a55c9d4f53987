import {
  createLocalReq,
  type CollectionSlug,
  type Payload,
  type PayloadRequest,
  type TypedLocale,
} from 'payload'
import { liveOrStaff } from '../../../access/content.ts'
import { changedAfter, liveAt, type LivePublication } from '../../ledger/live-at.ts'
import type { PublicHead } from '../../ledger/public-head.ts'
import type { Locale } from '../../locales.ts'
import { giveTurn } from '../../turns.ts'
import { asPublished } from './as-published.ts'

/** How many documents are in memory at a time. */
const documentsAtOnce = 50

/**
 * References as ids, and no lists of what points at a document: those are worked out from other documents,
 * and change with them without the document changing.
 */
const inForm = { depth: 0, joins: false as never }

/** A document that is live, and the publication by which it is. */
export interface ExportedDocument extends LivePublication {
  /** As readers get it over REST with `depth=0` and `joins=false`. */
  document: Record<string, unknown>
}

/**
 * Everything that was live as of one entry of the ledger, as lines of JSON: which entry that is, one line for
 * each document, and how many there were. Whoever finds no last line knows that something is missing.
 *
 * What is published meanwhile changes nothing: a document that has changed since then is given as it was.
 * Nothing is read before somebody takes the next line.
 *
 * @param head the entry; it may be older than the newest one
 * @param locale `all` for every language, each localized field as an object of them
 */
export async function* exportLines(
  payload: Payload,
  { head, locale }: { head: PublicHead; locale: Locale | 'all' },
): AsyncGenerator<string> {
  yield lineOf({ sequence: head.sequence, at: head.at })
  let documents = 0
  const collections = new Set(typesForReaders(payload))
  for await (const all of liveAt(head.sequence, await requestOfReader(payload, locale))) {
    const page = all.filter(({ collection }) => collections.has(collection))
    for (let from = 0; from < page.length; from += documentsAtOnce) {
      const publications = page.slice(from, from + documentsAtOnce)
      for (const exported of await documentsAt(head, publications, { locale, payload })) {
        documents += 1
        yield lineOf(exported)
        await giveTurn()
      }
    }
  }
  yield lineOf({ end: true, documents })
}

/** The documents of some publications that were live as of an entry, in the order of the publications. */
async function documentsAt(
  head: PublicHead,
  publications: readonly LivePublication[],
  { locale, payload }: { locale: Locale | 'all'; payload: Payload },
): Promise<ExportedDocument[]> {
  // A request of its own: what one remembers of who may be read ends with the next publication.
  const req = await requestOfReader(payload, locale)
  const live = await liveNow(publications, req)
  // Asked after reading, so that whatever was published before the documents were read is found.
  const changed = await changedAfter(head.sequence, publications, req)
  const exported: ExportedDocument[] = []
  for (const publication of publications) {
    const name = nameOf(publication)
    const document = changed.has(name) ? await givenAnew(publication, req) : live.get(name)
    if (document) exported.push({ ...publication, document })
  }
  return exported
}

async function liveNow(
  publications: readonly LivePublication[],
  req: PayloadRequest,
): Promise<Map<string, Record<string, unknown>>> {
  const idsByCollection = new Map<string, string[]>()
  for (const { collection, id } of publications)
    idsByCollection.set(collection, [...(idsByCollection.get(collection) ?? []), id])
  const live = new Map<string, Record<string, unknown>>()
  for (const [collection, ids] of idsByCollection) {
    const { docs } = await req.payload.find({
      collection: collection as CollectionSlug,
      ...inForm,
      limit: ids.length,
      overrideAccess: false,
      pagination: false,
      req,
      sort: 'id',
      where: { id: { in: ids } },
    })
    for (const document of docs)
      live.set(nameOf({ collection, id: String(document.id) }), document as never)
  }
  return live
}

/** A document that is not live any more as it was, put in form for readers as a live one is. */
async function givenAnew(
  publication: LivePublication,
  req: PayloadRequest,
): Promise<Record<string, unknown>> {
  return (await req.payload.findByID({
    collection: publication.collection as CollectionSlug,
    ...inForm,
    data: await asPublished(publication, req),
    id: publication.id,
    overrideAccess: false,
    req,
  })) as never
}

/** Content types that readers get. Some are published for the platform itself, such as popular terms. */
export function typesForReaders({ config }: Payload): string[] {
  return config.collections
    .filter(({ access, versions }) => versions?.drafts && access.read === liveOrStaff)
    .map(({ slug }) => slug)
}

function requestOfReader(payload: Payload, locale: Locale | 'all'): Promise<PayloadRequest> {
  return createLocalReq({ locale: locale as TypedLocale }, payload)
}

function nameOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`
}

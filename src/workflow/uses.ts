import type { PayloadRequest, Where } from 'payload'
import { hasWord, mayHaveWord } from '../database/one-line.ts'
import { EditorialError } from '../errors.ts'
import { defaultLocale, type Locale } from '../locales.ts'
import type { State } from './states.ts'

/** A document as lists of the team name it. */
export interface NamedDocument {
  collection: string
  id: string
  /** What it is called in the language asked for, its code before its title. */
  name: string
  /** Of its newest version. */
  state: State
  /** Whether the public gets it. */
  live: boolean
}

/** A document that points at another, in a relationship or a link. */
export interface Use extends NamedDocument {
  /** Whether its live text does. */
  inLiveText: boolean
  /** Whether its newest version does. */
  inNewestVersion: boolean
}

/** One page of the documents that point at a document. */
export interface Uses {
  docs: Use[]
  totalDocs: number
  page: number
  totalPages: number
}

/** Most documents of one page. */
const mostOfPage = 20

/** Columns of a row of the review queue that name its document. */
export const namingColumns = {
  documentCollection: true,
  documentId: true,
  live: true,
  names: true,
  state: true,
  title: true,
} as const

/** A row of the review queue, as far as it names its document. */
export interface NamingRow {
  id: string
  documentCollection: string
  documentId: string
  live?: boolean | null
  names?: Partial<Record<Locale, string>> | null
  state: State
  title?: string | null
}

/** A row's document, in a language. */
export function namedDocument(row: NamingRow, locale: Locale): NamedDocument {
  return {
    collection: row.documentCollection,
    id: row.documentId,
    name: row.names?.[locale] || row.names?.[defaultLocale] || row.title || row.documentId,
    state: row.state,
    live: row.live === true,
  }
}

/**
 * The documents that point at a document, with which of their texts do, ordered by type and title.
 *
 * @param page from 1; one behind the last is empty
 * @throws EditorialError NOT_FOUND when there is no such document
 */
export async function usesOfDocument({
  collection,
  id,
  locale,
  page,
  req,
}: {
  collection: string
  id: string
  locale: Locale
  page: number
  req: PayloadRequest
}): Promise<Uses> {
  const key = `${collection}/${id}`
  const { db } = req.payload
  const itself: Where = { key: { equals: key } }
  if (!(await db.findOne({ collection: 'workflow-states', req, where: itself })))
    throw new EditorialError({
      code: 'NOT_FOUND',
      message: `There is no document ${id.slice(0, 60)} in ${collection.slice(0, 60)}.`,
    })
  const { docs, totalDocs } = await db.find<
    NamingRow & { liveReferences?: string; workingReferences?: string }
  >({
    collection: 'workflow-states',
    limit: mostOfPage,
    page,
    req,
    select: { ...namingColumns, liveReferences: true, workingReferences: true },
    sort: ['documentCollection', 'title'],
    where: {
      and: [
        { key: { not_equals: key } },
        { or: [mayHaveWord('liveReferences', key), mayHaveWord('workingReferences', key)] },
      ],
    },
  })
  return {
    docs: docs.map((row) => ({
      ...namedDocument(row, locale),
      inLiveText: hasWord(row.liveReferences, key),
      inNewestVersion: hasWord(row.workingReferences, key),
    })),
    totalDocs,
    page,
    // The databases disagree on how many pages nothing has.
    totalPages: Math.max(1, Math.ceil(totalDocs / mostOfPage)),
  }
}

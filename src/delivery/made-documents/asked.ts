import type { CollectionSlug, JoinQuery, PayloadRequest, PopulateType, SelectType } from 'payload'
import { isOfReader } from '../../dependencies/note-questions.ts'

/** The arguments of Payload's operations that read documents, as far as they are looked at here. */
export interface ReadArguments {
  collection: { config: { slug: string } }
  currentDepth?: number | undefined
  data?: unknown
  depth?: number | undefined
  draft?: boolean | undefined
  flattenLocales?: boolean | undefined
  includeLockStatus?: boolean | undefined
  joins?: JoinQuery | false | undefined
  overrideAccess?: boolean | undefined
  populate?: PopulateType | undefined
  req: PayloadRequest
  select?: SelectType | undefined
  showHiddenFields?: boolean | undefined
  trash?: boolean | undefined
}

/** In what form a reader asks for documents of a type: which fields, how deep, in which language. */
export interface Asked {
  collection: CollectionSlug
  currentDepth: number | undefined
  depth: number | undefined
  fallbackLocale: PayloadRequest['fallbackLocale']
  joins: false | undefined
  locale: PayloadRequest['locale']
  populate: PopulateType | undefined
  select: SelectType | undefined
  /** Whether rich text is asked for as it is stored: otherwise it tells where links lead, and what is there. */
  hasPlainText: boolean
  /** The same in words: two questions with the same words get the same of a document. */
  text: string
}

/**
 * In what form a reader asks; null for every other question: of staff, in a transaction, past the rules of access, of
 * drafts, and for lists inside documents that are chosen by conditions of one's own.
 */
export async function askedForm(args: ReadArguments): Promise<Asked | null> {
  const { currentDepth, depth, joins, populate, req, select } = args
  if (!isOfReader(req) || args.overrideAccess === true || (await req.transactionID)) return null
  if (args.draft || args.trash || args.data !== undefined || args.showHiddenFields) return null
  if (args.includeLockStatus || args.flattenLocales === false) return null
  if (joins !== undefined && joins !== false) return null
  const collection = args.collection.config.slug as CollectionSlug
  const textForm = richTextForm(req)
  return {
    collection,
    currentDepth,
    hasPlainText: textForm === null || textForm.every((part) => part === null || part === true),
    depth,
    fallbackLocale: req.fallbackLocale,
    joins,
    locale: req.locale,
    populate,
    select,
    text: JSON.stringify([
      collection,
      req.payloadAPI,
      depth,
      currentDepth,
      req.locale,
      req.fallbackLocale,
      select,
      populate,
      joins,
      textForm,
    ]),
  }
}

/** How rich text is asked for, as in `../rich-text/over-rest.ts`. */
export function richTextForm({
  method,
  payloadAPI,
  searchParams,
}: PayloadRequest): unknown[] | null {
  if (payloadAPI !== 'REST' || !searchParams) return null
  return [
    method === 'GET',
    ...['richText', 'headingLevel', 'links'].map((name) => searchParams.get(name)),
  ]
}

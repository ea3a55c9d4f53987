import type { CollectionSlug, PayloadRequest } from 'payload'
import { isNamed, nameFieldOf, pathOf } from '../addresses/names.ts'
import { defaultLocale, isLocale } from '../locales.ts'
import type { ShownDocument } from './overlay.ts'
import { findNames } from './rows.ts'

const contextKey = 'previewInSight'

/** The preview that somebody reads with. */
export interface PreviewInSight {
  /** As an ISO instant; null for a text that was not saved, which nobody else can see. */
  endsAt: string | null
  /** Id of the account of whoever shows the drafts. */
  makerId: string | null
  /** Those that are there. */
  documents: ShownDocument[]
}

/** What whoever reads with a preview is told of it. */
export interface PreviewAnswer {
  endsAt: string | null
  madeBy: string | null
  documents: PreviewedDocumentAnswer[]
}

/** What they are told of one of its documents. */
export interface PreviewedDocumentAnswer extends Omit<ShownDocument, 'contributors'> {
  name: string | null
  path: string | null
  title: string | null
  writtenBy: string[]
}

/** Notes with which preview a request is read. */
export function putInSight(req: PayloadRequest, preview: PreviewInSight): void {
  req.context[contextKey] = preview
}

/**
 * Says of the preview that a request is read with which documents are drafts, in whose words, and until when,
 * in the language of the request; null for a request without one.
 *
 * The documents are read as by whoever asks, so what is for the team alone is not among them.
 */
export async function previewAnswer(req: PayloadRequest): Promise<PreviewAnswer | null> {
  const preview = req.context[contextKey] as PreviewInSight | undefined
  if (!preview) return null
  const { documents, endsAt, makerId } = preview
  const people = documents.flatMap(({ contributors }) => contributors.map(({ id }) => id))
  const names = await findNames([...new Set([...(makerId ? [makerId] : []), ...people])], req)
  const texts = await readTexts(documents, req)
  return {
    endsAt,
    madeBy: shownName(names.get(makerId ?? '')),
    documents: documents.flatMap(({ contributors, ...document }) => {
      const text = texts.get(keyOf(document))
      if (!text) return []
      const writtenBy = contributors
        // An account that is gone has the name that stands in the record.
        .map(({ id, name }) => shownName(names.get(id) ?? name))
        .filter((name) => name !== null)
      return [{ ...document, ...nameIn(text, document, req), writtenBy: [...new Set(writtenBy)] }]
    }),
  }
}

/** A name as it is shown. What is an address for mail is told to nobody, whatever field it stands in. */
function shownName(name: string | undefined): string | null {
  return !name || name.includes('@') ? null : name
}

type Text = Record<string, unknown>

/** Names and titles of the documents that the one who asks may read. */
async function readTexts(
  documents: readonly ShownDocument[],
  req: PayloadRequest,
): Promise<Map<string, Text>> {
  const texts = new Map<string, Text>()
  // One after the other: a transaction on MongoDB takes one question at a time.
  for (const collection of new Set(documents.map((document) => document.collection))) {
    const ids = documents.filter((one) => one.collection === collection).map(({ id }) => id)
    const { docs } = await req.payload.find({
      collection,
      depth: 0,
      // Of a content type that is for the team alone they get nothing, and all the rest.
      disableErrors: true,
      joins: false as never,
      limit: ids.length,
      overrideAccess: false,
      pagination: false,
      req,
      select: { [titleField(collection, req)]: true, ...nameField(collection) } as never,
      where: { id: { in: ids } },
    })
    for (const document of docs as unknown as (Text & { id: unknown })[])
      texts.set(keyOf({ collection, id: String(document.id) }), document)
  }
  return texts
}

function nameIn(
  text: Text,
  { collection, id }: Pick<ShownDocument, 'collection' | 'id'>,
  req: PayloadRequest,
): Pick<PreviewedDocumentAnswer, 'name' | 'path' | 'title'> {
  const title = textOf(text[titleField(collection, req)])
  if (!isNamed(collection)) return { name: null, path: null, title }
  const name = textOf(text[nameFieldOf(collection)])
  const locale = isLocale(req.locale) ? req.locale : defaultLocale
  return { name, path: name && pathOf({ collection, id, name, locale }), title }
}

/** Codes and numbers are names; beside them notices and forms have titles. */
function titleField(collection: CollectionSlug, { payload }: PayloadRequest): string {
  const { admin, flattenedFields } = payload.collections[collection].config
  const hasTitle = flattenedFields.some(({ name }) => name === 'title')
  return hasTitle ? 'title' : (admin.useAsTitle ?? 'id')
}

function nameField(collection: CollectionSlug): Record<string, true> {
  return isNamed(collection) ? { [nameFieldOf(collection)]: true } : {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function keyOf({ collection, id }: Pick<ShownDocument, 'collection' | 'id'>): string {
  return `${collection}/${id}`
}

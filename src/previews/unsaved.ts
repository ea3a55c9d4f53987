import { isolateObjectProperty, type CollectionSlug, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { isNamed, type NamedCollection } from '../addresses/names.ts'
import { undone } from '../database/undone-work.ts'
import { EditorialError } from '../errors.ts'
import { defaultLocale, isLocale, type Locale } from '../locales.ts'
import { teamExtension } from './extension.ts'
import { layOver, type Overlay } from './overlay.ts'

/** A text as it stands in a form, in one language, before anybody saves it. */
export interface UnsavedText {
  collection: NamedCollection
  /** Of the document it changes; without one it would be a new document. */
  id?: string | undefined
  locale: Locale
  data: Record<string, unknown>
}

const form = z.object({
  collection: z.string().refine(isNamed),
  id: z.string().min(1).max(100).optional(),
  locale: z.string().refine(isLocale).default(defaultLocale),
  data: z.record(z.string(), z.unknown()),
})

/**
 * The text that a GraphQL question brings along in `extensions.unsaved`, or undefined for every other question.
 *
 * @throws EditorialError NOT_SIGNED_IN for whoever may not show drafts, MALFORMED for what is no such text
 */
export async function unsavedTextIn(
  request: Request,
  req: PayloadRequest,
): Promise<UnsavedText | undefined> {
  const told = 'Texts that were not saved'
  const given = await teamExtension('unsaved', { request, req, told })
  if (given === undefined) return undefined
  const read = form.safeParse(given)
  if (read.success) {
    // A form holds where the text stands, too. Shown is always what would be if it were public.
    const fields = Object.entries(read.data.data).filter(([name]) => name !== '_status')
    return { ...(read.data as UnsavedText), data: Object.fromEntries(fields) }
  }
  throw new EditorialError({
    code: 'MALFORMED',
    message:
      'extensions.unsaved is {"collection", "id", "locale", "data"}: a content type with names such as stations, the id of the document or none for a new one, en or es, and its fields.',
  })
}

/**
 * Lets work read a text as if it had been saved and published, over everything that is live.
 *
 * It is saved as a draft in the name of its author, with every rule that holds for saving, in a transaction
 * that is always undone.
 *
 * @throws EditorialError INVALID_FIELDS and whatever else saving it would be refused with
 */
export async function withUnsavedOver(
  author: PayloadRequest,
  { collection, data, id, locale }: UnsavedText,
  work: (overlay: Overlay) => Promise<void>,
): Promise<void> {
  const { payload } = author
  await undone(payload, async (transactionID) => {
    const req = isolateObjectProperty(author, ['context', 'locale', 'payloadAPI', 'transactionID'])
    Object.assign(req, { context: {}, locale, payloadAPI: 'local', transactionID })
    const saved = {
      collection: collection as CollectionSlug,
      data: data as never,
      depth: 0,
      draft: true,
      locale,
      overrideAccess: false,
      req,
      user: author.user,
    }
    const document = await (id === undefined
      ? payload.create(saved as Parameters<typeof payload.create>[0])
      : payload.update({ ...saved, id } as Parameters<typeof payload.update>[0]))
    const place = {
      collection: collection as CollectionSlug,
      id: String((document as { id: unknown }).id),
    }
    const overlaid = { context: {}, payload, transactionID } as unknown as PayloadRequest
    await work({ transactionID, shown: await layOver([place], overlaid) })
  })
}

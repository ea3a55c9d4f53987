import type { PayloadRequest, TypeWithID } from 'payload'
import { isOfReader } from '../../dependencies/note-questions.ts'
import { collectKeys } from '../../dependencies/surrogate-keys.ts'
import { isMadeAnew } from '../anew.ts'
import { richTextForm } from './asked.ts'
import { keptDocuments } from './kept.ts'

type Loader = PayloadRequest['payloadDataLoader']

/**
 * A loader that gives documents which are kept as readers get them at once. Payload's own looks for them in one question
 * for each type, with all that belongs to a question.
 *
 * @param loader loads the others
 */
export function withMadeDocuments(loader: Loader, req: PayloadRequest): Loader {
  return Object.assign(Object.create(loader) as Loader, {
    load: (key: string): Promise<unknown> => {
      const made = madeBefore(key, req)
      if (made) return Promise.resolve(made)
      const loaded = loader.load(key)
      void loaded.then(
        (document) => rememberMade(key, document as TypeWithID | null, req),
        () => undefined,
      )
      return loaded
    },
  })
}

/**
 * A document that was made before for whoever loads one under a key of Payload's loader, while it holds. The answer then
 * depends on what the document is made of.
 */
function madeBefore(loaderKey: string, req: PayloadRequest): TypeWithID | undefined {
  const kept = keptDocuments(req.payload)
  if (!kept || kept.follower.head === null || !isOfReader(req) || isMadeAnew()) return undefined
  const made = kept.documents.getLoaded(nameIn(loaderKey, req))
  if (!made) return undefined
  const keys = collectKeys(req)
  for (const key of made.keys) keys.add(key)
  return made.document
}

/** Notes which of the documents that were made somebody was given under a key of Payload's loader. */
function rememberMade(loaderKey: string, document: TypeWithID | null, req: PayloadRequest): void {
  const kept = keptDocuments(req.payload)
  if (kept && document && isOfReader(req))
    kept.documents.nameLoaded(nameIn(loaderKey, req), document)
}

/** A key of Payload's loader says all but how rich text is asked for, and over which interface. */
function nameIn(loaderKey: string, req: PayloadRequest): string {
  return `${loaderKey} ${JSON.stringify([req.payloadAPI, richTextForm(req)])}`
}

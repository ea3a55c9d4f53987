import type { CollectionAfterReadHook, PayloadRequest, RequestContext } from 'payload'

/** What an answer is made of: documents by name, and content types of which it has a list. */
interface Collected {
  documents: Set<string>
  lists: Set<string>
}

const contextKey = 'answeredWith'

/** Most documents that are named one by one: caches in between take headers of some kilobytes. */
const mostNamed = 150

/** Begins to collect what the answer to a request is made of, if that has not begun yet. */
export function collectKeys(req: PayloadRequest): Collected {
  return (req.context[contextKey] ??= { documents: new Set(), lists: new Set() }) as Collected
}

/** Notes that an answer depends on which documents of a type there are. */
export function dependsOnList(req: PayloadRequest, collection: string): void {
  collectKeys(req).lists.add(collection)
}

/** Notes a document that an answer depends on without showing it. */
export function dependsOn(
  req: PayloadRequest,
  { collection, id }: { collection: string; id: string },
): void {
  collectKeys(req).documents.add(`${collection}/${id}`)
}

/** Notes each document that an answer is made of, and the types whose documents it lists in reverse. */
export const dependsOnDocument: CollectionAfterReadHook = ({ collection, doc, req }) => {
  if (req.user) return doc
  const { documents, lists } = collectKeys(req)
  documents.add(`${collection.slug}/${String((doc as { id?: unknown }).id)}`)
  for (const source of Object.keys(collection.joins)) lists.add(source)
  return doc
}

/**
 * Names by which caches in between can be told to forget an answer: each document as `stations/ID`, and a
 * content type where the answer depends on which documents of it there are.
 */
export function surrogateKeys(context: RequestContext | undefined): string {
  const collected = context?.[contextKey] as Collected | undefined
  if (!collected) return ''
  const { documents, lists } = collected
  if (documents.size <= mostNamed) return [...lists, ...documents].join(' ')
  const types = new Set([...documents].map((name) => name.split('/')[0]!))
  return [...new Set([...lists, ...types])].join(' ')
}

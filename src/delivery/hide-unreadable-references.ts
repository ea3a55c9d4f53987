import DataLoader from 'dataloader'
import type { CollectionAfterReadHook, CollectionSlug, Field, PayloadRequest } from 'payload'
import { whatReadersMaySee } from '../../access/content.ts'
import { isStaff, type Actor } from '../../access/roles.ts'

/** A reference that was left bare, and what takes it out of the answer. */
interface BareReference {
  collection: CollectionSlug
  id: string
  hide: () => void
}

type Values = Record<string, unknown>
type Loader = DataLoader<string, boolean>

/** Key in `req.context` under which the look-ups of one request are gathered. */
const loaderKey = 'stationmasterReadable'

/**
 * Takes references to documents a reader may not read out of what they get. Payload leaves the bare id of
 * such a document in place, which tells that a draft exists and where it will appear.
 *
 * A populated reference was read with the reader's own rights and stays. Look-ups are gathered: a list of
 * a hundred documents costs one query for each type they point at.
 */
export const hideUnreadableReferences: CollectionAfterReadHook = async ({
  collection,
  doc,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true || isStaff(req.user as Actor)) return doc
  const found: BareReference[] = []
  collectIn(collection.fields, doc as Values, found)
  if (found.length > 0) await hideUnreadable(found, req)
  return doc
}

async function hideUnreadable(found: readonly BareReference[], req: PayloadRequest): Promise<void> {
  const loader = loaderOf(req)
  const readable = await Promise.all(found.map((reference) => loader.load(keyOf(reference))))
  // From the end, so that taking one out of a list leaves the places of those before it.
  for (let at = found.length - 1; at >= 0; at -= 1) if (!readable[at]) found[at]!.hide()
}

function collectIn(fields: readonly Field[], values: Values, found: BareReference[]): void {
  for (const field of fields) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs) {
        const inTab = 'name' in tab && tab.name ? values[tab.name] : values
        if (isObject(inTab)) collectIn(tab.fields, inTab, found)
      }
      continue
    }
    if (!('name' in field) || !field.name) {
      if ('fields' in field) collectIn(field.fields, values, found)
      continue
    }
    const value = values[field.name]
    if (value === undefined || value === null) continue
    if (field.type === 'relationship' || field.type === 'upload')
      collectReferences(field.relationTo, values, field.name, found)
    else if (field.type === 'group') collectIn(field.fields, value as Values, found)
    else if (field.type === 'array') {
      const rows = Array.isArray(value) ? value : Object.values(value).flat()
      for (const row of rows as Values[]) collectIn(field.fields, row, found)
    } else if (field.type === 'richText') collectInText(value, found)
  }
}

/** Bare references in one place of a document: taken out of a list, or replaced by nothing. */
function collectReferences(
  relationTo: CollectionSlug | CollectionSlug[],
  values: Values,
  name: string,
  found: BareReference[],
): void {
  const value = values[name]
  if (!Array.isArray(value)) {
    const reference = bareReference(relationTo, value)
    if (reference) found.push({ ...reference, hide: () => (values[name] = null) })
    return
  }
  const list = value as unknown[]
  list.forEach((one, at) => {
    const reference = bareReference(relationTo, one)
    if (reference) found.push({ ...reference, hide: () => list.splice(at, 1) })
  })
}

/** The reference behind a value that was not populated; undefined for a populated document. */
function bareReference(
  relationTo: CollectionSlug | CollectionSlug[],
  value: unknown,
): Pick<BareReference, 'collection' | 'id'> | undefined {
  if (typeof value === 'string' && typeof relationTo === 'string')
    return { collection: relationTo, id: value }
  const polymorphic = value as { relationTo?: CollectionSlug; value?: unknown } | null
  if (polymorphic?.relationTo && typeof polymorphic.value === 'string')
    return { collection: polymorphic.relationTo, id: polymorphic.value }
  return undefined
}

/** In rich text, a link to something unreadable becomes its plain words. */
function collectInText(value: unknown, found: BareReference[]): void {
  if (!isObject(value)) return
  if (value['root']) {
    collectInText(value['root'], found)
    return
  }
  const children = value['children']
  if (!Array.isArray(children)) {
    // All languages were asked for: one text for each.
    if (value['type'] === undefined)
      for (const text of Object.values(value)) collectInText(text, found)
    return
  }
  ;(children as Values[]).forEach((child, at) => {
    collectLink(child, () => children.splice(at, 1, ...wordsOf(child)), found)
    collectInText(child, found)
  })
}

function collectLink(node: Values, hide: () => void, found: BareReference[]): void {
  const fields = node['fields'] as { linkType?: string; doc?: unknown } | undefined
  if (node['type'] !== 'link' || fields?.linkType !== 'internal') return
  const reference = bareReference([], fields.doc)
  if (reference) found.push({ ...reference, hide })
  else if (fields.doc === null || fields.doc === undefined) found.push({ ...nowhere, hide })
}

/** A link that lost its document is hidden like one to a document that is not live. */
const nowhere = { collection: 'stations' as CollectionSlug, id: '' }

function wordsOf(link: Values): Values[] {
  return (link['children'] ?? []) as Values[]
}

function loaderOf(req: PayloadRequest): Loader {
  req.context[loaderKey] ??= new DataLoader<string, boolean>((keys) => readability(keys, req))
  return req.context[loaderKey] as Loader
}

/** For each key, whether the one who asks may read the document it names. */
async function readability(keys: readonly string[], req: PayloadRequest): Promise<boolean[]> {
  const idsByCollection = new Map<CollectionSlug, string[]>()
  for (const key of keys) {
    const { collection, id } = referenceOf(key)
    if (id === '') continue
    const ids = idsByCollection.get(collection)
    if (ids) ids.push(id)
    else idsByCollection.set(collection, [id])
  }
  const readable = new Set<string>()
  await Promise.all(
    [...idsByCollection].map(async ([collection, ids]) => {
      for (const id of await readableIds(collection, ids, req))
        readable.add(keyOf({ collection, id }))
    }),
  )
  return keys.map((key) => readable.has(key))
}

async function readableIds(
  collection: CollectionSlug,
  ids: readonly string[],
  req: PayloadRequest,
): Promise<string[]> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection,
    where: { and: [{ id: { in: [...ids] } }, whatReadersMaySee] },
    limit: ids.length,
    pagination: false,
    select: { _status: true },
    // The type's usual order may be by a field that differs by language, and no language is asked for here.
    sort: 'id',
    req,
  })
  return docs.map((doc) => doc.id)
}

function keyOf({ collection, id }: { collection: CollectionSlug; id: string }): string {
  return `${collection}/${id}`
}

function referenceOf(key: string): { collection: CollectionSlug; id: string } {
  const at = key.indexOf('/')
  return { collection: key.slice(0, at) as CollectionSlug, id: key.slice(at + 1) }
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

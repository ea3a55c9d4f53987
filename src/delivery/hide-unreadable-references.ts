import DataLoader from 'dataloader'
import type { CollectionAfterReadHook, CollectionSlug, Field, PayloadRequest } from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'

interface Reference {
  collection: CollectionSlug
  id: string
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
  await hideIn(collection.fields, doc as Values, loaderOf(req))
  return doc
}

async function hideIn(fields: readonly Field[], values: Values, loader: Loader): Promise<void> {
  await Promise.all(
    fields.map(async (field) => {
      if (field.type === 'tabs') {
        await Promise.all(
          field.tabs.map((tab) =>
            hideIn(
              tab.fields,
              'name' in tab && tab.name ? ((values[tab.name] ?? {}) as Values) : values,
              loader,
            ),
          ),
        )
        return
      }
      if (!('name' in field) || !field.name) {
        if ('fields' in field) await hideIn(field.fields, values, loader)
        return
      }
      const value = values[field.name]
      if (value === undefined || value === null) return
      if (field.type === 'relationship' || field.type === 'upload')
        values[field.name] = await readableOf(field.relationTo, value, loader)
      else if (field.type === 'group') await hideIn(field.fields, value as Values, loader)
      else if (field.type === 'array')
        await hideInRows(field.fields, value as Values[] | Record<string, Values[]>, loader)
      else if (field.type === 'richText') await hideInText(value, loader)
    }),
  )
}

async function hideInRows(
  fields: readonly Field[],
  value: Values[] | Record<string, Values[]>,
  loader: Loader,
): Promise<void> {
  const rows = Array.isArray(value) ? value : Object.values(value).flat()
  await Promise.all(rows.map((row) => hideIn(fields, row, loader)))
}

/** Keeps of one or many references those that the reader may read. */
async function readableOf(
  relationTo: CollectionSlug | CollectionSlug[],
  value: unknown,
  loader: Loader,
): Promise<unknown> {
  if (Array.isArray(value)) {
    const kept = await Promise.all(value.map((one) => readableOf(relationTo, one, loader)))
    return kept.filter((one) => one !== null)
  }
  const reference = bareReference(relationTo, value)
  if (!reference) return value
  return (await loader.load(keyOf(reference))) ? value : null
}

/** The reference behind a value that was not populated; undefined for a populated document. */
function bareReference(
  relationTo: CollectionSlug | CollectionSlug[],
  value: unknown,
): Reference | undefined {
  if (typeof value === 'string' && typeof relationTo === 'string')
    return { collection: relationTo, id: value }
  const polymorphic = value as { relationTo?: CollectionSlug; value?: unknown } | null
  if (polymorphic?.relationTo && typeof polymorphic.value === 'string')
    return { collection: polymorphic.relationTo, id: polymorphic.value }
  return undefined
}

/** In rich text, a link to something unreadable becomes its plain words. */
async function hideInText(value: unknown, loader: Loader): Promise<void> {
  const node = value as {
    root?: unknown
    children?: unknown[]
    type?: string
    fields?: { linkType?: string; doc?: unknown }
  } | null
  if (typeof node !== 'object' || node === null) return
  if (node.root) return hideInText(node.root, loader)
  if (!Array.isArray(node.children)) {
    // All languages were asked for: one text for each.
    if (node.type === undefined)
      await Promise.all(Object.values(node).map((text) => hideInText(text, loader)))
    return
  }
  const children = await Promise.all(
    (node.children as Values[]).map(async (child) => {
      await hideInText(child, loader)
      return (await leadsNowhere(child, loader)) ? ((child['children'] ?? []) as Values[]) : [child]
    }),
  )
  node.children = children.flat()
}

async function leadsNowhere(node: Values, loader: Loader): Promise<boolean> {
  const fields = node['fields'] as { linkType?: string; doc?: unknown } | undefined
  if (node['type'] !== 'link' || fields?.linkType !== 'internal') return false
  const reference = bareReference([], fields.doc)
  if (!reference) return fields.doc === null || fields.doc === undefined
  return !(await loader.load(keyOf(reference)))
}

function loaderOf(req: PayloadRequest): Loader {
  req.context[loaderKey] ??= new DataLoader<string, boolean>((keys) => readability(keys, req))
  return req.context[loaderKey] as Loader
}

/** For each key, whether the one who asks may read the document it names. */
async function readability(keys: readonly string[], req: PayloadRequest): Promise<boolean[]> {
  const idsByCollection = new Map<CollectionSlug, string[]>()
  for (const { collection, id } of keys.map(referenceOf))
    idsByCollection.set(collection, [...(idsByCollection.get(collection) ?? []), id])

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
    where: { and: [{ id: { in: [...ids] } }, { _status: { equals: 'published' } }] },
    limit: ids.length,
    pagination: false,
    select: { _status: true },
    // The type's usual order may be by a field that differs by language, and no language is asked for here.
    sort: 'id',
    req,
  })
  return docs.map((doc) => doc.id)
}

function keyOf({ collection, id }: Reference): string {
  return `${collection}/${id}`
}

function referenceOf(key: string): Reference {
  const at = key.indexOf('/')
  return { collection: key.slice(0, at) as CollectionSlug, id: key.slice(at + 1) }
}

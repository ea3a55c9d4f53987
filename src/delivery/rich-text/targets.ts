import DataLoader from 'dataloader'
import type { CollectionSlug, PayloadRequest } from 'payload'
import { linkable } from '../../../collections/fields/rich-text-form.ts'
import {
  blocksOf,
  childrenOf,
  linkedDocumentOf,
  type RenderOptions,
  type TextNode,
} from '../../rich-text/elements.ts'
import type { LinkTarget } from '../../rich-text/link-pattern.ts'

/** What an address or the words about a link need of its document. */
const fields = { slug: true, code: true, number: true, title: true, name: true } as const

/** Key in `req.context` under which the look-ups of one request are gathered, for each language. */
const loaderKey = 'stationmasterLinkTargets'

/**
 * Finds the documents that some texts link to, as far as the one who asks may see them and in their language.
 * All texts of one answer share one question for each content type.
 *
 * @returns what says for each link where it leads; nothing for a document that may not be seen
 */
export async function linkTargets(
  texts: readonly unknown[],
  req: PayloadRequest,
): Promise<RenderOptions['targetOf']> {
  const keys = [...new Set(texts.flatMap((text) => linksIn(blocksOf(text))))]
  const loader = loaderOf(req)
  const found = await Promise.all(keys.map((key) => loader.load(key)))
  const targets = new Map(keys.map((key, at) => [key, found[at]]))
  return ({ collection, id }) => targets.get(`${collection}/${id}`) ?? undefined
}

function linksIn(nodes: readonly TextNode[]): string[] {
  return nodes.flatMap((node) => {
    const linked = linkedDocumentOf(node)
    const own = linked && isLinkable(linked.collection) ? [`${linked.collection}/${linked.id}`] : []
    return [...own, ...linksIn(childrenOf(node))]
  })
}

function isLinkable(collection: string): boolean {
  return linkable.some((type) => type === collection)
}

function loaderOf(req: PayloadRequest): DataLoader<string, LinkTarget | null> {
  const loaders = (req.context[loaderKey] ??= new Map()) as Map<
    string,
    DataLoader<string, LinkTarget | null>
  >
  const language = String(req.locale)
  const known =
    loaders.get(language) ?? new DataLoader((keys: readonly string[]) => findAll(keys, req))
  loaders.set(language, known)
  return known
}

async function findAll(
  keys: readonly string[],
  req: PayloadRequest,
): Promise<(LinkTarget | null)[]> {
  const ids = new Map<string, string[]>()
  for (const key of keys) {
    const [collection, id] = key.split('/') as [string, string]
    ids.set(collection, [...(ids.get(collection) ?? []), id])
  }
  const targets = new Map<string, LinkTarget>()
  await Promise.all(
    [...ids].map(async ([collection, wanted]) => {
      const { docs } = await req.payload.find({
        collection: collection as CollectionSlug,
        where: { id: { in: wanted } },
        depth: 0,
        limit: wanted.length,
        overrideAccess: false,
        pagination: false,
        req,
        select: fields as never,
      })
      for (const doc of docs as unknown as LinkTarget[])
        targets.set(`${collection}/${doc.id}`, { ...doc, collection })
    }),
  )
  return keys.map((key) => targets.get(key) ?? null)
}

import { offeredHeadings } from '../../src/rich-text/elements.ts'

/**
 * The building blocks a page may be made of. Anything else in a saved text, such as raw HTML that came
 * in over the API, is refused.
 */
const allowedNodes = new Set([
  'root',
  'paragraph',
  'text',
  'linebreak',
  'tab',
  'heading',
  'list',
  'listitem',
  'link',
  'autolink',
  'table',
  'tablerow',
  'tablecell',
])

/** The lists that the editor offers: with points, and with numbers. */
export const offeredLists = ['bullet', 'number'] as const

/** How addresses of links begin. */
const offeredProtocols = ['https:', 'http:', 'mailto:']

/** Deeper than any page needs, shallow enough to walk. */
const deepestNesting = 30

interface TextNode {
  type?: unknown
  tag?: unknown
  listType?: unknown
  children?: unknown
  fields?: { linkType?: unknown; url?: unknown; doc?: unknown } | null
}

/** A text made only of allowed blocks, whose links have somewhere to go. */
export function isPlainRichText(value: unknown): true | string {
  const root = (value as { root?: unknown } | null)?.root
  if (typeof root !== 'object' || root === null)
    return 'This text is not in the editor’s form. Expected { "root": { "children": […] } }; write it in the admin panel or send that form.'
  return nodeProblem(root as TextNode, 0) ?? true
}

function nodeProblem(node: TextNode, depth: number): string | undefined {
  if (depth > deepestNesting)
    return `This text is nested more than ${deepestNesting} levels deep. Make its lists and tables simpler.`
  if (typeof node.type !== 'string' || !allowedNodes.has(node.type))
    return `This text holds a “${String(node.type).slice(0, 40)}” block. Use headings, paragraphs, lists, links and tables only; a block’s “type” is one of: ${[...allowedNodes].join(', ')}.`
  if (node.type === 'heading' && !offeredHeadings.some((tag) => tag === node.tag))
    return `This text holds a heading of level “${String(node.tag).slice(0, 20)}”. A heading’s “tag” is one of: ${offeredHeadings.join(', ')}.`
  if (node.type === 'list' && !isOfferedList(node))
    return `This text holds a list of the kind “${String(node.listType).slice(0, 20)}”. A list’s “listType” is one of: ${offeredLists.join(', ')}.`
  const linkProblem = node.type === 'link' || node.type === 'autolink' ? badLink(node) : undefined
  if (linkProblem) return linkProblem
  if (node.children === undefined) return undefined
  if (!Array.isArray(node.children))
    return 'This text is damaged: “children” must be a list of blocks, such as { "type": "paragraph", "children": […] }.'
  for (const child of node.children as unknown[]) {
    if (typeof child !== 'object' || child === null)
      return 'This text is damaged: it holds something that is not a block. A block is an object such as { "type": "paragraph", "children": […] }.'
    const problem = nodeProblem(child as TextNode, depth + 1)
    if (problem) return problem
  }
  return undefined
}

function badLink({ fields }: TextNode): string | undefined {
  if (fields?.linkType === 'internal' && linkedDocument(fields.doc)) return undefined
  const url = fields?.linkType === 'custom' ? fields.url : undefined
  if (typeof url === 'string' && URL.canParse(url)) {
    const { protocol } = new URL(url)
    if (offeredProtocols.includes(protocol)) return undefined
  }
  return `The link to “${String(url).slice(0, 80)}” leads nowhere. Write a full address that begins with ${listed(offeredProtocols)}, such as https://www.irs.gov, or choose a document for a link inside the roadmap, from ${listed(linkable)}.`
}

/** Texts from before lists had kinds do not name one, and are shown with points. */
function isOfferedList({ listType }: TextNode): boolean {
  return listType === undefined || offeredLists.some((one) => one === listType)
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}`
}

/** Content types that a text may link to. */
export const linkable = ['stations', 'notices', 'forms', 'help-organizations'] as const

/** A document that a text links to. */
export interface LinkedDocument {
  relationTo: (typeof linkable)[number]
  value: string
}

/** The documents a text links to; none for what is no text. */
export function linkedDocuments(text: unknown): LinkedDocument[] {
  const found: LinkedDocument[] = []
  mapLinks((text as { root?: unknown } | null)?.root, (document) => {
    found.push(document)
    return document
  })
  return found
}

/**
 * The text with its links naming documents by id alone. A client that sends back what it was given sends
 * the whole linked document, whose words must not become part of this one.
 */
export function withBareLinks<Value>(text: Value): Value {
  const root = (text as { root?: unknown } | null)?.root
  return root ? ({ ...text, root: mapLinks(root, (document) => document) } as Value) : text
}

function mapLinks(
  node: unknown,
  change: (document: LinkedDocument) => LinkedDocument,
  depth = 0,
): unknown {
  if (typeof node !== 'object' || node === null || depth > deepestNesting) return node
  const { children, fields } = node as TextNode
  const document = fields?.linkType === 'internal' ? linkedDocument(fields.doc) : undefined
  return {
    ...node,
    ...(document ? { fields: { ...fields, doc: change(document) } } : {}),
    ...(Array.isArray(children)
      ? { children: children.map((child: unknown) => mapLinks(child, change, depth + 1)) }
      : {}),
  }
}

function linkedDocument(doc: unknown): LinkedDocument | undefined {
  const { relationTo, value } = (doc ?? {}) as { relationTo?: unknown; value?: unknown }
  const id: unknown =
    typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  const isKnown = linkable.some((type) => type === relationTo)
  return isKnown && typeof id === 'string' && id !== ''
    ? { relationTo: relationTo as LinkedDocument['relationTo'], value: id }
    : undefined
}

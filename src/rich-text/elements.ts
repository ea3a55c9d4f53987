import { addressOf, type LinkTarget } from './link-pattern.ts'

/** A block of a text in the editor's form. What is stored may hold more, and may be damaged. */
export interface TextNode {
  type?: unknown
  children?: unknown
  text?: unknown
  format?: unknown
  tag?: unknown
  listType?: unknown
  start?: unknown
  headerState?: unknown
  colSpan?: unknown
  rowSpan?: unknown
  fields?: unknown
}

/** One HTML element around what is inside it. */
export interface Element {
  tag: string
  /** By their names in HTML, in lower case. */
  attributes: Readonly<Record<string, string>>
}

/** What a block becomes: elements inside each other, outermost first, around words or further blocks. */
export interface Rendering {
  elements: readonly Element[]
  words?: string
  children: readonly TextNode[]
}

/** How texts are given as HTML. */
export interface RenderOptions {
  /** The level of the editor's highest headings, 1 to 6. Lower ones follow, at most h6. @default 2 */
  headingLevel: number
  /** Pattern for links inside the roadmap: see `link-pattern.ts`. */
  links: string
  /** The language that was asked for. */
  locale: string
  /** The language whose addresses have no prefix. @default en */
  defaultLocale?: string
  /** The document a link names, or undefined when whoever asks may not see it; then only its words stay. */
  targetOf: (link: { collection: string; id: string }) => LinkTarget | undefined
}

/** The headings the editor offers, highest first. */
export const offeredHeadings = ['h3', 'h4'] as const

/** Elements without anything inside. */
export const voidElements: ReadonlySet<string> = new Set(['br'])

/** Bits of a run of words, as Lexical has them, and their elements: the outermost first. */
const formats = [
  [64, 'sup'],
  [32, 'sub'],
  [16, 'code'],
  [8, 'u'],
  [4, 's'],
  [2, 'em'],
  [1, 'strong'],
] as const

const nothing: Rendering = { elements: [], children: [] }

/**
 * What one block of a text becomes in HTML: a closed list of elements and attributes, whatever the text
 * holds. A block that is not known is left out, and what is inside it stays.
 */
export function renderingOf(node: TextNode, options: RenderOptions): Rendering {
  const children = childrenOf(node)
  switch (node.type) {
    case 'text':
      return { elements: formatsOf(node), words: wordsOf(node.text), children: [] }
    case 'tab':
      return { elements: [], words: '\t', children: [] }
    case 'linebreak':
      return { elements: [{ tag: 'br', attributes: {} }], children: [] }
    case 'paragraph':
      return isEmpty(children) ? nothing : within('p', children)
    case 'heading':
      return isEmpty(children) ? nothing : within(headingTag(node, options), children)
    case 'list':
      return listRendering(node)
    case 'listitem':
      return within('li', children)
    case 'link':
    case 'autolink':
      return isEmpty(children) ? nothing : linkRendering(node, children, options)
    case 'table':
      return {
        elements: [
          { tag: 'table', attributes: {} },
          { tag: 'tbody', attributes: {} },
        ],
        children,
      }
    case 'tablerow':
      return within('tr', children)
    case 'tablecell':
      return cellRendering(node, children)
    default:
      return { elements: [], children }
  }
}

/** The blocks inside a block; none where it is damaged. */
export function childrenOf({ children }: TextNode): TextNode[] {
  return Array.isArray(children) ? children.filter(isNode) : []
}

/** The blocks of a text; none for what is no text. */
export function blocksOf(text: unknown): TextNode[] {
  const root = isNode(text) ? (text as { root?: unknown }).root : undefined
  return isNode(root) ? childrenOf(root) : []
}

/**
 * The items of a list. The editor keeps a list inside a list as an item of its own; a reader hears it as
 * part of the item before.
 */
export function itemsOf(list: TextNode): TextNode[] {
  const items: TextNode[] = []
  for (const child of childrenOf(list)) {
    const inside = childrenOf(child)
    const before = items.at(-1)
    if (before && inside.length > 0 && inside.every(({ type }) => type === 'list'))
      before.children = [...childrenOf(before), ...inside]
    else items.push({ ...child })
  }
  return items
}

/** Characters that no page may hold: controls but tab and line feed, and what is no character at all. */
const noCharacters = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu

/** The words of a run, without what HTML cannot hold. */
export function wordsOf(text: unknown): string {
  if (typeof text !== 'string') return ''
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(noCharacters, '')
}

/** The document that a link inside the roadmap names; undefined for any other link. */
export function linkedDocumentOf({
  fields,
}: TextNode): { collection: string; id: string; document: unknown } | undefined {
  const { doc, linkType } = (fields ?? {}) as { doc?: unknown; linkType?: unknown }
  const { relationTo, value } = (doc ?? {}) as { relationTo?: unknown; value?: unknown }
  const id = isNode(value) ? (value as { id?: unknown }).id : value
  return linkType === 'internal' && typeof relationTo === 'string' && typeof id === 'string' && id
    ? { collection: relationTo, id, document: value }
    : undefined
}

function within(tag: string, children: TextNode[], attributes = {}): Rendering {
  return { elements: [{ tag, attributes }], children }
}

function formatsOf({ format }: TextNode): Element[] {
  const bits = typeof format === 'number' ? format : 0
  return formats.filter(([bit]) => bits & bit).map(([, tag]) => ({ tag, attributes: {} }))
}

function headingTag({ tag }: TextNode, { headingLevel }: RenderOptions): string {
  const below = Math.max(0, offeredHeadings.indexOf(tag as (typeof offeredHeadings)[number]))
  return `h${Math.min(6, headingLevel + below)}`
}

function listRendering(node: TextNode): Rendering {
  const items = itemsOf(node)
  if (items.length === 0) return nothing
  if (node.listType !== 'number') return within('ul', items)
  const start = countOf(node.start)
  return within('ol', items, start > 1 ? { start: String(start) } : {})
}

/** A heading says whether it is one of its column or of its row (Lexical: 1 and 2, both in a corner). */
function cellRendering(node: TextNode, children: TextNode[]): Rendering {
  const [only, ...more] = children
  const inside = only?.type === 'paragraph' && more.length === 0 ? childrenOf(only) : children
  const header = typeof node.headerState === 'number' ? node.headerState : 0
  const [columns, rows] = [countOf(node.colSpan), countOf(node.rowSpan)]
  return within(header & 3 ? 'th' : 'td', inside, {
    ...(header & 3 ? { scope: header & 1 ? 'col' : 'row' } : {}),
    ...(columns > 1 ? { colspan: String(columns) } : {}),
    ...(rows > 1 ? { rowspan: String(rows) } : {}),
  })
}

function linkRendering(node: TextNode, children: TextNode[], options: RenderOptions): Rendering {
  const { newTab, url } = (node.fields ?? {}) as { newTab?: unknown; url?: unknown }
  const linked = linkedDocumentOf(node)
  const target = linked && options.targetOf(linked)
  const inNewTab = newTab === true ? ['noopener', 'noreferrer'] : []
  if (linked && !target) return { elements: [], children }
  if (target)
    return within('a', children, {
      href: addressOf(target, options),
      ...opened(inNewTab),
      ...factsOf(target),
    })
  const href = safeAddress(url)
  if (href === undefined) return { elements: [], children }
  const rel = href.startsWith('mailto:') ? inNewTab : ['external', ...inNewTab]
  return within('a', children, { href, ...opened(rel) })
}

function opened(rel: readonly string[]): Record<string, string> {
  return {
    ...(rel.length > 0 ? { rel: rel.join(' ') } : {}),
    ...(rel.includes('noopener') ? { target: '_blank' } : {}),
  }
}

/** What a page may want to know of a link's document, such as to make an address of its own. */
function factsOf(target: LinkTarget): Record<string, string> {
  const { code, collection, id, name, number, slug, title } = target
  const facts = { collection, id, slug, code, number, title: title ?? name }
  return Object.fromEntries(
    Object.entries(facts)
      .filter((fact): fact is [string, string] => typeof fact[1] === 'string' && fact[1] !== '')
      .map(([fact, value]) => [`data-${fact}`, wordsOf(value)]),
  )
}

/** An address that leads to a page or a mailbox, as browsers read it; undefined for any other. */
function safeAddress(url: unknown): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  const { href, protocol } = new URL(url)
  return ['https:', 'http:', 'mailto:'].includes(protocol) ? href : undefined
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000
    ? value
    : 1
}

/** Whether there is nothing to read: the editor keeps an empty line as a paragraph. */
function isEmpty(nodes: readonly TextNode[]): boolean {
  return nodes.every((node) => !/\S/.test(wordsOf(node.text)) && isEmpty(childrenOf(node)))
}

function isNode(value: unknown): value is TextNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

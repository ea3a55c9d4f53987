import { memoize } from '../memoize.ts'
import type { VisibleContent } from './visible-content.ts'

/** A run of words as a reader sees it on one line, and where it stands. */
export interface Wording {
  path: string
  text: string
}

interface LexicalNode {
  type?: unknown
  text?: unknown
  children?: unknown
  root?: unknown
  fields?: { url?: unknown }
}

/** Nodes of rich text that stand on a line of their own. */
const blocks = new Set([
  'root',
  'paragraph',
  'heading',
  'list',
  'listitem',
  'table',
  'tablerow',
  'tablecell',
  'quote',
])

/**
 * All words of a text: each plain value, and each block of rich text as one run, because a number can be
 * half bold and is still one number to the reader. Addresses of links count as words of their own.
 *
 * Several look for something in the words of the same content, which nobody changes once it was made.
 */
export const wordsOf = memoize((content: VisibleContent): readonly Wording[] =>
  wordsIn(content.fields, ''),
)

/** Every node of every rich text, with the path of the field it is in. */
export function nodesOf(content: VisibleContent): { path: string; node: LexicalNode }[] {
  return richTextsIn(content.fields, '').flatMap(({ path, root }) =>
    descendants(root).map((node) => ({ path, node })),
  )
}

/** The words of a node and of all that is in it. */
export function wordsOfNode(node: LexicalNode): string {
  if (typeof node.text === 'string') return node.text
  if (node.type === 'linebreak' || node.type === 'tab') return ' '
  return childrenOf(node).map(wordsOfNode).join('')
}

function wordsIn(value: unknown, path: string): Wording[] {
  if (typeof value === 'string') return isId(value) ? [] : [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  const { root } = value as LexicalNode
  if (isNode(root)) return wordsInBlocks(root, path)
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, under(path, name)))
}

/** The words of a rich text, each of its blocks as one line; a value that is none has no lines. */
export function linesOf(richText: unknown): string[] {
  const root = isNode(richText) ? richText.root : undefined
  return isNode(root) ? linesIn(root) : []
}

function linesIn(node: LexicalNode): string[] {
  return descendants(node)
    .filter(({ type, children }) => blocks.has(String(type)) && Array.isArray(children))
    .map((block) => childrenOf(block).filter(({ type }) => !blocks.has(String(type))))
    .filter((inline) => inline.length > 0)
    .map((inline) => inline.map(wordsOfNode).join(''))
}

function wordsInBlocks(node: LexicalNode, path: string): Wording[] {
  const lines = linesIn(node).map((text) => ({ path, text }))
  const addresses = descendants(node).flatMap(({ fields }) =>
    typeof fields?.url === 'string' ? [{ path, text: fields.url }] : [],
  )
  return [...lines, ...addresses]
}

function richTextsIn(value: unknown, path: string): { path: string; root: LexicalNode }[] {
  if (typeof value !== 'object' || value === null) return []
  const { root } = value as LexicalNode
  if (isNode(root)) return [{ path, root }]
  return Object.entries(value).flatMap(([name, inner]) => richTextsIn(inner, under(path, name)))
}

function descendants(node: LexicalNode): LexicalNode[] {
  return [node, ...childrenOf(node).flatMap(descendants)]
}

function childrenOf(node: LexicalNode): LexicalNode[] {
  return Array.isArray(node.children) ? node.children.filter(isNode) : []
}

function isNode(value: unknown): value is LexicalNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Ids of other documents are no words, whatever digits they are made of. */
function isId(text: string): boolean {
  return /^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(text)
}

function under(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

import type { JsonValue } from '../../../content/canonical-json.ts'
import { isRecord } from '../../../content/plain-values.ts'

export type Attributes = { [name: string]: JsonValue }

/** A node of a text in the editor's form: its type, its own attributes, and what is inside it. */
export interface TreeNode {
  type: string
  attributes: Attributes
  children: TreeNode[]
}

const blockTypes = new Set([
  'paragraph',
  'heading',
  'list',
  'listitem',
  'table',
  'tablerow',
  'tablecell',
  'quote',
])

/** Whether a node stands on lines of its own. */
export function isBlock({ type }: TreeNode): boolean {
  return blockTypes.has(type)
}

/** A node as it is stored. What is damaged keeps what it has as attributes, so that nothing of it is lost. */
export function nodeOf(value: JsonValue): TreeNode {
  if (!isRecord(value)) return { type: 'damaged', attributes: { value }, children: [] }
  const { children, ...attributes } = value as Attributes
  if (!Array.isArray(children))
    return { type: typeOf(value), attributes: { ...value } as Attributes, children: [] }
  return {
    type: typeOf(value),
    attributes,
    children: withPlaces(typeOf(value), attributes, children.map(nodeOf)),
  }
}

/** The root of a text, with whatever is stored beside it; undefined for what is no text in the editor's form. */
export function rootOf(value: JsonValue | undefined): TreeNode | undefined {
  if (!isRecord(value) || !isRecord(value['root']) || !Array.isArray(value['root']['children']))
    return undefined
  const { root, ...beside } = value as Attributes
  const node = nodeOf(root!)
  const isAlone = Object.keys(beside).length === 0
  return isAlone ? node : { ...node, attributes: { ...node.attributes, beside } }
}

/**
 * Items of a list store their number. An item put in before them gives them another, which is no change of theirs:
 * a number that says what the place says counts as none.
 */
function withPlaces(type: string, { start }: Attributes, children: TreeNode[]): TreeNode[] {
  if (type !== 'list') return children
  const first = typeof start === 'number' ? start : 1
  let number = first
  return children.map((child, at) => {
    const { value } = child.attributes
    const expected = [number, at + 1, first + at]
    // Lexical does not count the items that only hold a list.
    if (child.children[0]?.type !== 'list') number += 1
    return expected.some((one) => one === value)
      ? { ...child, attributes: { ...child.attributes, value: 'its place' } }
      : child
  })
}

/** The attributes but for some. */
export function without(attributes: Attributes, names: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !names.includes(name)))
}

function typeOf({ type }: { [name: string]: unknown }): string {
  return typeof type === 'string' ? type : 'damaged'
}

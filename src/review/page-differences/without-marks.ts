import { removeMarkAttributes } from './finish.ts'
import { attribute, isElement, setChildren, type Child, type Element } from './html-tree.ts'
import { joined } from './parse-page.ts'

/**
 * The same `main` as one of the pages had it: marks, notes and what belongs to the other page taken out again. It
 * changes the tree it is given.
 */
export function withoutMarks(main: Element, side: 'before' | 'after'): Element {
  setChildren(main, joined(main.childNodes.flatMap((node) => cleaned(node, side))))
  removeMarkAttributes(main)
  return main
}

function cleaned(node: Child, side: 'before' | 'after'): Child[] {
  if (!isElement(node)) return [node]
  if (attribute(node, 'data-change-note') !== undefined) return []
  const of = attribute(node, 'data-change-side')
  if (of !== undefined && of !== side) return []
  const isMark = attribute(node, 'data-change-mark') !== undefined
  const children = node.childNodes.flatMap((child) => cleaned(child, side))
  if (isMark) return children
  setChildren(node, joined(children))
  removeMarkAttributes(node)
  return [node]
}

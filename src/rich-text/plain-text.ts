import { childrenOf, itemsOf, wordsOf, type TextNode } from './elements.ts'

/** The plain text of some blocks, one after the other. */
export type PlainOf = (nodes: readonly TextNode[]) => string

/**
 * One block of a text as plain text: blocks with an empty line after them, items with “- ” or their number,
 * the cells of a row with “ | ” between them, links as their words.
 */
export function plainTextOf(node: TextNode, plainOf: PlainOf): string {
  const children = childrenOf(node)
  switch (node.type) {
    case 'text':
      return wordsOf(node.text)
    case 'tab':
      return '\t'
    case 'linebreak':
      return '\n'
    case 'paragraph':
    case 'heading':
      return block(plainOf(children))
    case 'list':
      return block(listText(node, plainOf))
    case 'tablerow':
      return `${children.map((cell) => inOneLine(plainOf(childrenOf(cell)))).join(' | ')}\n`
    case 'table':
      return block(plainOf(children))
    default:
      return plainOf(children)
  }
}

/** A whole text, without spare space at its ends and with one empty line between blocks. */
export function tidied(text: string): string {
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function block(text: string): string {
  return text.trim() === '' ? '' : `${text.trimEnd()}\n\n`
}

function listText(list: TextNode, plainOf: PlainOf): string {
  const first = typeof list.start === 'number' ? list.start : 1
  return itemsOf(list)
    .map((item, at) => {
      const marker = list.listType === 'number' ? `${first + at}. ` : '- '
      return `${marker}${itemText(item, plainOf).replaceAll('\n', '\n  ')}`
    })
    .join('\n')
}

function itemText(item: TextNode, plainOf: PlainOf): string {
  const children = childrenOf(item)
  const lists = children.filter(({ type }) => type === 'list')
  const words = plainOf(children.filter(({ type }) => type !== 'list')).trim()
  return [words, ...lists.map((list) => plainOf([list]).trim())].filter(Boolean).join('\n')
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ')
}

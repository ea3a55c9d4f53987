import {
  attribute,
  isElement,
  isSpace,
  isText,
  isWhole,
  type Child,
  type Element,
} from './html-tree.ts'
import type { Reading } from './units.ts'

/** A word, a mark of punctuation, the white space between them, or a whole such as a picture. */
export interface Token {
  /** Tokens with the same key read the same. */
  key: string
  /** Undefined for a whole. */
  text: string | undefined
  /** What it stands in, outermost first; the same array for all of one text. */
  path: readonly Element[]
  node: Child
}

// Numbers of telephones, amounts, addresses and hyphened words are one word each.
const pieces = /[\p{L}\p{M}\p{N}]+(?:[-'’./@:,][\p{L}\p{M}\p{N}]+)*|[\t\n\f\r ]+|[\s\S]/gu

/** The tokens of words that stand together, in reading order. */
export function tokensOf(nodes: readonly Child[], reading: Reading): Token[] {
  const tokens: Token[] = []
  const read = (node: Child, path: readonly Element[]) => {
    if (isText(node))
      for (const [text] of node.value.matchAll(pieces))
        tokens.push({ key: isSpace(text) ? ' ' : text, text, path, node })
    else if (isElement(node)) {
      if (isWhole(node) || node.childNodes.length === 0)
        tokens.push({ key: keyOfWhole(node, reading), text: undefined, path, node })
      else {
        const within = [...path, node]
        for (const child of node.childNodes) read(child, within)
      }
    }
  }
  for (const node of nodes) read(node, [])
  return tokens
}

/** A picture stays the same one when it is described in other words. */
function keyOfWhole(node: Element, reading: Reading): string {
  const source = node.tagName === 'img' ? attribute(node, 'src') : undefined
  return source === undefined ? `\0${reading.idOf(node)}` : `\0img ${source}`
}

export const isSpaceToken = ({ key }: Token) => key === ' '
export const isWordToken = ({ key }: Token) => /^[\0\p{L}\p{N}]/u.test(key)

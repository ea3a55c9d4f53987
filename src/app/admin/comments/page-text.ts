import type { Stretch } from '../../../comments/quote.ts'

/** The words of a part of a page, and where each of them stands. */
export interface PageText {
  text: string
  pieces: readonly { node: Text; start: number }[]
}

/** What nobody reads as words of the text: notes of the review, and words that go. */
const left =
  '[data-comment-note], [data-change-note], [data-change-side="before"], script, style, template, noscript'

/** Elements whose words stand in a line with those around. */
const inline =
  'a, abbr, b, bdi, bdo, cite, code, data, dfn, em, i, ins, kbd, mark, q, s, samp, small, span, strong, sub, sup, time, u, var'

/** The words below an element as a reader sees them, each block a line. */
export function textOf(root: Element): PageText {
  const walker = root.ownerDocument.createTreeWalker(root, 4 /* text nodes */)
  const pieces: { node: Text; start: number }[] = []
  let text = ''
  let block: Element | null = null
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest(left) || node.data === '') continue
    const own = blockAround(node)
    if (block && own !== block) text += '\n'
    block = own
    pieces.push({ node, start: text.length })
    text += node.data
  }
  return { text, pieces }
}

function blockAround(node: Text): Element | null {
  let element = node.parentElement
  while (element?.matches(inline)) element = element.parentElement
  return element
}

/** The part of each text node that belongs to a stretch of the text. */
export function partsIn(
  { pieces }: PageText,
  { end, start }: Stretch,
): { node: Text; from: number; to: number }[] {
  return pieces.flatMap(({ node, start: at }) => {
    const from = Math.max(start - at, 0)
    const to = Math.min(end - at, node.data.length)
    return from < to ? [{ node, from, to }] : []
  })
}

/** A stretch of the text as the browser knows it, or null where it has no words. */
export function rangeOf(text: PageText, stretch: Stretch): Range | null {
  const parts = partsIn(text, stretch)
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return null
  const range = first.node.ownerDocument.createRange()
  range.setStart(first.node, first.from)
  range.setEnd(last.node, last.to)
  return range
}

/** The stretch of a text that somebody selected, or null where that holds no words. */
export function selectedIn(
  { pieces, text }: PageText,
  selection: Selection | null,
): Stretch | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const held = pieces.filter(({ node }) => range.intersectsNode(node))
  const [first] = held
  const last = held.at(-1)
  if (!first || !last) return null
  const start = first.start + (first.node === range.startContainer ? range.startOffset : 0)
  const end =
    last.start + (last.node === range.endContainer ? range.endOffset : last.node.data.length)
  return trimmed(text, { start, end })
}

function trimmed(text: string, { end, start }: Stretch): Stretch | null {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return from < to ? { start: from, end: to } : null
}

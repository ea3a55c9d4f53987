import { drawWords, type Side } from './draw-words.ts'
import { around, copyOf, type Child, type Element } from './html-tree.ts'
import { marked, noted, type Mark } from './marks.ts'
import { elementOf, type Inside, type OnlyPart, type Part } from './parts.ts'
import type { PageDifferenceWords } from './words.ts'

interface Drawing {
  side: Side
  words: PageDifferenceWords
}

/** The `main` of one page with what changed marked, or of both in one. */
export function drawMain(main: Element, compared: Inside, drawing: Drawing): Element {
  return around(main, drawInside(compared, drawing, main.tagName))
}

function drawInside(inside: Inside, drawing: Drawing, tag: string): Child[] {
  const { side, words } = drawing
  const { parts } = inside
  const result: Child[] = []
  let at = 0
  while (at < parts.length) {
    const part = parts[at]!
    if (part.kind !== 'only') {
      result.push(...drawPart(part, drawing))
      at += 1
      continue
    }
    // Neighbours of one change stand in one mark.
    const nodes: Child[] = []
    let end = at
    for (; end < parts.length; end += 1) {
      const next = parts[end]!
      if (next.kind !== 'only' || next.change !== part.change || next.side !== part.side) break
      if (side === 'together' || side === next.side) nodes.push(...drawOnly(next, drawing))
    }
    if (nodes.length > 0) result.push(...marked(nodes, markOf(part, drawing), words, tag))
    at = end
  }
  const space = side === 'before' ? inside.before.space : inside.after.space
  return [...result, ...space.map(copyOf)]
}

function drawPart(part: Exclude<Part, OnlyPart>, drawing: Drawing): Child[] {
  const { side, words } = drawing
  const unit = side === 'before' ? part.before : part.after
  const space = unit.space.map(copyOf)
  if (part.kind === 'same') return [...space, ...unit.nodes.map(copyOf)]
  if (part.kind === 'words') return [...space, ...drawWords(part, side, words)]
  const element = elementOf(unit)
  const copy = around(element, drawInside(part.inside, drawing, element.tagName))
  if (part.note) noted(copy, part.note.change, part.note.says, words)
  return [...space, copy]
}

function drawOnly({ moved, side, unit }: OnlyPart, drawing: Drawing): Child[] {
  // What was moved is shown at its old place as it was; where both are in one page, its words are marked at the new.
  const isOldPlace = drawing.side === 'together' && side === 'before'
  if (moved?.inside && moved.inside.kind !== 'only' && !isOldPlace)
    return drawPart(moved.inside, drawing)
  return [...unit.space, ...unit.nodes].map(copyOf)
}

function markOf({ change, moved, side }: OnlyPart, drawing: Drawing): Mark {
  const isGone = side === 'before'
  return {
    change,
    tag: isGone ? 'del' : 'ins',
    looks: moved ? 'moved' : isGone ? 'removed' : 'added',
    says: moved ? [moved.says] : [],
    isFolded: moved !== undefined && isGone && drawing.side === 'together',
  }
}

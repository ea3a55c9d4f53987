import { around, copyOf, makeText, type Child, type Element } from './html-tree.ts'
import { marked, type Mark } from './marks.ts'
import type { NotedStretch, WordsPart } from './parts.ts'
import type { Token } from './tokens.ts'
import type { PageDifferenceWords } from './words.ts'

export type Side = 'before' | 'after' | 'together'

interface Piece {
  path: readonly Element[]
  leaf: Child
  mark: Mark | undefined
}

/** The words of a line with what changed in them marked, as one page has them or both in one. */
export function drawWords(part: WordsPart, side: Side, words: PageDifferenceWords): Child[] {
  const pieces = part.stretches.flatMap((stretch) => piecesOf(part, stretch, side))
  const placed = side === 'together' ? place(pieces, partners(part)) : pieces
  return wrapped(drawn(placed, 0, words), words)
}

function piecesOf(part: WordsPart, stretch: NotedStretch, side: Side): Piece[] {
  const { tokens } = part
  const before = (mark?: Mark) => pieces(tokens.before, stretch.before, mark)
  const after = (mark?: Mark) => pieces(tokens.after, stretch.after, mark)
  if (stretch.kind === 'changed') {
    const change = part.change!
    const gone = { change, tag: 'del', looks: 'removed', says: [] } as const
    const come = { change, tag: 'ins', looks: 'added', says: [] } as const
    if (side === 'before') return before(gone)
    return side === 'after' ? after(come) : [...before(gone), ...after(come)]
  }
  const mark: Mark | undefined = stretch.note && {
    change: stretch.note.change,
    tag: 'span',
    looks: 'changed',
    says: stretch.note.says,
  }
  return side === 'before' ? before(mark) : after(mark)
}

/** Tokens of one text as one piece. */
function pieces(
  tokens: readonly Token[],
  [from, to]: readonly [number, number],
  mark: Mark | undefined,
): Piece[] {
  const result: Piece[] = []
  let at = from
  while (at < to) {
    const { node, path, text } = tokens[at]!
    if (text === undefined) {
      result.push({ path, leaf: copyOf(node), mark })
      at += 1
      continue
    }
    const words: string[] = []
    for (; at < to && tokens[at]!.node === node; at += 1) words.push(tokens[at]!.text!)
    result.push({ path, leaf: makeText(words.join('')), mark })
  }
  return result
}

/** Elements of the page before, and those that stand for them after. */
function partners({ tokens, stretches }: WordsPart): Map<Element, Element> {
  const found = new Map<Element, Element>()
  let last: readonly Element[] | undefined
  for (const { kind, before, after } of stretches) {
    if (kind !== 'same') continue
    for (let at = 0; at < before[1] - before[0]; at += 1) {
      const [one, other] = [tokens.before[before[0] + at]!.path, tokens.after[after[0] + at]!.path]
      if (one === last) continue
      last = one
      one.forEach((element, depth) => {
        if (!found.has(element) && other[depth]?.tagName === element.tagName)
          found.set(element, other[depth])
      })
    }
  }
  return found
}

/**
 * Gives what is gone a place among what stays: in the same link or bold words it stood in, and never a link within a
 * link.
 */
function place(all: readonly Piece[], partner: ReadonlyMap<Element, Element>): Piece[] {
  const isGone = ({ mark }: Piece) => mark?.tag === 'del'
  const nextPaths: (readonly Element[])[] = []
  let next: readonly Element[] = []
  for (let at = all.length - 1; at >= 0; at -= 1) {
    nextPaths[at] = next
    if (!isGone(all[at]!)) next = all[at]!.path
  }
  let last: readonly Element[] = []
  return all.map((piece, at) => {
    if (!isGone(piece)) {
      last = piece.path
      return piece
    }
    const around = commonPath(last, nextPaths[at]!)
    const own = piece.path.map((element) => partner.get(element) ?? element)
    if (around.every((element, depth) => own[depth] === element)) return { ...piece, path: own }
    const tags = new Set(around.map(({ tagName }) => tagName))
    const inside = own.filter((element) => !around.includes(element) && !tags.has(element.tagName))
    return { ...piece, path: [...around, ...inside] }
  })
}

function commonPath(one: readonly Element[], other: readonly Element[]): readonly Element[] {
  let depth = 0
  while (depth < one.length && one[depth] === other[depth]) depth += 1
  return one.slice(0, depth)
}

interface Drawn {
  node: Child
  /** The mark that all of it has; it is put around it by what it stands in. */
  mark: Mark | undefined
}

/** Builds elements around pieces again. An element of which all is marked alike is marked as one. */
function drawn(all: readonly Piece[], depth: number, words: PageDifferenceWords): Drawn[] {
  const result: Drawn[] = []
  let at = 0
  while (at < all.length) {
    const { leaf, mark, path } = all[at]!
    const element = path[depth]
    if (element === undefined) {
      result.push({ node: leaf, mark })
      at += 1
      continue
    }
    let end = at
    while (end < all.length && all[end]!.path[depth] === element) end += 1
    const inside = drawn(all.slice(at, end), depth + 1, words)
    const isAlike = inside.every((one) => one.mark === inside[0]?.mark)
    result.push(
      isAlike
        ? {
            node: around(
              element,
              inside.map(({ node }) => node),
            ),
            mark: inside[0]?.mark,
          }
        : { node: around(element, wrapped(inside, words)), mark: undefined },
    )
    at = end
  }
  return result
}

function wrapped(inside: readonly Drawn[], words: PageDifferenceWords): Child[] {
  const result: Child[] = []
  let at = 0
  while (at < inside.length) {
    const { mark } = inside[at]!
    let end = at
    while (end < inside.length && inside[end]!.mark === mark) end += 1
    const nodes = inside.slice(at, end).map(({ node }) => node)
    result.push(...(mark ? marked(nodes, mark, words) : nodes))
    at = end
  }
  return result
}

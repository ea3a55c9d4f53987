import type { JsonValue } from '../../../content/canonical-json.ts'
import { align, type Alignment, type Pair } from '../align.ts'
import { compareWords } from '../compare-words.ts'
import type { Effort } from '../effort.ts'
import { noWords, sumOfWords, type WordCount } from '../parts.ts'
import type { BlockChange, LookChange } from './block-change.ts'
import { attributeChanges, lookChanges } from './look-changes.ts'
import { frameChanges } from './frame-changes.ts'
import { linesOf, type Line } from './lines.ts'
import { rootOf } from './nodes.ts'
import { partsOf, wholeParts } from './parts-of.ts'

export interface RichTextCompared {
  blocks: BlockChange[]
  look: LookChange[]
  words: WordCount
}

/**
 * What differs between two texts in the editor's form, block by block; undefined when one of them is no such text.
 *
 * Items of lists and rows of tables are blocks. A block that stands elsewhere is moved, also when some of its words
 * change (see `align.ts`). In a block that changed, words are compared, then how they are set and where their links
 * lead, then all that is stored of it besides.
 */
export function compareRichText({
  before,
  after,
  effort,
}: {
  before: JsonValue | undefined
  after: JsonValue | undefined
  effort: Effort
}): RichTextCompared | undefined {
  const [left, right] = [rootOf(before), rootOf(after)]
  if ((before !== undefined && !left) || (after !== undefined && !right)) return undefined
  const [linesBefore, linesAfter] = [left ? linesOf(left) : [], right ? linesOf(right) : []]
  const alignment = align({ before: linesBefore, after: linesAfter, effort })
  const all = inReadingOrder(alignment, { before: linesBefore, after: linesAfter, effort })
  const changed = all.filter(({ change }) => change !== 'same')
  const look = left && right ? attributeChanges(left.attributes, right.attributes) : []
  return {
    blocks: withContext(all),
    look: changed.length + look.length > 0 ? look : [{ what: 'arrangement' }],
    words: sumOfWords(changed.map(({ words }) => words)),
  }
}

interface Lines {
  before: readonly Line[]
  after: readonly Line[]
  effort: Effort
}

/** Every block: those after in their order, and removed ones after what they followed. */
function inReadingOrder({ added, pairs, removed }: Alignment, lines: Lines): BlockChange[] {
  const frames = frameChanges(lines.before, lines.after, pairs)
  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]))
  const isAdded = new Set(added)
  let next = 0
  const blocks: BlockChange[] = []
  const removeUpTo = (end: number) => {
    for (; next < removed.length && removed[next]! < end; next += 1)
      blocks.push(wholeBlock(lines.before[removed[next]!]!, 'removed', removed[next]!))
  }
  lines.after.forEach((line, at) => {
    const pair = byAfter.get(at)
    if (pair?.moved === null) removeUpTo(pair.before)
    if (isAdded.has(at)) blocks.push(wholeBlock(line, 'added', at))
    else if (pair) blocks.push(keptBlock(pair, lines, frames.get(at) ?? []))
  })
  removeUpTo(Infinity)
  return blocks
}

function wholeBlock(line: Line, change: 'added' | 'removed', at: number): BlockChange {
  const place = at + 1
  return {
    change,
    block: line.shape,
    from: change === 'removed' ? place : null,
    to: change === 'added' ? place : null,
    moved: null,
    parts: wholeParts(line.runs, change),
    look: [],
    words: { ...noWords, [change]: line.words.length },
  }
}

function keptBlock(
  { after: to, before: from, moved }: Pair,
  { after, before, effort }: Lines,
  frames: readonly LookChange[],
): BlockChange {
  const [left, right] = [before[from]!, after[to]!]
  const isSame = left.key === right.key
  const { parts, words } = isSame
    ? { parts: wholeParts(right.runs, 'same'), words: noWords }
    : comparedParts(left, right, effort)
  const own = isSame ? [] : lookChanges(left, right, parts)
  const isSaid = own.length > 0 || parts.some(({ change }) => change !== 'same')
  const look: LookChange[] = [
    ...own,
    ...frames,
    // The same words, set alike, are stored in other pieces.
    ...(isSame || isSaid
      ? []
      : [{ what: 'attribute', name: 'text', from: null, to: null } as const]),
    // What became an item of a deeper list did not change itself.
    ...(isSame && left.shape.depth !== right.shape.depth
      ? [{ what: 'block', from: left.shape, to: right.shape } as const]
      : []),
  ]
  const isChanged = look.length > 0 || !isSame
  return {
    change: isChanged ? 'changed' : moved ? 'moved' : 'same',
    block: right.shape,
    from: from + 1,
    to: to + 1,
    moved,
    parts,
    look,
    words,
  }
}

function comparedParts(left: Line, right: Line, effort: Effort) {
  const { spans, words } = compareWords({ before: left.text, after: right.text, effort })
  return { parts: partsOf({ before: left.runs, after: right.runs, spans }), words }
}

/** What changed, each time with the unchanged block before it; after it, where nothing stands before. */
function withContext(blocks: readonly BlockChange[]): BlockChange[] {
  const isChanged = (at: number) => blocks[at] !== undefined && blocks[at].change !== 'same'
  return blocks.filter(
    (_block, at) => isChanged(at) || isChanged(at + 1) || (at === 1 && isChanged(0)),
  )
}

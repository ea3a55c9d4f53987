import { canonicalJson, type JsonValue } from '../../../content/canonical-json.ts'
import type { Alignable } from '../alignable.ts'
import { wordsIn } from '../tokens.ts'
import type { BlockShape, BlockKind } from './block-change.ts'
import { isBlock, type Attributes, type TreeNode } from './nodes.ts'
import { cellBorder, runsOf, type Run } from './runs.ts'

/** A list, table or other block around lines. */
export interface Frame {
  /** Tells two apart that are alike. */
  number: number
  type: string
  attributes: Attributes
}

/** A block as people see one: a paragraph, heading, item, row. */
export interface Line extends Alignable {
  shape: BlockShape
  attributes: Attributes
  runs: Run[]
  text: string
  /** What it stands in, the outermost first. */
  frames: readonly Frame[]
}

/** A map, since a text that was written elsewhere may name any type, such as `toString`. */
const kinds: ReadonlyMap<string, BlockKind> = new Map([
  ['paragraph', 'paragraph'],
  ['heading', 'heading'],
  ['listitem', 'listItem'],
  ['tablerow', 'tableRow'],
  ['quote', 'quote'],
])

/** The lines of a text in reading order. What holds no line is one itself, so that an empty list is not lost. */
export function linesOf(root: TreeNode): Line[] {
  const lines: Line[] = []
  let frames = 0
  const walk = (node: TreeNode, around: readonly Frame[]): void => {
    if (node.type === 'tablerow') return void lines.push(rowLine(node, around))
    const isOfWords = !node.children.some(isBlock)
    // Something between paragraphs that is no block, such as a picture, is shown as itself.
    if (isOfWords)
      return void lines.push(lineOf(node, isBlock(node) ? node.children : [node], around))
    frames += 1
    const here = [...around, { number: frames, type: node.type, attributes: node.attributes }]
    const within = node.type === 'listitem' ? around : here
    const words = node.children.filter((child) => !isBlock(child))
    if (words.length > 0) lines.push(lineOf(node, words, around))
    for (const child of node.children)
      if (isBlock(child)) walk(child, words.length > 0 ? within : here)
  }
  for (const child of root.children) walk(child, [])
  return lines
}

function lineOf(node: TreeNode, inline: readonly TreeNode[], frames: readonly Frame[]): Line {
  return line({ node, runs: runsOf(inline), attributes: node.attributes, frames, stored: inline })
}

function rowLine(node: TreeNode, frames: readonly Frame[]): Line {
  const runs = node.children.flatMap((cell, at): Run[] => [
    ...(at > 0 ? [{ text: cellBorder, marks: {}, breaks: 'cell' as const }] : []),
    ...runsOf([cell]),
  ])
  const cells = node.children.map(blocksIn)
  return line({
    node,
    runs,
    attributes: { ...node.attributes, cells },
    frames,
    stored: node.children,
  })
}

/** A cell and the blocks in it, without their words. */
function blocksIn(node: TreeNode): JsonValue {
  const blocks = node.children.filter(isBlock).map(blocksIn)
  return { ...node.attributes, ...(blocks.length > 0 ? { blocks } : {}) }
}

function line({
  node,
  runs,
  attributes,
  frames,
  stored,
}: {
  node: TreeNode
  runs: Run[]
  attributes: Attributes
  frames: readonly Frame[]
  stored: readonly TreeNode[]
}): Line {
  const text = runs.map((run) => run.text).join('')
  const shape = shapeOf(node, frames)
  return {
    key: canonicalJson([attributes, stored as unknown as JsonValue]),
    identity: null,
    words: wordsIn(text),
    kind: shape.kind,
    shape,
    attributes,
    runs,
    text,
    frames,
  }
}

function shapeOf({ attributes, type }: TreeNode, frames: readonly Frame[]): BlockShape {
  const lists = frames.filter((frame) => frame.type === 'list')
  const list = type === 'listitem' ? lists.at(-1)?.attributes['listType'] : undefined
  const { tag } = attributes
  return {
    kind: kinds.get(type) ?? 'other',
    level: type === 'heading' && typeof tag === 'string' ? tag : null,
    list: typeof list === 'string' ? list : null,
    depth: lists.length,
  }
}

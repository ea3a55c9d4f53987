import { isRecord } from '../../../content/plain-values.ts'
import type { LinkTarget, Mark, Marks } from '../parts.ts'
import { isBlock, without, type Attributes, type TreeNode } from './nodes.ts'

/** Words that are set alike. */
export interface Run {
  text: string
  marks: Marks
  breaks?: 'line' | 'cell'
}

/** Stands in the words of a row between its cells. No text has it: it is for private use. */
export const cellBorder = '\uE000'

/** Stands for what is among words and is none. */
const something = '\uFFFC'

/** Lexical's bits of a run of words. */
const bits: readonly [number, Mark][] = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'strikethrough'],
  [8, 'underline'],
  [16, 'code'],
  [32, 'subscript'],
  [64, 'superscript'],
]
const knownBits = 127

/** What the editor stores of every run and every link. Anything else is said. */
const usualText: Attributes = { version: 1, detail: 0, mode: 'normal', style: '' }
const usualLink: readonly string[] = ['type', 'version', 'direction', 'format', 'indent', 'fields']
const usualFields: readonly string[] = ['linkType', 'doc', 'url', 'newTab']

/** The words inside a block, set as they are set; blocks within it one line after the other. */
export function runsOf(nodes: readonly TreeNode[], around: Marks = {}): Run[] {
  return nodes.flatMap((node, at): Run[] => {
    const isNewLine = at > 0 && (isBlock(node) || isBlock(nodes[at - 1]!))
    const runs = runsIn(node, around)
    return isNewLine ? [{ text: '\n', marks: around, breaks: 'line' }, ...runs] : runs
  })
}

function runsIn(node: TreeNode, around: Marks): Run[] {
  if (node.type === 'text' && typeof node.attributes['text'] === 'string')
    return [{ text: node.attributes['text'], marks: { ...around, ...marksOf(node, around) } }]
  if (node.type === 'linebreak' || node.type === 'tab') {
    const more = without(node.attributes, ['type', 'version'])
    const marks = node.type === 'tab' ? around : withOther(around, more)
    return node.type === 'tab'
      ? [{ text: '\t', marks }]
      : [{ text: '\n', marks, breaks: 'line' as const }]
  }
  if (node.type === 'link' || node.type === 'autolink') {
    const marks = withLink(node, around)
    const runs = runsOf(node.children, marks)
    // A link without words is seen by nobody, and is not forgotten for it.
    return runs.some(({ text }) => text !== '') ? runs : [{ text: something, marks }]
  }
  if (isBlock(node)) return runsOf(node.children, around)
  const marks = withOther(around, node.attributes)
  return node.children.length > 0 ? runsOf(node.children, marks) : [{ text: something, marks }]
}

function marksOf({ attributes }: TreeNode, around: Marks): Marks {
  const { format } = attributes
  const more = without(attributes, ['type', 'text', 'format'])
  const isBits = typeof format === 'number' && Number.isInteger(format) && format >= 0
  const set = isBits ? bits.filter(([bit]) => format & bit) : []
  const marks: Marks = Object.fromEntries(set.map(([, mark]) => [mark, true]))
  const unknown = isBits ? format & ~knownBits : (format ?? 'none')
  const isUsual =
    Object.keys(more).length === Object.keys(usualText).length &&
    Object.entries(usualText).every(([name, value]) => more[name] === value)
  const other = { ...(isUsual ? {} : more), ...(unknown === 0 ? {} : { format: unknown }) }
  return Object.keys(other).length === 0
    ? marks
    : { ...marks, other: { ...around.other, ...other } }
}

function withLink({ attributes }: TreeNode, around: Marks): Marks {
  const { fields, ...more } = attributes
  const unusual = Object.entries(isRecord(fields) ? fields : { fields: fields ?? null }).filter(
    ([name]) => !usualFields.includes(name),
  )
  const link = targetOf(isRecord(fields) ? fields : {})
  const leadsNowhere = link.document === null && link.url === null
  const other = {
    ...without(more, usualLink),
    ...Object.fromEntries(unusual),
    ...(leadsNowhere ? { fields: fields ?? null } : {}),
  } as Attributes
  return withOther({ ...around, link }, other)
}

function targetOf({ doc, linkType, newTab, url }: Record<string, unknown>): LinkTarget {
  const named = isRecord(doc) ? doc : {}
  const [collection, id] = [named['relationTo'], named['value']]
  const isInside =
    linkType === 'internal' && typeof collection === 'string' && typeof id === 'string'
  return {
    document: isInside ? { collection, id } : null,
    url: !isInside && typeof url === 'string' ? url : null,
    newTab: newTab === true,
  }
}

function withOther(marks: Marks, other: Attributes): Marks {
  return Object.keys(other).length === 0 ? marks : { ...marks, other: { ...marks.other, ...other } }
}

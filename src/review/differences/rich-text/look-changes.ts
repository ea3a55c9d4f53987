import type { JsonValue } from '../../../content/canonical-json.ts'
import type { LinkTarget, Mark, Marks, Part } from '../parts.ts'
import { isSame, valueIn } from '../same.ts'
import type { BlockShape, LookChange } from './block-change.ts'
import type { Line } from './lines.ts'
import type { Attributes } from './nodes.ts'

const markNames: readonly Mark[] = [
  'bold',
  'italic',
  'strikethrough',
  'underline',
  'code',
  'subscript',
  'superscript',
]

/** What changes about a block besides its words. */
export function lookChanges(before: Line, after: Line, parts: readonly Part[]): LookChange[] {
  const isOther = !isSameShape(before.shape, after.shape)
  const saidByShape = isOther ? ['type', 'tag', 'value', 'listType'] : ['type']
  return [
    ...(isOther ? [{ what: 'block' as const, from: before.shape, to: after.shape }] : []),
    ...wordsSetOtherwise(parts),
    ...attributeChanges(before.attributes, after.attributes, saidByShape),
  ]
}

/** What changes about the attributes of a block, list or text, but for those that are said otherwise. */
export function attributeChanges(
  before: Attributes,
  after: Attributes,
  said: readonly string[] = [],
): LookChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !said.includes(name))
    .flatMap((name): LookChange[] => {
      const [from, to] = [valueIn(before, name), valueIn(after, name)]
      return isSame(from, to)
        ? []
        : [{ what: 'attribute', name, from: from ?? null, to: to ?? null }]
    })
}

/** A list may change its kind; what kind an item is of follows from that. */
function isSameShape(one: BlockShape, other: BlockShape): boolean {
  return one.kind === other.kind && one.level === other.level && one.depth === other.depth
}

/** Words that are half bold are set otherwise in two parts next to each other, and are one change. */
function wordsSetOtherwise(parts: readonly Part[]): LookChange[] {
  const found: LookChange[] = []
  let ofLastPart: LookChange[] = []
  for (const { marks, marksBefore, text } of parts) {
    const own = marksBefore ? setOtherwise(marksBefore, marks, text) : []
    ofLastPart = own.map((one) => {
      const begun = ofLastPart.find((last) => isLike(last, one))
      if (!begun) found.push(one)
      else if ('text' in begun) begun.text += text
      return begun ?? one
    })
  }
  return found
}

function setOtherwise(before: Marks, after: Marks, text: string): LookChange[] {
  const marks = markNames
    .filter((mark) => before[mark] !== after[mark])
    .map((mark) => ({ what: 'mark' as const, mark, text, isSet: after[mark] === true }))
  const [from, to]: (LinkTarget | null)[] = [before.link ?? null, after.link ?? null]
  return [
    ...marks,
    ...(isSame(asJson(from), asJson(to))
      ? []
      : [{ what: 'link' as const, text, from: from!, to: to! }]),
    ...attributeChanges(before.other ?? {}, after.other ?? {}),
  ]
}

function isLike(one: LookChange, other: LookChange): boolean {
  return isSame(asJson({ ...one, text: '' }), asJson({ ...other, text: '' }))
}

/** What is made of JSON alone, but has a type of its own. */
function asJson(value: object | null | undefined): JsonValue {
  return (value ?? null) as JsonValue
}

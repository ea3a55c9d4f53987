import { compareWords } from './compare-words.ts'
import type { Place, TextChange } from './change.ts'
import type { Effort } from './effort.ts'
import type { Part } from './parts.ts'

/** What differs between two plain texts. */
export function compareText({
  before,
  after,
  place,
  effort,
}: {
  before: string | undefined
  after: string | undefined
  place: Place
  effort: Effort
}): TextChange {
  const [left, right] = [before ?? '', after ?? '']
  const { spans, words } = compareWords({ before: left, after: right, effort })
  const parts = spans.map((span): Part => {
    const [text, start] = span.in === 'before' ? [left, span.before] : [right, span.after]
    const change = span.in === 'both' ? 'same' : span.in === 'before' ? 'removed' : 'added'
    return { text: text.slice(start, start + span.length), change, marks: {} }
  })
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  return { ...place, kind: 'text', change, parts, words }
}

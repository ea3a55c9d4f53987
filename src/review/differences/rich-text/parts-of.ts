import type { JsonValue } from '../../../content/canonical-json.ts'
import type { Span } from '../compare-words.ts'
import { isSame } from '../same.ts'
import type { Marks, Part } from '../parts.ts'
import { cellBorder, type Run } from './runs.ts'

/** The parts of a text that is all new, or all gone. */
export function wholeParts(runs: readonly Run[], change: Part['change']): Part[] {
  return runs.filter(({ text }) => text !== '').map((run) => part(run, run.text, change))
}

/** The parts of two texts, from the spans of their words: a new part wherever words are set otherwise. */
export function partsOf({
  before,
  after,
  spans,
}: {
  before: readonly Run[]
  after: readonly Run[]
  spans: readonly Span[]
}): Part[] {
  const [left, right] = [new Reader(before), new Reader(after)]
  return spans.flatMap((span): Part[] => {
    if (span.in === 'before')
      return left.take(span.length).map(([run, text]) => part(run, text, 'removed'))
    if (span.in === 'after')
      return right.take(span.length).map(([run, text]) => part(run, text, 'added'))
    return sameParts(left.take(span.length), right.take(span.length))
  })
}

type Piece = [run: Run, text: string]

/** Two lists of pieces of the same words, cut where either is. */
function sameParts(left: readonly Piece[], right: readonly Piece[]): Part[] {
  const parts: Part[] = []
  let [at, used] = [0, 0]
  for (const [run, text] of right)
    for (let done = 0; done < text.length;) {
      const [old, oldText] = left[at]!
      const length = Math.min(text.length - done, oldText.length - used)
      const one = part(run, text.slice(done, done + length), 'same')
      parts.push(isSetAlike(old, run) ? one : { ...one, marksBefore: old.marks })
      done += length
      used += length
      if (used === oldText.length) [at, used] = [at + 1, 0]
    }
  return joinedParts(parts)
}

/** Two runs may be set alike, such as one that was stored in two halves. */
function joinedParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const one of parts) {
    const last = joined.at(-1)
    const isSetAsLast =
      last &&
      !one.breaks &&
      !last.breaks &&
      sameMarks(last.marks, one.marks) &&
      sameMarks(last.marksBefore, one.marksBefore)
    if (isSetAsLast) last.text += one.text
    else joined.push({ ...one })
  }
  return joined
}

function isSetAlike(one: Run, other: Run): boolean {
  return one.breaks === other.breaks && sameMarks(one.marks, other.marks)
}

function sameMarks(one: Marks | undefined, other: Marks | undefined): boolean {
  return one === other || isSame(one as JsonValue | undefined, other as JsonValue | undefined)
}

function part({ breaks, marks }: Run, text: string, change: Part['change']): Part {
  const shown = breaks === 'cell' && text === cellBorder ? ' | ' : text
  return { text: shown, change, marks, ...(breaks ? { breaks } : {}) }
}

/** Reads runs from the beginning, some characters at a time. */
class Reader {
  readonly #runs: readonly Run[]
  #run = 0
  #used = 0

  constructor(runs: readonly Run[]) {
    this.#runs = runs
  }

  take(length: number): Piece[] {
    const pieces: Piece[] = []
    for (let left = length; left > 0;) {
      const run = this.#runs[this.#run]!
      const text = run.text.slice(this.#used, this.#used + left)
      if (text !== '') pieces.push([run, text])
      left -= text.length
      this.#used += text.length
      if (this.#used === run.text.length) [this.#run, this.#used] = [this.#run + 1, 0]
    }
    return pieces
  }
}

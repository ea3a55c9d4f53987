import { align } from './align.ts'
import { compareWords, Effort } from './compare-words.ts'
import { isWhole, type Element } from './html-tree.ts'
import { differencesOf, formatDifferences } from './notes.ts'
import {
  type Change,
  type Inside,
  type Note,
  type NotedStretch,
  type OnlyPart,
  type Part,
} from './parts.ts'
import { tokensOf, type Token } from './tokens.ts'
import { Reading, type Unit } from './units.ts'
import type { PageDifferenceWords } from './words.ts'

/** Steps that comparing the words of a page may take: about three seconds of them. */
const mostSteps = 20_000_000

/** Compares two pages block by block. What it found only on one of them it keeps, for what may have been moved. */
export class Comparison {
  readonly #reading = new Reading()
  readonly #effort = new Effort(mostSteps)
  readonly #words: PageDifferenceWords
  readonly only: OnlyPart[] = []

  constructor(words: PageDifferenceWords) {
    this.#words = words
  }

  pages(before: Element, after: Element): Inside {
    this.#reading.read(before)
    this.#reading.read(after)
    return this.#inside(before, after)
  }

  /** Two blocks that belong together. */
  pair(before: Unit, after: Unit): Part {
    if (before.id === after.id) return { kind: 'same', before, after }
    if (!before.element || !after.element) return this.#line(before, after)
    if (isWhole(before.element) || isWhole(after.element)) return this.#line(before, after)
    const says = differencesOf(before.element, after.element, this.#words)
    return {
      kind: 'both',
      before,
      after,
      note: says.length > 0 ? { change: newChange('changed'), says } : undefined,
      inside: this.#inside(before.element, after.element),
    }
  }

  #inside(before: Element, after: Element): Inside {
    const [b, a] = [this.#reading.unitsOf(before), this.#reading.unitsOf(after)]
    const parts = align(b.list, a.list).flatMap(([one, other]) => {
      if (one && other) return [this.pair(one, other)]
      return one ? [this.#only('before', one)] : [this.#only('after', other!)]
    })
    return { parts, before: b, after: a }
  }

  #only(side: OnlyPart['side'], unit: Unit): OnlyPart {
    const change = newChange(side === 'before' ? 'removed' : 'added')
    const part: OnlyPart = { kind: 'only', side, unit, change, moved: undefined }
    this.only.push(part)
    return part
  }

  #line(before: Unit, after: Unit): Part {
    const tokens = {
      before: tokensOf(before.nodes, this.#reading),
      after: tokensOf(after.nodes, this.#reading),
    }
    const compared = compareWords(tokens.before, tokens.after, this.#effort)
    const change = newChange('changed')
    const stretches = compared.flatMap((one): NotedStretch[] =>
      one.kind === 'same' ? this.#noted(one, tokens, change) : [one],
    )
    const isSeen = stretches.some(({ kind, note }) => kind === 'changed' || note)
    return { kind: 'words', before, after, tokens, stretches, change: isSeen ? change : undefined }
  }

  /** Words that stay, cut where something about them is different. */
  #noted(
    stretch: NotedStretch,
    tokens: { before: readonly Token[]; after: readonly Token[] },
    change: Change,
  ): NotedStretch[] {
    const result: NotedStretch[] = []
    const known = new Map<string, Note | undefined>()
    const notes = new Map<string, Note>()
    const numbers = new Map<readonly Element[], number>()
    const [b, a] = [stretch.before[0], stretch.after[0]]
    let last: { key: string; from: number } | undefined
    const end = (to: number) => {
      if (!last || last.from === to) return
      const note = known.get(last.key)
      result.push({
        kind: 'same',
        before: [b + last.from, b + to],
        after: [a + last.from, a + to],
        ...(note ? { note } : {}),
      })
    }
    const length = stretch.before[1] - b
    for (let at = 0; at < length; at += 1) {
      const [one, other] = [tokens.before[b + at]!, tokens.after[a + at]!]
      const isWords = one.text !== undefined
      const key = isWords
        ? `${numberOf(one.path, numbers)} ${numberOf(other.path, numbers)}`
        : `${at}`
      if (!known.has(key)) {
        const says = formatDifferences(one, other, this.#words)
        // What says the same of two words that stand together is one note, though one of them is bold.
        const note = notes.get(says.join('\n')) ?? { change, says }
        notes.set(says.join('\n'), note)
        known.set(key, says.length > 0 ? note : undefined)
      }
      if (last?.key === key || (last && known.get(last.key) === known.get(key))) continue
      end(at)
      last = { key, from: at }
    }
    end(length)
    return result
  }
}

export function newChange(kind: Change['kind']): Change {
  return { id: '', kind, words: '' }
}

function numberOf(path: readonly Element[], numbers: Map<readonly Element[], number>): number {
  const known = numbers.get(path) ?? numbers.size
  numbers.set(path, known)
  return known
}

import { attribute, firstUnder, isElement, lineOf, type Element } from './html-tree.ts'
import { firstWords, shorten } from './notes.ts'
import {
  type Change,
  type Inside,
  type NotedStretch,
  type OnlyPart,
  type Part,
  type WordsPart,
} from './parts.ts'
import type { Token } from './tokens.ts'
import type { Unit } from './units.ts'
import type { PageDifferenceWords } from './words.ts'

const longestLine = 150

/**
 * Walks through what was compared in the order of the page: joins changes that are one to whoever reads, numbers them,
 * says in a line what each is about, and where moved blocks come from.
 */
export function describe(compared: Inside, words: PageDifferenceWords): Change[] {
  const walk = new Walk(words)
  walk.inside(compared)
  walk.finish()
  return walk.changes
}

class Walk {
  readonly changes: Change[] = []
  readonly #words: PageDifferenceWords
  readonly #sameWords = new Map<string, Change>()
  readonly #stood = new Map<OnlyPart, string>()
  /** In how many places the same edit was made, where it is more than one. */
  readonly #places = new Map<Change, number>()
  readonly #news = new Map<Change, Unit>()
  #heading = ''

  constructor(words: PageDifferenceWords) {
    this.#words = words
  }

  inside({ parts }: Inside): void {
    joinNeighbours(parts)
    for (const part of parts)
      if (part.kind === 'only' && part.side === 'after') this.#news.set(part.change, part.unit)
    parts.forEach((part, at) => {
      if (part.kind === 'only' && part.moved) this.#stood.set(part, this.#place(parts, at, part))
      this.#part(part)
    })
  }

  /** Says what is only known at the end of the page. */
  finish(): void {
    for (const [change, places] of this.#places)
      change.words = `${change.words} ${this.#words.inPlaces(places)}`
    for (const [part, place] of this.#stood) {
      const other = part.moved!.to
      other.moved!.says =
        other.side === 'after'
          ? this.#words.movedFrom(place)
          : this.#words.movedTo(titleOf(other.unit, 50), place)
    }
  }

  #part(part: Part): void {
    if (part.kind === 'words') return this.#wordsPart(part)
    if (part.kind === 'only') return this.#only(part)
    const read = part.after
    if (part.kind === 'same') return this.#meet(read)
    const outer = this.#heading
    const heading = headingIn(read)
    if (heading !== undefined) this.#heading = heading
    if (part.note) this.#number(part.note.change, part.note.says.join('; '), titleOf(read, 40))
    this.inside(part.inside)
    // What follows a block is not about the headings in it, but for the head of the page and headings themselves.
    if (!keepsHeading.has(read.sort)) this.#heading = outer
  }

  #only(part: OnlyPart): void {
    if (part.moved && part.side === 'before') return
    const by = this.#rewrittenBy(part)
    this.#number(
      part.change,
      by ? arrow(titleOf(part.unit, 45), titleOf(by, 45)) : titleOf(part.unit),
    )
    const inside = part.moved?.inside
    if (inside) this.#part(inside)
    else if (part.side === 'after') this.#meet(part.unit)
  }

  /** What stands in the place of a block that goes. */
  #rewrittenBy({ change, side }: OnlyPart): Unit | undefined {
    return change.kind === 'changed' && side === 'before' ? this.#news.get(change) : undefined
  }

  #wordsPart(part: WordsPart): void {
    if (!part.change) return
    const edit = editOf(part)
    const known = edit === undefined ? undefined : this.#sameWords.get(edit)
    if (known) {
      part.change = known
      this.#places.set(known, (this.#places.get(known) ?? 1) + 1)
      return
    }
    if (edit !== undefined) this.#sameWords.set(edit, part.change)
    this.#number(part.change, sayWords(part))
  }

  /** @param what the change is, @param at what, where the heading does not say */
  #number(change: Change, what: string, at = ''): void {
    if (change.id !== '') return
    change.id = String(this.changes.length + 1)
    const heading = shorten(this.#heading, 50)
    const where = [heading, at === this.#heading ? '' : at].filter(
      (one) => one !== '' && one !== what,
    )
    change.words = shorten(
      [...where, what].filter(Boolean).join(': '),
      longestLine + heading.length,
    )
    this.changes.push(change)
  }

  /** A heading is what follows is about. */
  #meet(unit: Unit): void {
    const heading = keepsHeading.has(unit.sort) ? headingIn(unit) : undefined
    if (heading !== undefined) this.#heading = heading
  }

  #place(parts: readonly Part[], at: number, part: OnlyPart): string {
    for (let one = at - 1; one >= 0; one -= 1) {
      const unit = unitOn(part.side, parts[one]!)
      const line = unit && titleOf(unit, 50)
      if (line) return this.#words.after(line)
    }
    return this.#heading === '' ? this.#words.beginning : this.#words.beginningOf(this.#heading)
  }
}

function unitOn(side: OnlyPart['side'], part: Part): Unit | undefined {
  if (part.kind === 'only') return part.side === side && !part.moved ? part.unit : undefined
  return part[side]
}

/** Blocks that go or come one after the other are one change; one that goes where one comes is rewritten. */
function joinNeighbours(parts: readonly Part[]): void {
  let last: OnlyPart | undefined
  let count = 0
  for (const part of parts) {
    if (part.kind !== 'only' || part.moved) {
      last = undefined
      continue
    }
    count = last?.side === part.side ? count + 1 : 1
    if (last?.side === part.side) part.change = last.change
    else if (last?.side === 'before' && last.unit.sort === part.unit.sort && count === 1) {
      part.change = last.change
      part.change.kind = 'changed'
    }
    last = part
  }
}

/**
 * What an edit of words says, to know the same edit in another place: a title stands in many. A word that comes in or
 * is left out means something else in every sentence, and is the same edit only where the whole line is the same.
 */
function editOf({ stretches, tokens }: WordsPart): string | undefined {
  const changed = stretches.filter(({ kind }) => kind === 'changed')
  const edits = changed.map(({ before, after }) => [
    textOf(tokens.before, before).trim(),
    textOf(tokens.after, after).trim(),
  ])
  if (changed.length === 0 || stretches.some(({ note }) => note)) return undefined
  const isReplaced = edits.every(([was, is]) => was !== '' && is !== '')
  return JSON.stringify(isReplaced ? edits : [edits, lineAround(tokens, changed[0]!)])
}

/** All words of the element that a change is in. */
function lineAround(tokens: WordsPart['tokens'], { before, after }: NotedStretch): string {
  const [here] = [...tokens.after.slice(...after), ...tokens.before.slice(...before)]
  const side = after[0] < after[1] ? tokens.after : tokens.before
  const line = side.filter(({ path }) => path === here?.path)
  return textOf(line, [0, line.length]).trim()
}

/** “Within 21 → 30 days of”: the first words that changed, among their neighbours. */
function sayWords({ stretches, tokens }: WordsPart): string {
  const at = stretches.findIndex(({ kind, note }) => kind === 'changed' || note)
  const first = stretches[at]!
  const rest = stretches.slice(at + 1).some(({ kind, note }) => kind === 'changed' || note)
  const [from, to] = first.after
  const lead = spaced(tokens.after, Math.max(0, from - 6), from)
  const tail = spaced(tokens.after, to, to + 6)
  const middle = first.note
    ? `“${shorten(textOf(tokens.after, first.after).trim(), 30)}” ${first.note.says.join('; ')}`
    : arrow(textOf(tokens.before, first.before), textOf(tokens.after, first.after))
  const line = first.note ? middle : `${lead} ${middle} ${tail}`
  return `${line.replace(/\s+/g, ' ').trim()}${rest ? ' …' : ''}`
}

function arrow(before: string, after: string): string {
  const [was, is] = [shorten(before.trim(), 40), shorten(after.trim(), 40)]
  if (was === '') return `[+ ${is}]`
  if (is === '') return `[− ${was}]`
  return `[${was} → ${is}]`
}

/** Words with a space between those of two elements, which a line of its own or a margin keeps apart. */
function spaced(tokens: WordsPart['tokens']['after'], from: number, to: number): string {
  const near = tokens.slice(from, to)
  const texts = near.map((token, at) =>
    at > 0 && near[at - 1]!.path !== token.path ? ` ${wordsOf(token)}` : wordsOf(token),
  )
  return texts.join('')
}

function textOf(
  tokens: WordsPart['tokens']['after'],
  [from, to]: readonly [number, number],
): string {
  let text = ''
  for (let at = from; at < to && text.length < 4_000; at += 1) text += wordsOf(tokens[at]!)
  return text
}

/** A token's words; for a drawing or a picture what it is called. */
function wordsOf({ node, text }: Token): string {
  if (text !== undefined) return text
  return isElement(node) && node.tagName !== 'br' ? ` ${nameOf(node)} ` : ' '
}

/** What something without words is called. */
function nameOf(element: Element): string {
  const title = firstUnder(element, ({ tagName }) => tagName === 'title')
  const named = attribute(element, 'alt') ?? attribute(element, 'aria-label')
  return named ?? (title ? lineOf(title.childNodes, 60) : `<${element.tagName}>`)
}

const keepsHeading = new Set(['header', 'line', 'dt', 'summary'])
const lists = new Set(['ul', 'ol', 'dl', 'table', 'tbody'])
const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName)

/** The heading that a block is or begins with. */
function headingIn({ element }: Unit): string | undefined {
  let node: Element | undefined = element
  // The first item of a list does not say what the others are about.
  for (let depth = 0; node && depth < 6 && !lists.has(node.tagName); depth += 1) {
    if (isHeading(node) || node.tagName === 'dt') return lineOf([node], 120)
    node = node.childNodes.find(isElement)
  }
  return undefined
}

/** What a block is known by: a heading in it, or its first words. */
function titleOf({ element, nodes }: Unit, longest = 70): string {
  const heading = element && (isHeading(element) ? element : firstUnder(element, isHeading))
  const line = firstWords(heading ? [heading] : nodes, longest)
  return line === '' && element ? nameOf(element) : line
}

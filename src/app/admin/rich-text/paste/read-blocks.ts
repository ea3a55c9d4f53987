import { pastedAddress } from './addresses.ts'
import { tidied, type Block, type Cell, type Run } from './blocks.ts'
import {
  headingLevel,
  isBlock,
  isDropped,
  isLayout,
  isListMark,
  isNumber,
  lookWithin,
  nameOf,
  wordListLevel,
} from './looks.ts'

/** What is read of one paste: more than any page has, and little enough to be pasted at once. */
export const mostRead = { nodes: 20_000, depth: 200, characters: 300_000 } as const

/** What is read of a paste. */
export interface Reading {
  blocks: Block[]
  /** Whether there was more. */
  isCut: boolean
}

/** Where words go: into a paragraph, a heading or an item of a list. */
type Place = Exclude<Block, { kind: 'table' }>

interface Context {
  bold: boolean
  italic: boolean
  href: string | null
  /** How many elements are around. */
  depth: number
  /** Where the words of this block go. */
  place: Place
  list: { ordered: boolean; level: number } | null
  isInTable: boolean
}

/**
 * Reads what the editor offers out of HTML of any origin: paragraphs, headings, lists, tables, links, bold and
 * italic. Everything else leaves its words behind, or nothing: see `looks.ts`. The HTML is only read, so it has to
 * be one that nothing runs in.
 */
export function readBlocks(body: Element): Reading {
  const reader = new Reader()
  reader.readAll(body, {
    bold: false,
    italic: false,
    href: null,
    depth: 0,
    place: paragraph(),
    list: null,
    isInTable: false,
  })
  return { blocks: reader.blocks, isCut: reader.isCut }
}

class Reader {
  blocks: Block[] = []
  isCut = false
  #nodes = 0
  #characters = 0
  #runs: Run[] = []

  readAll(body: Element, context: Context): void {
    this.#readWithin(body, context)
    this.#flush(context.place)
  }

  #readWithin(element: Element, context: Context): void {
    const within = { ...context, depth: context.depth + 1 }
    for (const node of element.childNodes) {
      this.#nodes += 1
      if (this.#nodes > mostRead.nodes || this.#characters > mostRead.characters)
        return void (this.isCut = true)
      if (node.nodeType === 3) this.#readWords(node.nodeValue ?? '', within)
      else if (node.nodeType === 1) this.#readElement(node as Element, within)
    }
  }

  #readWords(words: string, { bold, italic, href, place }: Context): void {
    this.#characters += words.length
    // A heading looks like one; programs make its words bold besides.
    this.#runs.push({ words, bold: bold && place.kind !== 'heading', italic, href })
  }

  #readElement(element: Element, context: Context): void {
    if (isDropped(element)) return
    if (context.depth > mostRead.depth) return void (this.isCut = true)
    const name = nameOf(element)
    if (isListMark(element)) {
      const { place } = context
      if (place.kind === 'item') place.ordered = isNumber(element.textContent ?? '')
      return
    }
    if (name === 'br') this.#runs.push('line end')
    else if (name === 'table' && !context.isInTable && !isLayout(element))
      this.#readTable(element, context)
    else if (isBlock(element) || headingLevel(element) !== null) this.#readBlock(element, context)
    else
      this.#readWithin(element, {
        ...lookWithin(element, context),
        href: name === 'a' ? pastedAddress(element.getAttribute('href')) : context.href,
      })
  }

  /** What stands on lines of its own: the words before it and after it are none of it. */
  #readBlock(element: Element, context: Context): void {
    this.#flush(context.place)
    const name = nameOf(element)
    const within = { ...lookWithin(element, context), ...this.#placeOf(element, context) }
    if (name === 'ul' || name === 'ol')
      within.list = { ordered: name === 'ol', level: (context.list?.level ?? 0) + 1 }
    this.#readWithin(element, within)
    this.#flush(within.place)
  }

  #placeOf(element: Element, { list, place }: Context): { place: Place } {
    const name = nameOf(element)
    const level = headingLevel(element)
    if (level !== null) return { place: { kind: 'heading', level, runs: [] } }
    const ofWord = wordListLevel(element)
    if (ofWord !== null) return { place: { kind: 'item', level: ofWord, ordered: false, runs: [] } }
    if (name === 'li') {
      // Word in a browser gives every item a list of its own, and says how deep it is meant.
      const given = Number(element.getAttribute('data-aria-level') ?? 0)
      const { level: depth, ordered } = list ?? { level: 1, ordered: false }
      return { place: { kind: 'item', level: Math.max(depth, given || 0), ordered, runs: [] } }
    }
    // A paragraph of an item belongs to it; any other begins anew.
    return { place: place.kind === 'item' && list ? place : paragraph() }
  }

  #readTable(table: Element, context: Context): void {
    this.#flush(context.place)
    const caption = table.querySelector('caption')
    if (caption) this.#readBlock(caption, { ...context, place: paragraph() })
    const rows = [...table.querySelectorAll('tr')]
      .filter((row) => row.closest('table') === table)
      .map((row) => this.#cellsOf(row, context))
      .filter((cells) => cells.length > 0)
    if (rows.length > 0) this.blocks.push({ kind: 'table', rows })
  }

  #cellsOf(row: Element, context: Context): Cell[] {
    const inHead = row.parentElement !== null && nameOf(row.parentElement) === 'thead'
    return [...row.children]
      .filter((cell) => ['td', 'th'].includes(nameOf(cell)) && !isDropped(cell))
      .map((cell) => {
        const around = this.blocks
        this.blocks = []
        const place = paragraph()
        const isHeading = inHead || nameOf(cell) === 'th'
        this.#readWithin(cell, { ...context, list: null, place, isInTable: true })
        this.#flush(place)
        const blocks = this.blocks
        this.blocks = around
        const [columns, rows] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')]
        return { isHeading, columns, rows, blocks }
      })
  }

  /** Words that were read since the last block become one, or another line of the item they belong to. */
  #flush(place: Place): void {
    const runs = tidied(this.#runs)
    this.#runs = []
    if (runs.length === 0) return
    if (place.kind === 'paragraph')
      return void this.blocks.push(...parts(runs).map((part) => ({ ...place, runs: part })))
    if (place.kind === 'heading') return void this.blocks.push({ ...place, runs })
    if (place.runs.length === 0) this.blocks.push(place)
    else place.runs.push('line end')
    place.runs.push(...runs)
  }
}

/** Paragraphs that are told apart by an empty line alone. */
function parts(runs: readonly Run[]): Run[][] {
  const found: Run[][] = [[]]
  runs.forEach((run, index) => {
    const isEmptyLine = run === 'line end' && runs[index - 1] === 'line end'
    if (isEmptyLine) found.push([])
    else found.at(-1)!.push(run)
  })
  return found.map(tidied).filter((part) => part.length > 0)
}

function paragraph(): Place {
  return { kind: 'paragraph', runs: [] }
}

function spanOf(cell: Element, name: string): number {
  const span = Number(cell.getAttribute(name))
  return Number.isInteger(span) && span > 1 ? Math.min(span, 50) : 1
}

import type { Block, Cell, Run } from './blocks.ts'

type Item = Extract<Block, { kind: 'item' }>

/** Deepest list inside lists: a text in the editor holds no more. */
const deepestList = 6

/**
 * Writes blocks as the plain HTML that the editor reads: `p`, `h3`, `h4`, lists, tables, links, bold and italic,
 * without a style or class.
 *
 * The highest headings of the paste become `h3`, all others `h4`; where the highest was an `h4` already, all do.
 *
 * @param document makes the elements; nothing of it is changed
 */
export function writeBlocks(blocks: readonly Block[], document: Document): HTMLElement[] {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
  return new Writer(
    document,
    levels.reduce((one, other) => Math.min(one, other), 6),
  ).write(blocks)
}

class Writer {
  constructor(
    readonly document: Document,
    readonly highest: number,
  ) {}

  write(blocks: readonly Block[]): HTMLElement[] {
    const written: HTMLElement[] = []
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at]!
      if (block.kind !== 'item') {
        written.push(this.#block(block))
        continue
      }
      const items = itemsFrom(blocks, at)
      written.push(...this.#lists(items, 1))
      at += items.length - 1
    }
    return written
  }

  #block(block: Exclude<Block, Item>): HTMLElement {
    if (block.kind === 'table') return this.#table(block.rows)
    return this.#element(this.#nameOf(block), this.#inline(block.runs))
  }

  #nameOf(block: Exclude<Block, Item | { kind: 'table' }>): string {
    if (block.kind === 'paragraph') return 'p'
    return block.level === this.highest && block.level <= 3 ? 'h3' : 'h4'
  }

  /** Lists of items that follow each other: those of a deeper level are in the item before them. */
  #lists(items: readonly Item[], depth: number): HTMLElement[] {
    const lists: HTMLElement[] = []
    const shallowest = items.reduce((least, { level }) => Math.min(least, level), Infinity)
    for (let at = 0; at < items.length; at += 1) {
      const item = items[at]!
      const name = item.ordered ? 'ol' : 'ul'
      if (lists.at(-1)?.tagName.toLowerCase() !== name) lists.push(this.#element(name, []))
      const entry = this.#element('li', this.#inline(item.runs))
      lists.at(-1)!.append(entry)
      if (depth >= deepestList) continue
      const deeper = items.slice(at + 1, endOfDeeper(items, at, Math.max(item.level, shallowest)))
      if (deeper.length > 0) entry.append(...this.#lists(deeper, depth + 1))
      at += deeper.length
    }
    return lists
  }

  #table(rows: readonly Cell[][]): HTMLElement {
    const body = rows.map((cells) =>
      this.#element(
        'tr',
        cells.map((cell) => this.#cell(cell)),
      ),
    )
    return this.#element('table', [this.#element('tbody', body)])
  }

  #cell({ isHeading, columns, rows, blocks }: Cell): HTMLElement {
    const cell = this.#element(isHeading ? 'th' : 'td', this.write(blocks))
    if (columns > 1) cell.setAttribute('colspan', String(columns))
    if (rows > 1) cell.setAttribute('rowspan', String(rows))
    return cell
  }

  #inline(runs: readonly Run[]): Node[] {
    return runs.map((run) => {
      if (run === 'line end') return this.#element('br', [])
      let node: Node = this.document.createTextNode(run.words)
      if (run.italic) node = this.#element('em', [node])
      if (run.bold) node = this.#element('strong', [node])
      if (run.href === null) return node
      const link = this.#element('a', [node])
      link.setAttribute('href', run.href)
      return link
    })
  }

  #element(name: string, children: readonly Node[]): HTMLElement {
    const element = this.document.createElement(name)
    element.append(...children)
    return element
  }
}

function itemsFrom(blocks: readonly Block[], start: number): Item[] {
  const items: Item[] = []
  for (let at = start; blocks[at]?.kind === 'item'; at += 1) items.push(blocks[at] as Item)
  return items
}

function endOfDeeper(items: readonly Item[], at: number, level: number): number {
  let end = at + 1
  while (end < items.length && items[end]!.level > level) end += 1
  return end
}

import {
  attribute,
  isElement,
  isPhrasingTag,
  isSpace,
  isText,
  isWhole,
  type Child,
  type Element,
} from './html-tree.ts'

/**
 * What is put beside each other: a block, or the words that stand between blocks.
 */
export interface Unit {
  nodes: Child[]
  /** The block; undefined for words between blocks. */
  element: Element | undefined
  /** The same for all units that read the same. */
  id: number
  /** Blocks of one sort can take each other's place. */
  sort: string
  /** What a block is known by, whatever it says: its own id, or that of its heading. */
  name: string | undefined
  /** White space of the source before it, which nobody sees. */
  space: Child[]
}

export interface Units {
  list: Unit[]
  /** White space after the last of them. */
  space: Child[]
}

const sorts: Readonly<Record<string, string>> = {
  p: 'line',
  h1: 'line',
  h2: 'line',
  h3: 'line',
  h4: 'line',
  h5: 'line',
  h6: 'line',
  ul: 'list',
  ol: 'list',
  td: 'cell',
  th: 'cell',
}

/** Of words between blocks. */
export const looseWords = '#words'

/** Tells nodes of one comparison that read the same from those that do not. */
export class Reading {
  readonly #ids = new Map<string, number>()
  readonly #ofElement = new WeakMap<Element, number>()
  readonly #blocks = new WeakSet<Element>()

  /** Reads a tree, which then may be asked about. */
  read(node: Child): number {
    if (isText(node)) return this.#id(`"${node.value.replace(/[\t\n\f\r ]+/g, ' ')}`)
    if (!isElement(node)) return this.#id('')
    const inside = node.childNodes.map((child) => this.read(child))
    const hasBlocks = node.childNodes.some((child) => isElement(child) && this.isBlock(child))
    // Shapes are no blocks, and a drawing of them stands among words.
    if ((hasBlocks && !isWhole(node)) || !isPhrasingTag(node.tagName)) this.#blocks.add(node)
    const seen = inside.filter((_, at) => !(hasBlocks && isSpaceNode(node.childNodes[at]!)))
    const own = metAttributes(node).map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`)
    const id = this.#id(`<${node.tagName}${own.join('')}>${seen.join()}`)
    this.#ofElement.set(node, id)
    return id
  }

  isBlock(element: Element): boolean {
    return this.#blocks.has(element)
  }

  idOf(node: Child): number {
    return (isElement(node) ? this.#ofElement.get(node) : undefined) ?? this.read(node)
  }

  /** Whether words stand directly in an element, and no blocks. */
  isLine(element: Element): boolean {
    return !element.childNodes.some((node) => isElement(node) && this.isBlock(node))
  }

  unitsOf(parent: Element): Units {
    const list: Unit[] = []
    let space: Child[] = []
    let words: Child[] = []
    const endWords = () => {
      if (words.length > 0 && words.every(isSpaceNode)) space.push(...words)
      else if (words.length > 0) {
        list.push(this.#unit(words, undefined, space))
        space = []
      }
      words = []
    }
    for (const node of parent.childNodes) {
      if (!isElement(node) || !this.isBlock(node)) {
        words.push(node)
        continue
      }
      endWords()
      list.push(this.#unit([node], node, space))
      space = []
    }
    endWords()
    return { list, space }
  }

  #unit(nodes: Child[], element: Element | undefined, space: Child[]): Unit {
    const ids = nodes.map((node) => this.idOf(node))
    return {
      nodes,
      element,
      id: element ? ids[0]! : this.#id(ids.join()),
      sort: element ? (sorts[element.tagName] ?? element.tagName) : looseWords,
      name: element && (attribute(element, 'id') ?? attribute(element, 'aria-labelledby')),
      space,
    }
  }

  #id(key: string): number {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#ids.set(key, this.#ids.size)
    return this.#ids.size - 1
  }
}

/** All but `data-` attributes, which are for programs: an id of what a link names, and the like. */
export function metAttributes(element: Element): { name: string; value: string }[] {
  return element.attrs
    .filter(({ name }) => !name.startsWith('data-'))
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
}

/** How many times each word stands in a unit, of the first some hundred. */
export function wordCounts(unit: Unit, most = 300): Map<string, number> {
  const counts = new Map<string, number>()
  let read = 0
  const waiting = [...unit.nodes].reverse()
  for (let node = waiting.pop(); node !== undefined && read < most; node = waiting.pop()) {
    if (isText(node))
      // A text of a million letters is not read to its end for this.
      for (const [word] of node.value.slice(0, most * 12).matchAll(/[\p{L}\p{N}]+/gu)) {
        const key = word.toLowerCase()
        counts.set(key, (counts.get(key) ?? 0) + 1)
        read += 1
      }
    else if (isElement(node) && !isWhole(node))
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) waiting.push(node.childNodes[at]!)
  }
  return counts
}

const isSpaceNode = (node: Child) => isText(node) && isSpace(node.value)

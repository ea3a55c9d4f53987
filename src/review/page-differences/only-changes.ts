import {
  attribute,
  isElement,
  isPhrasingTag,
  make,
  setChildren,
  under,
  type Child,
  type Element,
} from './html-tree.ts'

const heading = /^h[1-6]$/
const leads = new Set(['summary', 'caption', 'legend', 'figcaption', 'dt', 'thead'])
const takesGaps = new Set(
  'main article section div header footer nav aside blockquote form'.split(' '),
)

/** Leaves out the blocks without marks. Headings of what stays, and what leads to it, stay with it. */
export function leaveOutUnchanged(main: Element): void {
  const marked = markedIn(main)
  prune(main, marked)
}

function prune(element: Element, marked: ReadonlySet<Element>): void {
  const children = element.childNodes
  if (!children.some(isBlock)) return
  const keep = children.map((node) => isElement(node) && marked.has(node))
  const kept: Child[] = []
  let isGap = false
  children.forEach((node, at) => {
    if (keep[at]) {
      if (isGap) addGap(kept, element)
      isGap = false
      // What is within a mark is all changed.
      if (attribute(node as Element, 'data-change-mark') === undefined)
        prune(node as Element, marked)
      kept.push(node)
    } else if (isLead(node, at, children, keep)) {
      isGap = false
      kept.push(node)
    } else if (isElement(node) && keepsCount(element, at, keep)) kept.push(countOnly(node))
    else if (isElement(node) && isBlock(node)) isGap = true
  })
  if (isGap) addGap(kept, element)
  setChildren(element, kept)
}

/** Says that something was left out, once where it was left out of two blocks inside each other. */
function addGap(kept: Child[], parent: Element): void {
  let last = kept.at(-1)
  while (last && isElement(last) && !isGapNode(last)) last = last.childNodes.at(-1)
  if ((last && isElement(last)) || !takesGaps.has(parent.tagName)) return
  kept.push(
    make('p', { class: 'sm-change-gap', 'data-change-note': '', 'aria-hidden': 'true' }, ['⋯']),
  )
}

const isGapNode = (node: Element) => attribute(node, 'class') === 'sm-change-gap'

const isBlock = (node: Child) => isElement(node) && !isPhrasingTag(node.tagName)

/** A heading, or a term, that something after it is kept under; the title of the page always. */
function isLead(node: Child, at: number, all: readonly Child[], keep: readonly boolean[]): boolean {
  if (!isElement(node)) return false
  const isNote = attribute(node, 'data-change-note') !== undefined
  if (isNote) return true
  if (!heading.test(node.tagName) && !leads.has(node.tagName)) return false
  for (let next = at + 1; next < all.length; next += 1) {
    const other = all[next]!
    if (keep[next]) return true
    if (isElement(other) && ends(node.tagName, other.tagName)) return false
  }
  return false
}

function ends(lead: string, other: string): boolean {
  if (lead === 'dt') return other === 'dt'
  return heading.test(lead) && heading.test(other) && other <= lead
}

/** Items before a kept one stay as their headings, so that the numbers of a list stay right. */
function keepsCount(list: Element, at: number, keep: readonly boolean[]): boolean {
  return list.tagName === 'ol' && keep.indexOf(true, at) !== -1
}

function countOnly(item: Element): Element {
  for (const node of under(item))
    if (isElement(node) && heading.test(node.tagName)) {
      setChildren(item, [node])
      return item
    }
  setChildren(item, [make('span', { 'data-change-note': '', 'aria-hidden': 'true' }, ['⋯'])])
  return item
}

/** Elements with a mark on them or in them, and what the title stands in. */
function markedIn(main: Element): Set<Element> {
  const result = new Set<Element>()
  for (const node of under(main)) {
    if (!isElement(node)) continue
    // The title of the page stays whatever becomes of the rest.
    if (attribute(node, 'data-change') === undefined && node.tagName !== 'h1') continue
    let element: Element | undefined = node
    while (element && element !== main && !result.has(element)) {
      result.add(element)
      element = element.parentNode as Element | undefined
    }
  }
  return result
}

import {
  attribute,
  isElement,
  removeAttribute,
  setAttribute,
  type Child,
  type Element,
} from './html-tree.ts'

/** Opens what is closed around marks, so that no change is out of sight. */
export function openMarked(main: Element): void {
  openWithin(main)
}

/** Whether there is a mark in it, or on it. */
function openWithin(element: Element): boolean {
  let isMarked = attribute(element, 'data-change') !== undefined
  for (const child of element.childNodes) if (isElement(child) && openWithin(child)) isMarked = true
  const isFold = attribute(element, 'data-change-mark') !== undefined
  if (isMarked && element.tagName === 'details' && !isFold)
    if (attribute(element, 'open') === undefined) {
      setAttribute(element, 'open', '')
      setAttribute(element, 'data-change-opened', '')
    }
  return isMarked
}

const naming = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'list']

/** Gives what only the old page has other ids, and any that stands twice; labels and links in it go along. */
export function keepIdsUnique(main: Element): void {
  const taken = new Set<string>()
  const old: Element[] = []
  for (const { element, isOld } of elementsOf(main)) {
    if (isOld) old.push(element)
    else takeId(element, taken, new Map())
  }
  const renamed = new Map<string, string>()
  for (const element of old) takeId(element, taken, renamed)
  for (const element of old) {
    followRenamed(element, renamed)
    // What is gone is no part of the page that one could go to.
    if (element.tagName === 'section') removeAttribute(element, 'aria-labelledby')
  }
}

function takeId(element: Element, taken: Set<string>, renamed: Map<string, string>): void {
  const id = attribute(element, 'id')
  if (id === undefined) return
  let free = id
  for (let count = 1; taken.has(free); count += 1) free = `${id}--before${count > 1 ? count : ''}`
  taken.add(free)
  if (free === id) return
  renamed.set(id, free)
  setAttribute(element, 'id', free)
}

function followRenamed(element: Element, renamed: ReadonlyMap<string, string>): void {
  for (const name of naming) {
    const value = attribute(element, name)
    if (value === undefined) continue
    const names = value.split(/\s+/).map((one) => renamed.get(one) ?? one)
    setAttribute(element, name, names.join(' '))
  }
  const href = attribute(element, 'href')
  const to = href?.startsWith('#') ? renamed.get(href.slice(1)) : undefined
  if (to !== undefined) setAttribute(element, 'href', `#${to}`)
}

function elementsOf(main: Element): { element: Element; isOld: boolean }[] {
  const result: { element: Element; isOld: boolean }[] = []
  const read = (node: Child, wasOld: boolean) => {
    if (!isElement(node)) return
    const isOld = wasOld || attribute(node, 'data-change-side') === 'before'
    result.push({ element: node, isOld })
    for (const child of node.childNodes) read(child, isOld)
  }
  read(main, false)
  return result
}

/** Takes away what this module put on elements, but for where they stand. */
export function removeMarkAttributes(element: Element): void {
  if (attribute(element, 'data-change-opened') !== undefined) removeAttribute(element, 'open')
  if (attribute(element, 'data-change-target') !== undefined) removeAttribute(element, 'target')
  element.attrs = element.attrs.filter(({ name }) => !/^data-change(-|$)/.test(name))
}

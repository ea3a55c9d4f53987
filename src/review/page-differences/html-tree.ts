import { defaultTreeAdapter as adapter, html as names, type DefaultTreeAdapterTypes } from 'parse5'

/** The trees that parse5 makes: attributes as they were written, no DOM around them. */
export type Element = DefaultTreeAdapterTypes.Element
export type Child = DefaultTreeAdapterTypes.ChildNode
export type Parent = DefaultTreeAdapterTypes.ParentNode

const phrasing = new Set(
  (
    'a abbr area audio b bdi bdo br button canvas cite code data datalist del dfn em embed i iframe img input ins ' +
    'kbd label map mark math meter noscript object output picture progress q ruby s samp select slot small span ' +
    'strong sub sup svg textarea time u var video wbr'
  ).split(' '),
)

/** Compared as wholes: there are no words in them that a mark could stand among. */
const wholes = new Set(
  (
    'area audio br canvas datalist embed hr iframe img input map math meter object picture progress ruby select style ' +
    'svg textarea video wbr'
  ).split(' '),
)

export const isElement = (node: Child): node is Element => 'tagName' in node
export const isText = (node: Child): node is DefaultTreeAdapterTypes.TextNode =>
  node.nodeName === '#text'
export const isPhrasingTag = (tag: string) => phrasing.has(tag)
export const isWhole = (element: Element) => wholes.has(element.tagName)
export const isSpace = (text: string) => !/[^\t\n\f\r ]/.test(text)

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

export function setAttribute(element: Element, name: string, value: string): void {
  const present = element.attrs.find((one) => one.name === name)
  if (present) present.value = value
  else element.attrs.push({ name, value })
}

export function removeAttribute(element: Element, name: string): void {
  element.attrs = element.attrs.filter((one) => one.name !== name)
}

/** An element of HTML. @param attributes in the order they are to stand */
export function make(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Child | string)[],
): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }))
  const element = adapter.createElement(tag, names.NS.HTML, attrs)
  setChildren(
    element,
    children.map((child) => (typeof child === 'string' ? adapter.createTextNode(child) : child)),
  )
  return element
}

export const makeText = (text: string): Child => adapter.createTextNode(text)

/** The same element, with its own attributes, around other children. */
export function around(element: Element, children: readonly Child[]): Element {
  const copy = adapter.createElement(
    element.tagName,
    element.namespaceURI,
    element.attrs.map((one) => ({ ...one })),
  )
  setChildren(copy, children)
  return copy
}

export function copyOf(node: Child): Child {
  if (isElement(node)) return around(node, node.childNodes.map(copyOf))
  return isText(node) ? adapter.createTextNode(node.value) : { ...node }
}

export function setChildren(parent: Parent, children: readonly Child[]): void {
  parent.childNodes = [...children]
  for (const child of children) child.parentNode = parent
}

/** Everything under a node in the order of the page, without walking by recursion. */
export function* under(top: Parent): Generator<Child> {
  const waiting: Child[] = [...top.childNodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node
    if (isElement(node))
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) waiting.push(node.childNodes[at]!)
  }
}

export function firstUnder(top: Parent, is: (element: Element) => boolean): Element | undefined {
  for (const node of under(top)) if (isElement(node) && is(node)) return node
  return undefined
}

/**
 * The words of a node as one line, at most so many characters of them. Drawings do not count, and neither do words that
 * only screen readers say.
 */
export function lineOf(nodes: readonly Child[], longest = 400): string {
  let line = ''
  const waiting = [...nodes].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isText(node)) line += node.value
    if (!isElement(node) || isWhole(node) || isHeardOnly(node)) continue
    if (!isPhrasingTag(node.tagName)) line += ' '
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) waiting.push(node.childNodes[at]!)
    if (line.length > longest * 4) break
  }
  return line.replace(/\s+/g, ' ').trim().slice(0, longest)
}

function isHeardOnly(element: Element): boolean {
  return /\busa-sr-only\b/.test(attribute(element, 'class') ?? '')
}

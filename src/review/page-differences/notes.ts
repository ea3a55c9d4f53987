import { attribute, isElement, lineOf, type Element } from './html-tree.ts'
import type { Token } from './tokens.ts'
import { metAttributes } from './units.ts'
import type { PageDifferenceWords } from './words.ts'

const heard = new Set(['alt', 'aria-label', 'aria-description', 'title', 'placeholder'])
const heading = /^h[1-6]$/

/** What is different about two elements that belong together, apart from what is in them. */
export function differencesOf(
  before: Element,
  after: Element,
  words: PageDifferenceWords,
): string[] {
  return [...tagDifferences(before, after, words), ...attributeDifferences(before, after, words)]
}

function tagDifferences(before: Element, after: Element, words: PageDifferenceWords): string[] {
  const [from, to] = [before.tagName, after.tagName]
  if (from === to) return []
  if (heading.test(from) && heading.test(to))
    return [words.headingLevel(Number(from[1]), Number(to[1]))]
  return [words.nowIs(nameOf(to, words))]
}

function attributeDifferences(
  before: Element,
  after: Element,
  words: PageDifferenceWords,
): string[] {
  const names = new Set([...metAttributes(before), ...metAttributes(after)].map(({ name }) => name))
  return [...names].flatMap((name) => {
    const [from, to] = [attribute(before, name), attribute(after, name)]
    if (from === to) return []
    if (name === 'open') return [to === undefined ? words.nowClosed : words.nowOpen]
    const [was, is] = [shown(from, words), shown(to, words)]
    if (name === 'href' && from !== undefined && to !== undefined)
      return [words.linkElsewhere(was, is)]
    return [heard.has(name) ? words.heardText(was, is) : words.attribute(name, was, is)]
  })
}

/** What is different about what a word stands in: bold, a link, or where the link leads. */
export function formatDifferences(
  before: Token,
  after: Token,
  words: PageDifferenceWords,
): string[] {
  const own =
    isElement(before.node) && isElement(after.node)
      ? attributeDifferences(before.node, after.node, words)
      : []
  if (before.path.length === 0 && after.path.length === 0) return own
  const [from, to] = [[...before.path], [...after.path]]
  const says: string[] = own
  for (const one of before.path) {
    const other = to.findIndex(({ tagName }) => tagName === one.tagName)
    if (other === -1) continue
    says.push(...attributeDifferences(one, to[other]!, words))
    to.splice(other, 1)
    from.splice(from.indexOf(one), 1)
  }
  return [...says, ...from.map((one) => gone(one, words)), ...to.map((one) => come(one, words))]
}

function gone(element: Element, words: PageDifferenceWords): string {
  const href = element.tagName === 'a' ? attribute(element, 'href') : undefined
  return href === undefined
    ? words.noLonger(nameOf(element.tagName, words))
    : words.noLink(shown(href, words))
}

function come(element: Element, words: PageDifferenceWords): string {
  const href = element.tagName === 'a' ? attribute(element, 'href') : undefined
  return href === undefined
    ? words.nowIs(nameOf(element.tagName, words))
    : words.nowLink(shown(href, words))
}

function nameOf(tag: string, words: PageDifferenceWords): string {
  return words.elements[tag] ?? `<${tag}>`
}

function shown(value: string | undefined, words: PageDifferenceWords): string {
  if (value === undefined) return words.nothing
  return value.length > 160 ? `${value.slice(0, 159)}…` : value
}

/** The first words of something, to know it by. */
export function firstWords(nodes: Parameters<typeof lineOf>[0], longest = 60): string {
  return shorten(lineOf(nodes, longest + 40), longest)
}

/** A line cut between words. */
export function shorten(line: string, longest: number): string {
  if (line.length <= longest) return line
  const cut = line.slice(0, longest)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest >> 1)).replace(/[\s,;:.]+$/, '')}…`
}

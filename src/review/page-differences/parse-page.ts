import { parse, serialize } from 'parse5'
import {
  attribute,
  firstUnder,
  isElement,
  isText,
  make,
  makeText,
  setAttribute,
  setChildren,
  under,
  type Child,
  type Element,
  type Parent,
} from './html-tree.ts'

/** A page of the reader's site, taken apart. */
export interface ParsedPage {
  html: Element
  /** What of the head a frame without scripts needs. */
  head: Element
  body: Element
  main: Element
}

/** Most elements inside each other. What is deeper comes as its words alone; rich text never is. */
export const deepest = 1_000

// A frame without scripts shows what stands in `noscript`.
const asWithoutScripts = { scriptingEnabled: false }

/**
 * A page without its scripts, comments and inline handlers. What has no `main` counts as one whole.
 *
 * @throws TypeError for what is no page at all
 */
export function parsePage(text: string): ParsedPage {
  const document = parse(text, asWithoutScripts)
  const html = firstUnder(document, ({ tagName }) => tagName === 'html')!
  const head = firstUnder(html, ({ tagName }) => tagName === 'head')!
  const body = html.childNodes.find(
    (node): node is Element => isElement(node) && node.tagName === 'body',
  )
  if (!body) throw new TypeError('What is compared must be pages of HTML with a body.')
  const main = firstUnder(body, ({ tagName }) => tagName === 'main')
  const compared = main ?? make('main', {}, body.childNodes)
  clean(compared)
  flatten(compared)
  return { html, head, body, main: compared }
}

/**
 * The page around a `main`: head and frame of the page it is of, without what stands above and below. Links open
 * another tab, where the frame lets them (`allow-popups`), and those within the page stay in it.
 *
 * @param stylesheet address of the style of marks
 */
export function pageAround(page: ParsedPage, main: Element, stylesheet?: string): string {
  const kept = page.head.childNodes.filter((node) => isElement(node) && isNeeded(node))
  const head = make('head', {}, [
    ...(kept as Child[]),
    make('base', { target: '_blank' }, []),
    ...(stylesheet === undefined
      ? []
      : [make('link', { rel: 'stylesheet', href: stylesheet }, [])]),
  ])
  for (const node of under(main))
    if (isElement(node) && node.tagName === 'a' && attribute(node, 'href')?.startsWith('#'))
      if (attribute(node, 'target') === undefined) {
        setAttribute(node, 'target', '_self')
        setAttribute(node, 'data-change-target', '')
      }
  const body = make('body', attributesOf(page.body), [main])
  const html = make('html', attributesOf(page.html), [head, body])
  return `<!doctype html>${serialize(make('div', {}, [html]), asWithoutScripts)}`
}

function isNeeded(node: Element): boolean {
  if (node.tagName === 'title') return true
  if (node.tagName === 'meta')
    return attribute(node, 'charset') !== undefined || attribute(node, 'name') === 'viewport'
  const rel = node.tagName === 'link' ? attribute(node, 'rel') : undefined
  return rel === 'stylesheet' || rel === 'icon' || (rel === 'preload' && isFont(node))
}

const isFont = (link: Element) => attribute(link, 'as') === 'font'

function attributesOf(element: Element): Record<string, string> {
  const own = element.attrs.filter(({ name }) => !name.startsWith('on'))
  return Object.fromEntries(own.map(({ name, value }) => [name, value]))
}

function clean(main: Element): void {
  const parents: Element[] = [main]
  for (const node of under(main)) if (isElement(node)) parents.push(node)
  for (const parent of parents) {
    parent.attrs = parent.attrs.filter(({ name }) => !name.startsWith('on') && name !== 'nonce')
    const kept = parent.childNodes.filter(
      (node) => isText(node) || (isElement(node) && !runs(node)),
    )
    if (kept.length < parent.childNodes.length) setChildren(parent, joined(kept))
  }
}

const runs = ({ tagName }: Element) => tagName === 'script' || tagName === 'template'

/** Texts that stand side by side as one. */
export function joined(nodes: readonly Child[]): Child[] {
  const result: Child[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last && isText(last) && isText(node))
      result[result.length - 1] = makeText(last.value + node.value)
    else result.push(node)
  }
  return result
}

function flatten(main: Element): void {
  let level: Element[] = [main]
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: Element[] = []
    for (const parent of level) {
      if (depth >= deepest) setChildren(parent, wordsAlone(parent))
      else next.push(...parent.childNodes.filter(isElement))
    }
    level = depth >= deepest ? [] : next
  }
}

function wordsAlone(parent: Parent): Child[] {
  let words = ''
  for (const node of under(parent)) if (isText(node)) words += node.value
  return words === '' ? [] : [makeText(words)]
}

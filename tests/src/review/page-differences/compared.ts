import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse, serialize } from 'parse5'
import {
  attribute,
  firstUnder,
  isElement,
  isPhrasingTag,
  isText,
  make,
  under,
  type Child,
  type Element,
} from '../../../../src/review/page-differences/html-tree.ts'
import {
  markDifferences,
  type MarkedPages,
} from '../../../../src/review/page-differences/mark-differences.ts'
import { withoutMarks } from '../../../../src/review/page-differences/without-marks.ts'
import { pageDifferenceWords } from '../../../../src/review/page-differences/words.ts'

/** What the reader's site sent for a page: its `main`. */
export function mainOf(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'pages', `${name}.html`), 'utf8').trim()
}

/** A document around a `main`, such as the site sends. */
export function pageWith(main: string, language = 'en'): string {
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>A page</title>` +
    '<link rel="stylesheet" href="/reader/reader.css"><script src="/reader/search.js" defer></script></head>' +
    `<body><header><p>The frame of every page</p></header>${main}<footer><p>The end</p></footer></body></html>`
  )
}

interface Options {
  language?: 'en' | 'es'
  labels?: 'en' | 'es'
  only?: boolean
}

/** Two states of a `main`, compared. */
export function compare(
  before: string | null,
  after: string | null,
  { language = 'en', labels = language, only = false }: Options = {},
): MarkedPages {
  return markDifferences({
    before: before === null ? null : pageWith(before, language),
    after: after === null ? null : pageWith(after, language),
    language,
    labels: pageDifferenceWords[labels],
    only,
  })
}

/** The text with one part replaced, which must be there. */
export function edited(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`“${from}” is not on the page.`)
  return text.replace(from, () => to)
}

/** The `main` of a document as a tree. */
export function mainIn(html: string | null): Element {
  return firstUnder(
    parse(html ?? '', { scriptingEnabled: false }),
    ({ tagName }) => tagName === 'main',
  )!
}

/** A tree as text, in the one way it can be written. */
export const written = (element: Element) => serialize(make('div', {}, [element]))

/** A result with all marks taken out again, as one of the pages had it. */
export function unmarked(html: string | null, side: 'before' | 'after'): string {
  return written(withoutMarks(mainIn(html), side))
}

/** What people read of a tree: a line for each block, and one space where there are more. */
export function readOf(element: Element): string {
  let text = ''
  const read = (node: Child) => {
    if (isText(node)) text += node.value
    if (!isElement(node)) return
    const isBlock = !isPhrasingTag(node.tagName)
    if (isBlock) text += '\f'
    node.childNodes.forEach(read)
    if (isBlock) text += '\f'
  }
  read(element)
  const lines = text
    .split('\f')
    .map((line) => line.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, ''))
  return lines.filter((line) => line !== '').join('\n')
}

/** Elements with a mark for a change, as `ins: words`. */
export function marksIn(html: string | null, id?: string): string[] {
  return [...under(mainIn(html))]
    .filter(isElement)
    .filter((element) => isMarkFor(element, id))
    .map((element) => `${element.tagName}: ${readOf(element)}`)
}

function isMarkFor(element: Element, id: string | undefined): boolean {
  const named = attribute(element, 'data-change')
  return named !== undefined && (id === undefined || named === id)
}

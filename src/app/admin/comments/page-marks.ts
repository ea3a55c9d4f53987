import { findPassage } from '../../../comments/find-passage.ts'
import { quoteOf } from '../../../comments/quote.ts'
import type { AskedPlace } from '../../../comments/order.ts'
import type { ToldThread } from '../../../comments/told.ts'
import { partsIn, selectedIn, textOf } from './page-text.ts'
import type { CommentWords } from './words.ts'

/**
 * Marks in a page where comments are, with words for those who hear the page. Marks of before go.
 *
 * @param language of the page
 * @returns the threads whose passage is on the page
 */
export function markComments(
  page: Document,
  threads: readonly ToldThread[],
  {
    language,
    numbers,
    words,
  }: { language: string; numbers: ReadonlyMap<string, number>; words: CommentWords },
): Set<string> {
  unmark(page)
  const marked = new Set<string>()
  for (const { id, now, place, resolved } of threads) {
    if (resolved || !place?.quote || !('words' in now)) continue
    if (place.locale && place.locale !== language) continue
    const text = textOf(bodyOf(page))
    const found = findPassage(
      text.text,
      { ...place.quote, exact: now.words },
      place.isAmbiguous ?? false,
    )
    if (!found) continue
    const number = numbers.get(id) ?? 0
    const parts = partsIn(text, found).filter(({ node }) => node.data.trim() !== '')
    const marks = parts.map((part) => wrap(page, part, id))
    marks[0]?.prepend(note(page, ` ${words.begins(number)} `, 'sm-change-heard'))
    const last = marks.at(-1)
    last?.append(note(page, ` ${words.ends(number)} `, 'sm-change-heard'))
    last?.append(note(page, String(number), 'sm-comment-number', true))
    if (last) marked.add(id)
  }
  return marked
}

/** Brings the passage of a thread into sight. @returns whether it is on the page */
export function showMark(frame: HTMLIFrameElement, id: string): boolean {
  const page = frame.contentDocument
  if (!page) return false
  for (const mark of page.querySelectorAll('.sm-comment--here'))
    mark.classList.remove('sm-comment--here')
  const marks = page.querySelectorAll(`mark[data-comment="${CSS.escape(id)}"]`)
  for (const mark of marks) mark.classList.add('sm-comment--here')
  const top = marks[0]?.getBoundingClientRect().top
  if (top === undefined) return false
  // Only the page in the frame moves, and not the screen around it.
  frame.contentWindow!.scrollBy({ top: top - frame.clientHeight / 3 })
  return true
}

/**
 * What somebody selected on a page, as the place of a comment; null where nothing is. It is selected no longer:
 * the next comment is about something else.
 */
export function takeSelectedPlace(
  page: Document | null | undefined,
  locale: string,
): AskedPlace | null {
  if (!page?.body) return null
  const text = textOf(bodyOf(page))
  const selection = page.getSelection()
  const stretch = selectedIn(text, selection)
  selection?.removeAllRanges()
  return stretch && { locale, quote: quoteOf(text.text, stretch) }
}

/** The part of a page that is its document's own. */
function bodyOf(page: Document): Element {
  return page.querySelector('main') ?? page.body
}

function wrap(
  page: Document,
  { from, node, to }: { node: Text; from: number; to: number },
  id: string,
): HTMLElement {
  const { data } = node
  const mark = page.createElement('mark')
  mark.className = 'sm-comment'
  mark.dataset['comment'] = id
  mark.append(data.slice(from, to))
  node.replaceWith(...[data.slice(0, from), mark, data.slice(to)].filter((part) => part !== ''))
  return mark
}

function note(page: Document, text: string, look: string, isOnlySeen = false): HTMLElement {
  const element = page.createElement('span')
  element.className = look
  element.dataset['commentNote'] = ''
  if (isOnlySeen) element.setAttribute('aria-hidden', 'true')
  element.append(text)
  return element
}

function unmark(page: Document): void {
  for (const one of page.querySelectorAll('[data-comment-note]')) one.remove()
  for (const mark of page.querySelectorAll('mark.sm-comment')) {
    const parent = mark.parentNode
    mark.replaceWith(...mark.childNodes)
    parent?.normalize()
  }
}

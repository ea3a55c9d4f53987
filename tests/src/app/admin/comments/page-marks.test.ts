import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { markComments } from '../../../../../src/app/admin/comments/page-marks.ts'
import { commentWordsFor } from '../../../../../src/app/admin/comments/words.ts'
import type { ToldThread } from '../../../../../src/comments/told.ts'

const pageOf = (main: string) =>
  parseHTML(`<!doctype html><html><body><main>${main}</main></body></html>`)
    .document as unknown as Document

function threadOn(words: string, more: Partial<ToldThread> = {}): ToldThread {
  return {
    id: 'one',
    collection: 'stations',
    documentId: 'balance-due',
    place: {
      path: 'overview',
      field: 'overview',
      locale: 'en',
      label: { en: 'Overview', es: 'Resumen' },
      quote: { exact: words, prefix: '', suffix: '' },
    },
    now: { is: 'there', path: 'overview', start: 0, end: words.length, words },
    resolved: null,
    comments: [],
    ...more,
  }
}

const mark = (page: Document, threads: ToldThread[]) =>
  markComments(page, threads, {
    language: 'en',
    numbers: new Map([['one', 1]]),
    words: commentWordsFor('en'),
  })

const main = (page: Document) => page.querySelector('main')!.innerHTML

/** The page with marks as square brackets, and what those who hear the page are told as curly ones. */
const shown = (page: Document) =>
  main(page)
    .replace(/<span[^>]*aria-hidden[^>]*>.*?<\/span>/g, '')
    .replace(/<span[^>]*>\s*(.*?)\s*<\/span>/g, '{$1}')
    .replace(/<mark[^>]*>/g, '[')
    .replaceAll('</mark>', ']')

describe('The mark of a comment on a page', () => {
  it('stands around the words, and says to those who hear the page where they begin and end', () => {
    const page = pageOf('<p>You have 30 days to answer.</p>')
    expect([...mark(page, [threadOn('30 days to answer')])]).toEqual(['one'])
    expect(shown(page)).toBe(
      '<p>You have [{Comment 1 begins.}30 days to answer{Comment 1 ends.}].</p>',
    )
    const [element] = page.querySelectorAll('mark')
    expect(element!.getAttribute('data-comment')).toBe('one')
    expect(element!.className).toBe('sm-comment')
  })

  it('goes through links and bold words, and over the end of a paragraph', () => {
    const page = pageOf('<p>Call <b>the office</b>.</p><p>Then wait for a letter.</p>')
    mark(page, [threadOn('the office.\nThen wait')])
    expect(shown(page)).toBe(
      '<p>Call <b>[{Comment 1 begins.}the office]</b>[.]</p><p>[Then wait{Comment 1 ends.}] for a letter.</p>',
    )
  })

  it('is on the proposed words where the review shows those that go as well', () => {
    const page = pageOf(
      '<p>You have <del data-change-side="before">20</del><ins data-change-side="after"><span data-change-note=""> added </span>30</ins> days to answer the letter.</p>',
    )
    expect(mark(page, [threadOn('30 days to answer the letter')]).size).toBe(1)
    expect(page.querySelector('ins mark')!.textContent).toContain('30')
    expect(page.querySelector('del mark')).toBeNull()
  })

  it('is taken away with the thread, and leaves the page as it was', () => {
    const page = pageOf('<p>You have 30 days to answer.</p>')
    const html = main(page)
    mark(page, [threadOn('30 days to answer')])
    expect(mark(page, []).size).toBe(0)
    expect(main(page)).toBe(html)
  })

  it.each<[string, Partial<ToldThread>]>([
    ['of a resolved thread', { resolved: { by: { id: '', name: '' }, at: '' } }],
    ['of words that are gone', { now: { is: 'gone' } }],
    ['of the whole document', { place: null, now: { is: 'there', path: null } }],
    ['of words in another language', { place: { ...threadOn('x').place!, locale: 'es' } }],
  ])('is not there %s', (_what, more) => {
    const page = pageOf('<p>You have 30 days to answer.</p>')
    expect(mark(page, [threadOn('30 days to answer', more)]).size).toBe(0)
    expect(page.querySelector('mark')).toBeNull()
  })
})

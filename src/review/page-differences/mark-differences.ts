import { Comparison } from './compare.ts'
import { describe } from './describe.ts'
import { drawMain } from './draw.ts'
import { keepIdsUnique, openMarked } from './finish.ts'
import { around, copyOf, lineOf, type Element } from './html-tree.ts'
import { marked } from './marks.ts'
import { joinMoved } from './moves.ts'
import { leaveOutUnchanged } from './only-changes.ts'
import { pageAround, parsePage, type ParsedPage } from './parse-page.ts'
import type { Change } from './parts.ts'
import type { PageDifferenceWords } from './words.ts'

export type { Change } from './parts.ts'

export interface MarkedPages {
  /** The page before, with what goes marked; null where there was none. */
  before: string | null
  /** The page after, with what comes marked; null where there is none any more. */
  after: string | null
  /** Both in one page; null where there is neither. */
  together: string | null
  /** In the order of the page. Marks name them in `data-change`. */
  changes: Change[]
}

interface Pages {
  /** A whole document as the reader's site sends it; null where readers had no page. */
  before: string | null
  /** The same for the page as it is proposed; null where it goes. */
  after: string | null
  /** Of the pages. */
  language: string
  /** In the language of whoever reviews. */
  labels: PageDifferenceWords
  /** Leaves the blocks without changes out of `together`. @default false */
  only?: boolean
  /** Address of `marksStyle`, which each page then asks for. */
  stylesheet?: string
}

/**
 * Marks in two states of a page what goes and what comes, and puts both in one. Only what stands in `main` counts, and
 * of that everything but white space that nobody sees and `data-` attributes.
 *
 * The results are pages without scripts, and without what stands above and below `main`. They are for a frame with
 * `sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"`: links open another tab, and links within
 * the page move the frame. That needs an address to show (`src`); in a `srcdoc` they would lead to the page around it.
 *
 * Takes some tenths of a second for a page of the site. Work is bounded: where more than 2,000 words of one paragraph
 * changed, or too many on the whole page, a paragraph is marked from its first to its last changed word instead of word
 * by word; in a list of more than 200 changed blocks, only neighbours of its old place are considered for each; more than
 * 1,000 elements inside each other come as their words.
 */
export function markDifferences(pages: Pages): MarkedPages {
  const { before, after, language, only, stylesheet } = pages
  const labels: PageDifferenceWords =
    pages.labels.language === language
      ? pages.labels
      : { ...pages.labels, lang: pages.labels.language }
  const [old, young] = [before, after].map((one) => (one === null ? null : parsePage(one)))
  if (!old || !young) return onlyPage(old ?? null, young ?? null, labels, stylesheet)
  const comparison = new Comparison(labels)
  const compared = comparison.pages(old.main, young.main)
  joinMoved(comparison)
  const changes = describe(compared, labels)
  const draw = (page: ParsedPage, side: 'before' | 'after' | 'together') =>
    drawMain(page.main, compared, { side, words: labels })
  const together = draw(young, 'together')
  if (only) leaveOutUnchanged(together)
  keepIdsUnique(together)
  return {
    before: finished(old, draw(old, 'before'), stylesheet),
    after: finished(young, draw(young, 'after'), stylesheet),
    together: finished(young, together, stylesheet),
    changes,
  }
}

function finished(page: ParsedPage, main: Element, stylesheet: string | undefined): string {
  openMarked(main)
  return pageAround(page, main, stylesheet)
}

/** A page that is new or goes as a whole: one change, and no line through every word of it. */
function onlyPage(
  before: ParsedPage | null,
  after: ParsedPage | null,
  words: PageDifferenceWords,
  stylesheet: string | undefined,
): MarkedPages {
  const page = before ?? after
  if (!page) return { before: null, after: null, together: null, changes: [] }
  const says = before ? words.wholePageRemoved : words.wholePageAdded
  const change: Change = {
    id: '1',
    kind: before ? 'removed' : 'added',
    words: [says, lineOf([page.main], 60)].join(': '),
  }
  const looks = before ? 'removed' : 'added'
  const mark = { change, tag: before ? 'del' : 'ins', looks, says: [says], isPage: true } as const
  const main = around(page.main, marked(page.main.childNodes.map(copyOf), mark, words))
  const html = finished(page, main, stylesheet)
  return {
    before: before ? html : null,
    after: after ? html : null,
    together: html,
    changes: [change],
  }
}

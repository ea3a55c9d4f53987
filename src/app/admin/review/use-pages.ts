'use client'
import { useEffect, useState } from 'react'
import { markDifferences, type Change } from '../../../review/page-differences/mark-differences.ts'
import { pageDifferenceWords } from '../../../review/page-differences/words.ts'
import type { Place } from '../workflow/requests.ts'
import type { ShownPage } from './shown-pages.ts'
import { keyOf, placesIn } from './use-review.ts'

/** The marked pages of a review in one language, as addresses that frames can show. */
export interface ReviewedPages {
  before: string | null
  after: string | null
  together: string | null
  only: string | null
  changes: Change[]
  /** Hashes of the drafts that the page was made with, in the order of the documents; none where it has none. */
  contentHashes: string[]
  /** Why there are none. */
  failure: string | null
}

/** Where frames get how marks look. */
const stylesheet = '/api/review/marks.css'

/**
 * Makes a page of a review: as it is public and as it would be if the newest texts were public, with what changes
 * marked in it. Null while it is made.
 *
 * @param documents whose newest texts are shown
 */
export function usePages(
  shown: ShownPage | null,
  {
    documents,
    language,
    panelLanguage,
  }: { documents: readonly Place[]; language: string; panelLanguage: string },
): ReviewedPages | null {
  const [pages, setPages] = useState<ReviewedPages | null>(null)
  const together = documents.map(keyOf).join(',')
  useEffect(() => {
    setPages(null)
    if (!shown) return
    let isWanted = true
    const made: string[] = []
    const address = (html: string | null) => {
      if (html === null) return null
      const url = URL.createObjectURL(new Blob([withWholeAddresses(html)], { type: 'text/html' }))
      made.push(url)
      return url
    }
    void texts(shown, { documents: placesIn(together), language }).then((got) => {
      if (!isWanted) return
      if ('failure' in got) {
        setPages({ ...noPages, failure: got.failure })
        return
      }
      const labels = pageDifferenceWords[panelLanguage.startsWith('es') ? 'es' : 'en']
      const given = {
        before: got.before,
        after: got.after,
        labels,
        language,
        stylesheet: location.origin + stylesheet,
      }
      const { after, before, changes, together: both } = markDifferences(given)
      setPages({
        after: address(after),
        before: address(before),
        together: address(both),
        only: address(markDifferences({ ...given, only: true }).together),
        changes,
        contentHashes: got.contentHashes,
        failure: null,
      })
    })
    return () => {
      isWanted = false
      made.forEach((url) => URL.revokeObjectURL(url))
    }
  }, [language, panelLanguage, shown, together])
  return pages
}

const noPages: ReviewedPages = {
  after: null,
  before: null,
  together: null,
  only: null,
  changes: [],
  contentHashes: [],
  failure: null,
}

type Texts = { before: string | null; after: string; contentHashes: string[] } | { failure: string }

async function texts(
  { after, before, collection, id }: ShownPage,
  { documents, language }: { documents: readonly string[]; language: string },
): Promise<Texts> {
  try {
    const live = before
      ? await fetch(before.paths[language]!, { credentials: 'omit', cache: 'no-store' })
      : null
    if (live && !live.ok) return { failure: `${live.status} ${live.statusText}` }
    const proposed = await patiently(() =>
      fetch('/preview/drafts', {
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          documents: documents.map((key) => {
            const [ofCollection, ofId] = key.split('/') as [string, string]
            return { collection: ofCollection, id: ofId }
          }),
          page: { collection, id, name: after.paths[language]!.split('/').at(-1) },
          locale: language,
        }),
      }),
    )
    const said = await proposed.text()
    if (!proposed.ok) return { failure: said }
    const contentHashes = proposed.headers.get('x-preview-content-hash')?.split(', ') ?? []
    return { before: live && (await live.text()), after: said, contentHashes }
  } catch (error) {
    return { failure: String(error) }
  }
}

/** How often a page is asked for while the platform says that it is busy. */
const mostTries = 3

/** Asks again, when it may, of a platform that is busy: drafts wait while something is published. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await ask()
    if (response.status !== 503 || tries === mostTries) return response
    const seconds = Number(response.headers.get('retry-after')) || 2
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  }
}

/** A page made here has an address of its own, from which those that begin with a slash lead nowhere. */
function withWholeAddresses(html: string): string {
  return html.replace(/ (href|src)="\/(?!\/)/g, ` $1="${location.origin}/`)
}

'use client'
import { useEffect, useState } from 'react'
import { markDifferences, type Change } from '../../../review/page-differences/mark-differences.ts'
import { pageDifferenceWords } from '../../../review/page-differences/words.ts'
import type { Place } from '../workflow/requests.ts'
import { askForPage, withWholeAddresses } from './ask-for-page.ts'
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

async function texts(shown: ShownPage, given: Parameters<typeof proposed>[1]): Promise<Texts> {
  return shown.versions ? compared(shown, shown.versions, given.language) : proposed(shown, given)
}

/** Both texts as they would be read if they were public now. */
async function compared(
  { after, before, collection, id }: ShownPage,
  versions: NonNullable<ShownPage['versions']>,
  language: string,
): Promise<Texts> {
  try {
    const pages: string[] = []
    for (const { page, versionId } of [
      { page: before, versionId: versions.before },
      { page: after, versionId: versions.after },
    ]) {
      if (!page || versionId === null) continue
      const answer = await askForPage({
        documents: [{ collection, id, versionId }],
        page: { collection, id, path: page.paths[language]! },
        language,
      })
      const said = await answer.text()
      if (!answer.ok) return { failure: said }
      pages.push(said)
    }
    return { before: pages.at(-2) ?? null, after: pages.at(-1)!, contentHashes: [] }
  } catch (error) {
    return { failure: String(error) }
  }
}

async function proposed(
  { after, before, collection, id }: ShownPage,
  { documents, language }: { documents: readonly string[]; language: string },
): Promise<Texts> {
  try {
    const live = before
      ? await fetch(before.paths[language]!, { credentials: 'omit', cache: 'no-store' })
      : null
    if (live && !live.ok) return { failure: `${live.status} ${live.statusText}` }
    const answer = await askForPage({
      documents: documents.map((key) => {
        const [ofCollection, ofId] = key.split('/') as [string, string]
        return { collection: ofCollection, id: ofId }
      }),
      page: { collection, id, path: after.paths[language]! },
      language,
    })
    const said = await answer.text()
    if (!answer.ok) return { failure: said }
    const contentHashes = answer.headers.get('x-preview-content-hash')?.split(', ') ?? []
    return { before: live && (await live.text()), after: said, contentHashes }
  } catch (error) {
    return { failure: String(error) }
  }
}

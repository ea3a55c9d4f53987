import type { ReviewAnswer } from '../../../review/answer.ts'
import type { PageOfText } from '../../../review/page-of-text.ts'
import type { Place } from '../workflow/requests.ts'
import { keyOf } from './use-review.ts'

/** A page that a review can show: of what is reviewed, or of what shows it. */
export interface ShownPage extends Place {
  title: string
  /** Where readers have the page now; null where it is not public. */
  before: PageOfText | null
  /** Where they would have it. */
  after: PageOfText
  /** Whether it belongs to a document that is not reviewed here, and shows one that is. */
  isElsewhere: boolean
  /** The versions that hold both texts, where they are not the public and the newest one. */
  versions?: { before: string | null; after: string }
}

/** Whether other texts are compared than the public ones with the newest. */
export function isOther(reviews: readonly ReviewAnswer[]): boolean {
  return reviews.some(({ from, to }) => from.name !== 'live' || to.name !== 'working')
}

/** The page of a document of which any two texts are compared, with what is public now around both. */
export function comparedPages(reviews: readonly ReviewAnswer[]): ShownPage[] {
  return reviews.flatMap(({ from, pages, to, workflow }) =>
    pages.after && to.versionId !== null
      ? [
          {
            collection: workflow.collection,
            id: workflow.id,
            title: workflow.title,
            before: pages.before,
            after: pages.after,
            isElsewhere: false,
            versions: { before: from.versionId, after: to.versionId },
          },
        ]
      : [],
  )
}

/** Every page on which readers would see what is reviewed: its own first, then those that show it. */
export function shownPages(reviews: readonly ReviewAnswer[]): ShownPage[] {
  const own = reviews.flatMap(({ pages, workflow }): ShownPage[] =>
    pages.after
      ? [
          {
            collection: workflow.collection,
            id: workflow.id,
            title: workflow.title,
            before: workflow.live ? pages.before : null,
            after: pages.after,
            isElsewhere: false,
          },
        ]
      : [],
  )
  const known = new Set(reviews.map(({ workflow }) => keyOf(workflow)))
  const others: ShownPage[] = []
  for (const { collection, id, page, title } of reviews.flatMap(({ shownOn }) => shownOn)) {
    if (!page || known.has(keyOf({ collection, id }))) continue
    known.add(keyOf({ collection, id }))
    others.push({ collection, id, title, before: page, after: page, isElsewhere: true })
  }
  return [...own, ...others]
}

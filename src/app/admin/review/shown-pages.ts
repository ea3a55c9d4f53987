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

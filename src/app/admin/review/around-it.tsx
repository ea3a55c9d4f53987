'use client'
import { Link } from '@payloadcms/ui'
import type { ReviewAnswer } from '../../../review/answer.ts'
import { StateBadge } from '../workflow/state-badge.tsx'
import type { ReviewWords } from './words.ts'

/** What a document shows, what shows it, and who changed it. */
export function AroundIt({
  adminRoute,
  language,
  review: { comesFrom, shownOn, waiting, workflow },
  words,
}: {
  adminRoute: string
  language: string
  review: ReviewAnswer
  words: ReviewWords
}) {
  const headingId = `review-around-${workflow.id}`
  const lists = [
    [words.waiting, waiting],
    [words.shownOn, shownOn],
    [words.comesFrom, comesFrom],
  ] as const
  return (
    <section aria-labelledby={headingId} className="review-part">
      <h2 id={headingId}>{words.around}</h2>
      <p>
        {words.contributors}:{' '}
        {workflow.contributors.map(({ name }) => name).join(', ') || words.nobody}
      </p>
      {lists.map(([title, documents]) =>
        documents.length === 0 ? null : (
          <details key={title} open={documents.length <= 6 || undefined}>
            <summary>
              {title} ({documents.length})
            </summary>
            <ul>
              {documents.map(({ collection, id, state, title: name }) => (
                <li key={`${collection}/${id}`}>
                  <Link href={`${adminRoute}/review/${collection}/${id}`}>{name || id}</Link>{' '}
                  <StateBadge language={language} state={state} />
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  )
}

'use client'
import type { ReviewAnswer } from '../../../review/answer.ts'
import { Reasons } from '../workflow/reasons.tsx'
import type { ReviewWords } from './words.ts'

/** What still keeps the text from being public, as far as the text itself goes. */
export function Requirements({
  review: { workflow },
  words,
}: {
  review: ReviewAnswer
  words: ReviewWords
}) {
  const publication = workflow.actions.find(({ action }) => action === 'publish')
  const missing = (publication?.reasons ?? []).filter(({ code }) => ofTheText.includes(code))
  const id = `review-requirements-${workflow.id}`
  return (
    <section aria-labelledby={id} className="review-part">
      <h2 id={id}>{words.requirements}</h2>
      {missing.length === 0 ? (
        <p>{words.allMet}</p>
      ) : (
        <>
          <p>{words.notMet}</p>
          <Reasons collection={workflow.collection} reasons={missing} />
        </>
      )}
    </section>
  )
}

/** The others are about who asks, and where the document stands. */
const ofTheText: readonly string[] = ['REQUIREMENTS_NOT_MET', 'NAME_LEADS_ELSEWHERE']

'use client'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import type { EntryAnswer } from '../../../timeline/entry-answer.ts'
import type { HistoryWords } from '../history/words.ts'
import { ChangeDetails, hasDetails } from '../review/change-details.tsx'
import { reviewWordsFor } from '../review/words.ts'
import '../review/review.css'

/** What the text of an entry changes against what was public just before it. */
export function EntryChanges({
  answer: { changes, entry, publicBefore, shown, summary, version },
  words,
}: {
  answer: EntryAnswer
  words: HistoryWords
}) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { documentCollection, documentId, type } = entry
  if (type === 'withdrawn' || type === 'confirmed' || (!shown && !version)) return null
  const to = shown ? shown.text : `version:${version!.versionId}`
  const from = publicBefore ? `entry:${publicBefore.sequence}` : 'nothing'
  const isNew = changes[0]?.change.kind === 'document'
  return (
    <section aria-labelledby="ledger-changes" className="ledger-entry__part">
      <h2 id="ledger-changes">{type === 'published' ? words.changes : words.wouldChange}</h2>
      {isNew ? <p>{words.allNew}</p> : null}
      {changes.length === 0 ? <p>{words.noChanges}</p> : null}
      {isNew ? null : (
        // The words that come and go look as they do in a review.
        <div className="review review--inside">
          {changes.length > 3 ? <p>{summary}</p> : null}
          <ol className="review-changes">
            {changes.map(({ change, sentence }) => (
              <li key={change.id}>
                {hasDetails(change) ? (
                  <details>
                    <summary>{sentence}</summary>
                    <ChangeDetails
                      change={change}
                      language={i18n.language}
                      words={reviewWordsFor(i18n.language)}
                    />
                  </details>
                ) : (
                  sentence
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
      <p>
        <Link
          href={`${config.routes.admin}/review/${documentCollection}/${documentId}?from=${from}&to=${to}`}
        >
          {words.compareFull}
        </Link>
      </p>
    </section>
  )
}

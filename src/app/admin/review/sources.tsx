'use client'
import { useTranslation } from '@payloadcms/ui'
import type { ReviewAnswer } from '../../../review/answer.ts'
import type { Sources } from '../../../review/sources.ts'
import { certaintyLabel } from '../../../../collections/fields/certainties.ts'
import type { ReviewWords } from './words.ts'

const parts = ['certainty', 'source', 'checkedOn', 'note'] as const

/** Where the facts come from, how sure the team is of them, and what of that changed. */
export function SourcesPart({
  review: { sources, workflow },
  words,
}: {
  review: ReviewAnswer
  words: ReviewWords
}) {
  const { i18n } = useTranslation()
  if (!sources?.to) return null
  const { from, to } = sources
  const id = `review-sources-${workflow.id}`
  const said = (part: keyof Sources, one: Sources | null) => valueOf(part, one, i18n.language)
  return (
    <section aria-labelledby={id} className="review-part">
      <h2 id={id}>{words.sources}</h2>
      <dl className="review-sources">
        {parts.map((part) => {
          const before = said(part, from)
          const after = said(part, to)
          return (
            <div key={part}>
              <dt>{words.sourceParts[part]}</dt>
              <dd>
                {before && before !== after ? (
                  <>
                    <del>
                      <span className="review-unseen">{words.removed}: </span>
                      {before}
                    </del>{' '}
                  </>
                ) : null}
                {before !== after && after ? (
                  <ins>
                    <span className="review-unseen">{words.added}: </span>
                    <Value part={part} text={after} />
                  </ins>
                ) : after ? (
                  <Value part={part} text={after} />
                ) : before ? null : (
                  words.notSaid
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

function Value({ part, text }: { part: keyof Sources; text: string }) {
  if (part !== 'source' || !/^https?:/.test(text)) return text
  return (
    <a href={text} rel="noreferrer" target="_blank">
      {text}
    </a>
  )
}

function valueOf(part: keyof Sources, sources: Sources | null, language: string): string {
  const value = sources?.[part]
  if (!value) return ''
  if (part === 'certainty') return certaintyLabel(value, language.startsWith('es') ? 'es' : 'en')
  return part === 'checkedOn' ? value.slice(0, 10) : value
}

'use client'
import { Fragment } from 'react'
import type { Change } from '../../../review/differences/change.ts'
import type { Part } from '../../../review/differences/parts.ts'
import type { ReviewWords } from './words.ts'

interface DetailsProps {
  change: Change
  language: string
  words: ReviewWords
}

/** Whether there is more to see of a change than its sentence says. */
export function hasDetails(change: Change): boolean {
  return (
    change.kind === 'text' ||
    change.kind === 'richText' ||
    (change.kind === 'row' && change.changes.some(hasDetails))
  )
}

/** The words that go and come, in their surroundings. */
export function ChangeDetails({ change, language, words }: DetailsProps) {
  if (change.kind === 'text')
    return (
      <p className="review-words" lang={change.locale ?? undefined}>
        <Words parts={change.parts} words={words} />
      </p>
    )
  if (change.kind === 'richText')
    return (
      <div className="review-words" lang={change.locale ?? undefined}>
        {change.blocks.map((block, at) => (
          <p
            className={`review-block review-block--${block.change}`}
            // Blocks have no name of their own, and are never put in another order here.
            key={at}
          >
            {block.moved ? (
              <em className="review-block__note">
                {block.moved === 'up' ? words.movedUp : words.movedDown}:{' '}
              </em>
            ) : null}
            <Words parts={block.parts} words={words} />
          </p>
        ))}
      </div>
    )
  if (change.kind === 'row')
    return (
      <>
        {change.changes.filter(hasDetails).map((one) => (
          <div key={one.id}>
            <p className="review-words__field">
              {one.label[language.startsWith('es') ? 'es' : 'en']}
              {one.locale ? ` (${words.inLanguage[one.locale] ?? one.locale})` : ''}
            </p>
            <ChangeDetails change={one} language={language} words={words} />
          </div>
        ))}
      </>
    )
  return null
}

function Words({ parts, words }: { parts: readonly Part[]; words: ReviewWords }) {
  return parts.map((part, at) => {
    const text = part.breaks === 'line' ? <br /> : part.text
    if (part.change === 'same') return <Fragment key={at}>{text}</Fragment>
    const Mark = part.change === 'added' ? 'ins' : 'del'
    return (
      <Mark key={at}>
        <span className="review-unseen"> {words[part.change]}: </span>
        {text}
      </Mark>
    )
  })
}

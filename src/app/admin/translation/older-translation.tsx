'use client'
import { Reasons } from '../workflow/reasons.tsx'
import type { Answer } from '../workflow/requests.ts'
import { translationWordsFor } from './words.ts'
import './translation.css'

/** Whether an action was refused for older translations and for nothing else. */
export function isForOlderTranslation(answer: Answer<unknown> | null): boolean {
  return (
    answer !== null &&
    'refused' in answer &&
    answer.refused.length > 0 &&
    answer.refused.every(({ code }) => code === 'TRANSLATION_OLDER')
  )
}

/** Names the translations that are older than their source, and lets the person say that they may be public. */
export function OlderTranslation({
  accepted,
  collection,
  language,
  onChange,
  refusal,
}: {
  accepted: boolean
  collection: string
  language: string
  onChange: (accepted: boolean) => void
  refusal: Answer<unknown> | null
}) {
  const words = translationWordsFor(language)
  return (
    <div className="workflow-note workflow-note--warning translation-older" role="alert">
      <p>
        <strong>{words.older}</strong>
      </p>
      <p>{words.olderExplained}</p>
      <Reasons
        collection={collection}
        reasons={refusal && 'refused' in refusal ? refusal.refused : []}
      />
      <label>
        <input
          checked={accepted}
          onChange={(event) => onChange(event.target.checked)}
          type="checkbox"
        />
        {words.accept}
      </label>
    </div>
  )
}

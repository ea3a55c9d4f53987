'use client'
import { useState } from 'react'
import { wordsFor } from '../workflow/words.ts'
import { historyWordsFor } from './words.ts'

/** A hash, short to compare at a glance, with a button that copies the whole one. */
export function ShortHash({ hash, language }: { hash: string; language: string }) {
  const [isCopied, setCopied] = useState(false)
  const words = historyWordsFor(language)
  return (
    <span className="history-hash">
      <span className="history-unseen">{wordsFor(language).contentHash} </span>
      <code title={hash}>{hash.slice(0, 12)}</code>
      <button
        aria-label={`${words.copyHash}: ${hash.slice(0, 12)}`}
        className="history-small-button"
        onClick={() => void navigator.clipboard.writeText(hash).then(() => setCopied(true))}
        type="button"
      >
        {wordsFor(language).copy}
      </button>
      <span role="status">{isCopied ? words.copied : ''}</span>
    </span>
  )
}

'use client'
import { useState } from 'react'
import type { PanelWords } from './words.ts'

/** A content hash: short to compare at a glance, whole to copy. */
export function ContentHash({ hash, words }: { hash: string; words: PanelWords }) {
  const [isCopied, setCopied] = useState(false)
  return (
    <span className="workflow-hash">
      <code>{hash.slice(0, 12)}</code>
      <button
        className="workflow-small-button"
        onClick={() => void navigator.clipboard.writeText(hash).then(() => setCopied(true))}
        type="button"
      >
        {words.copy}
        <span className="workflow-hidden"> {words.wholeHash}</span>
      </button>
      <span role="status">{isCopied ? words.copied : ''}</span>
      <details>
        <summary>{words.wholeHash}</summary>
        <code className="workflow-hash__whole">{hash}</code>
      </details>
    </span>
  )
}

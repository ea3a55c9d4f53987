'use client'
import type { ErrorEntry } from '../../../errors.ts'
import { Reasons } from './reasons.tsx'
import type { Answer } from './requests.ts'
import type { PanelWords } from './words.ts'

/** Why something was not done, and what the person can do now. */
export function Refusal({
  answer,
  collection,
  words,
}: {
  answer: Answer<unknown> | null
  collection: string
  words: PanelWords
}) {
  return (
    <div aria-live="assertive">
      {answer && !('ok' in answer) && (
        <div className="workflow-note workflow-note--error">
          {'unreachable' in answer ? (
            <p>{words.offline}</p>
          ) : isStale(answer.refused) ? (
            <>
              <p>
                <strong>{words.stale}</strong> {words.staleDetail}
              </p>
              <ReloadButton words={words} />
            </>
          ) : (
            <>
              <p>
                <strong>{words.refused}</strong>
              </p>
              <Reasons collection={collection} reasons={answer.refused} />
            </>
          )}
        </div>
      )}
    </div>
  )
}

/** Loads the page anew, with the newest text and where that stands. */
export function ReloadButton({ words }: { words: PanelWords }) {
  return (
    <button className="workflow-small-button" onClick={() => location.reload()} type="button">
      {words.reload}
    </button>
  )
}

function isStale(reasons: readonly ErrorEntry[]): boolean {
  return reasons.some(({ code }) => code === 'STALE_CONTENT')
}

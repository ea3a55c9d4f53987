'use client'
import { savers } from './savers.ts'
import type { SaveResult } from './save-drafts.ts'
import type { Names } from './say-change.ts'
import type { MapEditorWords } from './words.ts'

/** What could not be saved, because of whom or why, and what can be done now. */
export function NotSaved({
  names,
  onPutOnNewest,
  results,
  words,
}: {
  names: Names
  onPutOnNewest: () => void
  results: readonly SaveResult[]
  words: MapEditorWords
}) {
  const failed = results.filter((one) => one.as !== 'saved')
  if (failed.length === 0) return null
  const isStale = failed.some(({ as }) => as === 'stale')
  return (
    <div className="map-note map-note--error" role="alert">
      <h2>{words.notSavedTitle}</h2>
      <ul>
        {failed.map((result) => (
          <li key={result.id}>
            {result.as === 'stale' ? (
              <Stale names={names} result={result} words={words} />
            ) : (
              <>
                {names.station(result.id)}: {whyNot(result, words)}
              </>
            )}
          </li>
        ))}
      </ul>
      {isStale ? (
        <button className="map-button" onClick={onPutOnNewest} type="button">
          {words.putOnNewest}
        </button>
      ) : null}
    </div>
  )
}

function Stale({
  names,
  result: { id, meanwhile },
  words,
}: {
  names: Names
  result: Extract<SaveResult, { as: 'stale' }>
  words: MapEditorWords
}) {
  const changes = meanwhile?.changes ?? []
  return (
    <>
      {words.staleBy(names.station(id), savers(meanwhile) || words.somebody)}
      {changes.length > 0 ? (
        <>
          {' '}
          {words.theyChanged}
          <ul>
            {changes.map(({ change, sentence }) => (
              <li key={change.id}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function whyNot(result: Extract<SaveResult, { as: 'refused' }>, words: MapEditorWords): string {
  const { answer } = result
  if (!('refused' in answer)) return words.offline
  return answer.refused.map(({ message }) => message).join(' ')
}

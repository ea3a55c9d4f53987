'use client'
import type { Proposal } from './use-proposal.ts'
import type { MapEditorWords } from './words.ts'

/** What the layout proposes, with what can be done about it. */
export function ProposalBar({
  proposal: { drop, places, state, take },
  selected,
  words,
}: {
  proposal: Proposal
  selected: readonly string[]
  words: MapEditorWords
}) {
  const count = places?.size ?? 0
  const among = selected.filter((id) => places?.has(id))
  return (
    <div aria-live="polite">
      {state === 'asking' ? <p>{words.proposing}</p> : null}
      {state === 'failed' ? (
        <p className="map-note map-note--error">{words.proposalFailed}</p>
      ) : null}
      {state === 'proposed' ? (
        <div className="map-note">
          <p>{count === 0 ? words.proposesNothing : words.proposal(count)}</p>
          <p className="map-buttons">
            {count > 0 ? (
              <>
                <button className="map-button" onClick={() => take()} type="button">
                  {words.takeAll}
                </button>
                <button
                  className="map-button"
                  disabled={among.length === 0}
                  onClick={() => take(among)}
                  type="button"
                >
                  {words.takeSelected(among.length)}
                </button>
              </>
            ) : null}
            <button className="map-button" onClick={drop} type="button">
              {words.drop}
            </button>
          </p>
        </div>
      ) : null}
    </div>
  )
}

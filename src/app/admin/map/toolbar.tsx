'use client'
import type { MapActs, OpenMap } from './use-map.ts'
import type { MapEditorWords } from './words.ts'

/** What is done to the map as a whole. */
export function Toolbar({
  acts,
  isProposing,
  map,
  onKeys,
  onPropose,
  onSave,
  words,
}: {
  acts: Pick<MapActs, 'redo' | 'undo'>
  isProposing: boolean
  map: OpenMap
  onKeys: () => void
  onPropose: () => void
  onSave: () => void
  words: MapEditorWords
}) {
  return (
    <p className="map-buttons">
      {map.mayWrite ? (
        <>
          <button
            className="map-button map-button--main"
            disabled={map.unsaved.length === 0}
            onClick={onSave}
            type="button"
          >
            {words.save}
          </button>
          <button className="map-button" disabled={!map.canUndo} onClick={acts.undo} type="button">
            {words.undo}
          </button>
          <button className="map-button" disabled={!map.canRedo} onClick={acts.redo} type="button">
            {words.redo}
          </button>
          <button className="map-button" disabled={isProposing} onClick={onPropose} type="button">
            {words.propose}
          </button>
        </>
      ) : null}
      <button className="map-button" onClick={onKeys} type="button">
        {words.keys} <kbd>?</kbd>
      </button>
    </p>
  )
}

'use client'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type RefObject } from 'react'
import type { DraftStop } from '../../../map-editor/draft-map.ts'
import { StateBadge } from '../workflow/state-badge.tsx'
import type { Choice } from './called.ts'
import type { Way } from './drawn.ts'
import type { StopFinding } from './findings.ts'
import type { Names } from './say-change.ts'
import { StationChoice } from './station-choice.tsx'
import type { MapActs, OpenMap } from './use-map.ts'
import { Ways } from './ways.tsx'
import type { MapEditorWords } from './words.ts'

/** What the parts about selected stops share. */
export interface DetailsProps {
  acts: Pick<MapActs, 'edit'>
  choices: readonly Choice[]
  connectField: RefObject<HTMLInputElement | null>
  findings: readonly StopFinding[]
  map: OpenMap
  names: Names
  onConnect: (way: Way) => void
  /** Gives stops back to the layout. */
  onGiveBack: (ids: readonly string[]) => void
  onShow: (id: string) => void
  onTakeProposed: (ids: readonly string[]) => void
  proposal: ReadonlySet<string>
  way: Way | null
  words: MapEditorWords
}

/** One stop: its line and place, where it leads, and what is missing there. */
export function StopDetails({ stop, ...props }: DetailsProps & { stop: DraftStop }) {
  const { acts, choices, connectField, findings, map, names, onConnect, words } = props
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { id, stored } = stop
  const canEdit = map.mayWrite
  const missing = findings.filter((finding) => finding.stop === id)
  return (
    <>
      <h2 tabIndex={-1}>{names.station(id)}</h2>
      <p className="map-facts">
        <StateBadge language={i18n.language} state={stop.state} />
        <Link href={`${config.routes.admin}/collections/stations/${id}`} prefetch={false}>
          {words.openForm}
        </Link>
      </p>
      {missing.length > 0 ? (
        <ul className="map-note">
          {missing.map(({ key, sentence }) => (
            <li key={key}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <LineChoice ids={[id]} {...props} />
      <PlaceOnLine acts={acts} canEdit={canEdit} stop={stop} words={words} />
      {(['isStart', 'isEnd'] as const).map((mark) => (
        <label className="map-tick" key={mark}>
          <input
            checked={stop[mark]}
            disabled={!canEdit}
            onChange={({ target }) => acts.edit({ kind: 'mark', id, mark, on: target.checked })}
            type="checkbox"
          />
          {mark === 'isStart' ? words.begins : words.ends}
        </label>
      ))}
      <h3>{words.position}</h3>
      <p>{stored ? words.stored(stored.x, stored.y) : words.laidOut}</p>
      <PositionButtons ids={[id]} {...props} />
      <Ways {...props} stop={stop} />
      {canEdit ? (
        <StationChoice
          choices={choices.filter((choice) => choice.id !== id)}
          field={connectField}
          label={words.connectTo}
          onChoose={(to) => onConnect({ from: id, to })}
          words={words}
        />
      ) : null}
    </>
  )
}

/** Several stops at once. */
export function StopsDetails({
  ids,
  onClear,
  ...props
}: DetailsProps & { ids: readonly string[]; onClear: () => void }) {
  const { names, onShow, words } = props
  return (
    <>
      <h2 tabIndex={-1}>{words.selected(ids.length)}</h2>
      <ul className="map-names">
        {ids.map((id) => (
          <li key={id}>
            <button
              aria-label={words.show(names.station(id))}
              className="map-link"
              onClick={() => onShow(id)}
              type="button"
            >
              {names.station(id)}
            </button>
          </li>
        ))}
      </ul>
      <LineChoice ids={ids} {...props} />
      <PositionButtons ids={ids} {...props} />
      <button className="map-button" onClick={onClear} type="button">
        {words.clear}
      </button>
    </>
  )
}

function LineChoice({
  acts,
  ids,
  map,
  names,
  words,
}: Pick<DetailsProps, 'acts' | 'map' | 'names' | 'words'> & { ids: readonly string[] }) {
  const fieldId = useId()
  const lines = new Set(ids.map((id) => map.stops.get(id)?.phase ?? ''))
  const [only] = lines.size === 1 ? lines : ['']
  return (
    <p className="map-field">
      <label htmlFor={fieldId}>{words.line}</label>
      <select
        disabled={!map.mayWrite}
        id={fieldId}
        onChange={({ target }) => {
          if (target.value) acts.edit({ kind: 'line', ids, phase: target.value })
        }}
        value={only}
      >
        {only === '' ? (
          <option value="">{lines.size > 1 ? words.keepLine : words.noLine}</option>
        ) : null}
        {map.phases.map(({ id }) => (
          <option key={id} value={id}>
            {names.line(id)}
          </option>
        ))}
      </select>
    </p>
  )
}

function PlaceOnLine({
  acts,
  canEdit,
  stop: { id, order },
  words,
}: {
  acts: Pick<MapActs, 'edit'>
  canEdit: boolean
  stop: DraftStop
  words: MapEditorWords
}) {
  const fieldId = useId()
  const [typed, setTyped] = useState(String(order ?? ''))
  const said = useRef(order)
  useEffect(() => {
    // Undone, or changed with the line.
    if (said.current !== order) setTyped(String(order ?? ''))
    said.current = order
  }, [order])
  return (
    <p className="map-field">
      <label htmlFor={fieldId}>{words.order}</label>
      <input
        disabled={!canEdit}
        id={fieldId}
        inputMode="decimal"
        min={1}
        onChange={({ target }) => {
          setTyped(target.value)
          const next = target.value === '' ? null : Number(target.value)
          if (next !== null && !(next >= 1)) return
          said.current = next
          acts.edit({ kind: 'order', id, order: next }, `order ${id}`)
        }}
        type="number"
        value={typed}
      />
    </p>
  )
}

function PositionButtons({
  ids,
  map,
  onGiveBack,
  onTakeProposed,
  proposal,
  words,
}: Pick<DetailsProps, 'map' | 'onGiveBack' | 'onTakeProposed' | 'proposal' | 'words'> & {
  ids: readonly string[]
}) {
  if (!map.mayWrite) return null
  const stored = ids.filter((id) => map.stops.get(id)?.stored)
  const proposed = ids.filter((id) => proposal.has(id))
  return (
    <p className="map-buttons">
      <button
        className="map-button"
        disabled={stored.length === 0}
        onClick={() => onGiveBack(stored)}
        type="button"
      >
        {words.giveBack}
      </button>
      {proposed.length > 0 ? (
        <button className="map-button" onClick={() => onTakeProposed(proposed)} type="button">
          {ids.length === 1 ? words.proposedHere : words.takeSelected(proposed.length)}
        </button>
      ) : null}
    </p>
  )
}

'use client'
import { useEffect, useId, useRef } from 'react'
import { locales } from '../../../locales.ts'
import type { DraftConnection, DraftStop } from '../../../map-editor/draft-map.ts'
import type { DetailsProps } from './stop-details.tsx'

/** Longest condition, in characters, as the platform takes it. */
const longestCondition = 160

type WaysProps = Pick<DetailsProps, 'acts' | 'map' | 'names' | 'onShow' | 'way' | 'words'> & {
  stop: DraftStop
}

/** Where a stop leads, on which conditions, and what leads to it. */
export function Ways(props: WaysProps) {
  const { map, names, onShow, stop, words } = props
  const arrivals = [...map.stops.values()].filter(({ connections }) =>
    connections.some(({ to }) => to === stop.id),
  )
  return (
    <>
      <h3>{words.leadsTo}</h3>
      {stop.connections.length === 0 ? <p>{words.leadsNowhere}</p> : null}
      <ul className="map-ways">
        {stop.connections.map((connection) => (
          <OneWay {...props} connection={connection} key={connection.to} />
        ))}
      </ul>
      <h3>{words.arrivals}</h3>
      {arrivals.length === 0 ? <p>{words.noArrivals}</p> : null}
      <ul className="map-names">
        {arrivals.map(({ id }) => (
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
    </>
  )
}

function OneWay({
  acts,
  connection: { condition, to, transfer },
  map,
  names,
  onShow,
  stop,
  way,
  words,
}: WaysProps & { connection: DraftConnection }) {
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  const from = stop.id
  const isSelected = way?.from === from && way.to === to
  useEffect(() => {
    if (isSelected) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const cut = () => acts.edit({ kind: 'cut', from, to })
  const canEdit = map.mayWrite
  return (
    <li
      className={isSelected ? 'map-ways__selected' : ''}
      onKeyDown={(event) => {
        const isTyped = (event.target as HTMLElement).matches('input[type="text"]')
        if (event.key !== 'Delete' || isTyped || !canEdit) return
        event.preventDefault()
        cut()
      }}
      ref={item}
    >
      <p className="map-facts">
        {map.stops.has(to) ? (
          <button
            aria-label={words.show(names.station(to))}
            className="map-link"
            onClick={() => onShow(to)}
            type="button"
          >
            {names.station(to)}
          </button>
        ) : (
          names.station(to)
        )}
        {canEdit ? (
          <button
            aria-label={words.cutTo(names.station(to))}
            className="map-button"
            onClick={cut}
            type="button"
          >
            {words.cut}
          </button>
        ) : null}
      </p>
      {locales.map(({ code }) => (
        <div className="map-field" key={code}>
          <label htmlFor={`${id}-${code}`}>
            {words.conditionIn(words.languages[code])}
            <span className="map-unseen">: {names.station(to)}</span>
          </label>
          <input
            aria-describedby={`${id}-always`}
            disabled={!canEdit}
            id={`${id}-${code}`}
            lang={code}
            maxLength={longestCondition}
            onChange={({ target }) =>
              acts.edit(
                { kind: 'condition', from, to, locale: code, text: target.value },
                `condition ${from} ${to} ${code}`,
              )
            }
            type="text"
            value={condition[code] ?? ''}
          />
        </div>
      ))}
      <p className="map-hint" id={`${id}-always`}>
        {words.always}
      </p>
      <label className="map-tick">
        <input
          checked={transfer}
          disabled={!canEdit}
          onChange={({ target }) =>
            acts.edit({ kind: 'transfer', from, to, transfer: target.checked })
          }
          type="checkbox"
        />
        {words.transfer}
        <span className="map-unseen">: {names.station(to)}</span>
      </label>
    </li>
  )
}

'use client'
import { Link, useConfig } from '@payloadcms/ui'
import type { DraftToSave } from './drafts-to-save.ts'
import { findingKinds, type StopFinding } from './findings.ts'
import type { Names } from './say-change.ts'
import type { OpenMap } from './use-map.ts'
import type { MapEditorWords } from './words.ts'

interface PartProps {
  map: OpenMap
  names: Names
  onShow: (id: string) => void
  words: MapEditorWords
}

/** What is not saved yet, station by station. */
export function Unsaved({
  map: { unsaved },
  names,
  onShow,
  say,
  words,
}: PartProps & { say: (draft: DraftToSave) => string }) {
  return (
    <details className="map-part" open={unsaved.length > 0}>
      <summary>
        {words.unsaved} ({words.unsavedCount(unsaved.length)})
      </summary>
      {unsaved.length === 0 ? <p>{words.nothingUnsaved}</p> : null}
      <ul className="map-list">
        {unsaved.map((draft) => (
          <li key={draft.stop.id}>
            <button
              aria-label={words.show(names.station(draft.stop.id))}
              className="map-link"
              onClick={() => onShow(draft.stop.id)}
              type="button"
            >
              {names.station(draft.stop.id)}
            </button>
            : {say(draft)}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What was saved here and waits to be sent to review. */
export function Gathered({
  map: { gathered },
  names,
  onForget,
  onSend,
  onShow,
  words,
}: PartProps & { onForget: () => void; onSend: () => void }) {
  const { config } = useConfig()
  if (gathered.length === 0) return null
  return (
    <section aria-labelledby="map-set" className="map-part map-set">
      <h2 id="map-set">{words.set}</h2>
      <ul className="map-list">
        {gathered.map((id) => (
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
      <p className="map-buttons">
        <button className="map-button map-button--main" onClick={onSend} type="button">
          {words.sendSet}
        </button>
        <Link href={reviewOf(config.routes.admin, gathered)} prefetch={false}>
          {words.beforeAndAfter}
        </Link>
        <button className="map-button" onClick={onForget} type="button">
          {words.forgetSet}
        </button>
      </p>
    </section>
  )
}

/** Where stations are reviewed together. */
export function reviewOf(admin: string, [first, ...others]: readonly string[]): string {
  const set = others.map((id) => `stations/${id}`).join(',')
  return `${admin}/review/stations/${first}?set=${set}`
}

/** What is missing on the map as it is on the screen, each leading to its stop. */
export function Missing({
  findings,
  map,
  names,
  onShow,
  words,
}: PartProps & { findings: readonly StopFinding[] }) {
  return (
    <details className="map-part">
      <summary>
        {words.missing} ({findings.length})
      </summary>
      {findings.length === 0 ? <p>{words.nothingMissing}</p> : null}
      {findingKinds.map((kind) => {
        const some = findings.filter((finding) => finding.kind === kind)
        return some.length === 0 ? null : (
          <section aria-label={words.missingKinds[kind]} key={kind}>
            <h3>
              {words.missingKinds[kind]} ({some.length})
            </h3>
            <ul className="map-list">
              {some.map(({ key, sentence, stop }) => (
                <li key={key}>
                  {map.stops.has(stop) ? (
                    <button
                      aria-label={words.show(names.station(stop))}
                      className="map-link"
                      onClick={() => onShow(stop)}
                      type="button"
                    >
                      {names.station(stop)}
                    </button>
                  ) : null}{' '}
                  {sentence}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </details>
  )
}

/** What the marks on the map mean. */
export function Legend({ words }: { words: MapEditorWords }) {
  return (
    <details className="map-part">
      <summary>{words.legend}</summary>
      <ul className="map-list">
        {Object.entries(words.legendParts).map(([name, meaning]) => (
          <li key={name}>{meaning}</li>
        ))}
      </ul>
    </details>
  )
}

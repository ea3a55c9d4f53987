'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import type { ComparedMap } from '../../../map-editor/compared-map.ts'
import type { ReviewAnswer } from '../../../review/answer.ts'
import { SideDrawing } from '../map/compared/side-drawing.tsx'
import { toldMap, type ToldStation } from '../map/compared/told-map.ts'
import { namesOf, sayStopChanges, type Names } from '../map/say-change.ts'
import { languageFor, mapEditorWordsFor, type MapEditorWords } from '../map/words.ts'
import { answerOf } from './use-review.ts'
import '../map/compared/compared.css'

/** The fields of a station that say where it is on the map and where it leads. */
const onTheMap = new Set(['position', 'phase', 'order', 'isStart', 'isEnd', 'connections'])

/** The map before and after, where one of the stations that are reviewed changes on it; nothing elsewhere. */
export function MapChange({ reviews }: { reviews: readonly ReviewAnswer[] }) {
  const stations = reviews.filter(changesTheMap)
  return stations.length === 0 ? null : <Compared reviews={stations} />
}

function changesTheMap({ changes, workflow }: ReviewAnswer): boolean {
  return (
    workflow.collection === 'stations' &&
    changes.some(({ change }) => onTheMap.has(change.path.split('.')[0]!))
  )
}

function Compared({ reviews }: { reviews: readonly ReviewAnswer[] }) {
  const { i18n } = useTranslation()
  const words = mapEditorWordsFor(i18n.language)
  const { failed, loading, title } = words.review
  const found = useCompared(reviews, i18n.language)
  return (
    <section aria-labelledby="review-map" className="review-part map-compared">
      <h2 id="review-map">{title}</h2>
      <p role="status">{found === 'looking' ? loading : ''}</p>
      {found === 'failed' ? <p role="alert">{failed}</p> : null}
      {typeof found === 'object' ? <Both map={found} words={words} /> : null}
    </section>
  )
}

function Both({ map, words }: { map: ComparedMap; words: MapEditorWords }) {
  const { i18n } = useTranslation()
  const language = languageFor(i18n.language)
  const { after, before, told } = useMemo(() => toldMap(map), [map])
  const names = useMemo(
    () =>
      namesOf({
        language,
        phases: map.phases,
        // A station is called what it will be called.
        stations: [...map.before.stations, ...map.after.stations],
        words,
      }),
    [language, map, words],
  )
  const said = words.review
  return (
    <>
      <h3>{said.changes}</h3>
      <ul>
        {told.map((one) => (
          <li key={one.id}>
            {names.station(one.id)}: {sayStation(one, { names, words })}
          </li>
        ))}
      </ul>
      <p>{said.explained}</p>
      <div className="map-compared__sides">
        {(
          [
            ['before', before],
            ['after', after],
          ] as const
        ).map(([name, side]) => (
          <figure key={name}>
            <figcaption>{said[name]}</figcaption>
            <SideDrawing
              language={language}
              name={said[name]}
              names={names}
              phases={map.phases}
              side={side}
              words={words}
            />
          </figure>
        ))}
      </div>
    </>
  )
}

function sayStation(
  { as, changes }: ToldStation,
  { names, words }: { names: Names; words: MapEditorWords },
): string {
  const { isGone, isNew } = words.review
  if (as === 'gone') return isGone
  const said = sayStopChanges(changes, { names, words })
  return as === 'new' ? [isNew, said].filter(Boolean).join('; ') : said
}

function useCompared(
  reviews: readonly ReviewAnswer[],
  language: string,
): ComparedMap | 'looking' | 'failed' {
  const [found, setFound] = useState<ComparedMap | 'looking' | 'failed'>('looking')
  const { from, to } = reviews[0]!
  const ids = reviews.map(({ workflow }) => workflow.id).join(',')
  // Asked again as soon as another text is reviewed.
  const hashes = reviews.map((review) => review.to.contentHash).join(',')
  useEffect(() => {
    let isCurrent = true
    setFound('looking')
    const asked = new URLSearchParams({ from: from.name, stations: ids, to: to.name })
    void answerOf<ComparedMap>(`/api/map/compared?${asked}`, language).then((answer) => {
      if (isCurrent) setFound(answer ?? 'failed')
    })
    return () => {
      isCurrent = false
    }
  }, [from.name, hashes, ids, language, to.name])
  return found
}

import { pathTo } from '../addresses.ts'
import type { MapLangs } from '../map-languages.ts'
import type { Context } from '../page-model.ts'
import type { WholeMapFragment } from '../questions/generated.ts'
import { LineMarker } from './line-marker.tsx'

type Station = WholeMapFragment['stations'][number]

interface OutlineProps {
  context: Pick<Context, 'language' | 'words'>
  roadmap: WholeMapFragment
  langs: MapLangs
  /** Slug of the only line that is told; all of them without it. */
  only?: string | undefined
  /** Ids of stations at which one may get a letter. */
  lit?: ReadonlySet<string> | undefined
  /** Code of that letter. */
  code?: string | undefined
}

/** The whole map in words: line by line, each stop with where the way leads and where it comes from. */
export function MapOutline({ context, roadmap, langs, only, lit, code }: OutlineProps) {
  const byId = new Map(roadmap.stations.map((station) => [station.id, station]))
  const phases = roadmap.phases.filter(({ slug }) => !only || slug === only)
  return (
    <>
      {phases.map((phase) => (
        <section key={phase.id} className="sm-outline" aria-labelledby={`line-${phase.slug}`}>
          <h3 id={`line-${phase.slug}`}>
            <LineMarker line={phase} /> <span lang={langs.get(phase.id)?.title}>{phase.name}</span>
          </h3>
          <p lang={langs.get(phase.id)?.summary}>{phase.summary}</p>
          <ol className="sm-outline__stops">
            {phase.stations.map((id) => {
              const station = byId.get(id)
              return station ? (
                <li key={id} id={station.slug} className="sm-outline__stop">
                  <StopInWords
                    context={context}
                    roadmap={roadmap}
                    langs={langs}
                    byId={byId}
                    station={station}
                    code={lit?.has(id) ? code : undefined}
                  />
                </li>
              ) : null
            })}
          </ol>
        </section>
      ))}
    </>
  )
}

function StopInWords({
  context: { language, words },
  roadmap,
  langs,
  byId,
  station,
  code,
}: Pick<OutlineProps, 'context' | 'langs' | 'roadmap'> & {
  byId: ReadonlyMap<string, Station>
  station: Station
  /** Code of a letter that one may get here. */
  code: string | undefined
}) {
  const leadsTo = roadmap.connections
    .filter(({ from }) => from === station.id)
    .map(({ id, to, condition }) => ({ id, condition, station: byId.get(to) }))
  const arrivesFrom = roadmap.connections
    .filter(({ to }) => to === station.id)
    .map(({ id, from, condition }) => ({ id, condition, station: byId.get(from) }))
  const remarks = [
    station.isStart ? words.map.start : null,
    station.isEnd ? words.map.end : null,
    station.kind === 'hub' ? words.map.hub.toLowerCase() : null,
    code ? words.map.mayGet(code) : null,
  ].filter((remark) => remark !== null)
  return (
    <>
      <h4 className="sm-outline__title">
        <a href={pathTo(language, 'stations', station.slug)} lang={langs.get(station.id)?.title}>
          {station.title}
        </a>
      </h4>
      {remarks.length > 0 ? <p className="sm-outline__remarks">{remarks.join(', ')}</p> : null}
      <p lang={langs.get(station.id)?.summary}>{station.summary}</p>
      <Ways title={words.map.leadsTo} ways={leadsTo} langs={langs} />
      <Ways title={words.map.arrivesFrom} ways={arrivesFrom} langs={langs} />
    </>
  )
}

function Ways({
  title,
  ways,
  langs,
}: {
  title: string
  langs: MapLangs
  ways: { id: string; condition: string | null; station: Station | undefined }[]
}) {
  const known = ways.filter((way) => way.station !== undefined)
  if (known.length === 0) return null
  return (
    <div className="sm-outline__ways">
      <p className="sm-outline__word">{title}</p>
      <ul>
        {known.map(({ id, condition, station }) => (
          <li key={id}>
            <a href={`#${station!.slug}`} lang={langs.get(station!.id)?.title}>
              {station!.title}
            </a>
            {condition ? (
              <span className="sm-outline__when" lang={langs.get(id)?.condition}>
                {' '}
                – {condition}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

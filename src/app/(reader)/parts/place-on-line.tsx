import { pathTo } from '../addresses.ts'
import type { Context } from '../page-model.ts'
import type { StopFragment } from '../questions/generated.ts'

interface PlaceOnLineProps {
  context: Context
  /** Title of the station. */
  title: string
  /** Its neighbours on its line. */
  before: StopFragment | null
  after: StopFragment | null
}

/** Where a station is on its line: what is before it, and what comes after. */
export function PlaceOnLine({ context, title, before, after }: PlaceOnLineProps) {
  const { language, words } = context
  return (
    <nav className="sm-where" aria-label={words.station.where}>
      <ol className="sm-where__stops">
        {before ? (
          <li className="sm-where__stop">
            <span className="sm-where__word">{words.station.before}</span>
            <a href={pathTo(language, 'stations', before.slug)}>{before.title}</a>
          </li>
        ) : null}
        <li className="sm-where__stop sm-where__stop--here" aria-current="location">
          <span className="sm-where__word">{words.station.here}</span>
          <strong>{title}</strong>
        </li>
        {after ? (
          <li className="sm-where__stop">
            <span className="sm-where__word">{words.station.after}</span>
            <a href={pathTo(language, 'stations', after.slug)}>{after.title}</a>
          </li>
        ) : null}
      </ol>
    </nav>
  )
}

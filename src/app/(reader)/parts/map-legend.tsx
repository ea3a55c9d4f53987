import type { ReactNode } from 'react'
import { pathTo } from '../addresses.ts'
import { plainDashes } from '../map-dashes.ts'
import type { MapLangs } from '../map-languages.ts'
import type { Context } from '../page-model.ts'
import type { WholeMapFragment } from '../questions/generated.ts'
import { LineMarker, plainColour } from './line-marker.tsx'

interface LinesProps {
  context: Pick<Context, 'language' | 'words'>
  phases: WholeMapFragment['phases']
  langs: MapLangs
  /** Slug of the line that is shown alone. */
  only: string | undefined
}

/** All lines with their signs: what the colours mean, and a way to see one of them alone. */
export function MapLines({ context: { language, words }, phases, langs, only }: LinesProps) {
  const map = pathTo(language, 'map')
  return (
    <nav className="sm-map-lines" aria-label={words.map.filter}>
      <ul>
        <li>
          <a href={`${map}#map`} aria-current={only === undefined ? 'true' : undefined}>
            {words.map.allLines}
          </a>
        </li>
        {phases
          .filter(({ stations }) => stations.length > 0)
          .map((phase) => (
            <li key={phase.id}>
              <a
                href={`${map}?line=${encodeURIComponent(phase.slug)}#map`}
                aria-current={only === phase.slug ? 'true' : undefined}
                lang={langs.get(phase.id)?.title}
              >
                <span aria-hidden="true">
                  <LineMarker line={phase} />
                </span>
                {phase.name}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** What the signs on the drawing mean. */
export function MapLegend({ context: { words } }: { context: Pick<Context, 'words'> }) {
  return (
    <details className="sm-legend">
      <summary>{words.map.legend}</summary>
      <ul className="usa-list--unstyled">
        <Entry text={words.map.stop}>
          <rect className="sm-stop__plate" x="3" y="4" width="54" height="24" rx="8" />
        </Entry>
        <Entry text={words.map.hub}>
          <rect
            className="sm-stop__plate sm-legend__hub"
            x="4"
            y="4"
            width="52"
            height="24"
            rx="1"
          />
          <rect className="sm-stop__inner" x="8" y="8" width="44" height="16" />
        </Entry>
        <Entry text={words.map.way}>
          <path className="sm-way__line" d="M2 16h46" />
          <path className="sm-way__head" d="M58 16l-14-8v16z" />
        </Entry>
        <Entry text={words.map.transfer}>
          <g className="sm-way--transfer">
            <path className="sm-way__line" d="M2 16h46" strokeDasharray={plainDashes} />
            <path className="sm-way__head" d="M58 16l-14-8v16z" />
          </g>
        </Entry>
        <Entry text={words.map.changesHere}>
          <g className="sm-stop__change">
            <circle cx="30" cy="16" r="9" />
            <text x="30" y="16" dy="0.36em" textAnchor="middle" fontSize="11">
              A
            </text>
          </g>
        </Entry>
      </ul>
    </details>
  )
}

function Entry({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li>
      <svg width="60" height="32" viewBox="0 0 60 32" color={plainColour} aria-hidden="true">
        {children}
      </svg>
      <span>{text}</span>
    </li>
  )
}

import { pathTo } from '../addresses.ts'
import { station as room, type Point } from '../map-geometry.ts'
import { fitted, leading, widthOf } from '../map-text.ts'
import type { Context } from '../page-model.ts'
import type { WholeMapFragment } from '../questions/generated.ts'
import { plainColour } from './line-marker.tsx'

type Station = WholeMapFragment['stations'][number]
type Phase = WholeMapFragment['phases'][number]

interface StopProps {
  context: Pick<Context, 'language' | 'words'>
  isBack: boolean
  /** Whether the map opens at it. */
  isBeginning: boolean
  isChosen: boolean
  isLit: boolean
  /** Language of its title, where that is not the page's. */
  lang: 'en' | undefined
  phase: Phase | undefined
  place: Point
  station: Station
  /** Other lines to which one can change here. */
  changesTo: readonly Phase[]
}

/** Room for a title on a plate: within its border, and below the sign of its line. */
export const titleRoom = {
  width: room.width - 16,
  height: room.height - 8,
  most: 4,
  sizes: [15, 14, 13, 12.25, 11.5, 10.75, 10],
} as const

/** Up to this size, letters are set wider. */
const smallLetters = 12.25

/** A stop: a plate with its title, the sign of its line, and what else there is to know at a glance. */
export function MapStop(props: StopProps) {
  const { context, isBack, isBeginning, isChosen, isLit, lang, phase } = props
  const { place, station, changesTo } = props
  const { language, words } = context
  const isHub = station.kind === 'hub'
  const left = place.x - room.width / 2
  const top = place.y - room.height / 2
  const end = station.isStart ? words.map.startTag : station.isEnd ? words.map.endTag : undefined
  return (
    <a
      className={classes('sm-stop', {
        'sm-stop--back': isBack,
        'sm-stop--chosen': isChosen,
        'sm-stop--hub': isHub,
        'sm-stop--lit': isLit,
      })}
      href={pathTo(language, 'stations', station.slug)}
      data-slug={station.slug}
      data-x={place.x}
      data-y={place.y}
      data-begin={isBeginning || undefined}
    >
      <title lang={lang}>{station.title}</title>
      <desc>{descriptionOf(props)}</desc>
      <rect
        className="sm-stop__plate"
        x={left}
        y={top}
        width={room.width}
        height={room.height}
        rx={isHub ? 2 : 18}
      />
      {isHub ? (
        <rect
          className="sm-stop__inner"
          x={left + 5}
          y={top + 5}
          width={room.width - 10}
          height={room.height - 10}
        />
      ) : null}
      <Title title={station.title} place={place} />
      <Sign x={left + 16} y={top - 1} marker={phase?.marker} colour={undefined} />
      {end ? <Tag text={end} right={left + room.width - 10} y={top - 1} /> : null}
      {changesTo.map(({ id, colour, marker }, index) => (
        <Sign
          key={id}
          x={left + room.width - 16 - (changesTo.length - 1 - index) * 20}
          y={top + room.height + 1}
          marker={marker}
          colour={colour ?? plainColour}
          isSmall
        />
      ))}
    </a>
  )
}

function Title({ title, place }: { title: string; place: Point }) {
  const { lines, size } = fitted(title, titleRoom)
  const top = place.y - ((lines.length - 1) * size * leading) / 2
  return (
    <text
      className={classes('sm-stop__title', { 'sm-stop__title--small': size <= smallLetters })}
      textAnchor="middle"
      fontSize={size}
      aria-hidden="true"
    >
      {lines.map((line, index) => (
        <tspan key={index} x={place.x} y={top + index * size * leading} dy="0.36em">
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** The letter of a line in its colour: that of the stop, or of a line to which one can change. */
function Sign({
  x,
  y,
  marker,
  colour,
  isSmall = false,
}: {
  x: number
  y: number
  marker: string | null | undefined
  colour: string | undefined
  isSmall?: boolean
}) {
  return (
    <g className={isSmall ? 'sm-stop__change' : 'sm-stop__sign'} color={colour} aria-hidden="true">
      <circle cx={x} cy={y} r={isSmall ? 9 : 11} />
      <text x={x} y={y} dy="0.36em" textAnchor="middle" fontSize={isSmall ? 11 : 13.5}>
        {marker ?? ''}
      </text>
    </g>
  )
}

/** Says that the way begins or ends here. */
function Tag({ text, right, y }: { text: string; right: number; y: number }) {
  const width = widthOf(text) * 11 + 16
  return (
    <g className="sm-stop__tag" aria-hidden="true">
      <rect x={right - width} y={y - 9} width={width} height="18" rx="9" />
      <text x={right - width / 2} y={y} dy="0.36em" textAnchor="middle" fontSize="11">
        {text}
      </text>
    </g>
  )
}

function descriptionOf({
  context: { words },
  phase,
  station,
  changesTo,
  isLit,
}: StopProps): string {
  return [
    phase ? words.station.onLine(phase.name) : undefined,
    station.kind === 'hub' ? words.map.hub : undefined,
    station.isStart ? words.station.begins.replace(/\.$/, '') : undefined,
    station.isEnd ? words.station.ends.replace(/\.$/, '') : undefined,
    changesTo.length > 0 ? words.map.changes(changesTo.map(({ name }) => name)) : undefined,
    isLit ? words.map.lit : undefined,
  ]
    .filter((part) => part !== undefined)
    .map((part) => `${part}.`)
    .join(' ')
}

/** Names of classes: one that is always there, and others that depend. */
export function classes(always: string, sometimes: Record<string, boolean>): string {
  return [always, ...Object.keys(sometimes).filter((name) => sometimes[name])].join(' ')
}

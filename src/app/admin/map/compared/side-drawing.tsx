'use client'
import { inLocale, type MapPhase, type Position } from '../../../../delivery/roadmap/graph.ts'
import type { Locale } from '../../../../locales.ts'
import { fitted, leading } from '../../../(reader)/map-text.ts'
import { room, wayPath } from '../room.ts'
import type { Names } from '../say-change.ts'
import { lineOf } from '../stop-node.tsx'
import { tipOf } from '../way-edge.tsx'
import type { MapEditorWords } from '../words.ts'
import { labelHeight, labelWidth, placesOfLabels } from './labels.ts'
import type { DrawnConnection, DrawnSide, DrawnStation, WayMark } from './told-map.ts'

/** Around the outermost stops, in the unit of the map. */
const margin = 34

/** How large the drawing is, for each unit of the map. */
const scale = 0.72

const titleRoom = {
  width: room.width - 16,
  height: room.height - 8,
  most: 3,
  sizes: [16, 15, 14, 13, 12],
} as const

/** Signs that stand before the words of a mark. */
const signs: { [Mark in WayMark]: string } = { same: '', connected: '+', cut: '×', changed: '≠' }

/** One side of a comparison of maps. */
export function SideDrawing({
  language,
  name,
  names,
  phases,
  side: { connections, stations },
  words,
}: {
  language: Locale
  /** “Before” or “After”. */
  name: string
  names: Names
  phases: readonly MapPhase[]
  side: DrawnSide
  words: MapEditorWords
}) {
  const said = words.review
  if (stations.length === 0) return <p>{said.notThere}</p>
  const places = new Map(stations.map(({ place, station }) => [station.id, place]))
  const colours = new Map(phases.map(({ colour, id }) => [id, colour]))
  const colourOf = (id: string) => {
    const phase = stations.find(({ station }) => station.id === id)?.station.phase
    return colours.get(phase ?? '') ?? '#71767a'
  }
  const [left, top, width, height] = frameOf([...places.values()])
  const titles = stations.map(({ station }) => names.station(station.id)).join(', ')
  const drawn = connections.flatMap((way) => {
    const [from, to] = [places.get(way.from), places.get(way.to)]
    return from && to ? [{ way, path: wayPath(from, to) }] : []
  })
  const marked = drawn.flatMap(({ path, way }) =>
    way.mark === 'same' ? [] : [{ path, text: `${signs[way.mark]} ${said.marks[way.mark]}`, way }],
  )
  const marks = placesOfLabels(marked, [...places.values()])
  return (
    <div aria-label={name} className="map-side-drawing" role="group" tabIndex={0}>
      <svg
        aria-label={said.drawing(name, titles)}
        height={Math.round(height * scale)}
        role="img"
        viewBox={`${left} ${top} ${width} ${height}`}
        width={Math.round(width * scale)}
      >
        {drawn.map(({ path, way }) => (
          <WayDrawn colour={colourOf(way.to)} key={`${way.from} ${way.to}`} path={path} way={way} />
        ))}
        {stations.map((one) => (
          <StationDrawn
            colour={colourOf(one.station.id)}
            key={one.station.id}
            one={one}
            title={inLocale(one.station.title, language) || one.station.slug}
            words={words}
          />
        ))}
        {marked.map(({ text, way }, index) => (
          <Label key={`${way.from} ${way.to}`} place={marks[index]!} text={text} />
        ))}
      </svg>
    </div>
  )
}

function frameOf(places: readonly Position[]): [number, number, number, number] {
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  const left = Math.min(...xs) - room.width / 2 - margin
  const top = Math.min(...ys) - room.height / 2 - margin
  return [
    left,
    top,
    Math.max(...xs) + room.width / 2 + margin - left,
    Math.max(...ys) + room.height / 2 + margin - top,
  ]
}

function WayDrawn({ colour, path, way }: { colour: string; path: string; way: DrawnConnection }) {
  const { angle, x, y } = tipOf(path)
  const classes = [
    'map-way',
    way.transfer ? 'map-way--transfer' : '',
    way.mark === 'same' ? '' : `map-way--${way.mark}`,
  ]
  return (
    <g className={classes.filter(Boolean).join(' ')} style={lineOf(colour)}>
      <path className="map-way__line" d={path} />
      <path
        className="map-way__head"
        d="M0 0l-13-7v14z"
        transform={`translate(${x} ${y}) rotate(${angle})`}
      />
    </g>
  )
}

function StationDrawn({
  colour,
  one: { isChanged, place, station },
  title,
  words,
}: {
  colour: string
  one: DrawnStation
  title: string
  words: MapEditorWords
}) {
  const { lines, size } = fitted(title, titleRoom)
  const classes = [
    'map-plate',
    station.isCompared ? 'map-plate--compared' : '',
    station.place.isStored ? '' : 'map-plate--laid-out',
  ]
  const top = place.y - ((lines.length - 1) * size * leading) / 2
  return (
    <g className={classes.filter(Boolean).join(' ')} style={lineOf(colour)}>
      <rect
        height={room.height}
        rx={station.kind === 'hub' ? 2 : 18}
        width={room.width}
        x={place.x - room.width / 2}
        y={place.y - room.height / 2}
      />
      <text fontSize={size} textAnchor="middle">
        {lines.map((line, index) => (
          <tspan dy="0.36em" key={index} x={place.x} y={top + index * size * leading}>
            {line}
          </tspan>
        ))}
      </text>
      {isChanged ? (
        <Label
          place={{ x: place.x, y: place.y + room.height / 2 + 4 }}
          text={`${signs.changed} ${words.review.marks.moved}`}
        />
      ) : null}
    </g>
  )
}

/** Words on a plate of their own, so that they can be read on whatever lies below. */
function Label({ place: { x, y }, text }: { place: Position; text: string }) {
  const width = labelWidth(text)
  return (
    <g className="map-label">
      <rect height={labelHeight} rx="4" width={width} x={x - width / 2} y={y - labelHeight / 2} />
      <text dy="0.36em" fontSize="15" textAnchor="middle" x={x} y={y}>
        {text}
      </text>
    </g>
  )
}

import type { Locale } from '../../locales.ts'
import {
  inLocale,
  inReadingOrder,
  withoutLooseEnds,
  type MapConnection,
  type MapStation,
  type RoadmapGraph,
} from './graph.ts'

/**
 * The map in plain text, for people who cannot see it: line by line, each station with where it leads, on
 * which condition, and whether that changes lines. Every station and every connection of the map is in it.
 *
 * A station is known by the number of its line and its own along it, such as 6.13, because two may bear
 * the same title.
 */
export function outlineOf(graph: RoadmapGraph, locale: Locale): string {
  return [...partsOfOutline(inReadingOrder(withoutLooseEnds(graph)), locale)].join('')
}

/**
 * The outline in parts, a station at a time: of a large map it is the longest text there is.
 *
 * @param graph in reading order, without loose ends
 */
export function* partsOfOutline(
  { phases, stations, connections }: RoadmapGraph,
  locale: Locale,
): Generator<string> {
  const words = outlineWords[locale] ?? outlineWords.en
  const lines: { name: string; stations: MapStation[] }[] = phases.map(({ id, name }) => ({
    name: oneLine(inLocale(name, locale)),
    stations: stations.filter(({ phase }) => phase === id),
  }))
  const known = new Set(phases.map(({ id }) => id))
  const elsewhere = stations.filter(({ phase }) => !known.has(phase ?? ''))
  if (elsewhere.length > 0) lines.push({ name: words.elsewhere, stations: elsewhere })
  const places = new Map<string, { line: number; place: number; title: MapStation['title'] }>()
  lines.forEach(({ stations: stops }, line) =>
    stops.forEach(({ id, title }, place) => places.set(id, { line, place, title })),
  )
  const nameOf = (id: string): string => {
    const { line, place, title } = places.get(id)!
    return `${line + 1}.${place + 1} ${oneLine(inLocale(title, locale))}`
  }
  const wayLine = ({ from, to, condition, transfer }: MapConnection): string => {
    const there = places.get(to)!.line
    const changes = transfer || there !== places.get(from)!.line
    const when = oneLine(inLocale(condition, locale))
    return [
      '    → ',
      when === '' ? '' : `${when}: `,
      nameOf(to),
      changes ? ` (${words.change(lines[there]!.name)})` : '',
    ].join('')
  }
  const ways = byBeginning(connections)
  yield words.intro({
    lines: phases.length,
    stations: stations.length,
    ways: connections.length,
  })
  for (const [line, { name, stations: stops }] of lines.entries()) {
    yield `\n\n${line + 1}. ${name}`
    if (stops.length === 0) yield `\n  ${words.noStations}`
    for (const station of stops) {
      const told = [
        `  ${nameOf(station.id)}${marks(station, words)}`,
        ...(ways.get(station.id) ?? []).map(wayLine),
      ]
      yield `\n${told.join('\n')}`
    }
  }
}

function byBeginning(connections: readonly MapConnection[]): Map<string, MapConnection[]> {
  const ways = new Map<string, MapConnection[]>()
  for (const connection of connections) {
    const known = ways.get(connection.from)
    if (known) known.push(connection)
    else ways.set(connection.from, [connection])
  }
  return ways
}

interface OutlineWords {
  intro: (count: { lines: number; stations: number; ways: number }) => string
  noStations: string
  elsewhere: string
  starts: string
  ends: string
  hub: string
  change: (line: string) => string
}

const outlineWords: { en: OutlineWords } & Partial<Record<Locale, OutlineWords>> = {
  en: {
    intro: ({ lines, stations, ways }) =>
      `Lines: ${lines}. Stations: ${stations}. Connections: ${ways}. Each arrow leads from the station above it.`,
    noStations: 'This line has no stations.',
    elsewhere: 'On no line',
    starts: 'the way begins here',
    ends: 'the way ends here',
    hub: 'lines branch here',
    change: (line) => `change to ${line}`,
  },
  es: {
    intro: ({ lines, stations, ways }) =>
      `Líneas: ${lines}. Estaciones: ${stations}. Conexiones: ${ways}. Cada flecha sale de la estación que está encima.`,
    noStations: 'Esta línea no tiene estaciones.',
    elsewhere: 'En ninguna línea',
    starts: 'aquí empieza el camino',
    ends: 'aquí termina el camino',
    hub: 'aquí se bifurcan las líneas',
    change: (line) => `cambio a ${line}`,
  },
}

function marks({ isStart, isEnd, kind }: MapStation, words: OutlineWords): string {
  const said = [
    ...(isStart ? [words.starts] : []),
    ...(kind === 'hub' ? [words.hub] : []),
    ...(isEnd ? [words.ends] : []),
  ]
  return said.length === 0 ? '' : ` (${said.join('; ')})`
}

/** A line break inside a title would end its line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

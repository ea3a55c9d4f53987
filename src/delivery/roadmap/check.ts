import type { Locale } from '../../locales.ts'
import {
  inLocale,
  inReadingOrder,
  withoutLooseEnds,
  type MapConnection,
  type MapStation,
  type RoadmapGraph,
} from './graph.ts'

/** Something about a station that an editor should look at. */
export interface Finding {
  id: string
  slug: string
  title: string
  /** The station at the other end, where it is about a connection. Its title may be unknown. */
  to?: { id: string; slug: string | null; title: string | null }
  /** What was found and what to do, in the language asked for. */
  sentence: string
}

/** What the map lacks. Each list is in reading order. */
export interface RoadmapCheck {
  /** Nobody comes here from where the way begins. */
  unreachable: Finding[]
  /** The way stops here, and nothing says that it ends. */
  deadEnds: Finding[]
  /** Changes of lines after which no way leads back to the line that was left. */
  transfersWithoutReturn: Finding[]
  /** Connections to stations that the public does not get. */
  connectionsToWhatIsNotLive: Finding[]
}

/**
 * Looks for what is odd about a map. None of it keeps a text from being published: a map grows piece by
 * piece, and some ways have no return.
 *
 * @param live ids of stations that are live; by default those of the map
 */
export function checkRoadmap(
  graph: RoadmapGraph,
  { locale, live }: { locale: Locale; live?: ReadonlySet<string> },
): RoadmapCheck {
  const words = checkWords[locale] ?? checkWords.en
  const { stations, connections } = inReadingOrder(withoutLooseEnds(graph))
  const byId = new Map(stations.map((station) => [station.id, station]))
  const isLive = (id: string) => live?.has(id) ?? byId.has(id)
  // A draft may have no title yet, and has to be found all the same.
  const title = ({ id, slug, title: texts }: MapStation) => inLocale(texts, locale) || slug || id
  const finding = (station: MapStation, sentence: string, to?: Finding['to']): Finding => ({
    id: station.id,
    slug: station.slug,
    title: title(station),
    ...(to === undefined ? {} : { to }),
    sentence,
  })
  const end = (id: string): NonNullable<Finding['to']> => {
    const station = byId.get(id)
    return { id, slug: station?.slug ?? null, title: station ? title(station) : null }
  }

  const onwards = next(connections)
  const starts = stations.filter(({ isStart }) => isStart).map(({ id }) => id)
  const reached = reachableFrom(starts, onwards)
  const hasArrivals = new Set(connections.map(({ to }) => to))
  return {
    unreachable: stations
      // Nobody has said where the way begins: then only what nothing leads to is odd.
      .filter(({ id }) => (starts.length > 0 ? !reached.has(id) : !hasArrivals.has(id)))
      .map((station) =>
        finding(
          station,
          hasArrivals.has(station.id)
            ? words.cutOff(title(station))
            : words.noWayIn(title(station)),
        ),
      ),
    deadEnds: stations
      .filter(({ id, isEnd }) => !isEnd && !onwards.has(id))
      .map((station) => finding(station, words.deadEnd(title(station)))),
    transfersWithoutReturn: connections
      .filter(({ transfer }) => transfer)
      .filter(({ from, to }) => !leadsBack({ from, to }, { byId, onwards }))
      .map(({ from, to }) => {
        const station = byId.get(from)!
        return finding(station, words.noReturn(title(station), title(byId.get(to)!)), end(to))
      }),
    connectionsToWhatIsNotLive: inReadingOrder(graph)
      .connections.filter(({ to }) => !isLive(to))
      .map(({ from, to }) => {
        const station = byId.get(from)!
        const there = end(to)
        return finding(station, words.notLive(title(station), there.title), there)
      }),
  }
}

/** For each station that leads somewhere, where to. */
function next(connections: readonly MapConnection[]): Map<string, string[]> {
  const onwards = new Map<string, string[]>()
  for (const { from, to } of connections) onwards.set(from, [...(onwards.get(from) ?? []), to])
  return onwards
}

function reachableFrom(
  starts: readonly string[],
  onwards: ReadonlyMap<string, string[]>,
): Set<string> {
  const reached = new Set(starts)
  // A set goes on to what is added while it is walked.
  for (const id of reached) for (const to of onwards.get(id) ?? []) reached.add(to)
  return reached
}

/** Whether somebody who changed lines can come back to the line, to whichever of its stations. */
function leadsBack(
  { from, to }: { from: string; to: string },
  {
    byId,
    onwards,
  }: { byId: ReadonlyMap<string, MapStation>; onwards: ReadonlyMap<string, string[]> },
): boolean {
  const line = byId.get(from)!.phase
  return [...reachableFrom([to], onwards)].some(
    (id) => id === from || (line !== null && byId.get(id)!.phase === line),
  )
}

interface CheckWords {
  noWayIn: (station: string) => string
  cutOff: (station: string) => string
  deadEnd: (station: string) => string
  noReturn: (station: string, to: string) => string
  notLive: (station: string, to: string | null) => string
}

const checkWords: { en: CheckWords } & Partial<Record<Locale, CheckWords>> = {
  en: {
    noWayIn: (station) =>
      `No station leads to “${station}”. Connect one to it, or mark that the way begins here.`,
    cutOff: (station) =>
      `“${station}” cannot be reached from where the way begins. Connect one of the stations before it, or mark where the way begins.`,
    deadEnd: (station) =>
      `“${station}” leads nowhere. Add where it leads, or mark that the way ends here.`,
    noReturn: (station, to) =>
      `“${station}” changes lines to “${to}”, and from there no way leads back to the line. Add one if people can come back.`,
    notLive: (station, to) =>
      to === null
        ? `“${station}” leads to a station that is not live. Remove the connection, or choose another station.`
        : `“${station}” leads to “${to}”, which is not live. Publish both together.`,
  },
  es: {
    noWayIn: (station) =>
      `Ninguna estación lleva a «${station}». Conecte una con ella, o marque que el camino empieza aquí.`,
    cutOff: (station) =>
      `No se llega a «${station}» desde donde empieza el camino. Conecte una de las estaciones anteriores, o marque dónde empieza el camino.`,
    deadEnd: (station) =>
      `«${station}» no lleva a ninguna parte. Añada adónde lleva, o marque que el camino termina aquí.`,
    noReturn: (station, to) =>
      `«${station}» cambia de línea hacia «${to}», y desde allí ningún camino vuelve a la línea. Añada uno si se puede volver.`,
    notLive: (station, to) =>
      to === null
        ? `«${station}» lleva a una estación que no es pública. Quite la conexión, o elija otra estación.`
        : `«${station}» lleva a «${to}», que no es pública. Publique las dos juntas.`,
  },
}

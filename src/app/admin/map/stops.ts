import type { Position, Texts } from '../../../delivery/roadmap/graph.ts'
import type { Locale } from '../../../locales.ts'
import type { DraftConnection, DraftStop } from '../../../map-editor/draft-map.ts'

/** The stops of a map by id, in reading order. */
export type Stops = ReadonlyMap<string, DraftStop>

/** What can be marked at a stop. */
export type Mark = 'isStart' | 'isEnd'

/** One thing that somebody does to the map. */
export type Edit =
  | { kind: 'move'; places: ReadonlyMap<string, Position> }
  /** Takes back stored positions: the layout decides again. */
  | { kind: 'giveBack'; ids: readonly string[] }
  | { kind: 'connect'; from: string; to: string }
  | { kind: 'cut'; from: string; to: string }
  | { kind: 'condition'; from: string; to: string; locale: Locale; text: string }
  | { kind: 'transfer'; from: string; to: string; transfer: boolean }
  | { kind: 'line'; ids: readonly string[]; phase: string }
  | { kind: 'order'; id: string; order: number | null }
  | { kind: 'mark'; id: string; mark: Mark; on: boolean }

/** Most connections of one station, as the platform takes them. */
export const mostConnections = 40

/** The map after an edit; the very same when the edit changes nothing or cannot be made. */
export function edited(stops: Stops, edit: Edit): Stops {
  switch (edit.kind) {
    case 'move':
      return withStops(stops, [...edit.places.keys()], (stop) => movedTo(stop, edit.places))
    case 'giveBack':
      return withStops(stops, edit.ids, (stop) =>
        stop.stored === null ? stop : { ...stop, stored: null },
      )
    case 'connect':
      return connected(stops, edit)
    case 'cut':
      return withStops(stops, [edit.from], (stop) => ({
        ...stop,
        connections: stop.connections.filter(({ to }) => to !== edit.to),
      }))
    case 'condition':
      return withConnection(stops, edit, (one) => withCondition(one, edit))
    case 'transfer':
      return withConnection(stops, edit, (one) => ({ ...one, transfer: edit.transfer }))
    case 'line':
      return onLine(stops, edit)
    case 'order':
      return withStops(stops, [edit.id], (stop) => ({ ...stop, order: edit.order }))
    case 'mark':
      return withStops(stops, [edit.id], (stop) => ({ ...stop, [edit.mark]: edit.on }))
  }
}

/** The connection from one stop to another, if there is one. */
export function connectionOf(
  stops: Stops,
  { from, to }: { from: string; to: string },
): DraftConnection | undefined {
  return stops.get(from)?.connections.find((one) => one.to === to)
}

/** Whether the platform would take a connection from one stop to another. */
export function canConnect(stops: Stops, { from, to }: { from: string; to: string }): boolean {
  const stop = stops.get(from)
  return (
    stop !== undefined &&
    stops.has(to) &&
    from !== to &&
    stop.connections.length < mostConnections &&
    !connectionOf(stops, { from, to })
  )
}

/** Whether two texts say the same in every language; nothing and an empty text do. */
export function sayTheSame(one: Texts, other: Texts): boolean {
  const codes = new Set([...Object.keys(one), ...Object.keys(other)] as Locale[])
  return [...codes].every((code) => (one[code] || '') === (other[code] || ''))
}

function movedTo(stop: DraftStop, places: ReadonlyMap<string, Position>): DraftStop {
  const { x, y } = places.get(stop.id)!
  const place = { x: Math.round(x), y: Math.round(y) }
  return stop.stored?.x === place.x && stop.stored.y === place.y ? stop : { ...stop, stored: place }
}

function connected(stops: Stops, { from, to }: { from: string; to: string }): Stops {
  if (!canConnect(stops, { from, to })) return stops
  const transfer = stops.get(from)!.phase !== stops.get(to)!.phase
  return withStops(stops, [from], (stop) => ({
    ...stop,
    connections: [...stop.connections, { id: null, to, condition: {}, transfer }],
  }))
}

function withCondition(
  connection: DraftConnection,
  { locale, text }: { locale: Locale; text: string },
): DraftConnection {
  return { ...connection, condition: { ...connection.condition, [locale]: text || null } }
}

/** At the end of the line, in the order in which they are named. */
function onLine(stops: Stops, { ids, phase }: { ids: readonly string[]; phase: string }): Stops {
  const going = ids.filter((id) => stops.has(id) && stops.get(id)!.phase !== phase)
  const there = [...stops.values()].filter((stop) => stop.phase === phase)
  const last = Math.max(0, ...there.map(({ order }) => order ?? 0))
  return withStops(stops, going, (stop) => ({
    ...stop,
    phase,
    order: Math.floor(last) + going.indexOf(stop.id) + 1,
  }))
}

function withConnection(
  stops: Stops,
  { from, to }: { from: string; to: string },
  change: (connection: DraftConnection) => DraftConnection,
): Stops {
  return withStops(stops, [from], (stop) => ({
    ...stop,
    connections: stop.connections.map((one) => (one.to === to ? change(one) : one)),
  }))
}

function withStops(
  stops: Stops,
  ids: readonly string[],
  change: (stop: DraftStop) => DraftStop,
): Stops {
  const changed = ids.flatMap((id) => {
    const stop = stops.get(id)
    const after = stop && change(stop)
    return after && !isSameStop(stop, after) ? [after] : []
  })
  if (changed.length === 0) return stops
  const next = new Map(stops)
  for (const stop of changed) next.set(stop.id, stop)
  return next
}

function isSameStop(one: DraftStop, other: DraftStop): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

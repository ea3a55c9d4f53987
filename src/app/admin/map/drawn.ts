'use client'
import { useMemo, useRef } from 'react'
import { inLocale, type MapPhase, type Position } from '../../../delivery/roadmap/graph.ts'
import type { Locale } from '../../../locales.ts'
import type { DraftStop } from '../../../map-editor/draft-map.ts'
import type { StopFinding } from './findings.ts'
import { room } from './room.ts'
import type { Names } from './say-change.ts'
import type { ProposedNode, StopNode, StopShown } from './stop-node.tsx'
import type { OpenMap } from './use-map.ts'
import type { ProposedEdge, WayEdge } from './way-edge.tsx'
import type { MapEditorWords } from './words.ts'

/** A connection that is selected. */
export interface Way {
  from: string
  to: string
}

/** Everything that decides how the map is drawn. */
export interface Drawing {
  map: OpenMap
  /** Where stops are while somebody drags them. */
  dragged: ReadonlyMap<string, Position>
  findings: readonly StopFinding[]
  language: Locale
  names: Names
  proposal: ReadonlyMap<string, Position> | null
  selected: ReadonlySet<string>
  way: Way | null
  words: MapEditorWords
}

/** The colour of what is on no line. */
const plain = '#71767a'

export type MapNode = StopNode | ProposedNode
export type MapEdge = WayEdge | ProposedEdge

/** The map as React Flow draws it. What stays the same is the same object, so that it is not drawn again. */
export function useDrawn(drawing: Drawing): Drawn {
  const { dragged } = drawing
  const drawn = useSettled(drawing)
  return useMemo(
    () => (dragged.size === 0 ? drawn : whileDragged(drawn, dragged)),
    [dragged, drawn],
  )
}

interface Drawn {
  nodes: MapNode[]
  edges: MapEdge[]
}

/** Only what is dragged and what leads to or from it is drawn anew with every move. */
function whileDragged({ edges, nodes }: Drawn, dragged: ReadonlyMap<string, Position>): Drawn {
  return {
    nodes: nodes.map((node) => {
      const position = dragged.get(node.id)
      return position ? { ...node, position } : node
    }),
    edges: edges.map((edge): MapEdge => {
      const [from, to] = [dragged.get(edge.source), dragged.get(edge.target)]
      if (!from && !to) return edge
      const data = { ...edge.data!, ...(from ? { from } : {}), ...(to ? { to } : {}) }
      return { ...edge, data } as MapEdge
    }),
  }
}

/** The map while nothing is dragged. */
function useSettled(drawing: Drawing): Drawn {
  const { findings, map, names, proposal, selected, way } = drawing
  const known = useRef(new Map<string, { said: string; drawn: MapNode | MapEdge }>())
  return useMemo(() => {
    const kept = known.current
    const keep = <One extends MapNode | MapEdge>(one: One): One => {
      const said = JSON.stringify(one)
      const before = kept.get(one.id)
      if (before?.said === said) return before.drawn as One
      kept.set(one.id, { said, drawn: one })
      return one
    }
    const { placeOf } = map
    const lacks = new Map<string, number>()
    for (const { stop } of findings) lacks.set(stop, (lacks.get(stop) ?? 0) + 1)
    const unsaved = new Set(map.unsaved.map(({ stop }) => stop.id))
    const stops = [...map.stops.values()]
    const lines = new Map(map.phases.map((phase) => [phase.id, phase]))
    return {
      nodes: [
        ...[...(proposal ?? [])].map(([id, place]) =>
          keep(proposedNode(id, place, names.station(id))),
        ),
        ...stops.map((stop) =>
          keep(
            stopNode(stop, {
              ...drawing,
              isSelected: selected.has(stop.id),
              isUnsaved: unsaved.has(stop.id),
              lacks: lacks.get(stop.id) ?? 0,
              line: lines.get(stop.phase ?? ''),
              place: placeOf(stop.id),
            }),
          ),
        ),
      ],
      edges: [
        ...stops.flatMap((stop) =>
          stop.connections
            .filter(({ to }) => map.stops.has(to))
            .map((connection) => keep(wayEdge(stop, connection, { ...drawing, lines, placeOf }))),
        ),
        ...[...(proposal ?? [])].map(([id, place]) => keep(proposedEdge(id, placeOf(id), place))),
      ],
    }
  }, [drawing.language, findings, map, names, proposal, selected, way])
}

/** Id of a connection on the screen. */
export function edgeId({ from, to }: Way): string {
  return `${from} ${to}`
}

/** The connection with an id on the screen. */
export function wayOf(id: string): Way {
  const [from = '', to = ''] = id.split(' ')
  return { from, to }
}

const proposed = 'proposed:'

function stopNode(
  stop: DraftStop,
  {
    isSelected,
    isUnsaved,
    lacks,
    language,
    line,
    map,
    place,
    words,
  }: Drawing & {
    isSelected: boolean
    isUnsaved: boolean
    lacks: number
    line: MapPhase | undefined
    place: Position
  },
): StopNode {
  const title = inLocale(stop.title, language) || stop.slug || stop.id
  const data: StopShown = {
    title,
    kind: stop.kind,
    colour: line?.colour ?? plain,
    marker: line?.marker ?? '',
    tag: stop.isStart ? words.start : stop.isEnd ? words.end : '',
    isStored: stop.stored !== null,
    lacks,
    unsaved: isUnsaved ? words.notSaved : '',
    canConnect: map.mayWrite,
  }
  return {
    id: stop.id,
    type: 'stop',
    data,
    position: place,
    selected: isSelected,
    width: room.width,
    height: room.height,
    measured: room,
    deletable: false,
    ariaLabel: labelOf(stop, { data, line, language, words }),
    domAttributes: { 'aria-roledescription': words.stop },
  }
}

/** All that is to be seen of a stop, in words. */
function labelOf(
  stop: DraftStop,
  {
    data,
    language,
    line,
    words,
  }: {
    data: StopShown
    language: Locale
    line: MapPhase | undefined
    words: MapEditorWords
  },
): string {
  const onLine = words.onLine(line ? inLocale(line.name, language) : words.noLine)
  return [
    data.title,
    stop.order === null ? onLine : `${onLine}, ${words.place(stop.order)}`,
    ...(stop.kind === 'hub' ? [words.hub] : []),
    ...(stop.isStart ? [words.begins] : []),
    ...(stop.isEnd ? [words.ends] : []),
    ...(stop.stored ? [] : [words.laidOut]),
    ...(data.lacks > 0 ? [words.lacks(data.lacks)] : []),
    ...(data.unsaved ? [words.notSaved] : []),
  ].join('. ')
}

function wayEdge(
  stop: DraftStop,
  { condition, to, transfer }: DraftStop['connections'][number],
  {
    language,
    lines,
    map,
    names,
    placeOf,
    selected,
    way,
    words,
  }: Drawing & { lines: ReadonlyMap<string, MapPhase>; placeOf: (id: string) => Position },
): WayEdge {
  const end = map.stops.get(to)!
  const isSelected = way?.from === stop.id && way.to === to
  // Conditions of all of them at once would hide the map.
  const isNear = isSelected || (selected.size === 1 && (selected.has(stop.id) || selected.has(to)))
  return {
    id: edgeId({ from: stop.id, to }),
    type: 'way',
    source: stop.id,
    target: to,
    selected: isSelected,
    deletable: map.mayWrite,
    ariaLabel: words.wayLabel(names.station(stop.id), names.station(to)),
    domAttributes: { 'aria-roledescription': words.way },
    data: {
      from: placeOf(stop.id),
      to: placeOf(to),
      colour: lines.get(end.phase ?? '')?.colour ?? plain,
      transfer: transfer || end.phase !== stop.phase,
      label: isNear ? inLocale(condition, language) : '',
    },
  }
}

function proposedNode(id: string, place: Position, title: string): ProposedNode {
  return {
    id: proposed + id,
    type: 'proposed',
    data: { title },
    position: place,
    width: room.width,
    height: room.height,
    measured: room,
    connectable: false,
    deletable: false,
    draggable: false,
    focusable: false,
    selectable: false,
    zIndex: -1,
  }
}

function proposedEdge(id: string, from: Position, to: Position): ProposedEdge {
  return {
    id: `${proposed}way:${id}`,
    type: 'proposed',
    source: id,
    target: proposed + id,
    data: { from, to },
    deletable: false,
    selectable: false,
  }
}

'use client'
import { useTheme } from '@payloadcms/ui'
import {
  Background,
  Controls,
  MiniMap,
  ReactFlow,
  useStore,
  type EdgeChange,
  type NodeChange,
  type ReactFlowInstance,
} from '@xyflow/react'
import { useMemo, useState } from 'react'
import type { Position } from '../../../delivery/roadmap/graph.ts'
import { useDrawn, wayOf, type Drawing, type MapEdge, type MapNode, type Way } from './drawn.ts'
import { canConnect } from './stops.ts'
import { ProposedOnMap, StopOnMap } from './stop-node.tsx'
import type { MapActs, OpenMap } from './use-map.ts'
import { ProposedWay, WayOnMap } from './way-edge.tsx'
import type { MapEditorWords } from './words.ts'
import '@xyflow/react/dist/style.css'

export type MapFlow = ReactFlowInstance<MapNode, MapEdge>

const nodeTypes = { stop: StopOnMap, proposed: ProposedOnMap }
const edgeTypes = { way: WayOnMap, proposed: ProposedWay }

/** With more stops than this, only those in sight are drawn. */
const mostDrawn = 250

/** The map itself: stops that are moved by mouse and keys, and connections that are drawn and cut. */
export function MapCanvas({
  acts,
  drawing,
  onFlow,
  onRefused,
  onSelect,
  onWay,
}: {
  acts: Pick<MapActs, 'edit'>
  drawing: Omit<Drawing, 'dragged'>
  onFlow: (flow: MapFlow) => void
  /** A connection that somebody tried to draw and that cannot be. */
  onRefused: (way: Way) => void
  onSelect: (ids: ReadonlySet<string>) => void
  onWay: (way: Way | null) => void
}) {
  const { map, selected, words } = drawing
  const { theme } = useTheme()
  const [dragged, setDragged] = useState<ReadonlyMap<string, Position>>(new Map())
  const [isConnecting, setConnecting] = useState(false)
  const { edges, nodes } = useDrawn({ ...drawing, dragged })
  const labels = useMemo(() => labelsOf(words, map.mayWrite), [map.mayWrite, words])

  const changeNodes = (changes: NodeChange<MapNode>[]) => {
    const chosen = new Set(selected)
    const dragging = new Map<string, Position>()
    const moved = new Map<string, Position>()
    for (const change of changes) {
      if (change.type === 'select') {
        if (change.selected) chosen.add(change.id)
        else chosen.delete(change.id)
      }
      if (change.type === 'position' && change.position)
        (change.dragging ? dragging : moved).set(change.id, change.position)
    }
    if (changes.some(({ type }) => type === 'select')) onSelect(chosen)
    if (dragging.size > 0) setDragged(dragging)
    else if (changes.some(({ type }) => type === 'position')) setDragged(new Map())
    const places = new Map([...moved].filter(([id, place]) => !isAt(map.placeOf(id), place)))
    if (places.size === 0) return
    // Key after key is one step to undo, drag after drag is not.
    const run = dragged.size > 0 ? undefined : `keys ${[...places.keys()].join(' ')}`
    acts.edit({ kind: 'move', places }, run)
  }
  const changeEdges = (changes: EdgeChange<MapEdge>[]) => {
    for (const change of changes) {
      if (change.type === 'select' && !change.selected) onWay(null)
      if (change.type === 'remove') acts.edit({ kind: 'cut', ...wayOf(change.id) })
    }
  }
  return (
    <div className={`map-canvas${isConnecting ? ' map-canvas--connecting' : ''}`}>
      <ReactFlow<MapNode, MapEdge>
        aria-label={words.theMap}
        ariaLabelConfig={labels}
        colorMode={theme}
        connectionRadius={40}
        deleteKeyCode={map.mayWrite ? ['Delete', 'Backspace'] : null}
        edges={edges}
        edgesFocusable={false}
        edgeTypes={edgeTypes}
        maxZoom={2}
        minZoom={0.05}
        nodeOrigin={[0.5, 0.5]}
        nodes={nodes}
        nodesConnectable={map.mayWrite}
        nodesDraggable={map.mayWrite}
        nodeTypes={nodeTypes}
        onConnect={({ source, target }) => {
          const way = { from: source, to: target }
          if (canConnect(map.stops, way)) {
            acts.edit({ kind: 'connect', ...way })
            onWay(way)
          } else if (source !== target) onRefused(way)
        }}
        // After the nodes were told that none of them is selected any more.
        onEdgeClick={(_event, { id }) => onWay(wayOf(id))}
        onConnectEnd={() => setConnecting(false)}
        onConnectStart={() => setConnecting(true)}
        onEdgesChange={changeEdges}
        onInit={(flow) => {
          open(flow, map)
          onFlow(flow)
        }}
        onlyRenderVisibleElements={nodes.length > mostDrawn}
        onNodesChange={changeNodes}
      >
        <SeenFromAfar />
        <Background gap={48} />
        <Controls showInteractive={false} />
        <MiniMap
          className="map-canvas__overview"
          nodeColor={colourOf}
          pannable
          style={{ height: 90, width: 150 }}
          zoomable
        />
      </ReactFlow>
    </div>
  )
}

/** Up to so many stops, all of them are shown at first. */
const fewStops = 25

/** A large map opens where the way begins, as that of the readers does. */
function open(flow: MapFlow, map: OpenMap): void {
  const start = [...map.stops.values()].find(({ isStart }) => isStart)
  if (!start || map.stops.size <= fewStops) return void flow.fitView({ maxZoom: 1 })
  const { x, y } = map.placeOf(start.id)
  void flow.setCenter(x + 400, y, { zoom: 0.6 })
}

/** Below this size, titles cannot be read. */
const far = 0.35

/** Says to the style that titles cannot be read: stops are drawn as plates in the colour of their lines then. */
function SeenFromAfar() {
  const isFar = useStore(({ transform }) => transform[2] < far)
  return isFar ? <i className="map-far" /> : null
}

function isAt(one: Position, other: Position): boolean {
  return Math.round(one.x) === Math.round(other.x) && Math.round(one.y) === Math.round(other.y)
}

function colourOf(node: MapNode): string {
  return node.type === 'stop' ? node.data.colour : 'transparent'
}

/** What React Flow says by itself, in the language of the panel. */
function labelsOf(words: MapEditorWords, mayWrite: boolean) {
  const select = mayWrite ? words.howToSelect : words.howToSelectReadOnly
  return {
    'node.a11yDescription.default': select,
    'node.a11yDescription.keyboardDisabled': select,
    'node.a11yDescription.ariaLiveMessage': ({
      direction,
      x,
      y,
    }: {
      direction: string
      x: number
      y: number
    }) => words.movedLive(words.directions[direction] ?? direction, x, y),
    'edge.a11yDescription.default': words.howToSelectWay,
    'controls.ariaLabel': words.controls,
    'controls.zoomIn.ariaLabel': words.zoomIn,
    'controls.zoomOut.ariaLabel': words.zoomOut,
    'controls.fitView.ariaLabel': words.fit,
    'controls.interactive.ariaLabel': words.controls,
    'minimap.ariaLabel': words.miniMap,
    'handle.ariaLabel': words.dragFrom,
  }
}

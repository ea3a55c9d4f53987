'use client'
import { EdgeLabelRenderer, type Edge, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import type { Position } from '../../../delivery/roadmap/graph.ts'
import { wayPath } from './room.ts'
import { lineOf } from './stop-node.tsx'

/** What a connection on the screen shows. */
export interface WayShown extends Record<string, unknown> {
  from: Position
  to: Position
  colour: string
  transfer: boolean
  /** What is written on it. */
  label: string
}

export type WayEdge = Edge<WayShown, 'way'>

/** A connection, from the edge of one stop to the edge of the other, with an arrow. */
export const WayOnMap = memo(function WayOnMap({ data, selected }: EdgeProps<WayEdge>) {
  const { colour, from, label, to, transfer } = data!
  const path = wayPath(from, to)
  const { angle, x, y } = tipOf(path)
  const classes = [
    'map-way',
    transfer ? 'map-way--transfer' : '',
    selected ? 'map-way--selected' : '',
  ]
  return (
    <g className={classes.filter(Boolean).join(' ')} style={lineOf(colour)}>
      <path className="map-way__line" d={path} />
      <path className="react-flow__edge-interaction map-way__room" d={path} />
      <path
        className="map-way__head"
        d="M0 0l-13-7v14z"
        transform={`translate(${x} ${y}) rotate(${angle})`}
      />
      {label ? (
        <EdgeLabelRenderer>
          <span
            className="map-way__label nodrag nopan"
            style={{
              transform: `translate(-50%, -50%) translate(${(from.x + to.x) / 2}px, ${(from.y + to.y) / 2}px)`,
            }}
          >
            {label}
          </span>
        </EdgeLabelRenderer>
      ) : null}
    </g>
  )
})

/** Where a way ends, and in which direction it comes there, in degrees. */
export function tipOf(path: string): Position & { angle: number } {
  const numbers = [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number)
  const [pullX = 0, pullY = 0, x = 0, y = 0] = numbers.slice(-4)
  return { x, y, angle: (Math.atan2(y - pullY, x - pullX) * 180) / Math.PI }
}

export type ProposedEdge = Edge<{ from: Position; to: Position }, 'proposed'>

/** From a stop to where the layout proposes to put it. */
export const ProposedWay = memo(function ProposedWay({ data }: EdgeProps<ProposedEdge>) {
  const { from, to } = data!
  return <path className="map-proposed__way" d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
})

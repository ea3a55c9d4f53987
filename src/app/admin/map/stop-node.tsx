'use client'
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import { memo, type CSSProperties } from 'react'

/** What a stop on the screen shows. */
export interface StopShown extends Record<string, unknown> {
  title: string
  kind: 'hub' | 'stop'
  colour: string
  marker: string
  /** What stands at its upper right corner: that the way begins or ends there. */
  tag: string
  isStored: boolean
  /** How many things are missing there. */
  lacks: number
  /** Says that it was changed and is not saved; empty where it is. */
  unsaved: string
  canConnect: boolean
}

export type StopNode = Node<StopShown, 'stop'>

/** A stop: a plate with its title and the letter of its line, and what else there is to know at a glance. */
export const StopOnMap = memo(function StopOnMap({ data, selected }: NodeProps<StopNode>) {
  const { canConnect, colour, isStored, kind, lacks, marker, tag, title, unsaved } = data
  const classes = [
    'map-stop',
    kind === 'hub' ? 'map-stop--hub' : '',
    isStored ? '' : 'map-stop--laid-out',
    selected ? 'map-stop--selected' : '',
  ]
  return (
    // What it says is in the name of the stop around it.
    <div aria-hidden="true" className={classes.filter(Boolean).join(' ')} style={lineOf(colour)}>
      <Handle
        className="map-stop__in"
        isConnectable={canConnect}
        position={Position.Left}
        type="target"
      />
      {marker ? <span className="map-stop__sign">{marker}</span> : null}
      <span className="map-stop__title">{title}</span>
      {tag ? <span className="map-stop__tag">{tag}</span> : null}
      {lacks > 0 ? <span className="map-stop__lacks">!</span> : null}
      {unsaved ? <span className="map-stop__unsaved">{unsaved}</span> : null}
      <Handle
        className="map-stop__out"
        isConnectable={canConnect}
        position={Position.Right}
        type="source"
      />
    </div>
  )
})

export type ProposedNode = Node<{ title: string }, 'proposed'>

/** Where the layout proposes to put a stop. */
export const ProposedOnMap = memo(function ProposedOnMap({ data }: NodeProps<ProposedNode>) {
  return (
    <div aria-hidden="true" className="map-proposed">
      {data.title}
      <Handle
        className="map-proposed__handle"
        isConnectable={false}
        position={Position.Left}
        type="target"
      />
    </div>
  )
})

/** The colour of a line, for what is drawn in it. */
export function lineOf(colour: string): CSSProperties {
  return { '--map-line': colour } as CSSProperties
}

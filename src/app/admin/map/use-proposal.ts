'use client'
import { useState } from 'react'
import type { Position } from '../../../delivery/roadmap/graph.ts'
import { layoutQuestion, type MapRequests } from './requests.ts'
import { edited } from './stops.ts'
import type { MapActs, OpenMap } from './use-map.ts'

/** What the layout proposes, and whether it was asked. */
export interface Proposal {
  /** Where stops would be that are elsewhere now; null where nothing is proposed. */
  places: ReadonlyMap<string, Position> | null
  state: 'none' | 'asking' | 'failed' | 'proposed'
  ask: () => void
  /** Takes the proposed places of some stops, or of all. */
  take: (ids?: readonly string[]) => void
  drop: () => void
  /** Gives stops back to the layout, which says where they come. */
  giveBack: (ids: readonly string[]) => void
}

/** Asks the layout where it would put the stops of the map on the screen. Nothing moves before somebody says so. */
export function useProposal(
  map: OpenMap | null,
  { acts, requests }: { acts: MapActs; requests: MapRequests },
): Proposal {
  const [places, setPlaces] = useState<ReadonlyMap<string, Position> | null>(null)
  const [state, setState] = useState<Proposal['state']>('none')
  const drop = () => {
    setPlaces(null)
    setState('none')
  }
  return {
    // A stop that was moved there meanwhile needs no proposal.
    places: places && map ? elsewhere(map, places) : null,
    state,
    ask: () => {
      if (!map) return
      setState('asking')
      void requests.layout(layoutQuestion(map.phases, map.stops, () => null)).then((answer) => {
        if (!('ok' in answer)) return setState('failed')
        setPlaces(new Map(Object.entries(answer.ok.places).map(([id, { x, y }]) => [id, { x, y }])))
        setState('proposed')
      })
    },
    take: (ids) => {
      if (!places || !map) return
      const wanted = ids ? new Set(ids) : null
      const taken = new Map(
        [...elsewhere(map, places)].filter(([id]) => wanted === null || wanted.has(id)),
      )
      acts.edit({ kind: 'move', places: taken })
      if (!wanted) drop()
    },
    drop,
    giveBack: (ids) => {
      if (!map) return
      const edit = { kind: 'giveBack', ids } as const
      const after = edited(map.stops, edit)
      acts.edit(edit)
      const question = layoutQuestion(map.phases, after, (id) => after.get(id)!.stored)
      void requests.layout(question).then((answer) => {
        if (!('ok' in answer)) return
        const found = answer.ok.places
        acts.setLaidOut(
          Object.fromEntries(
            ids.flatMap((id) => (found[id] ? [[id, { x: found[id].x, y: found[id].y }]] : [])),
          ),
        )
      })
    },
  }
}

function elsewhere(
  map: OpenMap,
  places: ReadonlyMap<string, Position>,
): ReadonlyMap<string, Position> {
  return new Map(
    [...places].filter(([id, { x, y }]) => {
      if (!map.stops.has(id)) return false
      const now = map.placeOf(id)
      return now.x !== x || now.y !== y
    }),
  )
}

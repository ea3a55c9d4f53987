'use client'
import { useEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { MapFlow } from './canvas.tsx'
import type { Way } from './drawn.ts'
import type { OpenMap } from './use-map.ts'

/** What is selected on the map, and the way to it. */
export interface Selection {
  selected: ReadonlySet<string>
  way: Way | null
  select: (ids: ReadonlySet<string>) => void
  /** Selects a connection, with the stop it leads from. */
  selectWay: (way: Way | null) => void
  /** Selects one stop and brings it into sight. */
  show: (id: string) => void
  clear: () => void
  /** Selects the stop on the map that has the focus, if it is not selected. */
  selectFocused: () => void
  toDetails: () => void
  toMap: () => void
}

const none: ReadonlySet<string> = new Set()

/** @param station slug or id of the stop to begin with */
export function useSelection({
  flow,
  map,
  side,
  station,
}: {
  flow: MapFlow | null
  map: OpenMap
  side: RefObject<HTMLElement | null>
  station: string | undefined
}): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(none)
  const [way, setWay] = useState<Way | null>(null)
  const show = (id: string) => {
    setSelected(new Set([id]))
    setWay(null)
    const { x, y } = map.placeOf(id)
    void flow?.setCenter(x, y, { zoom: Math.max(0.7, flow.getZoom()) })
  }
  useEffect(() => {
    if (!flow || !station) return
    const stop = [...map.stops.values()].find(({ id, slug }) => id === station || slug === station)
    if (stop) show(stop.id)
    // Once, when the map is drawn.
  }, [flow])
  return {
    selected,
    way,
    select: (ids) => {
      setSelected(ids)
      if (way && !(ids.size === 1 && ids.has(way.from))) setWay(null)
    },
    selectWay: (chosen) => {
      setWay(chosen)
      if (chosen) setSelected(new Set([chosen.from]))
    },
    show,
    clear: () => {
      setSelected(none)
      setWay(null)
    },
    selectFocused: () => {
      const focused = document.activeElement?.closest<HTMLElement>('.react-flow__node')
      const id = focused?.dataset['id']
      if (id === undefined || selected.has(id)) return
      // What is gone to next has to be there.
      flushSync(() => {
        setSelected(new Set([id]))
        setWay(null)
      })
    },
    toDetails: () => side.current?.querySelector<HTMLElement>('h2[tabindex]')?.focus(),
    toMap: () => {
      const [id] = selected
      const stop = id && document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)
      if (stop) stop.focus()
    },
  }
}

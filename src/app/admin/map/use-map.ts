'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { MapPhase, Position } from '../../../delivery/roadmap/graph.ts'
import type { DraftMap } from '../../../map-editor/draft-map.ts'
import { draftsToSave, type DraftToSave } from './drafts-to-save.ts'
import { forgetGathered, gather, gatheredOf } from './gathered.ts'
import { goneFrom, onNewest } from './on-newest.ts'
import type { MapRequests } from './requests.ts'
import { saveDrafts, type SaveResult } from './save-drafts.ts'
import type { Edit, Stops } from './stops.ts'
import { afterEdit, redone, undone, untouched, type Undoable } from './undo.ts'

/** The map as somebody has it before them. */
export interface OpenMap {
  phases: readonly MapPhase[]
  /** As it was read: the newest drafts, or older ones of what could not be saved. */
  read: Stops
  stops: Stops
  /** Where the layout puts what has no stored position. */
  laidOut: DraftMap['laidOut']
  /** What has to be saved so that the drafts are as the map on the screen. */
  unsaved: DraftToSave[]
  /** Saved here and not in review yet, by id. */
  gathered: string[]
  mayWrite: boolean
  canUndo: boolean
  canRedo: boolean
  placeOf: (id: string) => Position
}

/** What can be done to it. */
export interface MapActs {
  /** @param run names edits that are one step for undoing */
  edit: (edit: Edit, run?: string) => void
  undo: () => void
  redo: () => void
  /** Where the layout puts some stops, when it is asked anew. */
  setLaidOut: (places: { [id: string]: Position }) => void
  save: (onProgress: (done: number) => void) => Promise<SaveResult[]>
  /** Puts what is not saved on the newest drafts. @returns the names of stops that are gone; null: not reached */
  putOnNewest: () => Promise<string[] | null>
  /** Reads the map again, and keeps what is not saved. */
  readAgain: () => Promise<void>
  forgetGathered: () => void
}

interface Loaded {
  map: DraftMap
  read: Stops
  undoable: Undoable
  mayWrite: boolean
}

const nowhere: Position = { x: 0, y: 0 }

/** Reads the map of the newest drafts, and holds what somebody changes of it until it is saved. */
export function useMap(requests: MapRequests): {
  map: OpenMap | null
  hasFailed: boolean
  load: () => void
  acts: MapActs
} {
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [hasFailed, setFailed] = useState(false)
  /** Changes whenever what the browser keeps may have. */
  const [kept, setKept] = useState(0)

  const load = useCallback(() => {
    setFailed(false)
    void requests.map().then((answer) => {
      if (!('ok' in answer)) return setFailed(true)
      const read = stopsOf(answer.ok)
      setLoaded({
        map: answer.ok,
        read,
        undoable: untouched(read),
        mayWrite: answer.ok.mayWrite,
      })
    })
  }, [requests])
  useEffect(load, [load])

  const map = useMemo(() => (loaded ? openMap(loaded) : null), [loaded, kept])
  const change = (next: (undoable: Undoable) => Undoable) =>
    setLoaded((now) => now && { ...now, undoable: next(now.undoable) })

  const acts: MapActs = {
    edit: (edit, run) => change((undoable) => afterEdit(undoable, edit, run)),
    undo: () => change(undone),
    redo: () => change(redone),
    setLaidOut: (places) =>
      setLoaded(
        (now) => now && { ...now, map: { ...now.map, laidOut: { ...now.map.laidOut, ...places } } },
      ),
    save: async (onProgress) => {
      const results = await saveDrafts(map!.unsaved, requests, onProgress)
      gather(results.flatMap(({ as, id }) => (as === 'saved' ? [id] : [])))
      const answer = await requests.map()
      setLoaded((now) => now && afterSave(now, results, 'ok' in answer ? answer.ok : null))
      setKept((times) => times + 1)
      return results
    },
    putOnNewest: async () => {
      const answer = await requests.map()
      if (!('ok' in answer) || !loaded) return null
      const newest = stopsOf(answer.ok)
      const mine = { read: loaded.read, screen: loaded.undoable.stops, newest }
      setLoaded({
        map: answer.ok,
        read: newest,
        undoable: untouched(onNewest(mine)),
        mayWrite: answer.ok.mayWrite,
      })
      return goneFrom(mine)
    },
    readAgain: async () => {
      const answer = await requests.map()
      if ('ok' in answer) setLoaded((now) => now && withNewest(now, answer.ok))
      setKept((times) => times + 1)
    },
    forgetGathered: () => {
      forgetGathered()
      setKept((times) => times + 1)
    },
  }
  return { map, hasFailed, load, acts }
}

function stopsOf({ stations }: DraftMap): Stops {
  return new Map(stations.map((stop) => [stop.id, stop]))
}

function openMap({ map, mayWrite, read, undoable }: Loaded): OpenMap {
  const { future, past, stops } = undoable
  return {
    phases: map.phases,
    read,
    stops,
    laidOut: map.laidOut,
    unsaved: draftsToSave(read, stops),
    gathered: gatheredOf(read),
    mayWrite,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    placeOf: (id) => stops.get(id)?.stored ?? map.laidOut[id] ?? nowhere,
  }
}

/**
 * After a save, the newest drafts are the map that changes are made of; only what was stale or refused stays as it
 * was read, so that the next save of it names the same base and is refused as well.
 */
function afterSave(
  now: Loaded,
  results: readonly SaveResult[],
  newestMap: DraftMap | null,
): Loaded {
  const mayWrite = now.mayWrite && !results.some(isLossOfRight)
  if (!newestMap) return { ...now, mayWrite }
  const held = new Set(
    results
      .filter((one) => one.as === 'stale' || (one.as === 'refused' && !one.partly))
      .map(({ id }) => id),
  )
  const { read, stops } = withHeld(now, stopsOf(newestMap), held)
  const saved = new Set(results.flatMap(({ as, id }) => (as === 'saved' ? [id] : [])))
  const settled = new Map(
    [...stops].map(([id, stop]) => [id, saved.has(id) ? (read.get(id) ?? stop) : stop]),
  )
  return { map: newestMap, read, undoable: untouched(settled), mayWrite }
}

/** The newest drafts with what is not saved on them. What is stale stays on the base it was read with. */
function withNewest(now: Loaded, newestMap: DraftMap): Loaded {
  const newest = stopsOf(newestMap)
  const held = new Set(
    draftsToSave(now.read, now.undoable.stops)
      .filter(({ basedOn, stop }) => newest.get(stop.id)?.versionId !== basedOn)
      .map(({ stop }) => stop.id),
  )
  const { read, stops } = withHeld(now, newest, held)
  return { map: newestMap, read, undoable: untouched(stops), mayWrite: newestMap.mayWrite }
}

function withHeld(
  { read, undoable: { stops: screen } }: Loaded,
  newest: Stops,
  held: ReadonlySet<string>,
): { read: Stops; stops: Stops } {
  const others = new Set([...screen.keys()].filter((id) => !held.has(id)))
  const base = new Map(newest)
  const shown = new Map(onNewest({ read, screen, newest, only: others }))
  for (const id of held) {
    base.set(id, read.get(id)!)
    shown.set(id, screen.get(id)!)
  }
  return { read: base, stops: shown }
}

function isLossOfRight(result: SaveResult): boolean {
  return (
    result.as === 'refused' &&
    'refused' in result.answer &&
    result.answer.refused.some(({ code }) => code === 'NOT_PERMITTED' || code === 'NOT_SIGNED_IN')
  )
}

import { edited, type Edit, type Stops } from './stops.ts'

/** The map as somebody has it before them, with the way back and forth. */
export interface Undoable {
  readonly past: readonly Stops[]
  readonly stops: Stops
  readonly future: readonly Stops[]
  /** What the last edit was about, where the next one of the same goes on with it. */
  readonly run: string | null
}

/** Most steps that are kept. */
const mostSteps = 200

/** A map to which nothing was done. */
export function untouched(stops: Stops): Undoable {
  return { past: [], stops, future: [], run: null }
}

/**
 * After one more edit.
 *
 * @param run names edits that are one step together, such as a text that is typed or a stop that is moved by keys
 */
export function afterEdit(before: Undoable, edit: Edit, run: string | null = null): Undoable {
  const stops = edited(before.stops, edit)
  if (stops === before.stops) return before
  const goesOn = run !== null && run === before.run
  return {
    past: goesOn ? before.past : [...before.past, before.stops].slice(-mostSteps),
    stops,
    future: [],
    run,
  }
}

export function undone({ future, past, stops }: Undoable): Undoable {
  const last = past.at(-1)
  return last
    ? { past: past.slice(0, -1), stops: last, future: [stops, ...future], run: null }
    : { past, stops, future, run: null }
}

export function redone({ future, past, stops }: Undoable): Undoable {
  const [next, ...rest] = future
  return next
    ? { past: [...past, stops], stops: next, future: rest, run: null }
    : { past, stops, future, run: null }
}

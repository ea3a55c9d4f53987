import { locales } from '../../../locales.ts'
import { changesOfStop, type StopChange } from './changes.ts'
import { connectionOf, edited, type Edit, type Stops } from './stops.ts'

/**
 * What somebody changed of the map, put on newer drafts of it: what they did not change is as it is there.
 *
 * @param read the map that their changes were made of
 * @param screen what they made of it
 * @param only whose changes are put there; the others stay as they are in the newest
 */
export function onNewest({
  newest,
  only,
  read,
  screen,
}: {
  read: Stops
  screen: Stops
  newest: Stops
  only?: ReadonlySet<string>
}): Stops {
  let stops = newest
  for (const [id, stop] of screen) {
    const before = read.get(id)
    if (!before || before === stop || !newest.has(id) || only?.has(id) === false) continue
    for (const change of changesOfStop(before, stop))
      for (const edit of editsOf(id, change, stops)) stops = edited(stops, edit)
  }
  return stops
}

/** Names those of whom something was changed and who are not on the newest map any more. */
export function goneFrom({
  newest,
  read,
  screen,
}: {
  read: Stops
  screen: Stops
  newest: Stops
}): string[] {
  return [...screen.values()]
    .filter((stop) => !newest.has(stop.id) && read.get(stop.id) !== stop)
    .map(({ id }) => id)
}

function editsOf(id: string, change: StopChange, stops: Stops): Edit[] {
  switch (change.kind) {
    case 'placed':
    case 'moved':
      return [{ kind: 'move', places: new Map([[id, change.to]]) }]
    case 'givenBack':
      return [{ kind: 'giveBack', ids: [id] }]
    case 'line':
      return change.to === null ? [] : [{ kind: 'line', ids: [id], phase: change.to }]
    case 'order':
      return [{ kind: 'order', id, order: change.to }]
    case 'mark':
      return [{ kind: 'mark', id, mark: change.mark, on: change.on }]
    case 'cut':
      return [{ kind: 'cut', from: id, to: change.to }]
    case 'connected':
      return [
        ...leading(id, change.to, stops),
        { kind: 'transfer', from: id, to: change.to, transfer: change.transfer },
        ...locales.flatMap(({ code }): Edit[] => {
          const text = change.condition[code]
          return text ? [{ kind: 'condition', from: id, to: change.to, locale: code, text }] : []
        }),
      ]
    case 'condition':
      return [...leading(id, change.to, stops), { ...change, from: id }]
    case 'transfer':
      return [...leading(id, change.to, stops), { ...change, from: id }]
  }
}

/** A connection that somebody else cut comes back where it was changed here: the list of changes says so. */
function leading(from: string, to: string, stops: Stops): Edit[] {
  return connectionOf(stops, { from, to }) ? [] : [{ kind: 'connect', from, to }]
}

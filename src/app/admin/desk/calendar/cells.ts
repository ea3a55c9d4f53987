import type { KeyboardCoordinateGetter } from '@dnd-kit/core'
import { daysOf, type Day, type Span } from './days.ts'

/** A place in the calendar on which a schedule can be dropped: a day, or an hour such as `2027-03-01T09`. */
export type Cell = string

/** The places of what is shown, in their order. */
export function cellsOf(span: Span, day: Day): Cell[] {
  if (span !== 'day') return daysOf(span, day)
  return Array.from({ length: 24 }, (_, hour) => `${day}T${String(hour).padStart(2, '0')}`)
}

/** The place in which a time is. @param wall such as `2027-03-01T09:30` */
export function cellAt(span: Span, wall: string): Cell {
  return wall.slice(0, span === 'day' ? 13 : 10)
}

/** The time that results from dropping a schedule on a place: what the place says, the rest as it was. */
export function movedTo(cell: Cell, wall: string): string {
  return cell + wall.slice(cell.length)
}

/** Which place an arrow key leads to from another one; undefined for other keys, and at the edges. */
export function neighbor(
  cells: readonly Cell[],
  { from, code, span }: { from: Cell; code: string; span: Span },
): Cell | undefined {
  const step = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: span === 'month' ? -7 : -1,
    ArrowDown: span === 'month' ? 7 : 1,
  }[code]
  return step === undefined ? undefined : cells[cells.indexOf(from) + step]
}

/** Has the arrow keys move a schedule from the middle of one place to the middle of the next. */
export function byArrowKeys(cells: readonly Cell[], span: Span): KeyboardCoordinateGetter {
  return (event, { context: { collisionRect, droppableRects, over }, currentCoordinates }) => {
    if (!event.code.startsWith('Arrow')) return undefined
    event.preventDefault()
    const next = over && neighbor(cells, { from: String(over.id), code: event.code, span })
    const place = next && droppableRects.get(next)
    if (!place || !collisionRect) return currentCoordinates
    return {
      x: place.left + (place.width - collisionRect.width) / 2,
      y: place.top + (place.height - collisionRect.height) / 2,
    }
  }
}

'use client'
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
} from '@dnd-kit/core'
import { Link, useConfig } from '@payloadcms/ui'
import { useId, type ReactNode } from 'react'
import type { DeskWords } from '../words.ts'
import { byArrowKeys, cellAt, cellsOf, movedTo, type Cell } from './cells.ts'
import { dayIn, type Day, type Span } from './days.ts'
import type { Schedule } from './use-schedules.ts'

interface Props {
  canMove: boolean
  day: Day
  language: string
  /** @param to what a wall clock is to show, such as `2027-03-01T09:00` */
  onDrop: (schedule: Schedule, to: string) => void
  schedules: readonly Schedule[]
  span: Span
  titleId: string
  words: DeskWords
}

/** The days or hours of the calendar with what is scheduled in each, which can be dragged to another. */
export function DropPlaces({
  canMove,
  day,
  language,
  onDrop,
  schedules,
  span,
  titleId,
  words,
}: Props) {
  const cells = cellsOf(span, day)
  const sensors = useSensors(
    // A press alone is a click, which asks for the time as well.
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: byArrowKeys(cells, span) }),
  )
  const drop = ({ active, over }: DragEndEvent) => {
    const schedule = schedules.find(({ key }) => key === active.id)
    if (schedule && over) onDrop(schedule, movedTo(String(over.id), schedule.wall))
  }
  const nameOf = (key: unknown) => schedules.find((one) => one.key === key)?.row.title ?? ''
  const placeIn = (cell: unknown) => nameOfCell(String(cell), language)
  return (
    <DndContext
      accessibility={{
        announcements: {
          onDragStart: ({ active }) => words.dragStart(nameOf(active.id)),
          onDragOver: ({ active, over }) =>
            over
              ? words.dragOver(nameOf(active.id), placeIn(over.id))
              : words.dragNowhere(nameOf(active.id)),
          onDragEnd: ({ active, over }) =>
            over
              ? words.dragEnd(nameOf(active.id), placeIn(over.id))
              : words.dragCancel(nameOf(active.id)),
          onDragCancel: ({ active }) => words.dragCancel(nameOf(active.id)),
        },
        screenReaderInstructions: { draggable: words.dragHelp },
      }}
      collisionDetection={underPointerElseNearest}
      id={useId()}
      onDragEnd={drop}
      sensors={sensors}
    >
      <ol aria-labelledby={titleId} className={`calendar__cells calendar__cells--${span}`}>
        {cells.map((cell) => {
          const inside = schedules.filter(({ wall }) => cellAt(span, wall) === cell)
          return (
            <DropPlace
              cell={cell}
              isEmpty={inside.length === 0}
              isOutside={span === 'month' && cell.slice(0, 7) !== day.slice(0, 7)}
              key={cell}
            >
              <span className="calendar__day">{nameOfCell(cell, language)}</span>
              {inside.length > 0 && (
                <ul>
                  {inside.map((schedule) => (
                    <ScheduleItem
                      canMove={canMove}
                      key={schedule.key}
                      language={language}
                      onAsk={() => onDrop(schedule, schedule.wall)}
                      schedule={schedule}
                      words={words}
                    />
                  ))}
                </ul>
              )}
            </DropPlace>
          )
        })}
      </ol>
    </DndContext>
  )
}

/** Where the pointer is; for the keyboard, where the middle of what is dragged is. */
const underPointerElseNearest: CollisionDetection = (args) => {
  const under = pointerWithin(args)
  return under.length > 0 ? under : closestCenter(args)
}

function DropPlace({
  cell,
  children,
  isEmpty,
  isOutside,
}: {
  cell: Cell
  children: ReactNode
  isEmpty: boolean
  isOutside: boolean
}) {
  const { isOver, setNodeRef } = useDroppable({ id: cell })
  const looks = [
    'calendar__cell',
    isEmpty ? 'calendar__cell--empty' : '',
    isOutside ? 'calendar__cell--outside' : '',
    isOver ? 'calendar__cell--over' : '',
  ]
  return (
    <li className={looks.filter(Boolean).join(' ')} data-cell={cell} ref={setNodeRef}>
      {children}
    </li>
  )
}

function ScheduleItem({
  canMove,
  language,
  onAsk,
  schedule: { key, row },
  words,
}: {
  canMove: boolean
  language: string
  /** Asks for another time without dragging. */
  onAsk: () => void
  schedule: Schedule
  words: DeskWords
}) {
  const { config } = useConfig()
  const { attributes, isDragging, listeners, setNodeRef, transform } = useDraggable({
    id: key,
    disabled: !canMove,
  })
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(
    new Date(row.publishAt!),
  )
  const style = transform
    ? { transform: `translate(${transform.x}px, ${transform.y}px)`, zIndex: 1 }
    : undefined
  return (
    <li
      className={isDragging ? 'calendar__item calendar__item--dragged' : 'calendar__item'}
      ref={setNodeRef}
      style={style}
    >
      <time dateTime={row.publishAt!}>{time}</time>{' '}
      <Link href={`${config.routes.admin}/collections/${key}`}>{row.title || row.id}</Link>
      {canMove && (
        <button
          {...attributes}
          {...listeners}
          aria-label={words.move(row.title, time)}
          className="calendar__handle"
          onClick={onAsk}
          type="button"
        >
          <svg aria-hidden="true" fill="currentColor" height="16" viewBox="0 0 16 16" width="16">
            <path d="M5 2h2v2H5zM9 2h2v2H9zM5 7h2v2H5zM9 7h2v2H9zM5 12h2v2H5zM9 12h2v2H9z" />
          </svg>
        </button>
      )}
    </li>
  )
}

function nameOfCell(cell: Cell, language: string): string {
  if (cell.length === 10)
    return dayIn(language, cell, { weekday: 'short', month: 'short', day: 'numeric' })
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`${cell}:00:00Z`),
  )
}

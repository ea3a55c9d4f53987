import { withOffset, type WallTime } from '../../workflow/local-time.ts'

/** How much of the calendar is shown. */
export const spans = ['day', 'week', 'month'] as const

export type Span = (typeof spans)[number]

/** A day as calendars write it, such as `2027-03-01`. It is of no time zone. */
export type Day = string

/** The days that are shown: one; a week from Sunday; or the weeks in which a month is. */
export function daysOf(span: Span, day: Day): Day[] {
  if (span === 'day') return [day]
  if (span === 'week') return daysFrom(startOfWeek(day), 7)
  const first = `${day.slice(0, 7)}-01`
  const start = startOfWeek(first)
  const last = movedBy('day', movedBy('month', first, 1), -1)
  const weeks = Math.ceil((distance(start, last) + 1) / 7)
  return daysFrom(start, weeks * 7)
}

/** The day that lies so many days, weeks or months later. The 31st becomes the last day of a shorter month. */
export function movedBy(span: Span, day: Day, count: number): Day {
  const date = asUtc(day)
  if (span !== 'month') date.setUTCDate(date.getUTCDate() + count * (span === 'week' ? 7 : 1))
  else {
    const wanted = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() + count)
    const longest = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0))
    date.setUTCDate(Math.min(wanted, longest.getUTCDate()))
  }
  return date.toISOString().slice(0, 10)
}

/** What a wall clock in a zone shows at an instant, such as `2027-03-01T09:00`. */
export function wallTimeAt(instant: Date | string, zone: string): WallTime {
  return withOffset(new Date(instant), zone).slice(0, 16)
}

/** A day in words, such as “Monday, March 1, 2027”. */
export function dayIn(language: string, day: Day, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(asUtc(day))
}

/** The instants between which everything of these days lies, in whatever zone: a day more on both sides. */
export function rangeAround(days: readonly Day[]): { from: string; to: string } {
  return {
    from: asUtc(movedBy('day', days[0]!, -1)).toISOString(),
    to: asUtc(movedBy('day', days.at(-1)!, 2)).toISOString(),
  }
}

function startOfWeek(day: Day): Day {
  return movedBy('day', day, -asUtc(day).getUTCDay())
}

function daysFrom(day: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => movedBy('day', day, index))
}

function distance(one: Day, other: Day): number {
  return Math.round((asUtc(other).getTime() - asUtc(one).getTime()) / 86_400_000)
}

function asUtc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

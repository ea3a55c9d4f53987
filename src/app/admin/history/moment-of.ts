import { instantsOf } from '../workflow/local-time.ts'

/** Which of two instants is meant, where clocks go back through a time. */
export type Which = 'first' | 'second'

/** The moment that somebody means, or the word for what is wrong with it. */
export type ReadMoment =
  { moment: Date; both?: [Date, Date] } | { problem: 'dayMissing' | 'future' | 'noSuchTime' }

/**
 * The moment that a day and a time mean in a zone. Without a time it is the end of the day, or now where the day has
 * not ended.
 *
 * @param day such as `2026-11-29`; empty for none
 * @param time such as `14:05`; empty for none
 */
export function momentOf({
  day,
  now = new Date(),
  time,
  which,
  zone,
}: {
  day: string
  now?: Date
  time: string
  which: Which
  zone: string
}): ReadMoment {
  if (!/^\d{4,}-\d\d-\d\d$/.test(day)) return { problem: 'dayMissing' }
  if (time === '') return endOf(day, { now, zone })
  const [first, second] = instantsOf(`${day}T${time}`, zone)
  if (!first) return { problem: 'noSuchTime' }
  const moment = which === 'second' && second ? second : first
  if (moment > now) return { problem: 'future' }
  return second ? { moment, both: [first, second] } : { moment }
}

function endOf(day: string, { now, zone }: { now: Date; zone: string }): ReadMoment {
  // Where clocks go forward over midnight, the day ends before the hour that is left out.
  const begins = startOf(day, zone)
  if (!begins || begins > now) return { problem: 'future' }
  const next = startOf(dayAfter(day), zone)!
  return { moment: next > now ? now : new Date(next.getTime() - 1) }
}

function startOf(day: string, zone: string): Date | undefined {
  for (let minute = 0; minute <= 180; minute += 30) {
    const hours = String(Math.floor(minute / 60)).padStart(2, '0')
    const [first] = instantsOf(`${day}T${hours}:${String(minute % 60).padStart(2, '0')}`, zone)
    if (first) return first
  }
  return undefined
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

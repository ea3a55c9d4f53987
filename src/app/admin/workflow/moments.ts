/** An instant in the reader's own time zone, such as “Nov 22, 2026, 3:04 PM”. */
export function momentIn(language: string, at: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  )
}

/** The same with the zone said, where it matters when exactly. */
export function exactMomentIn(language: string, at: string | Date): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at))
}

/** An instant to the second with its zone, such as “November 22, 2026 at 3:04:05 PM EST”. */
export function preciseMomentIn(language: string, at: string | Date): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long' }).format(
    new Date(at),
  )
}

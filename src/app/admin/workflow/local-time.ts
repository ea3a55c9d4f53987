/** A day and time as a wall clock shows it, such as `2027-03-14T02:30`. */
export type WallTime = string

/**
 * The instants at which a wall clock shows a time: one as a rule, none where clocks go forward over it,
 * two where they go back through it. Earlier first; none also for text that is no time.
 *
 * @param zone an IANA name, such as `America/New_York`
 */
export function instantsOf(wall: WallTime, zone: string): Date[] {
  // The engine reads almost anything as some date or other.
  if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(wall)) return []
  const asIfUtc = Date.parse(`${wall.slice(0, wall.indexOf('T') + 6)}:00Z`)
  if (Number.isNaN(asIfUtc)) return []
  // Offsets a day before and after include those on both sides of any change of clocks.
  const offsets = [-1, 1].map((days) => offsetAt(new Date(asIfUtc + days * day), zone))
  return [...new Set(offsets)]
    .map((offset) => new Date(asIfUtc - offset * minute))
    .filter((instant) => instant.getTime() + offsetAt(instant, zone) * minute === asIfUtc)
    .sort((one, other) => one.getTime() - other.getTime())
}

/** An instant as ISO text with the offset of a zone, such as `2027-03-01T09:00:00-05:00`. */
export function withOffset(instant: Date, zone: string): string {
  const offset = offsetAt(instant, zone)
  const wall = new Date(instant.getTime() + offset * minute).toISOString().slice(0, 19)
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
  return `${wall}${offset < 0 ? '-' : '+'}${hours}:${minutes}`
}

/** What a zone is called at an instant, such as `EST`. */
export function zoneNameAt(instant: Date, zone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    timeZoneName: 'short',
  }).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** A zone with what it is called at an instant, such as `America/New_York, EST`. */
export function zoneIn(zone: string, instant: Date, language: string): string {
  const short = zoneNameAt(instant, zone, language)
  return short === zone ? zone : `${zone}, ${short}`
}

/** The zone of the person's computer, such as `America/New_York`. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

const minute = 60_000
const day = 24 * 60 * minute

/** Minutes by which a zone's clocks are ahead of UTC. */
function offsetAt(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant)
  const part = (wanted: string) => Number(parts.find(({ type }) => type === wanted)!.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return Math.round((shown - Math.floor(instant.getTime() / minute) * minute) / minute)
}

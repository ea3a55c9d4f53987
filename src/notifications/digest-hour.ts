/**
 * When the next daily digest is made after an instant: at a full hour on the clock of the process, whose time zone
 * is that of the machine, or the one in `TZ`.
 *
 * @param hour 0 to 23
 */
export function nextDigest(after: Date, hour: number): Date {
  const next = new Date(after)
  next.setHours(hour, 0, 0, 0)
  if (next <= after) {
    next.setDate(next.getDate() + 1)
    // On the day on which clocks go back, the hour would be that of the day before.
    next.setHours(hour, 0, 0, 0)
  }
  return next
}

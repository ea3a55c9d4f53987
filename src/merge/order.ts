import { diff3Merge } from 'node-diff3'

/**
 * The order of what is left of a list, made of two orders that came of the same one.
 *
 * What one side moved is moved; what both put at the same place stands there, mine first.
 *
 * @param kept what is left, without repetitions
 * @returns undefined where both sides moved the same things, so that there is no order of both
 */
export function mergeOrder({
  base,
  kept,
  mine,
  theirs,
}: {
  base: readonly string[]
  kept: ReadonlySet<string>
  mine: readonly string[]
  theirs: readonly string[]
}): string[] | undefined {
  const left = (order: readonly string[]) => order.filter((name) => kept.has(name))
  const before = left(base)
  const isInBase = (name: string) => before.includes(name)
  const regions = diff3Merge(
    withMissing(left(mine), before),
    before,
    withMissing(left(theirs), before),
    { excludeFalseConflicts: true },
  )
  const order: string[] = []
  for (const { conflict, ok } of regions) {
    if (conflict && conflict.o.length > 0) return undefined
    const next = ok ?? [...conflict!.a, ...conflict!.b]
    // What both put in stands where it comes first.
    order.push(
      ...next.filter(
        (name, at) => isInBase(name) || !(order.includes(name) || next.indexOf(name) < at),
      ),
    )
  }
  // Moved to two places, it would stand at both.
  return new Set(order).size === order.length && order.length === kept.size ? order : undefined
}

/** One side's order of what is left, with what only the other side has put in behind what it follows there. */
export function orderOf(
  kept: ReadonlySet<string>,
  chosen: readonly string[],
  other: readonly string[],
): string[] {
  const left = (order: readonly string[]) => order.filter((name) => kept.has(name))
  return withMissing(left(chosen), left(other))
}

function withMissing(order: readonly string[], other: readonly string[]): string[] {
  const whole = [...order]
  other.forEach((name, at) => {
    if (whole.includes(name)) return
    const follows = other.slice(0, at).findLast((one) => whole.includes(one))
    whole.splice(follows === undefined ? 0 : whole.indexOf(follows) + 1, 0, name)
  })
  return whole
}

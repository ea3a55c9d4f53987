import type { Situation } from './situation.ts'

/**
 * What was looked up for a document, kept with its situation: several actions need the same, and the answer after a
 * step asks again what the checks before it asked. A situation is read anew for each request, so nothing here outlives
 * one, and it says no more than was true when it was looked up.
 */
const found = new WeakMap<Situation, Map<string, unknown>>()

/** Situations for which what one of them needs is looked up together: those of a set that are worked on next. */
const groups = new WeakMap<Situation, readonly Situation[]>()

/** Has what is looked up for one of these documents be looked up for all of them, with one question for all. */
export function lookUpTogether(situations: readonly Situation[]): void {
  if (situations.length > 1) for (const situation of situations) groups.set(situation, situations)
}

/**
 * Looks something up for a situation, once. Refused look-ups are not kept.
 *
 * @param what the name of what is looked up
 * @param lookUpAll the same for several, in their order
 */
export async function lookedUpOnce<Result>(
  situation: Situation,
  what: string,
  lookUp: () => Result | Promise<Result>,
  lookUpAll?: (situations: readonly Situation[]) => Promise<readonly Result[]>,
): Promise<Result> {
  const known = foundFor(situation)
  if (known.has(what)) return known.get(what) as Result
  const missing = lookUpAll
    ? (groups.get(situation) ?? []).filter((one) => !foundFor(one).has(what))
    : []
  if (lookUpAll && missing.length > 1) {
    const found = await lookUpAll(missing)
    missing.forEach((one, at) => noteLookedUp(one, what, found[at]))
  } else known.set(what, await lookUp())
  return known.get(what) as Result
}

/** Notes what is known without looking it up, such as what was just written. */
export function noteLookedUp(situation: Situation, what: string, value: unknown): void {
  foundFor(situation).set(what, value)
}

/** Lets something be looked up anew, because it was changed. */
export function forgetLookedUp(situation: Situation, what: string): void {
  foundFor(situation).delete(what)
}

/** Lets something be looked up anew for all documents it is looked up for together, because any of it was changed. */
export function forgetForAll(situation: Situation, what: string): void {
  for (const one of groups.get(situation) ?? [situation]) forgetLookedUp(one, what)
}

/**
 * Lets a situation go on with one thing that was looked up for an earlier one of the same document with the same text:
 * what nothing but that text says.
 */
export function keepOneLookedUp(before: Situation, after: Situation, what: string): void {
  if (before.working.contentHash !== after.working.contentHash) return
  if (foundFor(before).has(what)) noteLookedUp(after, what, foundFor(before).get(what))
}

/**
 * Lets a situation go on with what was looked up for an earlier one of the same document with the same text. Only for
 * a step that changed no document that the text leads to.
 */
export function keepLookedUp(before: Situation, after: Situation): void {
  if (before.working.contentHash !== after.working.contentHash) return
  found.set(after, new Map(foundFor(before)))
}

function foundFor(situation: Situation): Map<string, unknown> {
  const known = found.get(situation) ?? new Map<string, unknown>()
  found.set(situation, known)
  return known
}

import type { Situation } from './situation.ts'

/**
 * What was looked up for a document, kept with its situation: several actions need the same, and the answer after a
 * step asks again what the checks before it asked. A situation is read anew for each request, so nothing here outlives
 * one, and it says no more than was true when it was looked up.
 */
const found = new WeakMap<Situation, Map<string, unknown>>()

/**
 * Looks something up for a situation, once. Refused look-ups are not kept.
 *
 * @param what the name of what is looked up
 */
export async function lookedUpOnce<Result>(
  situation: Situation,
  what: string,
  lookUp: () => Result | Promise<Result>,
): Promise<Result> {
  const known = foundFor(situation)
  if (!known.has(what)) known.set(what, await lookUp())
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

import type { PayloadRequest, RequestContext } from 'payload'
import { anyChange, documentKey, nameKeyOf, popularKey, typeKey, typeOfKey } from './keys.ts'

const contextKey = 'answeredWith'

/** Most bytes of keys with one answer: caches in between take headers of some kilobytes. */
const mostBytes = 5_000

/** Begins to collect what the answer to a request is made of, if that has not begun yet. */
export function collectKeys(req: PayloadRequest): Set<string> {
  return (req.context[contextKey] ??= new Set()) as Set<string>
}

/** Notes that an answer depends on everything that happens to documents of a type. */
export function dependsOnType(req: PayloadRequest, collection: string): void {
  collectKeys(req).add(typeKey(collection))
}

/** Notes that an answer shows what many people search for: terms that are counted, and terms that editors decide about. */
export function dependsOnPopular(req: PayloadRequest): void {
  collectKeys(req).add(popularKey).add(typeKey('popular-terms'))
}

/** Notes that an answer depends on every publication there is. */
export function dependsOnAnyChange(req: PayloadRequest): void {
  collectKeys(req).add(anyChange)
}

/** Notes a document that an answer depends on without showing it. */
export function dependsOn(
  req: PayloadRequest,
  { collection, id }: { collection: string; id: string },
): void {
  collectKeys(req).add(documentKey(collection, id))
}

/** Notes that an answer depends on what a name leads to. @param name as names are compared */
export function dependsOnName(
  req: PayloadRequest,
  { collection, name }: { collection: string; name: string },
): void {
  collectKeys(req).add(nameKeyOf(collection, name))
}

/**
 * The keys of an answer as `Surrogate-Key` has them. An answer of which nobody noted anything depends on every
 * change; one that is made of very much depends on content types as a whole.
 */
export function surrogateKeys(context: RequestContext | undefined): string {
  const collected = context?.[contextKey] as Set<string> | undefined
  return collected?.size ? inFewWords(collected) : anyChange
}

/** The keys in a header as `surrogateKeys` makes it. */
export function keysIn(header: string | undefined): string[] {
  return header ? header.split(' ') : [anyChange]
}

/** Names whole content types, those with the most keys first, until the rest is short enough. */
function inFewWords(collected: ReadonlySet<string>): string {
  if (collected.has(anyChange)) return anyChange
  const byType = new Map<string, string[]>()
  for (const key of collected) {
    const type = typeOfKey(key)!
    const keys = byType.get(type)
    if (keys) keys.push(key)
    else byType.set(type, [key])
  }
  for (const [type, keys] of byType) if (keys.includes(type)) byType.set(type, [type])
  const sizeOf = (keys: string[]) => keys.reduce((size, key) => size + key.length + 1, 0)
  for (;;) {
    const sizes = [...byType].map(([type, keys]) => ({ type, size: sizeOf(keys) }))
    if (sizes.reduce((sum, { size }) => sum + size, 0) <= mostBytes) break
    const [largest] = sizes.sort((one, other) => other.size - one.size)
    byType.set(largest!.type, [typeKey(largest!.type)])
  }
  return [...byType.values()].flat().join(' ')
}

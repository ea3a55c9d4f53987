/*
 * The names by which it is said what an answer is made of and what a publication changes. An answer may be different
 * from the moment on that one of its keys is among those of a change; without one, it is the same byte for byte.
 * Caches in between get them as `Surrogate-Key`, and some look for them with regular expressions: they hold letters,
 * digits and `-_/:=@%` alone.
 */

/** Changes with every publication and withdrawal. */
export const anyChange = 'changes'

/** Changes with what many people search for, as it is counted. No publication says so. */
export const popularKey = 'popular-searches'

/** Changes with everything that happens to documents of a type. */
export function typeKey(collection: string): string {
  return collection
}

/** Changes with whatever readers get of one document. */
export function documentKey(collection: string, id: string): string {
  return `${collection}/${named(id)}`
}

/** Changes when a document of a type becomes public for the first time, comes back, or is withdrawn. */
export function membersKey(collection: string): string {
  return `${collection}:members`
}

/** Changes when a document of a type that stays public has another value in a field. */
export function fieldKey(collection: string, field: string): string {
  return `${collection}:${field}`
}

/** Changes when the document or the documents under a name are others. @param name as names are compared */
export function nameKeyOf(collection: string, name: string): string {
  return `${collection}=${named(name)}`
}

/** Changes when documents of a type begin or cease to point at another document. */
export function pointingKey(collection: string, id: string): string {
  return `${collection}@${named(id)}`
}

/** The content type of the one document that a key is about; undefined for every other key. */
export function typeOfDocumentKey(key: string): string | undefined {
  return /^([^/:=@]+)\//.exec(key)?.[1]
}

/** The content type that a key is about; undefined for `anyChange`, which is about all. */
export function typeOfKey(key: string): string | undefined {
  return key === anyChange ? undefined : /^[^/:=@]+/.exec(key)?.[0]
}

function named(name: string): string {
  return encodeURIComponent(name).replace(
    /[.!~*'()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

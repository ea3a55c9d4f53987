import canonicalize from 'canonicalize'

/** What JSON can say. A type of its own, because `unknown` lets a `Date` or a function through. */
export type JsonValue =
  null | boolean | number | string | JsonValue[] | { [name: string]: JsonValue }

/**
 * The one way to write a JSON value: keys sorted, no spaces, numbers and text in one spelling (RFC 8785,
 * JSON Canonicalization Scheme, https://www.rfc-editor.org/rfc/rfc8785). Equal values give equal text, on
 * any machine and in years to come.
 *
 * Nothing is mended on the way. Where `JSON.stringify` would drop a property that is `undefined` or turn a
 * `Date` into text, two different values would share one hash, so both are refused here.
 *
 * @throws TypeError naming the place, for what is not JSON: `undefined`, `NaN`, infinities, bigints,
 * functions, symbols, instances of classes, values that contain themselves, text with half a character
 */
export function canonicalJson(value: JsonValue): string {
  refuseWhatIsNotJson(value)
  return canonicalize(value)!
}

/** @throws TypeError as `canonicalJson` does, for the same values */
export function refuseWhatIsNotJson(value: JsonValue): void {
  refuseIn(value, { path: '', ancestors: new Set() })
}

interface Place {
  path: string
  ancestors: Set<object>
}

function refuseIn(value: unknown, { path, ancestors }: Place): void {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'string') return refuseHalfCharacters(value, path)
  if (typeof value === 'number' && Number.isFinite(value)) return
  if (typeof value !== 'object' || !(Array.isArray(value) || isPlainObject(value)))
    refuse(describe(value), path)
  if (ancestors.has(value)) refuse('a value that contains itself', path)
  ancestors.add(value)
  if (Array.isArray(value)) {
    // By number, because the list's own methods skip what is missing from it.
    for (let index = 0; index < value.length; index += 1)
      refuseIn(value[index], { path: `${path}/${index}`, ancestors })
  } else {
    for (const [name, one] of Object.entries(value)) {
      refuseHalfCharacters(name, path)
      refuseIn(one, { path: `${path}/${name}`, ancestors })
    }
  }
  ancestors.delete(value)
}

/** Half of a character of two code units has no UTF-8, so it has no hash either. */
function refuseHalfCharacters(text: string, path: string): void {
  if (/\p{Surrogate}/u.test(text)) refuse('text with half a character (a lone surrogate)', path)
}

/** Objects from another realm count too: the panel's bundle and the server may differ in theirs. */
function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function describe(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return `an instance of ${value.constructor.name || 'a class'}`
  return typeof value === 'number' ? String(value) : `a value of type ${typeof value}`
}

function refuse(found: string, path: string): never {
  throw new TypeError(
    `Expected JSON, found ${found} at ${path || 'the top'}. Leave the property out, or make it text, a number, true, false, null, a list or an object first.`,
  )
}

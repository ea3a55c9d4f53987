import { EditorialError } from '../errors.ts'

/**
 * Most objects and arrays inside each other that are read. Rich text takes four for a list in a list; what
 * goes much deeper than this ends the call stack of whoever walks through it.
 */
export const deepestJson = 200

const [quote, backslash, openArray, closeArray, openObject, closeObject] = Buffer.from('"\\[]{}')

/**
 * Refuses JSON that is nested too deep to be worked on, by its bytes alone: it need not be valid, and nothing
 * is parsed.
 *
 * @throws EditorialError MALFORMED
 */
export function refuseTooDeep(json: Uint8Array): void {
  let depth = 0
  let isText = false
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]
    if (isText) {
      if (byte === backslash) at += 1
      else if (byte === quote) isText = false
    } else if (byte === quote) isText = true
    else if (byte === openArray || byte === openObject) {
      depth += 1
      if (depth > deepestJson) throw tooDeep()
    } else if (byte === closeArray || byte === closeObject) depth -= 1
  }
}

/**
 * The same for what was parsed somewhere else, as the fields of a form with a file in it are.
 *
 * @throws EditorialError MALFORMED
 */
export function refuseTooDeepValue(value: unknown): void {
  const waiting: [value: unknown, depth: number][] = [[value, 1]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [outer, depth] = next
    if (typeof outer !== 'object' || outer === null) continue
    if (depth > deepestJson) throw tooDeep()
    for (const inner of Object.values(outer)) waiting.push([inner, depth + 1])
  }
}

function tooDeep(): EditorialError {
  return new EditorialError({
    code: 'MALFORMED',
    message: `This JSON has more than the ${deepestJson} objects and arrays inside each other that are read here. Send it flatter.`,
  })
}

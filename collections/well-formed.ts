/**
 * Says whether one value has the form its field asks for.
 *
 * @param value the value as saved, in one language; never empty
 * @param siblings the other values of the same row or group
 * @returns true, or what is wrong and what to do, as a sentence for the editor
 */
export type FormCheck<Value = unknown> = (
  value: Value,
  context: { siblings: Record<string, unknown>; id: string | undefined },
) => true | string

/**
 * Attaches a form check to a field, as its `custom` property.
 *
 * Payload's own `validate` does not run when a draft is saved. A half-finished draft is fine, a phone
 * number with a letter in it is not, so these checks run on every save: see `hooks/refuse-malformed.ts`.
 */
export function wellFormed<Value>(check: FormCheck<Value>): { formCheck: FormCheck } {
  return { formCheck: check as FormCheck }
}

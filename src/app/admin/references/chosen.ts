/**
 * The ids that a field refers to after somebody changed what is chosen. Payload's field knows only the documents whose
 * titles it has looked up: one that was chosen a moment ago is not among what it hands on, and would be gone.
 *
 * @param before the ids until now
 * @param handedOn the ids the field hands on, in their order
 * @param known the ids whose titles it has
 */
export function chosenAfter(
  before: readonly string[],
  handedOn: readonly string[],
  known: ReadonlySet<string>,
): string[] {
  const kept = before.filter((id) => !known.has(id) && !handedOn.includes(id))
  return kept.reduce<string[]>(
    (chosen, id) => {
      // Behind what it stood behind.
      const preceding = before.slice(0, before.indexOf(id)).findLast((one) => chosen.includes(one))
      const at = preceding === undefined ? 0 : chosen.indexOf(preceding) + 1
      return [...chosen.slice(0, at), id, ...chosen.slice(at)]
    },
    [...handedOn],
  )
}

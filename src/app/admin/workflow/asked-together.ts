/** Looks up what is known of documents, by their keys `collection/id`. */
type LookUp<Known> = (api: string, keys: string[]) => Promise<Map<string, Known>>

/**
 * Makes a question about one document that is asked in one request with all others of the same moment: a list asks
 * once for a page, not once for a row.
 *
 * @returns what is known of the document; null where that is nothing, or could not be looked up
 */
export function askedTogether<Known>(
  lookUp: LookUp<Known>,
): (api: string, place: { collection: string; id: string }) => Promise<Known | null> {
  let waiting = new Map<string, ((known: Known | null) => void)[]>()
  const ask = async (api: string) => {
    const asked = waiting
    waiting = new Map()
    const found = await lookUp(api, [...asked.keys()]).catch(() => new Map<string, Known>())
    for (const [key, tells] of asked) for (const tell of tells) tell(found.get(key) ?? null)
  }
  return (api, { collection, id }) =>
    new Promise((tell) => {
      if (waiting.size === 0) setTimeout(() => void ask(api))
      const key = `${collection}/${id}`
      waiting.set(key, [...(waiting.get(key) ?? []), tell])
    })
}

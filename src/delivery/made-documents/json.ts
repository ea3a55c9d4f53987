/** JSON of documents that nobody changes any more, each for as long as the document is there. */
const kept = new WeakMap<object, string>()

/** Keeps the JSON of a document that is frozen, for whoever answers with it. */
export function keepJson(document: object, json: string): void {
  kept.set(document, json)
}

/** A document as `JSON.stringify` writes it. */
export function jsonOf(document: object): string {
  return kept.get(document) ?? JSON.stringify(document)
}

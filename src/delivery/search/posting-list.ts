/** How often a word stands in each field of a document, so many bits for each field. */
const bitsOf = 10
const mostTimes = (1 << bitsOf) - 1

/** Two numbers for a document: which it is, and how often the word stands in its fields. */
const perDocument = 2

/**
 * The documents that have a word, ascending by their numbers, and how often it stands in each of up to three
 * fields, 1,023 times at most.
 *
 * The numbers lie outside the heap: there are millions of them, and V8 looks at every page of its heap
 * each time it collects what is young, which readers wait for.
 */
export class PostingList {
  #entries = new Uint32Array(perDocument)
  #length = 0
  readonly #inField: [number, number, number] = [0, 0, 0]

  /** How many documents it has. */
  get length(): number {
    return this.#length
  }

  /** In how many documents the word stands in each field. */
  get inField(): readonly number[] {
    return this.#inField
  }

  /** The number of the document at a place from 0 to below the length. */
  documentAt(place: number): number {
    return this.#entries[place * perDocument]!
  }

  /** How often the word stands in that document, to be read with `timesIn`. */
  timesAt(place: number): number {
    return this.#entries[place * perDocument + 1]!
  }

  /**
   * Puts in a document that it does not have.
   *
   * @param times how often the word stands in it, made with `onceMore`
   */
  put(document: number, times: number): void {
    const needed = (this.#length + 1) * perDocument
    if (needed > this.#entries.length) {
      const grown = new Uint32Array(perDocument * Math.ceil(this.#length * 1.5 + 1))
      grown.set(this.#entries)
      this.#entries = grown
    }
    const from = this.#placeOf(document) * perDocument
    this.#entries.copyWithin(from + perDocument, from, this.#length * perDocument)
    this.#entries[from] = document
    this.#entries[from + 1] = times
    this.#length += 1
    this.#count(times, 1)
  }

  /** Takes a document out, if it has it. */
  remove(document: number): void {
    const place = this.#placeOf(document)
    if (place === this.#length || this.documentAt(place) !== document) return
    this.#count(this.timesAt(place), -1)
    const from = place * perDocument
    this.#entries.copyWithin(from, from + perDocument, this.#length * perDocument)
    this.#length -= 1
  }

  #count(times: number, by: 1 | -1): void {
    for (let field = 0; field < this.#inField.length; field += 1)
      if (timesIn(times, field) > 0) this.#inField[field]! += by
  }

  /** Where a document stands, or would. */
  #placeOf(document: number): number {
    let from = 0
    let to = this.#length
    if (to === 0 || this.documentAt(to - 1) < document) return to
    while (from < to) {
      const middle = (from + to) >> 1
      if (this.documentAt(middle) < document) from = middle + 1
      else to = middle
    }
    return from
  }
}

/** How often a word stands in a field: the first is 0. */
export function timesIn(times: number, field: number): number {
  return (times >> (field * bitsOf)) & mostTimes
}

/** The same with the word once more in a field. Nothing is counted beyond 1,023. */
export function onceMore(times: number, field: number): number {
  return timesIn(times, field) < mostTimes ? times + (1 << (field * bitsOf)) : times
}

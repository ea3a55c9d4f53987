import { pageKey } from './page-key.ts'
import { addressInOneSpelling } from './questions.ts'
import { TrialCache } from './trial-cache.ts'

/** A question whose key is not worth remembering, because its answer is not kept. */
export const notKept = ''

/** Most memory for the spellings under which questions arrived, in bytes. */
const memoryForSpellings = 4 * 1024 * 1024

/** Addresses beside those of content types whose answers follow from the public content alone. */
const alsoKept = new Set(['/api/changes', '/api/pages', '/api/roadmap'])

/** The addresses of single stations on the map. What the map lacks is for the team. */
const stationOnRoadmap = /^\/api\/roadmap\/(?!check$)[^/]+$/

/** What stands before the name in the address of a single document. */
const byName = /^by-(slug|code|number)$/

/** Under which key the answer to a question is kept, in whatever words the question arrives. */
export class Spellings {
  readonly #collections: ReadonlySet<string>
  /** The key of each spelling that arrived. */
  readonly #keys = new TrialCache<string>({
    maxBytes: memoryForSpellings,
    sizeOf: (key) => key.length,
  })

  /** @param collections content types that readers ask for */
  constructor(collections: readonly string[]) {
    this.#collections = new Set(collections)
  }

  /** The key of a question that arrived in these words before. */
  keyOf(spelling: string): string | undefined {
    return this.#keys.get(spelling)
  }

  /** Remembers the key of a question in the words in which it arrived. */
  remember(spelling: string, key: string): void {
    this.#keys.add(spelling, key)
  }

  /** The key of a REST address; `notKept` when its answer does not follow from the public content alone. */
  restKey(url: string): string {
    const known = this.#keys.get(url)
    if (known !== undefined) return known
    const key = (this.#isKept(url) ? addressInOneSpelling(url) : null) ?? notKept
    this.#keys.add(url, key)
    return key
  }

  /** The key of a page of the reader's site; `notKept` when it is made anew each time. */
  pageKey(url: string): string {
    const known = this.#keys.get(url)
    if (known !== undefined) return known
    const key = pageKey(url) ?? notKept
    this.#keys.add(url, key)
    return key
  }

  /** Whether the answers at a REST address follow from the public content alone. */
  #isKept(url: string): boolean {
    const path = url.split('?', 1)[0]!
    if (alsoKept.has(path) || stationOnRoadmap.test(path)) return true
    const [, , collection = '', ...rest] = path.split('/')
    if (!this.#collections.has(collection) || rest[0] === 'versions') return false
    return rest.length <= 1 || (rest.length === 2 && byName.test(rest[0]!))
  }
}

import type { LinkTarget } from './markdown.ts'
import { keyOf } from './roadmap.ts'

/** Content types that are seeded; content files refer to most of them. */
export type Referable =
  | 'phases'
  | 'stations'
  | 'notices'
  | 'steps'
  | 'forms'
  | 'help-organizations'
  | 'synonyms'
  | 'popular-terms'

const linkKinds: Record<string, LinkTarget['relationTo']> = {
  station: 'stations',
  notice: 'notices',
  form: 'forms',
  organization: 'help-organizations',
}

/** Which id stands for a name used in the content files. */
export class References {
  readonly #ids = new Map<string, string>()

  add(collection: Referable, name: string, id: string): void {
    this.#ids.set(`${collection}/${keyOf(name)}`, id)
  }

  /** @throws Error when nothing of that name was seeded */
  id(collection: Referable, name: string): string {
    const id = this.#ids.get(`${collection}/${keyOf(name)}`)
    if (id === undefined)
      throw new Error(`The content names ${name} in ${collection}, which is not there.`)
    return id
  }

  ids(collection: Referable, names: readonly string[] | undefined): string[] {
    return (names ?? []).map((name) => this.id(collection, name))
  }

  /** The document behind a link such as `form:form-843`. */
  readonly target = (link: string): LinkTarget => {
    const at = link.indexOf(':')
    const relationTo = linkKinds[link.slice(0, at)]
    if (!relationTo)
      throw new Error(`The content links to “${link}”, which is neither https nor ours.`)
    return { relationTo, value: this.id(relationTo, link.slice(at + 1)) }
  }
}

import type { EntrySummary } from '../../src/ledger/read.ts'
import type { Action, State } from '../../src/workflow/states.ts'

/** How a document stands, as the platform answered. */
export interface Standing {
  state: State
  live: boolean
  contentHash: string
  liveContentHash: string | null
  versionId: string
}

/** What a client knows of a document that it works on. */
export interface Page {
  collection: 'phases' | 'stations'
  id: string
  /** What the last answer said; nothing before the first. */
  standing: Standing | undefined
  /** What was asked for and not answered before the server died. */
  underWay: Action | 'save' | undefined
  /** Entries the document had, as far as it was told. */
  entries: number
}

/**
 * What clients were told: that alone they can rely on. Whatever was answered with success has to be there
 * after the server was killed; what was not answered may have happened or not, but not by half.
 */
export class Logbook {
  readonly pages = new Map<string, Page>()
  /** Hash of every ledger entry that an answer named, by its number. */
  readonly entries = new Map<number, string>()
  /** Ids of documents that were asked to go together, as one text. */
  readonly sets = new Set<string>()
  publications = 0
  /** How often the platform answered that it cannot now, by what it said. */
  readonly unavailable = new Map<string, number>()

  page({ collection, id }: Pick<Page, 'collection' | 'id'>): Page {
    const page = this.pages.get(id) ?? {
      collection,
      id,
      standing: undefined,
      underWay: undefined,
      entries: 0,
    }
    this.pages.set(id, page)
    return page
  }

  /** Takes down how a document stands, and every entry that the answer names. */
  answered(page: Page, answer: Standing & { history: EntrySummary[] }): void {
    const { contentHash, history, live, liveContentHash, state, versionId } = answer
    page.standing = { contentHash, live, liveContentHash, state, versionId }
    page.underWay = undefined
    page.entries = history.length
    for (const { sequence, hash } of history) this.entries.set(sequence, hash)
    if (history[0]?.type === 'published') this.publications += 1
  }

  /** Documents that nothing was under way with when the server died. */
  settled(): Page[] {
    return [...this.pages.values()].filter(({ standing, underWay }) => standing && !underWay)
  }
}

/** The documents of a set, in an order of their own. */
export function setKey(ids: readonly string[]): string {
  return [...ids].sort().join(' ')
}

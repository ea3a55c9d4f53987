import type { PayloadRequest } from 'payload'
import { everyField, wholeContent } from '../content/whole-content.ts'
import { isLocale } from '../locales.ts'
import { saidChanges, type SaidChange } from '../review/said-changes.ts'
import type { Contributor } from '../workflow/contributors.ts'
import { sideOf } from '../workflow/situation.ts'
import type { Base } from './base.ts'
import {
  saveOf,
  savesAfter,
  sayTheSame,
  versionByHash,
  versionById,
  type Place,
  type Save,
  type StoredVersion,
} from './versions.ts'

/** What became of a document since the version that somebody has before them. */
export interface Meanwhile extends Save {
  /** Whether a save on that base would overwrite what somebody else saved. */
  stale: boolean
  /** The version it is about; null where the document has none of that name. */
  base: (Save & { contentHash: string }) | null
  /** Of the newest version, and so are `versionId`, `savedAt` and `savedBy`. */
  contentHash: string
  /** Every save since, newest first, at most a hundred. */
  saves: Save[]
  /** What differs, hidden fields too, as the review says it; null without a base. */
  changes: SaidChange[] | null
}

/**
 * Tells what was saved since a version, by whom, and what it changed.
 *
 * A version counts as the newest also when a newer one says the same, such as the one that is made when a text is
 * published. A content hash counts as long as readers would see that text.
 *
 * @param newest the document's newest version
 */
export async function meanwhile({
  base: named,
  newest,
  place,
  req,
}: {
  base: Base
  newest: StoredVersion
  place: Place
  req: PayloadRequest
}): Promise<Meanwhile> {
  const { config } = req.payload.collections[place.collection]
  const base = await versionNamed(named, newest, place, req)
  const { contentHash } = sideOf(config, newest.document)
  const common = { ...saveOf(newest), contentHash }
  if (!base) return { ...common, stale: named.as !== 'any', base: null, saves: [], changes: null }
  const { contentHash: baseHash } = sideOf(config, base.document)
  return {
    ...common,
    stale: !isNewest({ named, newest, base, req, place }),
    base: { ...saveOf(base), contentHash: baseHash },
    saves: base.id === newest.id ? [] : await savesAfter(place, base, req),
    changes:
      base.id === newest.id
        ? []
        : await saidChanges(
            {
              before: wholeContent(config, base.document),
              after: wholeContent(config, newest.document),
            },
            { fields: everyField(config.flattenedFields), language: languageOf(req), req },
          ),
  }
}

/** Whether a save on a base overwrites nothing of anybody's. */
export async function isStillNewest(
  named: Base,
  newest: StoredVersion,
  place: Place,
  req: PayloadRequest,
): Promise<boolean> {
  if (named.as === 'any') return true
  const base = named.as === 'hash' ? newest : await versionNamed(named, newest, place, req)
  return base !== undefined && isNewest({ named, newest, base, req, place })
}

function isNewest({
  named,
  newest,
  base,
  place,
  req,
}: {
  named: Base
  newest: StoredVersion
  base: StoredVersion
  place: Place
  req: PayloadRequest
}): boolean {
  const { config } = req.payload.collections[place.collection]
  if (named.as === 'hash') return sideOf(config, newest.document).contentHash === named.hash
  return sayTheSame(config, base, newest)
}

async function versionNamed(
  named: Base,
  newest: StoredVersion,
  place: Place,
  req: PayloadRequest,
): Promise<StoredVersion | undefined> {
  if (named.as === 'any') return undefined
  if (named.as === 'hash') return versionByHash(place, named.hash, req)
  return named.id === newest.id ? newest : versionById(place, named.id, req)
}

/** The language of the panel, in which changes are said. */
export function languageOf({ i18n }: PayloadRequest): 'en' | 'es' {
  const { language } = i18n
  return isLocale(language) ? language : 'en'
}

/** What people are called who saved meanwhile, each once, the last one first. */
export function savers(saves: readonly Save[]): Contributor[] {
  const known = saves.flatMap(({ savedBy }) => (savedBy ? [savedBy] : []))
  return [...new Map(known.map((one) => [one.id, one])).values()]
}

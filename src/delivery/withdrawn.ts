import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { searchKey } from '../content/search-key.ts'
import { hasWord, mayHaveWord } from '../database/one-line.ts'
import { EditorialError } from '../errors.ts'
import { defaultLocale, isLocale } from '../locales.ts'

/** Why a document is not public any more, and where readers go instead. */
export interface Withdrawal {
  /** ISO instant. */
  at: string
  reason: string
  /** Absent when nothing takes its place; the reason then says all there is to say. */
  replacement: Replacement | null
}

/** Another document, by the names it is asked for, or a sentence in the reader's language. */
export interface Replacement {
  sentence?: string
  collection?: string
  id?: string
  title?: string
  slug?: string
  code?: string
  number?: string
}

/** How a reader names one document: by its address, its code or number in any spelling, or its id. */
export interface Asked {
  collection: string
  slug?: string | undefined
  code?: string | undefined
  id?: string | undefined
}

interface StateRow {
  id: string
  key: string
  withdrawnFrom?: string | null
  withdrawal?: {
    at: string
    reason?: string | null
    replacement?: { collection: string; id: string } | { sentence: Record<string, string> } | null
  } | null
}

/**
 * Whether what a reader asks for was public once and has been withdrawn. Drafts that never were public
 * are not told apart from nothing.
 */
export async function withdrawalOf(
  { collection, slug, code, id }: Asked,
  req: PayloadRequest,
): Promise<Withdrawal | null> {
  const addresses = [
    ...(slug ? [`${collection}/slug/${slug}`] : []),
    ...(code ? [`${collection}/key/${searchKey(code)}`] : []),
  ]
  const names: Where[] = [
    ...addresses.map((address) => mayHaveWord('withdrawnFrom', address)),
    ...(id ? [{ key: { equals: `${collection}/${id}` } }] : []),
  ]
  if (names.length === 0) return null
  const { docs } = await req.payload.db.find<StateRow>({
    collection: 'workflow-states',
    limit: 10,
    pagination: false,
    req,
    sort: '-changedAt',
    where: { and: [{ live: { equals: false } }, { or: names }] },
  })
  const withdrawal = docs.find(
    ({ key, withdrawnFrom }) =>
      key === `${collection}/${id}` || addresses.some((address) => hasWord(withdrawnFrom, address)),
  )?.withdrawal
  if (!withdrawal) return null
  return {
    at: withdrawal.at,
    reason: withdrawal.reason ?? '',
    replacement: await replacementFor(withdrawal.replacement ?? null, req),
  }
}

/** @throws EditorialError WITHDRAWN, with reason and replacement, when that is the case */
export async function refuseWithdrawn(asked: Asked, req: PayloadRequest): Promise<void> {
  const withdrawal = await withdrawalOf(asked, req)
  if (!withdrawal) return
  throw new EditorialError({
    code: 'WITHDRAWN',
    message:
      `This page was withdrawn on ${withdrawal.at.slice(0, 10)}. ${withdrawal.reason}`.trim(),
    data: withdrawal,
  })
}

async function replacementFor(
  given: NonNullable<StateRow['withdrawal']>['replacement'],
  req: PayloadRequest,
): Promise<Replacement | null> {
  if (!given) return null
  if ('sentence' in given) {
    const locale = isLocale(req.locale) ? req.locale : defaultLocale
    const sentence = given.sentence[locale] ?? given.sentence[defaultLocale]
    return sentence === undefined ? null : { sentence }
  }
  const found = (await req.payload.findByID({
    collection: given.collection as CollectionSlug,
    id: given.id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
  })) as unknown as Record<string, unknown> | null
  // The replacement may have been withdrawn too.
  if (!found) return null
  const named = Object.fromEntries(
    (['title', 'slug', 'code', 'number'] as const)
      .filter((name) => typeof found[name] === 'string')
      .map((name) => [name, found[name] as string]),
  )
  return { ...given, ...named }
}

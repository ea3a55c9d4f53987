import type { CollectionSlug, PayloadRequest } from 'payload'
import { isNamed } from '../addresses/names.ts'
import { whereNameLed } from '../addresses/where-name-leads.ts'
import { EditorialError } from '../errors.ts'
import { defaultLocale, isLocale } from '../locales.ts'
import { dependsOn } from '../dependencies/surrogate-keys.ts'

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
  const place = id ?? (await lastBearer({ collection, name: slug || code }, req))
  if (place === undefined) return null
  dependsOn(req, { collection, id: place })
  const state = await req.payload.db.findOne<StateRow>({
    collection: 'workflow-states',
    req,
    where: { and: [{ key: { equals: `${collection}/${place}` } }, { live: { equals: false } }] },
  })
  const withdrawal = state?.withdrawal
  if (!withdrawal) return null
  return {
    at: withdrawal.at,
    reason: withdrawal.reason ?? '',
    replacement: await replacementFor(withdrawal.replacement ?? null, req),
  }
}

/** The document that was last public under a name. */
async function lastBearer(
  { collection, name }: { collection: string; name: string | undefined },
  req: PayloadRequest,
): Promise<string | undefined> {
  if (!name || !isNamed(collection)) return undefined
  return (await whereNameLed({ collection, name }, req))?.id
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

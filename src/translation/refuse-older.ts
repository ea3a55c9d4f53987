import type { PayloadRequest } from 'payload'
import type { EntryDetails } from '../ledger/entry.ts'
import type { Reason } from '../workflow/checks.ts'
import type { Order } from '../workflow/order.ts'
import type { Situation } from '../workflow/situation.ts'
import { isOfSameText, stateRowOf } from '../workflow/state-row.ts'
import type { Action } from '../workflow/states.ts'
import { standingTexts } from './document-translation.ts'
import { translatedLocales } from './standing.ts'

/** Most texts that a refusal names, and that the ledger does. */
const mostNamed = 20
const mostRecorded = 100

/** Actions that the ledger records with the translations that were older than their source. */
const makesPublic = new Set<Action>(['schedule', 'publish', 'override'])

/**
 * Reasons against making a document public with translations that are older than their source. A person who said
 * that they know is not kept from it. Whoever says nothing of it is not either, unless this installation asks for
 * a word (`REQUIRE_CURRENT_TRANSLATION`): clients from before there was one go on working.
 */
export async function refuseOlderTranslation(
  order: Order,
  situation: Situation,
  req: PayloadRequest,
): Promise<Reason[]> {
  const { acceptOlderTranslation: accepted } = order
  if (accepted ?? !req.payload.config.custom['requireCurrentTranslation']) return []
  const paths = await olderPaths(situation, req)
  return paths.slice(0, mostNamed).map((path) => ({
    code: 'TRANSLATION_OLDER',
    path,
    message: `The text at ${path} was translated from one that has changed since. Bring it up to date, or say with “acceptOlderTranslation”: true that it may be public all the same.`,
  }))
}

/** What the ledger keeps of translations that were older than their source when a document was made public. */
export async function olderTranslationsOnRecord(
  order: Order,
  situation: Situation,
  req: PayloadRequest,
): Promise<Pick<EntryDetails, 'olderTranslations'>> {
  if (!makesPublic.has(order.action)) return {}
  const paths = await olderPaths(situation, req)
  if (paths.length === 0) return {}
  const accepted = order.schedules
    ? (situation.schedule?.details.olderTranslations?.accepted ?? false)
    : order.acceptOlderTranslation === true
  return { olderTranslations: { accepted, paths: paths.slice(0, mostRecorded) } }
}

/** Where translations are older than their source, by path and language. */
async function olderPaths(situation: Situation, req: PayloadRequest): Promise<string[]> {
  const row = await stateRowOf(situation, req)
  if (isOfSameText(row, situation) && row.translation === 'upToDate') return []
  const kept = row?.translations ?? null
  return translatedLocales.flatMap((locale) =>
    standingTexts(situation, locale, kept, req)
      .filter(({ standing }) => standing === 'older')
      .map(({ formPath }) => `${formPath}.${locale}`),
  )
}

import type { PayloadRequest } from 'payload'
import { referencesOf } from '../content/visible-content.ts'
import { ownAddresses } from '../addresses/rows.ts'
import { citations, liveCitations } from '../workflow/citations.ts'
import { standingsOf, type DocumentStanding } from '../workflow/standing.ts'
import type { Situation } from '../workflow/situation.ts'
import { pageOf, type PageOfText } from './page-of-text.ts'

/** What belongs to a document that is reviewed: what it shows, and what shows it. */
export interface Around {
  /** What the text shows or leads to that waits for somebody itself: a draft, in review, approved. */
  waiting: DocumentStanding[]
  /** What is public and shows the document or leads to it: where else a change will be seen. */
  shownOn: PublicPlace[]
  /** What is not public and shows the document or leads to it. */
  comesFrom: DocumentStanding[]
}

/** Something public, with its page; null where it has none. */
export interface PublicPlace extends DocumentStanding {
  page: PageOfText | null
}

/** Looks up what a document shows and what shows it, by the review queue. */
export async function around(situation: Situation, req: PayloadRequest): Promise<Around> {
  const { collection, id, working } = situation
  const { flattenedFields } = req.payload.collections[collection].config
  const shown = referencesOf({ fields: flattenedFields, content: working.content })
  const isOther = (one: { collection: string; id: string }) =>
    one.collection !== collection || one.id !== id
  const live = await liveCitations({ collection, id, req })
  const isLive = new Set(live.map((one) => `${one.collection}/${one.id}`))
  const all = await citations({ collection, id, req })
  const waiting = await standingsOf(shown.filter(isOther), req)
  return {
    waiting: waiting.filter(({ state }) => state !== 'published' && state !== 'withdrawn'),
    shownOn: await withPages(await standingsOf(live, req), req),
    comesFrom: await standingsOf(
      all.filter((one) => !isLive.has(`${one.collection}/${one.id}`)),
      req,
    ),
  }
}

async function withPages(
  places: readonly DocumentStanding[],
  req: PayloadRequest,
): Promise<PublicPlace[]> {
  const names = await ownAddresses({ ids: places.map(({ id }) => id), req })
  return places.map((place) => ({
    ...place,
    page: pageOf({ ...place, name: names.get(place.id)?.name ?? null }),
  }))
}

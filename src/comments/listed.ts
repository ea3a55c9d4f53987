import type { PayloadRequest, Where } from 'payload'
import { mostPeopleListed, mostThreadsListed } from './limits.ts'
import { newestText } from './newest-text.ts'
import { malformed } from './order.ts'
import { placesIn, type DocumentPlace } from './places.ts'
import {
  countComments,
  findComments,
  findPeople,
  ofDocument,
  openOnly,
  resolvedOnly,
  threadsOnly,
  type MentionablePerson,
} from './rows.ts'
import { tellThreads, type ToldThread } from './told.ts'

/** Threads on a document. */
export interface ListedThreads {
  /** The newest first. */
  docs: ToldThread[]
  /** How many fit in all. */
  totalDocs: number
  page: number
  limit: number
  /** How many threads there are on the document, whatever was asked for. */
  counts: { open: number; resolved: number }
  /** The text in which places were looked for: the newest. */
  versionId: string
  contentHash: string
}

/**
 * What was said about a document.
 *
 * @param asked `state` is `open`, `resolved` or `all`, `page` counts from 1
 * @throws EditorialError NOT_FOUND or MALFORMED
 */
export async function listThreads(
  place: { collection: string; id: string },
  asked: { state: string | null; page: string | null; limit: string | null },
  req: PayloadRequest,
): Promise<ListedThreads> {
  const { limit, page, state } = readAsked(asked)
  const { contentHash, text, versionId } = await newestText(place, req)
  const all: Where = { and: [ofDocument(place), threadsOnly] }
  const counts = {
    open: await countComments(req, { and: [all, openOnly] }),
    resolved: await countComments(req, { and: [all, resolvedOnly] }),
  }
  const wanted = { open: [openOnly], resolved: [resolvedOnly], all: [] }[state]
  const roots = await findComments(req, {
    where: { and: [all, ...wanted] },
    limit,
    page,
    sort: ['-writtenAt', '-id'],
  })
  return {
    docs: await tellThreads(roots, text, req),
    totalDocs: state === 'all' ? counts.open + counts.resolved : counts[state],
    page,
    limit,
    counts,
    versionId,
    contentHash,
  }
}

/** Every part of a document that a comment can be pinned to, without its words. @throws EditorialError NOT_FOUND */
export async function listPlaces(
  place: { collection: string; id: string },
  req: PayloadRequest,
): Promise<{ docs: Omit<DocumentPlace, 'text'>[] }> {
  const { text } = await newestText(place, req)
  return {
    docs: placesIn(text.fields, text.document).map(({ field, label, locale, path, pathNow }) => ({
      path,
      pathNow,
      field,
      locale,
      label,
    })),
  }
}

/** People who can be mentioned, by name; those whose name has these letters, where some are given. */
export async function listPeople(
  letters: string | null,
  req: PayloadRequest,
): Promise<{ docs: MentionablePerson[] }> {
  const named = (letters ?? '').trim().slice(0, 60)
  return {
    docs: await findPeople(req, {
      limit: mostPeopleListed,
      where: named === '' ? {} : { name: { like: named } },
    }),
  }
}

function readAsked({ limit, page, state }: Parameters<typeof listThreads>[1]) {
  const states = ['open', 'resolved', 'all'] as const
  const wanted = states.find((one) => one === (state ?? 'all'))
  if (!wanted) throw malformed(['state is one of: open, resolved, all.'])
  return {
    state: wanted,
    page: counted('page', page ?? '1', 1_000),
    limit: counted('limit', limit ?? '50', mostThreadsListed),
  }
}

function counted(name: string, asked: string, most: number): number {
  const number = /^\d{1,4}$/.test(asked) ? Number(asked) : 0
  if (number >= 1 && number <= most) return number
  throw malformed([`${name} is a whole number from 1 to ${most}.`])
}

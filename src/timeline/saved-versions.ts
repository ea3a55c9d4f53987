import type { CollectionSlug, PayloadRequest } from 'payload'
import { ownNameIn } from '../addresses/names.ts'
import { publicEntriesOf } from '../ledger/look-up.ts'
import type { EventSource, SourceQuestion, TimelineEvent } from './event.ts'
import { pageOfContent } from '../review/page-of-text.ts'
import { sideOf, type StoredDocument } from '../workflow/situation.ts'
import { saversOf } from './saver.ts'

interface StoredVersion {
  id: string
  updatedAt: string
  version: Partial<StoredDocument>
}

/** Every version that somebody saved. What the workflow makes itself, its own entries tell of. */
export const savedVersions: EventSource = {
  kinds: ['saved'],
  read: async ({ collection, id, limit, req }: SourceQuestion): Promise<TimelineEvent[]> => {
    const madeByWithdrawing = (await publicEntriesOf({ collection, id }, req))
      .filter(({ type }) => type === 'withdrawn')
      .map(({ versionId }) => versionId)
    const { docs } = await req.payload.db.findVersions<Partial<StoredDocument>>({
      collection,
      limit,
      pagination: false,
      req,
      select: {
        updatedAt: true,
        version: { _status: true, contributors: true, savedBy: true },
      } as never,
      sort: '-updatedAt',
      where: {
        and: [
          { parent: { equals: id } },
          { 'version._status': { equals: 'draft' } },
          ...(madeByWithdrawing.length > 0 ? [{ id: { not_in: madeByWithdrawing } }] : []),
        ],
      },
    })
    return (docs as unknown as StoredVersion[]).map(savedEvent)
  },
}

function savedEvent({ id, updatedAt, version }: StoredVersion): TimelineEvent {
  return {
    key: `saved:${id}`,
    kind: 'saved',
    at: new Date(updatedAt).toISOString(),
    by: saversOf(version),
    roles: [],
    text: `version:${id}`,
    contentHash: null,
    versionId: String(id),
    page: null,
    sequence: null,
    comment: null,
    details: {},
    name: null,
    thread: null,
  }
}

/**
 * The same events with what only their texts say: the content hash, the name, and where readers would find the
 * page. Reads those texts, so ask for few.
 */
export async function withTexts(
  events: readonly TimelineEvent[],
  { collection, id, req }: { collection: CollectionSlug; id: string; req: PayloadRequest },
): Promise<TimelineEvent[]> {
  const ids = [...new Set(events.map(({ versionId }) => versionId).filter((one) => one !== null))]
  if (ids.length === 0) return [...events]
  const { docs } = await req.payload.db.findVersions<StoredDocument>({
    collection,
    limit: ids.length,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: id } }, { id: { in: ids } }] },
  })
  const { config } = req.payload.collections[collection]
  const texts = new Map(
    docs.map(({ id: versionId, version }) => {
      const side = sideOf(config, version)
      return [
        String(versionId),
        {
          contentHash: side.contentHash,
          name: ownNameIn(side.content),
          page: pageOfContent(side.content, { collection, id }),
        },
      ]
    }),
  )
  return events.map((event) => {
    const text = event.versionId === null ? undefined : texts.get(event.versionId)
    // A version that is gone cannot be looked at, whatever named it.
    if (!text) return { ...event, text: null, versionId: null }
    return {
      ...event,
      contentHash: event.contentHash ?? text.contentHash,
      page: text.page,
      name: event.name && { ...event.name, to: text.name },
    }
  })
}

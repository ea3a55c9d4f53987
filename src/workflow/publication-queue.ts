import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Situation } from './situation.ts'

/** The queue of scheduled publications. */
export const publicationQueue = 'publications'

/** The task that carries out one of them. */
export const publicationTask = 'publishScheduled'

/** A document as it was when it was scheduled. */
export interface PinnedDocument {
  collection: CollectionSlug
  id: string
  versionId: string
  contentHash: string
  /** The ledger's number of the approval it rests on. */
  approval: number
  /** The ledger's number of the schedule. */
  schedule: number
}

/** What the task is given. */
export interface PublicationInput {
  documents: PinnedDocument[]
  /** The publisher who scheduled. */
  personId: string
}

/** Queues the publication of documents that were just scheduled, in the transaction that scheduled them. */
export async function queuePublication({
  situations,
  personId,
  req,
}: {
  situations: Situation[]
  personId: string
  req: PayloadRequest
}): Promise<void> {
  const documents = situations.map(({ collection, id, approval, schedule, working }) => ({
    collection,
    id,
    versionId: working.versionId,
    contentHash: working.contentHash,
    approval: approval!.sequence,
    schedule: schedule!.sequence,
  }))
  await req.payload.jobs.queue({
    task: publicationTask,
    queue: publicationQueue,
    input: { documents, personId },
    waitUntil: new Date(situations[0]!.schedule!.details.publishAt!),
    req,
  } as never)
}

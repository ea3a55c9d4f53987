import type { Payload } from 'payload'
import type { PublicHeadFollower } from '../../ledger/public-head.ts'
import type { Asked } from './asked.ts'
import { MadeDocuments } from './made-documents.ts'

/** Which document, and in what form. */
export interface HowMade {
  asked: Asked
  id: string
}

/** The documents of an installation as readers get them, and what tells when they hold no more. */
export interface Kept {
  documents: MadeDocuments<HowMade>
  follower: PublicHeadFollower
}

const keptByPayload = new WeakMap<Payload, Kept>()

/**
 * Keeps documents as readers get them, so that each is made once and not for every answer that shows it.
 *
 * @param megabytes most memory they may take; 0 keeps none
 */
export function keepMadeDocuments(
  payload: Payload,
  { follower, megabytes }: { follower: PublicHeadFollower; megabytes: number },
): void {
  if (megabytes === 0) return
  const documents = new MadeDocuments<HowMade>({
    changes: follower.changes,
    maxBytes: megabytes * 1024 * 1024,
  })
  keptByPayload.set(payload, { documents, follower })
}

/** What is kept of an installation; undefined where nothing is. */
export function keptDocuments(payload: Payload): Kept | undefined {
  return keptByPayload.get(payload)
}

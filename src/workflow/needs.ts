import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'
import { reasonsAgainst, type Reason } from './checks.ts'
import { whereItLeads } from './where-it-leads.ts'
import { liveCitations } from './citations.ts'
import { readSituation, type Situation } from './situation.ts'
import type { State } from './states.ts'

/** Most documents gathered at once; a draft that needs more is better published in parts. */
const most = 200

/** What a set is gathered for. A set that is scheduled needs what one that is published needs. */
export type SetPurpose = 'publish' | 'withdraw'

/** A document of the set, and what keeps it from being published, or withdrawn, with the others. */
export interface NeededDocument {
  collection: string
  id: string
  title: string
  state: State
  /** Of the newest version, or of the live text when the set is to be withdrawn. */
  contentHash: string
  live: boolean
  /** Whether it could be published, or withdrawn, now, together with the others. */
  ready: boolean
  reasons: Reason[]
}

/** What a document still needs before it can be public, or can cease to be. */
export interface Needs {
  /** The document first, then all that has to go with it, nearest first. */
  documents: NeededDocument[]
  /** Whether there is more than is listed. */
  more: boolean
}

/**
 * Gathers the set that could become public together with a document: everything it points at that is not
 * live, what that points at, and so on. For a withdrawal it goes the other way: everything live that points
 * at the document, what points at that, and so on.
 *
 * @throws EditorialError NOT_FOUND
 */
export async function whatItNeeds({
  collection,
  id,
  purpose = 'publish',
  req,
}: {
  collection: string
  id: string
  purpose?: SetPurpose
  req: PayloadRequest
}): Promise<Needs> {
  const gathered = new Map<string, Situation>()
  const waiting = [{ collection, id }]
  while (waiting.length > 0 && gathered.size < most) {
    const next = waiting.shift()!
    if (gathered.has(keyOf(next))) continue
    const situation = await readSituation({ ...next, req })
    gathered.set(keyOf(next), situation)
    waiting.push(...(await nextTo[purpose](situation, req)))
  }
  const together = new Set(gathered.keys())
  const documents: NeededDocument[] = []
  for (const situation of gathered.values()) {
    const { live, state, title, working } = situation
    const reasons = await reasonsAgainst({
      action: purpose,
      actor: req.user as Actor,
      situation,
      together,
      req,
    })
    const side = purpose === 'withdraw' ? (live ?? working) : working
    documents.push({
      collection: situation.collection,
      id: situation.id,
      title,
      state,
      contentHash: side.contentHash,
      live: live !== null,
      ready: reasons.length === 0,
      reasons,
    })
  }
  return { documents, more: waiting.some((one) => !gathered.has(keyOf(one))) }
}

/**
 * Reads what a set is asked for.
 *
 * @throws EditorialError MALFORMED
 */
export function readPurpose(asked: unknown): SetPurpose {
  if (asked === undefined || asked === null || asked === 'publish') return 'publish'
  if (asked === 'withdraw') return 'withdraw'
  throw new EditorialError({
    code: 'MALFORMED',
    message: 'A set is gathered for “publish” or for “withdraw”. Leave “for” out to publish.',
  })
}

interface Place {
  collection: string
  id: string
}

/** What a document takes with it, one step away. */
const nextTo: Record<
  SetPurpose,
  (situation: Situation, req: PayloadRequest) => Promise<readonly Place[]>
> = {
  publish: async (situation, req) => {
    const references = await whereItLeads(situation, req)
    return references.filter(({ exists, live }) => exists && !live)
  },
  withdraw: ({ collection, id }, req) => liveCitations({ collection, id, req }),
}

function keyOf({ collection, id }: Place): string {
  return `${collection}/${id}`
}

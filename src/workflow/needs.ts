import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/roles.ts'
import { reasonsAgainst, referencesIn, type Reason } from './checks.ts'
import { lookUpReferences } from './referenced.ts'
import { readSituation, type Situation } from './situation.ts'
import type { State } from './states.ts'

/** Most documents gathered at once; a draft that needs more is better published in parts. */
const most = 200

/** A document of the set, and what keeps it from being published with the others. */
export interface NeededDocument {
  collection: string
  id: string
  title: string
  state: State
  contentHash: string
  live: boolean
  /** Whether it could be published now, together with the others. */
  ready: boolean
  reasons: Reason[]
}

/** What a document still needs before it can be public. */
export interface Needs {
  /** The document first, then everything not live that it leads to, nearest first. */
  documents: NeededDocument[]
  /** Whether there is more than is listed. */
  more: boolean
}

/**
 * Gathers the set that could become public together with a document: everything it points at that is not
 * live, what that points at, and so on.
 *
 * @throws EditorialError NOT_FOUND
 */
export async function whatItNeeds({
  collection,
  id,
  req,
}: {
  collection: string
  id: string
  req: PayloadRequest
}): Promise<Needs> {
  const gathered = new Map<string, Situation>()
  const waiting = [{ collection, id }]
  while (waiting.length > 0 && gathered.size < most) {
    const next = waiting.shift()!
    const key = `${next.collection}/${next.id}`
    if (gathered.has(key)) continue
    const situation = await readSituation({ ...next, req })
    gathered.set(key, situation)
    const references = await lookUpReferences({ references: referencesIn(situation, req), req })
    waiting.push(...references.filter(({ exists, live }) => exists && !live))
  }
  const together = new Set(gathered.keys())
  const documents: NeededDocument[] = []
  for (const situation of gathered.values()) {
    const reasons = await reasonsAgainst({
      action: 'publish',
      actor: req.user as Actor,
      situation,
      together,
      req,
    })
    documents.push({
      collection: situation.collection,
      id: situation.id,
      title: situation.title,
      state: situation.state,
      contentHash: situation.working.contentHash,
      live: situation.live !== null,
      ready: reasons.length === 0,
      reasons,
    })
  }
  return { documents, more: waiting.some((one) => !gathered.has(`${one.collection}/${one.id}`)) }
}

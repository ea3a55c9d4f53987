import type { PayloadRequest } from 'payload'
import { withRowsAtHand } from '../database/rows-at-hand.ts'
import { EditorialError } from '../errors.ts'
import { entriesAppended } from '../ledger/appended.ts'
import { whereItLeads } from './where-it-leads.ts'
import { contributorsIn } from './contributors.ts'
import { withGrant } from './grants.ts'
import type { Situation } from './situation.ts'
import { readSituations } from './situations.ts'
import type { Action } from './states.ts'

/**
 * Publishing brings back exactly the version that was approved, in all languages, and looks whether that is
 * what is live now. Most actions change nothing but the record.
 *
 * @returns the situations afterwards, in their order; each document is read back once all of them were written
 * @throws EditorialError INTERNAL when what is live is not what was approved
 */
export async function changeLiveSides(
  situations: readonly Situation[],
  action: Action,
  req: PayloadRequest,
): Promise<Situation[]> {
  const appended = entriesAppended()
  switch (action) {
    case 'publish':
    case 'override': {
      for (const situation of situations) await publish(situation, req)
      const changed = await readBack(situations, appended, req)
      for (const [at, now] of changed.entries())
        refuseOtherText({ approved: situations[at]!.working.contentHash, now })
      return changed
    }
    case 'withdraw':
      for (const situation of situations) await withdraw(situation, req)
      return readBack(situations, appended, req)
    default:
      return [...situations]
  }
}

async function publish(situation: Situation, req: PayloadRequest): Promise<void> {
  const { collection, id, stored, working } = situation
  const known = {
    contributors: contributorsIn(stored.working),
    existing: new Set(
      (await whereItLeads(situation, req))
        .filter(({ exists }) => exists)
        .map((one) => `${one.collection}/${one.id}`),
    ),
  }
  await withGrant(req, { collection, id: working.versionId, makes: 'published', known }, () =>
    withRowsAtHand(req, { collection, id, ...stored.rows }, () =>
      req.payload.restoreVersion({
        collection,
        id: working.versionId,
        depth: 0,
        overrideAccess: true,
        req,
      }),
    ),
  )
}

async function withdraw({ collection, id }: Situation, req: PayloadRequest): Promise<void> {
  await withGrant(req, { collection, id, makes: 'draft' }, () =>
    req.payload.update({
      collection,
      id,
      data: { _status: 'draft' },
      depth: 0,
      overrideAccess: true,
      req,
    }),
  )
}

/** Reads documents as they are after a write, all of them. Their entries are known, unless a hook has written any. */
function readBack(
  situations: readonly Situation[],
  appended: number,
  req: PayloadRequest,
): Promise<Situation[]> {
  const isKnown = entriesAppended() === appended
  return readSituations(
    situations.map(({ collection, entries, id }) => ({
      collection,
      id,
      ...(isKnown ? { entries } : {}),
    })),
    req,
  )
}

/** The last look before the transaction ends: what is live is what was approved, byte for byte, and so is its version. */
function refuseOtherText({ approved, now }: { approved: string; now: Situation }): void {
  if (now.live?.contentHash === approved && now.working.contentHash === approved) return
  throw new EditorialError({
    code: 'INTERNAL',
    message: `What would be live (${now.live?.contentHash ?? 'nothing'}) is not what was approved (${approved}), so nothing was published.`,
  })
}

import type { PayloadRequest } from 'payload'
import { withRowsAtHand } from '../database/rows-at-hand.ts'
import { EditorialError } from '../errors.ts'
import { entriesAppended } from '../ledger/appended.ts'
import { whereItLeads } from './checks.ts'
import { contributorsIn } from './contributors.ts'
import { withGrant } from './grants.ts'
import { readSituation, type Situation } from './situation.ts'
import type { Action } from './states.ts'

/**
 * Publishing brings back exactly the version that was approved, in all languages, and looks whether that is
 * what is live now. Most actions change nothing but the record.
 */
export async function changeLiveSide(
  situation: Situation,
  action: Action,
  req: PayloadRequest,
): Promise<Situation> {
  const { collection, id, working } = situation
  const { payload } = req
  const appended = entriesAppended()
  switch (action) {
    case 'publish':
    case 'override': {
      const known = {
        contributors: contributorsIn(situation.stored.working),
        existing: new Set(
          (await whereItLeads(situation, req))
            .filter(({ exists }) => exists)
            .map((one) => `${one.collection}/${one.id}`),
        ),
      }
      await withGrant(req, { collection, id: working.versionId, makes: 'published', known }, () =>
        withRowsAtHand(req, { collection, id, ...situation.stored.rows }, () =>
          payload.restoreVersion({
            collection,
            id: working.versionId,
            depth: 0,
            overrideAccess: true,
            req,
          }),
        ),
      )
      const changed = await readBack(situation, appended, req)
      refuseOtherText({ approved: working.contentHash, now: changed })
      return changed
    }
    case 'withdraw':
      await withGrant(req, { collection, id, makes: 'draft' }, () =>
        payload.update({
          collection,
          id,
          data: { _status: 'draft' },
          depth: 0,
          overrideAccess: true,
          req,
        }),
      )
      return readBack(situation, appended, req)
    default:
      return situation
  }
}

/** Reads a document as it is after a write, all of it. Its entries are known, unless a hook has written any. */
function readBack(
  { collection, entries, id }: Situation,
  appended: number,
  req: PayloadRequest,
): Promise<Situation> {
  return readSituation({
    collection,
    id,
    ...(entriesAppended() === appended ? { entries } : {}),
    req,
  })
}

/** The last look before the transaction ends: what is live is what was approved, byte for byte. */
function refuseOtherText({ approved, now }: { approved: string; now: Situation }): void {
  if (now.live?.contentHash === approved) return
  throw new EditorialError({
    code: 'INTERNAL',
    message: `What would be live (${now.live?.contentHash ?? 'nothing'}) is not what was approved (${approved}), so nothing was published.`,
  })
}

import {
  createLocalReq,
  type Payload,
  type PayloadRequest,
  type TaskConfig,
  type TypedUser,
} from 'payload'
import type { Actor } from '../../access/roles.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { EditorialError } from '../errors.ts'
import { appendEntry } from '../ledger/append.ts'
import type { EntryDetails } from '../ledger/entry.ts'
import type { EntrySummary } from '../ledger/read.ts'
import { tellOfFailedSchedule } from '../notifications/of-step.ts'
import { carryOut } from './carry-out.ts'
import type { Agent } from './in-the-record.ts'
import { publicationTask, type PinnedDocument, type PublicationInput } from './publication-queue.ts'
import { recordState } from './record-state.ts'
import { readSituation, type Situation } from './situation.ts'

/**
 * Publishes what was scheduled, once its time has come. Carries the version, its hash and the approval; all
 * is checked again. Running twice does nothing the second time: the ledger says what became of a schedule.
 */
export const publishScheduled = {
  slug: publicationTask,
  inputSchema: [
    { name: 'documents', type: 'json', required: true },
    { name: 'personId', type: 'text', required: true },
  ],
  // For a database that is away; a refusal is an outcome and not tried again.
  retries: { attempts: 20, backoff: { type: 'exponential', delay: 1_000 } },
  handler: async ({ input, req }: { input: unknown; req: PayloadRequest }) => {
    await fire(input as PublicationInput, req.payload)
    return { output: {} }
  },
} as unknown as TaskConfig

async function fire({ documents, personId }: PublicationInput, payload: Payload): Promise<void> {
  const person = await findPerson(payload, personId)
  const req = await createLocalReq(person ? { user: person } : {}, payload)
  const due = await stillDue(documents, req)
  if (due.length === 0) return
  try {
    if (!person)
      throw new EditorialError({
        code: 'NOT_PERMITTED',
        message: 'Whoever scheduled this has no account any more.',
      })
    await inTransaction(req, async (transactionReq) => {
      const stillHere = await stillDue(due, transactionReq)
      if (stillHere.length > 0)
        await carryOut(orderFor(stillHere), platformFor(person), transactionReq)
    })
  } catch (error) {
    if (!(error instanceof EditorialError) || error.status >= 500) throw error
    await markFailed({ documents: due, error, personId, req })
  }
}

/** Acts with the publisher's roles; the ledger names nobody, because nobody was there. */
function platformFor(person: TypedUser): Agent {
  return {
    actor: person as Actor,
    recorded: { actorId: null, actorName: null, actorRoles: [] },
  }
}

function orderFor(documents: PinnedDocument[]) {
  return {
    action: 'publish' as const,
    documents: documents.map(({ collection, id, contentHash }) => ({
      collection,
      id,
      contentHash,
    })),
    isSet: documents.length > 1,
    comment: null,
    publishAt: null,
    replacement: null,
    acceptOlderTranslation: null,
    assignee: null,
    due: null,
    schedules: new Map(
      documents.map(({ collection, id, schedule }) => [`${collection}/${id}`, schedule]),
    ),
  }
}

/** Those documents whose schedule has no outcome yet: not fired, not failed, not called off, not overtaken. */
async function stillDue(
  documents: PinnedDocument[],
  req: PayloadRequest,
): Promise<PinnedDocument[]> {
  const due: PinnedDocument[] = []
  for (const document of documents) {
    const situation = await situationIfThere(document, req)
    if (situation && !situation.entries.some((entry) => endsSchedule(entry, document)))
      due.push(document)
  }
  return due
}

/** Whoever published something newer meanwhile knew what they did: the older text did not fail. */
function endsSchedule({ details, sequence, type }: EntrySummary, { schedule }: PinnedDocument) {
  return details.schedule === schedule || (type === 'published' && sequence > schedule)
}

async function situationIfThere(
  { collection, id }: PinnedDocument,
  req: PayloadRequest,
): Promise<Situation | undefined> {
  try {
    return await readSituation({ collection, id, req })
  } catch (error) {
    // A draft that was never public may have been deleted since.
    if (error instanceof EditorialError && error.code === 'NOT_FOUND') return undefined
    throw error
  }
}

/** Leaves a mark that everybody sees, with the reasons, and tells those who can do something about it. */
async function markFailed({
  documents,
  error,
  personId,
  req,
}: {
  documents: PinnedDocument[]
  error: EditorialError
  personId: string
  req: PayloadRequest
}): Promise<void> {
  const reasons = (error.reasons ?? [error]).map(({ message }) => message)
  req.payload.logger.warn({ msg: 'A scheduled publication failed', documents, reasons })
  await inTransaction(req, async (transactionReq) => {
    const situations: Situation[] = []
    for (const { collection, id, versionId, contentHash, schedule } of documents) {
      await appendEntry(transactionReq, {
        type: 'scheduleFailed',
        actorId: null,
        actorName: null,
        actorRoles: [],
        documentCollection: collection,
        documentId: id,
        versionId,
        contentHash,
        details: { schedule, reasons: reasonsFor(id, error) },
      })
      const situation = await readSituation({ collection, id, req: transactionReq })
      await recordState(situation, transactionReq)
      situations.push(situation)
    }
    await tellOfFailedSchedule({
      documents: situations,
      reasons,
      scheduledBy: personId,
      req: transactionReq,
    })
  })
}

/** The reasons about one document; one that failed only with the others is told theirs. */
function reasonsFor(id: string, { code, message, reasons }: EditorialError) {
  const all = reasons ?? [{ code, message }]
  const own = all.filter((reason) => reason.id === undefined || reason.id === id)
  return (own.length > 0 ? own : all).map((reason) => ({
    code: reason.code,
    message: reason.message,
  })) satisfies EntryDetails['reasons']
}

async function findPerson(payload: Payload, id: string): Promise<TypedUser | undefined> {
  const user = await payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  return user ? { ...user, collection: 'users' } : undefined
}

import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { referencesOf } from '../content/visible-content.ts'
import { inOneLine } from '../database/one-line.ts'
import { grantInUse } from './grants.ts'
import { readSituation, type Side, type Situation } from './situation.ts'

/** Keeps the lists of the workflow up to date when somebody saves a draft. */
export const recordStateOnSave: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  // A transition records the state itself, once its ledger entry is there.
  if (grantInUse(req)) return doc
  const id = (doc as { id: string }).id
  await recordState(await readSituation({ collection: collection.slug, id, req }), req)
  return doc
}

/** Takes a deleted draft out of the lists. */
export const forgetStateOnDelete: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  await req.payload.db.deleteMany({
    collection: 'workflow-states',
    req,
    where: { key: { equals: `${collection.slug}/${String(id)}` } },
  })
}

/** Writes down where a document stands, in the transaction of the change that brought it there. */
export async function recordState(situation: Situation, req: PayloadRequest): Promise<void> {
  const { collection, id, live, working } = situation
  const key = `${collection}/${id}`
  const data = {
    key,
    title: situation.title,
    documentCollection: collection,
    documentId: id,
    state: situation.state,
    live: live !== null,
    contentHash: working.contentHash,
    openOverride: situation.override !== null && situation.override.confirmation === null,
    publishAt: situation.schedule?.details.publishAt ?? null,
    scheduleFailed: situation.failure !== null,
    contributors: working.contributors.map(({ name }) => name).join(', '),
    changedAt: new Date().toISOString(),
    liveReferences: live ? inOneLine(keysOf(collection, live, req)) : '',
    workingReferences: inOneLine(keysOf(collection, working, req)),
    withdrawal: situation.withdrawal && {
      at: situation.withdrawal.at,
      reason: situation.withdrawal.comment,
      replacement: situation.withdrawal.details.replacement ?? null,
    },
  }
  const stored = await req.payload.db.findOne<{ id: string }>({
    collection: 'workflow-states',
    req,
    select: { key: true },
    where: { key: { equals: key } },
  })
  if (stored)
    await req.payload.db.updateOne({
      collection: 'workflow-states',
      data,
      id: stored.id,
      req,
      returning: false,
    })
  else await req.payload.db.create({ collection: 'workflow-states', data, req, returning: false })
}

function keysOf(collection: CollectionSlug, { content }: Side, req: PayloadRequest): string[] {
  const { flattenedFields } = req.payload.collections[collection].config
  const references = referencesOf({ fields: flattenedFields, content })
  return [...new Set(references.map((reference) => `${reference.collection}/${reference.id}`))]
}

import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { referencesOf } from '../content/visible-content.ts'
import { inOneLine } from '../database/one-line.ts'
import { keptAfterSave } from '../translation/document-translation.ts'
import { entriesReadInSave } from './contributors.ts'
import { noteVersionSaved } from '../saves/tell-base.ts'
import { keptAssignment, noteAssignment } from './assignment.ts'
import { grantInUse } from './grants.ts'
import { countLostLinks, isLost, recountLinksTo } from './lost-links.ts'
import { queueFactsOf, sizeOfSubmitted } from './queue-facts.ts'
import { searchedWords } from './searched-words.ts'
import { readSituation, type Side, type Situation } from './situation.ts'
import {
  forgetStateRow,
  forgetStateRowsOfOthers,
  isOfSameText,
  stateRowOf,
  type StateRow,
} from './state-row.ts'

/** Keeps the lists of the workflow up to date when somebody saves a draft. */
export const recordStateOnSave: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  // A transition records the state itself, once its ledger entry is there.
  if (grantInUse(req)) return doc
  const id = (doc as { id: string }).id
  const place = { collection: collection.slug, id }
  const entries = await entriesReadInSave(place, req)
  const situation = await readSituation({ ...place, ...(entries ? { entries } : {}), req })
  await recordState(situation, req)
  await noteVersionSaved(situation, situation.working.versionId, req)
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

/**
 * Writes down where a document stands, in the transaction of the change that brought it there.
 *
 * @param submitted whether it was just submitted: then how much there is to review is written down too
 */
export async function recordState(
  situation: Situation,
  req: PayloadRequest,
  { submitted = false }: { submitted?: boolean } = {},
): Promise<void> {
  const { collection, id, live, working } = situation
  const key = `${collection}/${id}`
  const stored = await stateRowOf(situation, req)
  const now = new Date().toISOString()
  const isSameText = isOfSameText(stored, situation)
  const workingReferences = isSameText
    ? stored.workingReferences
    : inOneLine(keysOf(collection, working, req))
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
    changedAt: now,
    liveReferences: liveReferences(situation, workingReferences, req),
    withdrawal: situation.withdrawal && {
      at: situation.withdrawal.at,
      reason: situation.withdrawal.comment,
      replacement: situation.withdrawal.details.replacement ?? null,
    },
    ...(isSameText ? {} : saidOfText(situation, { stored, workingReferences, req })),
    ...queueFactsOf(situation),
    ...(submitted ? sizeOfSubmitted(situation, req) : {}),
    // What the text leads to is told of each change of its own: see recountLinksTo.
    lostLinks:
      stored?.workingReferences === workingReferences
        ? (stored.lostLinks ?? 0)
        : await countLostLinks(workingReferences, req),
    ...keptAssignment(stored, situation),
  }
  forgetStateRow(situation)
  if (stored)
    await req.payload.db.updateOne({
      collection: 'workflow-states',
      data,
      id: stored.id,
      req,
      returning: false,
    })
  else await req.payload.db.create({ collection: 'workflow-states', data, req, returning: false })
  noteAssignment(situation, { ...stored, ...keptAssignment(stored, situation) })
  if (stored && isLost(stored) !== isLost(data)) {
    await recountLinksTo(key, req)
    forgetStateRowsOfOthers(situation)
  }
}

/** What a row says of the text itself, whatever becomes of it. */
function saidOfText(
  situation: Situation,
  {
    stored,
    workingReferences,
    req,
  }: { stored: StateRow | null; workingReferences: string; req: PayloadRequest },
) {
  const { config } = req.payload.collections[situation.collection]
  return {
    workingReferences,
    ...searchedWords(config, situation.working.content),
    // A document that has no row yet was never saved before.
    ...keptAfterSave(situation, stored ? (stored.translations ?? null) : {}, req),
  }
}

function liveReferences(
  { collection, live, working }: Situation,
  workingReferences: string,
  req: PayloadRequest,
): string {
  if (!live) return ''
  return live.contentHash === working.contentHash
    ? workingReferences
    : inOneLine(keysOf(collection, live, req))
}

function keysOf(collection: CollectionSlug, { content }: Side, req: PayloadRequest): string[] {
  const { flattenedFields } = req.payload.collections[collection].config
  const references = referencesOf({ fields: flattenedFields, content })
  return [...new Set(references.map((reference) => `${reference.collection}/${reference.id}`))]
}

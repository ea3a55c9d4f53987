import { createLocalReq, getPayload, type Payload } from 'payload'
import { ChainCheck } from '../../src/ledger/chain.ts'
import type { LedgerEntry } from '../../src/ledger/entry.ts'
import { allEntries, verifyLedger } from '../../src/ledger/verify.ts'
import { payloadConfig } from '../../src/payload-config.ts'
import type { Settings } from '../../src/settings.ts'
import { publicationQueue } from '../../src/workflow/publication-queue.ts'
import { isEditorial, readSituation, type Situation } from '../../src/workflow/situation.ts'
import { transitionFor } from '../../src/workflow/states.ts'
import { setKey, type Logbook, type Page } from './logbook.ts'

let opened = 0

/** What was found in a database that nobody has open: everything that should not be, in words. */
export interface Findings {
  problems: string[]
  entries: LedgerEntry[]
}

/**
 * Opens the database of a server that was killed, as it lies, and looks for everything that is not as
 * clients were told, or half done.
 */
export async function inspect(settings: Settings, log: Logbook): Promise<Findings> {
  opened += 1
  const payload = await getPayload({
    config: payloadConfig(settings),
    disableOnInit: true,
    key: `inspection-${opened}`,
  })
  try {
    const entries: LedgerEntry[] = []
    for await (const entry of allEntries(await createLocalReq({}, payload))) entries.push(entry)
    return {
      entries,
      problems: [
        ...(await verificationProblems(payload)),
        ...gaps(entries),
        ...missingEntries(entries, log),
        ...halfSets(entries, log),
        ...repeatedSchedules(entries),
        ...(await pageProblems(payload, log)),
        ...(await newestVersionProblems(payload)),
        ...(await jobProblems(payload, entries)),
      ],
    }
  } finally {
    await payload.destroy()
  }
}

async function verificationProblems(payload: Payload): Promise<string[]> {
  const { breaks } = await verifyLedger(await createLocalReq({}, payload))
  return breaks.map((found) => `verify: ${JSON.stringify(found)}`)
}

/** Apart from the verification, which would have the same fault as whoever wrote both. */
function gaps(entries: LedgerEntry[]): string[] {
  const check = new ChainCheck()
  for (const entry of entries) check.add(entry)
  return [
    ...check.breaks.map((found) => `chain: ${JSON.stringify(found)}`),
    ...entries
      .filter(({ sequence }, index) => sequence !== index + 1)
      .map(({ sequence }, index) => `entry ${sequence} stands at place ${index + 1}`),
  ]
}

function missingEntries(entries: LedgerEntry[], log: Logbook): string[] {
  const hashes = new Map(entries.map(({ sequence, hash }) => [sequence, hash]))
  return [...log.entries]
    .filter(([sequence, hash]) => hashes.get(sequence) !== hash)
    .map(([sequence]) => `entry ${sequence} was answered with success, and is not in the ledger`)
}

function halfSets(entries: LedgerEntry[], log: Logbook): string[] {
  const sets = new Map<string, string[]>()
  for (const { details, documentId } of entries)
    if (details.setId && log.pages.has(documentId))
      sets.set(details.setId, [...(sets.get(details.setId) ?? []), documentId])
  return [...sets.values()]
    .filter((ids) => !log.sets.has(setKey(ids)))
    .map((ids) => `only ${ids.join(' and ')} of a set`)
}

/** The entries by which each schedule ended, if it did. */
export function scheduleEnds(entries: LedgerEntry[]): Map<number, LedgerEntry[]> {
  const ends = new Map<number, LedgerEntry[]>()
  for (const entry of entries) if (entry.type === 'scheduled') ends.set(entry.sequence, [])
  for (const entry of entries)
    if (entry.details.schedule !== undefined) ends.get(entry.details.schedule)?.push(entry)
  return ends
}

function repeatedSchedules(entries: LedgerEntry[]): string[] {
  return [...scheduleEnds(entries)]
    .filter(([, ends]) => ends.length > 1)
    .map(([sequence]) => `the schedule in entry ${sequence} ended more than once`)
}

async function pageProblems(payload: Payload, log: Logbook): Promise<string[]> {
  const req = await createLocalReq({}, payload)
  const problems: string[] = []
  for (const page of log.pages.values()) {
    if (!page.standing) continue
    const { collection, id } = page
    const situation = await readSituation({ collection, id, req })
    const found = [...standingProblems(page, situation), ...(await rowProblems(payload, situation))]
    problems.push(...found.map((problem) => `${collection}/${id}: ${problem}`))
    // Whatever came of what was under way is known now.
    takeDown(page, situation)
  }
  return problems
}

/** What was answered is so; what was not answered happened as a whole, or did not. */
function standingProblems({ entries, standing, underWay }: Page, now: Situation): string[] {
  const added = now.entries.slice(entries).map(({ type }) => type)
  const told = JSON.stringify(standing)
  const found = JSON.stringify(standingOf(now))
  if (added.length === 0)
    return underWay === 'save' || found === told ? [] : [`was told ${told}, found ${found}`]
  // Its time came, perhaps between two looks.
  const isFired = standing!.state === 'scheduled' || underWay === 'schedule'
  const possible = [
    ...(underWay && underWay !== 'save' ? [transitionFor(underWay).records] : []),
    ...(isFired ? [['published'], ['scheduled', 'published']] : []),
  ]
  if (!possible.some((records) => records.join() === added.join()))
    return [`has entries ${added.join()} after ${told} with ${underWay ?? 'nothing'} under way`]
  const expected = added.at(-1) === 'withdrawn' ? null : now.working.contentHash
  return added.at(-1) === 'published' && now.live?.contentHash !== expected
    ? ['was published, and something else is live']
    : []
}

/** The row by which lists find a document says what the ledger and the text say. */
async function rowProblems(payload: Payload, now: Situation): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'workflow-states',
    limit: 2,
    where: { key: { equals: `${now.collection}/${now.id}` } },
  })
  const rows = docs.map(({ contentHash, live, state }) => ({ contentHash, live, state }))
  const expected = [
    { contentHash: now.working.contentHash, live: now.live !== null, state: now.state },
  ]
  return JSON.stringify(rows) === JSON.stringify(expected)
    ? []
    : [`lists say ${JSON.stringify(rows)}, not ${JSON.stringify(expected)}`]
}

/** Every document has exactly one newest version. */
async function newestVersionProblems(payload: Payload): Promise<string[]> {
  const problems: string[] = []
  for (const collection of payload.config.collections.filter(isEditorial)) {
    const all = { collection: collection.slug, limit: 0, pagination: false, sort: 'id' } as const
    const { docs } = await payload.db.find<{ id: string }>({ ...all, select: {} })
    const { docs: versions } = await payload.db.findVersions<{ id: string }>({
      ...all,
      where: { latest: { equals: true } },
    })
    const ids = docs.map(({ id }) => id).sort()
    const parents = versions.map(({ parent }) => String(parent)).sort()
    if (ids.join() !== parents.join())
      problems.push(
        `${collection.slug}: ${ids.length} documents, but ${parents.length} newest versions`,
      )
  }
  return problems
}

/** What is scheduled has exactly one job that will see to it. */
async function jobProblems(payload: Payload, entries: LedgerEntry[]): Promise<string[]> {
  const { docs } = await payload.db.find<{ id: string; input?: unknown }>({
    collection: 'payload-jobs',
    limit: 0,
    pagination: false,
    sort: 'id',
    where: { and: [{ queue: { equals: publicationQueue } }, { completedAt: { exists: false } }] },
  })
  const waiting = docs.flatMap(({ input }) =>
    (input as { documents: { schedule: number }[] }).documents.map(({ schedule }) => schedule),
  )
  return [...scheduleEnds(entries)]
    .filter(([, ends]) => ends.length === 0)
    .map(([sequence]) => ({ sequence, jobs: waiting.filter((one) => one === sequence).length }))
    .filter(({ jobs }) => jobs !== 1)
    .map(({ jobs, sequence }) => `the schedule in entry ${sequence} has ${jobs} jobs`)
}

function takeDown(page: Page, now: Situation): void {
  page.standing = standingOf(now)
  page.entries = now.entries.length
  page.underWay = undefined
}

function standingOf({ live, state, working }: Situation) {
  const { contentHash, versionId } = working
  const liveContentHash = live?.contentHash ?? null
  return { contentHash, live: live !== null, liveContentHash, state, versionId }
}

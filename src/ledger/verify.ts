import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { contentHash } from '../content/content-hash.ts'
import { visibleContent } from '../content/visible-content.ts'
import { ChainCheck, type ChainBreak } from './chain.ts'
import type { LedgerEntry } from './entry.ts'
import { toEntry, type EntryRow } from './rows.ts'

/** How many entries or documents are read at a time. */
const pageSize = 200

/** How often what is live is compared while others publish. */
const mostTries = 5

/** What the proof found. `ok` means: no entry was changed, and what is live is what was approved. */
export interface Verification {
  ok: boolean
  entries: number
  /** The newest entry. Whoever keeps its hash elsewhere can tell later that nothing before it changed. */
  head: { sequence: number; hash: string } | null
  /** Everything that does not fit, the first first. */
  breaks: ChainBreak[]
}

/**
 * Proves the ledger and what is live against each other: the chain of entries is whole, each publication
 * rests on an approval or override, every live document says what its last publication says, and nothing
 * that was published is missing.
 */
export async function verifyLedger(req: PayloadRequest): Promise<Verification> {
  const check = new ChainCheck()
  let liveBreaks: ChainBreak[] = []
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const read = check.entries
    for await (const entry of allEntries(req, check.head?.sequence)) check.add(entry)
    // Something became public between reading the ledger and reading what is live: compare once more.
    if (tries > 1 && check.entries === read) break
    liveBreaks = await compareLive(check, req)
    if (liveBreaks.length === 0) break
  }
  const breaks = [...check.breaks, ...liveBreaks]
  return { ok: breaks.length === 0, entries: check.entries, head: check.head, breaks }
}

/** Where what is live differs from what the ledger published last. */
async function compareLive(check: ChainCheck, req: PayloadRequest): Promise<ChainBreak[]> {
  const breaks: ChainBreak[] = []
  const expected = new Map(
    [...check.lastPublications()].filter(([, publication]) => publication.live),
  )
  for await (const { collection, document } of liveDocuments(req)) {
    const key = `${collection.slug}/${document.id}`
    const publication = expected.get(key)
    expected.delete(key)
    const found = contentHash(
      visibleContent({
        collection: collection.slug,
        fields: collection.flattenedFields,
        upload: Boolean(collection.upload),
        document,
      }),
    )
    const place = { collection: collection.slug, id: document.id }
    if (!publication)
      breaks.push({ ...place, problem: 'This document is live, and no entry published it.' })
    else if (publication.contentHash !== found)
      breaks.push({
        ...place,
        sequence: publication.sequence,
        problem: `What is live is not what entry ${publication.sequence} published: expected ${publication.contentHash}, found ${found}.`,
      })
    const fileProblem = await problemOfFile(collection, document)
    if (fileProblem) breaks.push({ ...place, problem: fileProblem })
  }
  for (const [key, publication] of expected) {
    const [collection = '', id = ''] = key.split('/')
    breaks.push({
      collection,
      id,
      sequence: publication.sequence,
      problem: `Entry ${publication.sequence} published this document and none withdrew it, but it is not live.`,
    })
  }
  return breaks
}

/** A file lies beside the database; its document says what its bytes are. */
async function problemOfFile(
  { upload }: SanitizedCollectionConfig,
  { filename, sha256 }: Record<string, unknown>,
): Promise<string | undefined> {
  if (!upload || typeof filename !== 'string') return undefined
  try {
    const found = createHash('sha256')
      .update(await readFile(path.join(upload.staticDir ?? '', filename)))
      .digest('hex')
    return found === sha256
      ? undefined
      : `The file ${filename} is not the one that was approved: expected ${String(sha256)}, found ${found}.`
  } catch (error) {
    return `The file ${filename} cannot be read (${(error as Error).message}).`
  }
}

/**
 * Every entry of the ledger with its snapshot, oldest first.
 *
 * @param beyond only those with a greater number
 */
export async function* allEntries(
  req: PayloadRequest,
  beyond?: number,
): AsyncGenerator<LedgerEntry> {
  // By number and not by page, so that entries appended meanwhile shift nothing. Two entries of one
  // number, which only tampering makes, are both seen.
  let after: { sequence: number; ids: string[] } = {
    sequence: beyond === undefined ? Number.MIN_SAFE_INTEGER : beyond + 1,
    ids: [],
  }
  for (;;) {
    const { docs } = await req.payload.db.find<EntryRow>({
      collection: 'ledger-entries',
      limit: pageSize,
      pagination: false,
      req,
      sort: ['sequence', 'id'],
      where: {
        and: [
          { sequence: { greater_than_equal: after.sequence } },
          ...(after.ids.length > 0 ? [{ id: { not_in: after.ids } }] : []),
        ],
      },
    })
    if (docs.length === 0) return
    for (const row of docs) {
      const entry = toEntry(row)
      after =
        entry.sequence === after.sequence
          ? { sequence: entry.sequence, ids: [...after.ids, row.id] }
          : { sequence: entry.sequence, ids: [row.id] }
      yield entry
    }
  }
}

async function* liveDocuments(
  req: PayloadRequest,
): AsyncGenerator<{ collection: SanitizedCollectionConfig; document: StoredDocument }> {
  for (const collection of req.payload.config.collections) {
    if (!collection.versions?.drafts) continue
    let after = ''
    for (;;) {
      const { docs } = await req.payload.db.find<StoredDocument>({
        collection: collection.slug,
        limit: pageSize,
        pagination: false,
        req,
        sort: 'id',
        where: {
          and: [
            { _status: { equals: 'published' } },
            ...(after === '' ? [] : [{ id: { greater_than: after } }]),
          ],
        },
      })
      if (docs.length === 0) break
      for (const document of docs) yield { collection, document }
      after = docs.at(-1)!.id
    }
  }
}

type StoredDocument = Record<string, unknown> & { id: string }

import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import type { Actor } from '../../access/roles.ts'
import { whereOf, type Question } from './question.ts'
import { rowFor, storedFields, type DeskRow, type StoredRow } from './row.ts'
import { both, sectionFor, sectionsFor, type Section, type SectionName } from './sections.ts'

/** One part of the desk, with some of what is in it. */
export interface SectionAnswer {
  section: SectionName
  /** Whether the one who asks can do something about it. */
  acts: boolean
  /** How many documents are in it, with the filters asked for. */
  count: number
  rows: DeskRow[]
}

/** One page of one part of the desk. */
export interface SectionPage extends SectionAnswer {
  page: number
  pages: number
  limit: number
}

/** All parts of the desk of whoever asks, those in which they can do something first. */
export async function deskAnswer(
  question: Question,
  req: PayloadRequest,
): Promise<{ sections: SectionAnswer[] }> {
  const asked = askedBy(req)
  const sections: SectionAnswer[] = []
  // One after the other: they are asked of one database.
  for (const section of sectionsFor(asked)) sections.push(await fill(section, question, asked, req))
  return { sections }
}

/** One part of the desk; an empty one for somebody who has none such. */
export async function sectionAnswer(
  name: SectionName,
  question: Question,
  req: PayloadRequest,
): Promise<SectionPage> {
  const asked = askedBy(req)
  const section = sectionFor(name, asked)
  const { limit, page } = question
  const answer = section
    ? await fill(section, question, asked, req)
    : { section: name, acts: false, count: 0, rows: [] }
  return { ...answer, page, pages: Math.ceil(answer.count / limit), limit }
}

type Asked = ReturnType<typeof askedBy>

function askedBy({ user }: PayloadRequest) {
  return { actor: user as Actor, me: String(user?.id), now: new Date().toISOString() }
}

async function fill(
  { acts, name, parts, sort }: Section,
  question: Question,
  { me, now }: Asked,
  req: PayloadRequest,
): Promise<SectionAnswer> {
  const filter = whereOf(question, { me, now })
  const { count, rows } = await pageOver({
    parts: parts.map((part) => both(part, filter)),
    sort,
    limit: question.limit,
    page: question.page,
    req,
  })
  return {
    section: name,
    acts,
    count,
    rows: rows.map((row) => rowFor(row, { me, now, section: name })),
  }
}

interface List {
  where: Where
  sort: string[]
  req: PayloadRequest
}

/** One page of several lists, one after the other. */
async function pageOver({
  parts,
  limit,
  page,
  ...asked
}: Omit<List, 'where'> & { parts: readonly Where[]; limit: number; page: number }): Promise<{
  count: number
  rows: StoredRow[]
}> {
  const rows: StoredRow[] = []
  let count = 0
  for (const where of parts) {
    const list = { where, ...asked }
    // Where the page begins within this list.
    const begin = Math.max(0, (page - 1) * limit - count)
    const wanted = limit - rows.length
    const found = await rowsFrom(list, { begin, wanted, limit })
    rows.push(...found)
    // A list that ends here has said how long it is.
    const isWhole = begin === 0 && found.length < wanted
    count += isWhole ? found.length : await lengthOf(list)
  }
  return { count, rows }
}

/** Rows of a list from one of them on. Payload gives pages, so from within the list it takes two of them. */
async function rowsFrom(
  list: List,
  { begin, limit, wanted }: { begin: number; limit: number; wanted: number },
): Promise<StoredRow[]> {
  if (wanted === 0) return []
  if (begin === 0) return rowsOf(list, { limit: wanted, pagination: false })
  const first = Math.floor(begin / limit) + 1
  const skipped = begin % limit
  const found = (await rowsOf(list, { limit, page: first })).slice(skipped)
  if (skipped > 0 && found.length < wanted && found.length === limit - skipped)
    found.push(...(await rowsOf(list, { limit, page: first + 1 })))
  return found.slice(0, wanted)
}

async function rowsOf(
  { where, sort, req }: List,
  which: { limit: number; page?: number; pagination?: boolean },
): Promise<StoredRow[]> {
  const { docs } = await req.payload.find({
    collection: queue,
    depth: 0,
    overrideAccess: false,
    req,
    select: storedFields as never,
    sort,
    where,
    ...which,
  })
  return docs as unknown as StoredRow[]
}

async function lengthOf({ where, req }: List): Promise<number> {
  const { totalDocs } = await req.payload.count({
    collection: queue,
    overrideAccess: false,
    req,
    where,
  })
  return totalDocs
}

const queue = 'workflow-states' as CollectionSlug

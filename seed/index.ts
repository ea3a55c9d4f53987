import type { Payload, TypedUser } from 'payload'
import { peopleExist } from '../src/database/people-exist.ts'
import { locales } from '../src/locales.ts'
import { tellNobodyOf } from '../src/notifications/quiet.ts'
import type { Settings } from '../src/settings.ts'
import { documentsOf, type SeedDocument } from './documents.ts'
import { openDrafts } from './open-drafts.ts'
import { seedPeople, type People } from './people.ts'
import { References } from './references.ts'
import { publishTogether, Review } from './review.ts'
import { readRoadmap } from './roadmap.ts'

const progressKey = 'stationmaster-seed'

/**
 * Fills an empty installation with the demo people and the roadmap, when the settings ask for it. A seed
 * that was interrupted goes on where it stopped; one that is done is never repeated.
 */
export async function seedIfEmpty(payload: Payload, { seed }: Settings): Promise<void> {
  if (seed !== 'demo') return
  const progress = await payload.kv.get<{ done: boolean }>(progressKey)
  if (progress?.done || (!progress && (await peopleExist(payload)))) return
  payload.logger.info('Seeding the roadmap. This happens once and takes about half a minute.')
  await payload.kv.set(progressKey, { done: false })
  await seedRoadmap(payload)
  await payload.kv.set(progressKey, { done: true })
}

/**
 * Writes what is missing of the demo people and the roadmap. Everything goes the way of any other text:
 * editors write and submit, the reviewer approves, the publisher publishes. Running it twice changes
 * nothing.
 */
export async function seedRoadmap(payload: Payload): Promise<void> {
  const people = await seedPeople(payload)
  const roadmap = readRoadmap()
  const references = new References()
  // Its people never took these hundreds of steps themselves. Of the work in progress they are told.
  await tellNobodyOf(payload, () => publishRoadmap({ payload, roadmap, references, people }))
  await openDrafts({ payload, roadmap, references, people })
}

async function publishRoadmap({
  payload,
  roadmap,
  references,
  people,
}: Parameters<typeof openDrafts>[0]): Promise<void> {
  const documents = documentsOf(roadmap)
  // First every document exists, so that any can refer to any; then each gets its text.
  const unpublished: { document: SeedDocument; id: string }[] = []
  for (const document of documents) {
    const { id, isLive } = await findOrCreate(payload, document, authorOf(document, people))
    references.add(document.collection, Object.values(document.key).join(' '), id)
    if (!isLive) unpublished.push({ document, id })
  }
  const approved: Review[] = []
  for (const [index, { document, id }] of unpublished.entries()) {
    const place = { collection: document.collection, id }
    const author = authorOf(document, people)
    let review = await Review.of(payload, place)
    if (review.state === 'draft') {
      await write({ payload, document, id, references, user: author })
      review = await Review.of(payload, place)
    }
    await haveApproved({
      review,
      author,
      reviewer: people['reviewer']!,
      remark: remarkOn(document, index),
    })
    approved.push(review)
  }
  // Stations lead to each other, so the map becomes public as a whole.
  await publishTogether({
    payload,
    reviews: approved,
    user: people['publisher']!,
    comment: 'The first roadmap.',
  })
}

/** The author submits and the reviewer approves, perhaps on the second reading. */
async function haveApproved({
  review,
  author,
  reviewer,
  remark,
}: {
  review: Review
  author: TypedUser
  reviewer: TypedUser
  remark: string | undefined
}): Promise<void> {
  if (review.state === 'draft') {
    await review.act('submit', author)
    if (remark) await review.act('return', reviewer, { comment: remark })
  }
  if (review.state === 'changesRequested') await review.act('submit', author)
  if (review.state === 'inReview') await review.act('approve', reviewer)
}

/** Now and then a reviewer has a question first, as reviewers do. */
function remarkOn({ collection }: SeedDocument, index: number): string | undefined {
  if (index % 23 !== 7) return undefined
  return collection === 'notices'
    ? 'Please check the code against the notice itself once more.'
    : 'Please read the Spanish aloud once: it should be as plain as the English.'
}

/** Two editors share the work by content type. */
function authorOf({ collection }: SeedDocument, people: People): TypedUser {
  const name = collection === 'notices' || collection === 'forms' ? 'editor2' : 'editor'
  return people[name]!
}

async function findOrCreate(
  payload: Payload,
  { collection, first, key }: SeedDocument,
  user: TypedUser,
): Promise<{ id: string; isLive: boolean }> {
  const { docs } = await payload.find({
    collection,
    where: { and: Object.entries(key).map(([field, value]) => ({ [field]: { equals: value } })) },
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    select: { _status: true },
    user,
  })
  const found = docs[0]
  if (found) return { id: found.id, isLive: found._status === 'published' }
  const created = await payload.create({
    collection,
    data: first as never,
    draft: true,
    depth: 0,
    overrideAccess: false,
    user,
  })
  return { id: created.id, isLive: false }
}

/** The author saves a draft in each language. */
async function write({
  payload,
  document,
  id,
  references,
  user,
}: {
  payload: Payload
  document: SeedDocument
  id: string
  references: References
  user: TypedUser
}): Promise<void> {
  let saved: unknown
  for (const { code } of locales)
    saved = await payload.update({
      collection: document.collection,
      id,
      data: withRowIds(document.data(code, references), saved) as never,
      depth: 0,
      draft: true,
      locale: code,
      overrideAccess: false,
      user,
    })
}

/** Rows keep their ids from one language to the next: they are the same rows in other words. */
export function withRowIds(data: unknown, saved: unknown): unknown {
  if (Array.isArray(data))
    return data.map((row: unknown, index) => {
      const savedRow = (saved as unknown[] | undefined)?.[index]
      const withIds = withRowIds(row, savedRow)
      const rowId = (savedRow as { id?: unknown } | null | undefined)?.id
      return isPlainObject(withIds) && rowId !== undefined ? { ...withIds, id: rowId } : withIds
    })
  if (isPlainObject(data) && !('root' in data))
    return Object.fromEntries(
      Object.entries(data).map(([name, value]) => [
        name,
        withRowIds(value, (saved as Record<string, unknown> | undefined)?.[name]),
      ]),
    )
  return data
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { z } from 'zod'
import { isPerson, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'
import { memoize } from '../memoize.ts'
import { parsed } from '../workflow/order.ts'
import { presenceInMemory } from './in-memory.ts'
import { presenceInMongodb } from './in-mongodb.ts'
import {
  doings,
  holdSeconds,
  mostTabs,
  type Doing,
  type Place,
  type PresenceRow,
  type PresenceStore,
} from './store.ts'

/** Somebody who is in a document now. */
export interface PresentPerson {
  id: string
  name: string
  /** What they do there; who has it open in several tabs and writes in one, writes. */
  doing: Doing
}

/** A document somebody is in. */
export interface AttendedDocument extends Place {
  people: PresentPerson[]
}

/** Most documents of one answer. */
export const mostDocuments = 500

const beat = z.strictObject(
  {
    tab: z
      .string('tab is required: a name that your tab has for itself.')
      .regex(/^[\w-]{8,64}$/, 'tab has 8 to 64 letters, digits, “-” and “_”.'),
    doing: z.enum([...doings, 'left'], 'doing is one of: looking, writing, left.'),
  },
  'Send { tab, doing } and nothing else.',
)

/** Where it is kept: with the content where processes share a database, otherwise in the only process there is. */
const storeOf = memoize((payload: Payload): PresenceStore => {
  return payload.db.name === 'mongoose' ? presenceInMongodb(payload) : presenceInMemory()
})

/**
 * Says that whoever asks has a document open in a tab, or has left it.
 *
 * @returns everybody else who is in it
 * @throws EditorialError NOT_PERMITTED, NOT_FOUND or MALFORMED
 */
export async function bePresent(
  place: Place,
  body: unknown,
  req: PayloadRequest,
): Promise<{ people: PresentPerson[] }> {
  const me = personOf(req)
  const { doing, tab } = parsed(beat, body)
  const store = storeOf(req.payload)
  if (doing === 'left') {
    await store.remove([{ person: me.id, tab }])
    return { people: [] }
  }
  await refuseUnreadable(place, req)
  const now = Date.now()
  const until = now + holdSeconds * 1000
  const { collection, id: document } = place
  await store.put({ collection, document, person: me.id, name: me.name, tab, doing, until })
  const mine = await store.of(me.id, now)
  await store.remove(mine.sort((one, other) => other.until - one.until).slice(mostTabs))
  return { people: peopleIn(othersThan(me.id, await store.at(now, place))) }
}

/** Every document that somebody else is in now. */
export async function attendedDocuments(
  req: PayloadRequest,
): Promise<{ documents: AttendedDocument[] }> {
  const rows = othersThan(String(req.user!.id), await storeOf(req.payload).at(Date.now()))
  const byDocument = new Map<string, PresenceRow[]>()
  for (const row of rows) {
    const key = `${row.collection}/${row.document}`
    byDocument.set(key, [...(byDocument.get(key) ?? []), row])
  }
  const documents = [...byDocument.values()].slice(0, mostDocuments).map((inIt) => ({
    collection: inIt[0]!.collection,
    id: inIt[0]!.document,
    people: peopleIn(inIt),
  }))
  return { documents }
}

/** Each person once, those who write first. */
export function peopleIn(rows: readonly PresenceRow[]): PresentPerson[] {
  const people = new Map<string, PresentPerson>()
  for (const { doing, name, person } of rows)
    if (doing === 'writing' || !people.has(person)) people.set(person, { id: person, name, doing })
  const key = ({ doing, id, name }: PresentPerson) => `${doing === 'writing' ? 0 : 1} ${name} ${id}`
  return [...people.values()].sort((one, other) => key(one).localeCompare(key(other)))
}

function othersThan(person: string, rows: readonly PresenceRow[]): PresenceRow[] {
  return rows.filter((row) => row.person !== person)
}

function personOf({ user }: PayloadRequest): { id: string; name: string } {
  if (isPerson(user as Actor))
    return { id: String(user!.id), name: (user as { name: string }).name }
  throw new EditorialError({
    code: user ? 'NOT_PERMITTED' : 'NOT_SIGNED_IN',
    message: 'Only people of the team are in documents. Sign in with a role.',
  })
}

/** @throws EditorialError NOT_FOUND for a document that whoever asks may not read, as for one that is not there */
async function refuseUnreadable({ collection, id }: Place, req: PayloadRequest): Promise<void> {
  const { totalDocs } = await req.payload.count({
    collection: collection as CollectionSlug,
    overrideAccess: false,
    req,
    where: { id: { equals: id } },
  })
  if (totalDocs > 0) return
  throw new EditorialError({
    code: 'NOT_FOUND',
    message: `There is no document ${id} in ${collection}.`,
  })
}

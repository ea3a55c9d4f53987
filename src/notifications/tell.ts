import type { PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'
import { nextDigest } from './digest-hour.ts'
import type { Choice, Kind } from './kinds.ts'
import { everybody, type Colleague } from './people.ts'
import { isQuiet } from './quiet.ts'
import { addNotification, type MailState, type ToldDocument } from './rows.ts'
import { installationSettings, settingsOf } from './settings.ts'

/** Most documents that one notification names; of further ones it tells how many there are. */
export const mostNamed = 100

/** Longest text of what somebody said, in characters; more is cut off. */
const longestDetail = 1_000

/** How long a mail waits for others to the same person to go along, in milliseconds. */
export const gatheringTime = 60_000

/** What happened, and to whom it is told. */
export interface Telling {
  kind: Kind
  /** What it is about: one document, or several that took the same step together. */
  document: ToldDocument | readonly ToldDocument[]
  /** Ids of accounts. Whoever did it is left out, and who has no role. */
  people: readonly string[]
  /** Who did it; null for the platform itself. */
  by: Doer | null
  /** What they said, such as a comment. The panel shows it, mails do not. */
  detail?: string | null
  /** A path in the panel such as `/review/stations/ID`, for one document that is not found where it usually is. */
  link?: string | null
  /** In the transaction of what happened. */
  req: PayloadRequest
}

export interface Doer {
  id: string
  name: string
}

/**
 * Tells people of something that happened, as each of them wants to be told: in the panel at once, and by mail
 * later. Call it in the transaction of what happened; what is undone is told to nobody.
 *
 * @throws EditorialError INTERNAL outside a transaction
 */
export async function tell({ document, people, ...event }: Telling): Promise<void> {
  const documents = 'id' in document ? [document] : document
  await tellEach({ ...event, shares: new Map(people.map((id) => [id, documents])) })
}

/** The same where not everybody is told of the same documents. */
export async function tellEach({
  by,
  detail = null,
  kind,
  link = null,
  req,
  shares,
  team: known,
}: Omit<Telling, 'document' | 'people'> & {
  /** Everybody with a role, where that was read already in this transaction. */
  team?: readonly Colleague[]
  /** What each person is told of, by the id of their account. */
  shares: ReadonlyMap<string, readonly ToldDocument[]>
}): Promise<void> {
  if (!(await req.transactionID))
    throw new EditorialError({
      code: 'INTERNAL',
      message: 'People are told in the transaction of what happened, or not at all.',
    })
  if (isQuiet(req.payload)) return
  const told = [...shares.keys()].filter((id) => id !== by?.id && shares.get(id)!.length > 0)
  if (told.length === 0) return
  const team = new Set((known ?? (await everybody(req))).map(({ id }) => String(id)))
  const settings = await settingsOf(told, req)
  const at = new Date()
  // One after the other: a transaction on MongoDB takes one question at a time.
  for (const personId of told) {
    const choice = settings(personId).choices[kind]
    if (!team.has(personId) || choice === 'nothing') continue
    const documents = shares.get(personId)!
    await addNotification(
      {
        personId,
        kind,
        documents: documents.slice(0, mostNamed).map(stored),
        more: Math.max(0, documents.length - mostNamed),
        byName: by?.name ?? null,
        detail: detail?.slice(0, longestDetail) ?? null,
        link,
        at: at.toISOString(),
        isRead: false,
        ...mailing(choice, { at, digestHour: installationSettings(req).digestHour }),
      },
      req,
    )
  }
}

/** Whoever tells may hand over more than that. */
function stored({ collection, id, title, why }: ToldDocument): ToldDocument {
  return { collection, id, title, ...(why === undefined ? {} : { why }) }
}

function mailing(
  choice: Choice,
  { at, digestHour }: { at: Date; digestHour: number },
): { mail: MailState; mailDueAt: string | null } {
  switch (choice) {
    case 'atOnce':
      return { mail: 'atOnce', mailDueAt: new Date(at.getTime() + gatheringTime).toISOString() }
    case 'digest':
      return { mail: 'digest', mailDueAt: nextDigest(at, digestHour).toISOString() }
    case 'panel':
    case 'nothing':
      return { mail: 'none', mailDueAt: null }
  }
}

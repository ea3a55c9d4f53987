import type { Payload, PayloadRequest, Where } from 'payload'
import { updateIf } from '../../database/update-if.ts'
import type { WrittenMail } from './write-mail.ts'

/** Where a mail is on its way. */
export type MailStatus =
  | 'waiting'
  | 'sent'
  /** There is no mail server, so it is in the log. */
  | 'written'
  /** Whom it was to has no role any more. */
  | 'spared'
  /** Given up after many tries. */
  | 'dead'

/** A mail to one person, as it is kept. */
export interface MailRow extends WrittenMail {
  id: string
  /** Says of which notifications it is made, so that no second one is made of them. */
  key: string
  personId: string
  personName: string
  to: string
  status: MailStatus
  attempts: number
  problem: string | null
  lastAttemptAt: string | null
  nextAttemptAt: string
}

const collection = 'mails'

export async function addMail(
  mail: Pick<MailRow, 'key' | 'personId' | 'personName' | 'to' | keyof WrittenMail>,
  { now, req }: { now: Date; req: PayloadRequest },
): Promise<void> {
  await req.payload.db.create({
    collection,
    data: { ...mail, status: 'waiting', attempts: 0, nextAttemptAt: now.toISOString() },
    req,
    returning: false,
  })
}

/** Mails whose next try has come, those that wait longest first. */
export async function mailsDue(
  payload: Payload,
  { limit, now }: { limit: number; now: Date },
): Promise<MailRow[]> {
  const { docs } = await payload.db.find<MailRow>({
    collection,
    limit,
    pagination: false,
    sort: 'nextAttemptAt',
    where: {
      and: [
        { status: { equals: 'waiting' } },
        { nextAttemptAt: { less_than_equal: now.toISOString() } },
      ],
    },
  })
  return docs
}

/** Changes a mail if it still is as the condition says; of several processes one succeeds. */
export function changeMailIf(
  payload: Payload,
  where: Where,
  data: Partial<Omit<MailRow, 'id'>>,
): Promise<boolean> {
  return updateIf(payload, { collection, data, where })
}

export async function forgetMails(where: Where, req: PayloadRequest): Promise<void> {
  await req.payload.db.deleteMany({ collection, req, where })
}

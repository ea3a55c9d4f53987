import type { Payload } from 'payload'
import { lookRepeatedly } from '../repeated-looks.ts'
import { lookDaily, startOfDay } from './daily.ts'
import { makeMails } from './mails/make-mails.ts'
import { sendMails } from './mails/send-mails.ts'

/** How often is looked for notifications to mail, and mails to send, in milliseconds. */
const interval = 5_000

/**
 * Mails what people are told, and does once a day what is done once a day. What was left while no process ran is done
 * at the start. Several processes may do so: each mail is made and sent by one.
 *
 * @returns stops, and waits for what is under way
 */
export function startNotifications(payload: Payload): () => Promise<void> {
  let done: number | undefined
  const { stop } = lookRepeatedly(payload, {
    work: async () => {
      const now = new Date()
      const today = startOfDay(now).getTime()
      if (done !== today) await lookDaily(payload, { now })
      done = today
      await makeMails(payload, { now })
      await sendMails(payload, { now })
    },
    interval,
    failed: 'Mailing notifications failed',
  })
  return stop
}

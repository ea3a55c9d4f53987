import { createLocalReq, type Payload } from 'payload'
import { findColleague } from '../people.ts'
import { changeMailIf, mailsDue, type MailRow } from './rows.ts'

/**
 * Waits before the second and each further try, in seconds. Together five days, for which RFC 5321 (4.5.4.1) has
 * senders go on.
 */
export const waits = [
  10, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400, 86_400, 86_400, 86_400,
] as const

/** Nobody else takes up a mail for this long after it was taken up, in milliseconds: longer than any try takes. */
const lease = 180_000

/** How many mails are looked for at once; the next look finds the others. */
const batch = 50

/**
 * Tries every mail that is due, one after the other. A server that is away is asked about one mail for each look:
 * the others wait, and nothing else waits with them.
 *
 * Each mail is taken up by one process and then sent. A process that dies in between leaves it taken up for a
 * while; then it is sent again, perhaps a second time, with the same Message-ID.
 */
export async function sendMails(payload: Payload, { now }: { now: Date }): Promise<void> {
  for (const mail of await mailsDue(payload, { limit: batch, now })) {
    if (!(await takeUp(payload, mail, now))) continue
    const outcome = await tryOnce(payload, mail)
    await record(payload, { mail, now, outcome })
    if (outcome.end === 'away') return
  }
}

/** Puts a mail that was given up back into line. @returns false when there is none of this id */
export async function sendAgain(payload: Payload, id: string): Promise<boolean> {
  return changeMailIf(
    payload,
    { and: [{ id: { equals: id } }, { status: { equals: 'dead' } }] },
    { status: 'waiting', attempts: 0, nextAttemptAt: new Date().toISOString() },
  )
}

/** How a try ended: the server took the mail, there is none, nobody is to get it, or it did not work. */
type Outcome =
  | { end: 'sent' | 'written' | 'spared' }
  /** The server cannot be reached, or lets nobody in. */
  | { end: 'away'; problem: string }
  /** The server does not take this mail; `forever` when it never will. */
  | { end: 'refused'; problem: string; forever: boolean }

async function takeUp(
  payload: Payload,
  { id, nextAttemptAt }: MailRow,
  now: Date,
): Promise<boolean> {
  return changeMailIf(
    payload,
    {
      and: [
        { id: { equals: id } },
        { status: { equals: 'waiting' } },
        { nextAttemptAt: { equals: nextAttemptAt } },
      ],
    },
    { nextAttemptAt: new Date(now.getTime() + lease).toISOString() },
  )
}

async function tryOnce(payload: Payload, mail: MailRow): Promise<Outcome> {
  const person = await findColleague(mail.personId, await createLocalReq({}, payload))
  if (!person) return { end: 'spared' }
  const { html, subject, text } = mail
  if (payload.email.name === 'log') {
    payload.logger.info(`Mail to ${person.email}, not sent without SMTP_URL: ${subject}\n\n${text}`)
    return { end: 'written' }
  }
  try {
    await payload.sendEmail({
      headers: { 'Auto-Submitted': 'auto-generated' },
      html,
      messageId: `<${mail.id}@${new URL(payload.config.serverURL).hostname}>`,
      subject,
      text,
      to: { address: person.email, name: person.name },
    })
    return { end: 'sent' }
  } catch (error) {
    return outcomeOf(error as SmtpError)
  }
}

/** What Nodemailer throws. */
type SmtpError = Error & { code?: string; responseCode?: number }

/** A mail whose address or text the server refuses for good (RFC 5321, 4.2.1: 5yz) is not tried again. */
function outcomeOf({ code, message, responseCode = 0 }: SmtpError): Outcome {
  const problem = message.slice(0, 300)
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return { end: 'away', problem }
  return { end: 'refused', problem, forever: responseCode >= 500 }
}

async function record(
  payload: Payload,
  { mail, now, outcome }: { mail: MailRow; now: Date; outcome: Outcome },
): Promise<void> {
  const attempts = mail.attempts + 1
  const common = { attempts, lastAttemptAt: now.toISOString() }
  const is = { id: { equals: mail.id } }
  if (!('problem' in outcome)) {
    await changeMailIf(payload, is, { ...common, status: outcome.end, problem: null })
    return
  }
  const { problem } = outcome
  const wait = outcome.end === 'refused' && outcome.forever ? undefined : waits[attempts - 1]
  if (wait === undefined) {
    await changeMailIf(payload, is, { ...common, status: 'dead', problem })
    payload.logger.warn(`A mail to ${mail.to} was given up after ${attempts} tries: ${problem}`)
    return
  }
  const nextAttemptAt = new Date(now.getTime() + wait * 1000).toISOString()
  await changeMailIf(payload, is, { ...common, nextAttemptAt, problem })
}

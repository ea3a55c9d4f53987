import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import {
  forgotPasswordOperation,
  isolateObjectProperty,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { EditorialError } from '../errors.ts'
import { countTry, isCounted } from '../http/limit-sign-ins.ts'

/** Requests that wait to be looked at, or for their mail to be taken; with more, further ones are answered 503. */
export const mostForgotten = 100

/** Seconds after which to come back when too many wait. */
const retryAfter = 30

/**
 * How long after it was asked a request is looked at, in milliseconds: after the answer has been sent, and at a
 * moment that nobody can foresee. SQLite works within this process, and whoever asks then waits a little.
 */
const pause = { shortest: 250, longest: 750 } as const

interface Queue {
  length: number
  /** Done when all that was asked so far has been looked at. Never fails. */
  last: Promise<void>
}

const queues = new WeakMap<Payload, Queue>()

/**
 * Takes note that somebody asks for a link to set a new password, and returns before it is known whether they
 * have an account. What follows, one request after the other, is seen only by who gets the mail: neither the
 * time that storing and sending take nor a server for mail that is down tells strangers anything.
 *
 * @throws EditorialError MALFORMED without an address, TOO_MANY_REQUESTS, or UNAVAILABLE when too many wait
 */
export async function takeForgottenPassword(req: PayloadRequest, email: unknown): Promise<void> {
  if (typeof email !== 'string' || email.trim() === '')
    throw new EditorialError({
      code: 'MALFORMED',
      message:
        'There is no email address in this request. Send the one you sign in with as “email”.',
    })
  await countTry(req, email)
  const queue = queueOf(req.payload)
  if (queue.length >= mostForgotten)
    throw new EditorialError({
      code: 'UNAVAILABLE',
      message:
        'Too many people ask for a new password at this moment. Wait a while, then try again.',
      retryAfter,
    })
  queue.length += 1
  const paused = setTimeout(randomInt(pause.shortest, pause.longest))
  const looked = Promise.all([queue.last, paused]).then(() => linkFor(req, email))
  queue.last = looked.then(
    () => undefined,
    () => undefined,
  )
  looked
    .then((token) => (token ? sendLink(req, { email, token }) : undefined))
    .catch((error: unknown) =>
      req.payload.logger.error({ err: error, msg: 'A link for a new password was not sent.' }),
    )
    .finally(() => (queue.length -= 1))
}

/** Waits until all that was asked so far has been looked at. A mail may still be on its way. */
export function forgottenPasswordsSeen(payload: Payload): Promise<void> {
  return queueOf(payload).last
}

function queueOf(payload: Payload): Queue {
  const queue = queues.get(payload) ?? { length: 0, last: Promise.resolve() }
  queues.set(payload, queue)
  return queue
}

/** @returns what the link has to have in it; nothing where nobody has this address */
async function linkFor(req: PayloadRequest, email: string): Promise<string | null> {
  // The answer has been sent: what belongs to it, such as its transaction, is not used any more.
  const later = isolateObjectProperty(req, ['context', 'transactionID'] as never)
  delete later.transactionID
  later.context = { ...req.context, [isCounted]: true }
  return forgotPasswordOperation({
    collection: req.payload.collections['users'],
    // The type wants the password that was forgotten.
    data: { email } as { email: string; password: string },
    // Payload would send the mail before it stores what the link is checked against.
    disableEmail: true,
    req: later,
  })
}

async function sendLink(
  { payload, t }: PayloadRequest,
  { email, token }: { email: string; token: string },
): Promise<void> {
  const { admin, routes, serverURL } = payload.config
  const link = `${serverURL}${routes.admin}${admin.routes.reset}/${token}`
  await payload.sendEmail({
    from: `"${payload.email.defaultFromName}" <${payload.email.defaultFromAddress}>`,
    to: email.toLowerCase().trim(),
    subject: t('authentication:resetYourPassword'),
    html: `${t('authentication:youAreReceivingResetPassword')} <a href="${link}">${link}</a> ${t('authentication:youDidNotRequestPassword')}`,
  })
}

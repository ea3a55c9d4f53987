import { createLocalReq, type PayloadRequest } from 'payload'
import { setTimeout } from 'node:timers/promises'
import { metOtherWork } from '../database/in-transaction.ts'
import { EditorialError } from '../errors.ts'
import type { Base } from './base.ts'
import { staleSave } from './stale.ts'
import type { Place } from './versions.ts'

/** A save that names its base. */
interface Save {
  place: Place
  bases: readonly Base[]
}

const saveKey = 'saveOnBase'

/** How long the other save is waited for, in milliseconds, before each further look. */
const pauses = [0, 20, 50, 100, 200, 400, 800]

/** Notes that a request saves on a base, or on none, for `asOvertaken`. */
export function noteSave(req: PayloadRequest, save: Save | undefined): void {
  req.context[saveKey] = save
}

/**
 * On MongoDB, two saves of a document at the same time meet, and one of them fails at once, before the other is
 * stored. If it named a base, it was overtaken: its refusal tells by whom, as soon as that is known.
 *
 * @returns the refusal in place of the database's error; any other error as it is
 */
export async function asOvertaken(error: unknown, req: PayloadRequest): Promise<unknown> {
  const save = req.context?.[saveKey] as Save | undefined
  if (!save || !metOtherWork(error)) return error
  const { i18n, payload, user } = req
  for (const pause of pauses) {
    await setTimeout(pause)
    const own = await createLocalReq({ req: { i18n }, ...(user ? { user } : {}) }, payload)
    for (const base of save.bases) {
      const refusal = await staleSave(save.place, base, own)
      if (refusal) return refusal
    }
  }
  return new EditorialError({
    code: 'UNAVAILABLE',
    message: 'Somebody else changed the same at the same moment. Nothing was stored; try again.',
    retryAfter: 1,
    cause: error,
  })
}

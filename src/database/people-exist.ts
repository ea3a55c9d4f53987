import type { Payload, PayloadRequest } from 'payload'

/**
 * Whether anyone has an account yet. Asked before there is anyone whose rights could be checked.
 *
 * @param req the request whose transaction the question belongs to, if there is one
 */
export async function peopleExist(payload: Payload, req?: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'users',
    ...(req ? { req } : {}),
  })
  return totalDocs > 0
}

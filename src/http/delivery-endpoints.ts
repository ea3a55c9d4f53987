import type { Endpoint, PayloadRequest } from 'payload'
import { dependsOnList } from '../delivery/cache/surrogate-keys.ts'
import { changesSince, mostChanges, usualChanges } from '../delivery/changes.ts'
import { EditorialError } from '../errors.ts'

/** What front ends read beside the content types themselves. */
export const deliveryEndpoints: Endpoint[] = [
  {
    path: '/changes',
    method: 'get',
    handler: async (req) => {
      dependsOnList(req, 'changes')
      const since = wholeNumber(req, 'since', { least: 0, most: Number.MAX_SAFE_INTEGER }) ?? 0
      const limit = wholeNumber(req, 'limit', { least: 1, most: mostChanges }) ?? usualChanges
      return Response.json(await changesSince({ since, limit, req }))
    },
  },
]

/**
 * A whole number among the parameters of a question, or undefined when it is not there.
 *
 * @throws EditorialError MALFORMED
 */
function wholeNumber(
  { searchParams }: PayloadRequest,
  name: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const text = searchParams.get(name)
  if (text === null || text === '') return undefined
  const number = Number(text)
  if (/^\d{1,16}$/.test(text) && number >= least && number <= most) return number
  throw new EditorialError({
    code: 'MALFORMED',
    message: `“${name}” must be a whole number from ${least} to ${most}; “${text.slice(0, 40)}” was given.`,
  })
}

import type { PayloadRequest } from 'payload'
import { mostCounted } from './limits.ts'
import { malformed } from './order.ts'
import { countOpenThreads } from './rows.ts'

/** How much is still talked about, for lists. */
export interface OpenThreads {
  /** In the order in which they were asked for, each once. */
  docs: { collection: string; id: string; open: number }[]
}

/**
 * How many open threads documents have, all counted at once.
 *
 * @param asked as `collection/id`, with commas between
 * @throws EditorialError MALFORMED
 */
export async function openThreads(asked: string | null, req: PayloadRequest): Promise<OpenThreads> {
  const keys = [...new Set((asked ?? '').split(','))]
  if (keys.length > mostCounted || !keys.every((key) => /^[\w-]{1,60}\/[\w-]{1,60}$/.test(key)))
    throw malformed([
      `documents names 1 to ${mostCounted} documents as collection/id, with commas between.`,
    ])
  const places = keys.map((key) => {
    const [collection, id] = key.split('/') as [string, string]
    return { collection, id }
  })
  const counts = await countOpenThreads(req, places)
  return {
    docs: places.map((place) => ({
      ...place,
      open: counts.get(`${place.collection}/${place.id}`) ?? 0,
    })),
  }
}

import type { PayloadRequest } from 'payload'
import { hasWord, mayHaveWord } from '../database/one-line.ts'
import { standingsOf, type DocumentStanding } from './standing.ts'

/** Whether nobody can follow a link there: what was withdrawn, until somebody takes it up again. */
export function isLost({ live, state }: { live?: boolean | null; state: string }): boolean {
  return state === 'withdrawn' && !live
}

/** How many of the documents that a text leads to were withdrawn. @param line their keys, as `inOneLine` has them */
export async function countLostLinks(line: string, req: PayloadRequest): Promise<number> {
  const places = line
    .split(' ')
    .filter(Boolean)
    .map((key) => {
      const [collection = '', id = ''] = key.split('/')
      return { collection, id }
    })
  const standings: DocumentStanding[] = await standingsOf(places, req)
  return standings.filter(isLost).length
}

/** Counts again for every text that leads to a document, after that was withdrawn or taken up again. */
export async function recountLinksTo(key: string, req: PayloadRequest): Promise<void> {
  const { docs } = await req.payload.db.find<{ id: string; workingReferences?: string | null }>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    req,
    select: { workingReferences: true },
    sort: 'key',
    where: mayHaveWord('workingReferences', key),
  })
  for (const { id, workingReferences } of docs)
    if (hasWord(workingReferences, key))
      await req.payload.db.updateOne({
        collection: 'workflow-states',
        data: { lostLinks: await countLostLinks(workingReferences!, req) },
        id,
        req,
        returning: false,
      })
}

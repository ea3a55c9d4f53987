import type { PayloadRequest } from 'payload'
import { referencesOf, type Reference } from '../content/visible-content.ts'
import { lookedUpOnce } from './looked-up.ts'
import { lookUpReferences, type Referenced } from './referenced.ts'
import type { Situation } from './situation.ts'

/** What the working text leads to, other than itself: a page that leads back to itself is live as soon as it is. */
export function whereItLeads(situation: Situation, req: PayloadRequest): Promise<Referenced[]> {
  return lookedUpOnce(
    situation,
    'references',
    () => lookUpReferences({ references: referencesIn(situation, req), req }),
    (situations) => whereAllLead(situations, req),
  )
}

async function whereAllLead(
  situations: readonly Situation[],
  req: PayloadRequest,
): Promise<Referenced[][]> {
  const references = situations.map((situation) => referencesIn(situation, req))
  const found = await lookUpReferences({ references: references.flat(), req })
  let from = 0
  return references.map(({ length }) => found.slice(from, (from += length)))
}

/** Everything the working text points at, other than itself. */
function referencesIn(
  { collection, id, working }: Situation,
  { payload }: PayloadRequest,
): Reference[] {
  return referencesOf({
    fields: payload.collections[collection].config.flattenedFields,
    content: working.content,
  }).filter((one) => one.collection !== collection || one.id !== id)
}

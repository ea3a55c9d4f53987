import type { PayloadRequest } from 'payload'
import type { KeptTranslations } from '../translation/document-translation.ts'
import type { TranslationStanding } from '../translation/standing.ts'
import type { AssignmentRow } from './assignment.ts'
import { forgetForAll, forgetLookedUp, lookedUpOnce } from './looked-up.ts'
import type { Situation } from './situation.ts'
import type { State } from './states.ts'

/** What of a document's row in the review queue is needed for the next one. */
export interface StateRow extends AssignmentRow {
  id: string
  state: State
  live?: boolean | null
  /** Of the newest version when the row was written: what the row says of the text is said of this one. */
  contentHash?: string | null
  translation?: TranslationStanding | null
  translations?: KeptTranslations | null
  lostLinks?: number | null
  workingReferences?: string | null
}

const columns = {
  state: true,
  live: true,
  contentHash: true,
  translation: true,
  translations: true,
  lostLinks: true,
  workingReferences: true,
  assignee: true,
  assigneeName: true,
  assignedBy: true,
  assignedByName: true,
  assignedAt: true,
  due: true,
} as const

/** A document's row in the review queue, without the words of its text; null where it has none yet. */
export function stateRowOf(situation: Situation, req: PayloadRequest): Promise<StateRow | null> {
  return lookedUpOnce(
    situation,
    'row',
    () =>
      req.payload.db.findOne<StateRow>({
        collection: 'workflow-states',
        req,
        select: columns,
        where: { key: { equals: keyOf(situation) } },
      }),
    (situations) => stateRowsOf(situations, req),
  )
}

async function stateRowsOf(
  situations: readonly Situation[],
  req: PayloadRequest,
): Promise<(StateRow | null)[]> {
  const { docs } = await req.payload.db.find<StateRow & { key: string }>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    req,
    select: { ...columns, key: true },
    sort: 'key',
    where: { key: { in: situations.map(keyOf) } },
  })
  const rows = new Map(docs.map((row) => [row.key, row]))
  return situations.map((situation) => rows.get(keyOf(situation)) ?? null)
}

function keyOf({ collection, id }: Situation): string {
  return `${collection}/${id}`
}

/** Whether a row was written for the text that the newest version has now, so that it need not be worked out anew. */
export function isOfSameText(
  row: StateRow | null,
  { working }: Pick<Situation, 'working'>,
): row is StateRow & {
  translation: TranslationStanding
  translations: KeptTranslations
  workingReferences: string
} {
  return (
    row?.contentHash === working.contentHash &&
    row.translation != null &&
    row.translations != null &&
    row.workingReferences != null
  )
}

/** To be called once the row was written. */
export function forgetStateRow(situation: Situation): void {
  forgetLookedUp(situation, 'row')
}

/** To be called once rows of other documents were written that may be looked up together with this one. */
export function forgetStateRowsOfOthers(situation: Situation): void {
  forgetForAll(situation, 'row')
}

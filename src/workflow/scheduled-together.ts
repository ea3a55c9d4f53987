import type { PayloadRequest, Where } from 'payload'
import { EditorialError } from '../errors.ts'
import type { Reason } from './checks.ts'

interface Row {
  id: string
  documentCollection: string
  documentId: string
  title?: string | null
  key: string
  scheduledWith?: string | null
}

/**
 * Documents that become public together may lead to each other: moved apart, the first of them would fail.
 *
 * @throws EditorialError WRONG_STATE naming those that were left out
 */
export async function refusePartOfSet(
  documents: readonly { collection: string; id: string }[],
  req: PayloadRequest,
): Promise<void> {
  const named = new Set(documents.map(({ collection, id }) => `${collection}/${id}`))
  const sets = new Set(
    (await rowsWhere({ key: { in: [...named] } }, req)).map(
      ({ scheduledWith }) => scheduledWith ?? '',
    ),
  )
  sets.delete('')
  if (sets.size === 0) return
  const others = (
    await rowsWhere(
      { and: [{ scheduledWith: { in: [...sets] } }, { state: { equals: 'scheduled' } }] },
      req,
    )
  ).filter(({ key }) => !named.has(key))
  if (others.length === 0) return
  const reasons = others.map((row): Reason => ({
    code: 'WRONG_STATE',
    message: `“${row.title ?? ''}” (${row.key}) was scheduled together with this. Move both, or cancel the schedule first.`,
    about: { collection: row.documentCollection, id: row.documentId, title: row.title ?? '' },
  }))
  throw new EditorialError({ code: 'WRONG_STATE', message: reasons[0]!.message, reasons })
}

async function rowsWhere(where: Where, req: PayloadRequest): Promise<Row[]> {
  const { docs } = await req.payload.db.find<Row>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    req,
    select: {
      documentCollection: true,
      documentId: true,
      key: true,
      scheduledWith: true,
      title: true,
    },
    sort: 'key',
    where,
  })
  return docs
}

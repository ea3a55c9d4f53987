import {
  findByIDOperation,
  findOperation,
  parseParams,
  type Collection,
  type PayloadRequest,
} from 'payload'
import { jsonOf } from '../../delivery/made-documents/json.ts'

/**
 * A list of documents as Payload's REST API writes it.
 *
 * @returns null where there are none: what became of what somebody asks for is told elsewhere
 */
export async function listOf(collection: Collection, req: PayloadRequest): Promise<string | null> {
  const { depth, draft, joins, limit, page, pagination, populate, select, sort, trash, where } =
    parametersOf(req)
  const found = await findOperation({
    collection,
    depth,
    draft,
    joins,
    limit,
    overrideAccess: false,
    page,
    pagination,
    populate,
    req,
    select,
    sort,
    trash,
    where,
  } as unknown as Parameters<typeof findOperation>[0])
  const { docs } = found as { docs: object[] }
  return docs.length > 0 ? jsonOfPage(found, docs) : null
}

/** A document as Payload's REST API writes it. @throws where there is none */
export async function documentBy(
  id: string,
  collection: Collection,
  req: PayloadRequest,
): Promise<string> {
  const { data, depth, draft, flattenLocales, joins, populate, select, trash } = parametersOf(req)
  const document = await findByIDOperation({
    collection,
    data,
    depth,
    draft,
    flattenLocales,
    id,
    joins,
    overrideAccess: false,
    populate,
    req,
    select,
    trash,
  } as unknown as Parameters<typeof findByIDOperation>[0])
  return jsonOf(document as object)
}

function parametersOf({ query }: PayloadRequest): Record<string, unknown> {
  return parseParams(query as never) as Record<string, unknown>
}

function jsonOfPage(page: object, docs: readonly object[]): string {
  const parts = Object.entries(page)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const json = name === 'docs' ? `[${docs.map(jsonOf).join()}]` : JSON.stringify(value)
      return `${JSON.stringify(name)}:${json}`
    })
  return `{${parts.join()}}`
}

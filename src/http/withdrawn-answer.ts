import {
  createLocalReq,
  type CollectionSlug,
  type Payload,
  type PayloadRequest,
  type TypedLocale,
} from 'payload'
import { parse } from 'qs-esm'
import { isNamed } from '../addresses/names.ts'
import { whereNameLeads, type Lead } from '../addresses/where-name-leads.ts'
import { movedTo } from '../delivery/by-name.ts'
import { refuseWithdrawn, type Asked } from '../delivery/withdrawn.ts'
import { isEditorial } from '../workflow/situation.ts'

/**
 * The one document a REST question is about, when it asks for one by address, code, number or id:
 * `/api/stations?where[slug][equals]=x`, `/api/notices/ID`. Undefined for any other question.
 */
export function askedFor({
  method,
  originalUrl,
}: {
  method: string
  originalUrl: string
}): Asked | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  const [path = '', search = ''] = originalUrl.split('?')
  const [collection, id, ...rest] = path.split('/').slice(2)
  if (!collection || rest.length > 0) return undefined
  if (id) return { collection, id }
  if (!search.includes('where')) return undefined
  const { where } = parse(search, { depth: 10 }) as { where?: Record<string, { equals?: unknown }> }
  const equal = (name: string) => {
    const value = where?.[name]?.equals
    return typeof value === 'string' ? value : undefined
  }
  const slug = equal('slug')
  const code = equal('code') ?? equal('number') ?? equal('searchKey')
  return (slug ?? code) ? { collection, slug, code } : undefined
}

/**
 * Tells a reader who finds nothing what became of what they ask for, if it was public once: a list of
 * documents says where the one with that name is now, and of what was withdrawn, why and where to go instead.
 *
 * @returns the answer, which says so
 * @throws EditorialError WITHDRAWN (410)
 */
export async function whatBecameOfIt({
  asked,
  payload,
  response,
  search,
}: {
  asked: Asked
  payload: Payload
  response: Response
  search: string
}): Promise<Response> {
  const collection = payload.collections[asked.collection as CollectionSlug]?.config
  if (!isEditorial(collection) || !(await foundNothing(response))) return response
  const locale = new URLSearchParams(search.split('?')[1]).get('locale')
  const req = await createLocalReq(locale ? { locale: locale as TypedLocale } : {}, payload)
  const lead = await leadOf(asked, req)
  if (!lead || !lead.live) {
    await refuseWithdrawn(asked, req)
    return response
  }
  if (!lead.moved) return response
  const body = (await response.json()) as object
  return Response.json(
    { ...body, movedTo: movedTo(lead) },
    { status: response.status, headers: withoutLength(response.headers) },
  )
}

async function leadOf(
  { collection, code, slug }: Asked,
  req: PayloadRequest,
): Promise<Lead | null> {
  const name = slug ?? code
  if (name === undefined || !isNamed(collection)) return null
  return whereNameLeads({ collection, name }, req)
}

function withoutLength(given: Headers): Headers {
  const headers = new Headers(given)
  headers.delete('content-length')
  return headers
}

async function foundNothing(response: Response): Promise<boolean> {
  if (response.status === 404) return true
  if (response.status !== 200) return false
  return (await response.clone().text()).startsWith('{"docs":[]')
}

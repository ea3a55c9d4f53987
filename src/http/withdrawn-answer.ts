import { createLocalReq, type CollectionSlug, type Payload, type TypedLocale } from 'payload'
import { parse } from 'qs-esm'
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
 * Tells a reader who finds nothing that what they ask for was public once, why it is not any more, and
 * where to go instead.
 *
 * @throws EditorialError WITHDRAWN (410)
 */
export async function refuseIfWithdrawn({
  asked,
  payload,
  response,
  search,
}: {
  asked: Asked
  payload: Payload
  response: Response
  search: string
}): Promise<void> {
  const collection = payload.collections[asked.collection as CollectionSlug]?.config
  if (!isEditorial(collection) || !(await foundNothing(response))) return
  const locale = new URLSearchParams(search.split('?')[1]).get('locale')
  const req = await createLocalReq(locale ? { locale: locale as TypedLocale } : {}, payload)
  await refuseWithdrawn(asked, req)
}

async function foundNothing(response: Response): Promise<boolean> {
  if (response.status === 404) return true
  if (response.status !== 200) return false
  return (await response.clone().text()).startsWith('{"docs":[]')
}

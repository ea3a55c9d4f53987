import type { PayloadRequest } from 'payload'
import { isNamed, namesIn, nameFieldOf } from '../addresses/names.ts'
import { findAddresses, rowKey, type AddressRow } from '../addresses/rows.ts'
import { whereNameLeads } from '../addresses/where-name-leads.ts'
import type { VisibleContent } from '../content/visible-content.ts'
import type { Reason } from './checks.ts'

/**
 * Names of a text by which people still reach another document: one that was called so before, or was
 * withdrawn under that name. A name that another document bears now is refused elsewhere.
 *
 * @param id the document with that text; undefined for one that is being created
 */
export async function namesThatLeadElsewhere({
  content,
  id,
  req,
}: Named & { req: PayloadRequest }): Promise<Reason[]> {
  const keys = keysOf(content)
  return elsewhere(
    { content, id },
    keys.length > 0 ? await findAddresses({ keys, req }) : noRows,
    req,
  )
}

/** The same for several texts, with one question for all of them. @returns in their order */
export async function namesOfAllThatLeadElsewhere(
  texts: readonly Named[],
  req: PayloadRequest,
): Promise<Reason[][]> {
  const keys = [...new Set(texts.flatMap(({ content }) => keysOf(content)))]
  const rows = await findAddresses({ keys, req })
  const reasons: Reason[][] = []
  for (const text of texts) reasons.push(await elsewhere(text, rows, req))
  return reasons
}

interface Named {
  content: Pick<VisibleContent, 'collection' | 'fields'>
  id: string | undefined
}

const noRows: ReadonlyMap<string, AddressRow> = new Map()

function keysOf(content: Named['content']): string[] {
  const { collection } = content
  return isNamed(collection) ? namesIn(content).map(({ key }) => rowKey(collection, key)) : []
}

async function elsewhere(
  { content, id }: Named,
  rows: ReadonlyMap<string, AddressRow>,
  req: PayloadRequest,
): Promise<Reason[]> {
  const { collection } = content
  if (!isNamed(collection)) return []
  const names = namesIn(content)
  const reasons: Reason[] = []
  for (const { isAlias, key, name } of names) {
    const row = rows.get(rowKey(collection, key))
    if (!row || row.documentId === id) continue
    const lead = await whereNameLeads({ collection, name }, req)
    // Nothing is taken from a document that bears the name itself.
    if (!lead || lead.id === id || (lead.live && !lead.moved)) continue
    const about = { collection, id: lead.id, title: lead.name }
    reasons.push({
      code: 'NAME_LEADS_ELSEWHERE',
      path: isAlias ? 'aliases' : nameFieldOf(collection),
      about,
      message: `“${name}” leads to “${about.title}” (${collection}/${about.id}), which ${lead.live ? 'was called so before' : 'has been withdrawn'}. Choose another name, or tick “Takes over an address” (over the APIs: takesName) if it is to lead here from now on.`,
    })
  }
  return reasons
}

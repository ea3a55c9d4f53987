import type { PayloadRequest } from 'payload'
import { isNamed, namedCollections, pathOf, type NamedCollection } from '../addresses/names.ts'
import { whereNameLeads } from '../addresses/where-name-leads.ts'
import { EditorialError } from '../errors.ts'
import type { Locale } from '../locales.ts'
import { dependsOn, dependsOnList } from './cache/surrogate-keys.ts'
import { withdrawalOf, type Withdrawal } from './withdrawn.ts'

/** The document that a name leads to, as front ends are told. */
export interface AddressAnswer {
  collection: NamedCollection
  id: string
  /** Its present name; of what was withdrawn, the last one. */
  name: string
  /** The address of its page; null for what has none, or was withdrawn. */
  path: string | null
  moved: boolean
  withdrawn: boolean
  withdrawal: Withdrawal | null
}

/**
 * Where a name leads for the public, or null when it never was anything's.
 *
 * @throws EditorialError MALFORMED for a content type without names
 */
export async function addressAnswer(
  { collection, locale, name }: { collection: string; locale: Locale; name: string },
  req: PayloadRequest,
): Promise<AddressAnswer | null> {
  if (!isNamed(collection))
    throw new EditorialError({
      code: 'MALFORMED',
      message: `“${collection.slice(0, 40)}” is not a content type with names. Choose one of: ${namedCollections.join(', ')}.`,
    })
  dependsOnList(req, collection)
  const lead = await whereNameLeads({ collection, name }, req)
  if (!lead) return null
  dependsOn(req, lead)
  const { id, live, moved } = lead
  return {
    collection,
    id,
    name: lead.name,
    path: live ? pathOf({ collection, id, name: lead.name, locale }) : null,
    moved,
    withdrawn: !live,
    withdrawal: live ? null : await withdrawalOf({ collection, id }, req),
  }
}

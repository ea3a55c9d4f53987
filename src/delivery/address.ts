import type { PayloadRequest } from 'payload'
import { isNamed, namedCollections, pathOf, type NamedCollection } from '../addresses/names.ts'
import { whereIdLeads, whereNameLeads } from '../addresses/where-name-leads.ts'
import { EditorialError } from '../errors.ts'
import type { Locale } from '../locales.ts'
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
 * Where a name or an id leads for the public, or null when it never was anything's.
 *
 * @throws EditorialError MALFORMED for a content type without names, or without one of name and id
 */
export async function addressAnswer(
  {
    collection,
    locale,
    ...asked
  }: { collection: string; locale: Locale; name?: string | null; id?: string | null },
  req: PayloadRequest,
): Promise<AddressAnswer | null> {
  if (!isNamed(collection))
    throw new EditorialError({
      code: 'MALFORMED',
      message: `“${collection.slice(0, 40)}” is not a content type with names. Choose one of: ${namedCollections.join(', ')}.`,
    })
  const [name, id] = [asked.name ?? undefined, asked.id ?? undefined]
  if ((name === undefined) === (id === undefined))
    throw new EditorialError({
      code: 'MALFORMED',
      message: 'Give either “name” or “id”: what to look for.',
    })
  const lead =
    name === undefined
      ? await whereIdLeads({ collection, id: id! }, req)
      : await whereNameLeads({ collection, name }, req)
  if (!lead) return null
  const { live, moved } = lead
  return {
    collection,
    id: lead.id,
    name: lead.name,
    path: live ? pathOf({ ...lead, locale }) : null,
    moved,
    withdrawn: !live,
    withdrawal: live ? null : await withdrawalOf({ collection, id: lead.id }, req),
  }
}

import type { FieldHook, PayloadRequest } from 'payload'
import { isNamed } from '../../src/addresses/names.ts'
import { whereNameLed } from '../../src/addresses/where-name-leads.ts'
import { isTaken } from '../../src/database/is-taken.ts'

/** Most copies of one document that get a value of their own. */
const mostCopies = 100

/**
 * The value of a duplicate's unique field: the first that no other document has.
 *
 * @param spell the value of the n-th copy
 */
export async function freeCopy(
  { collection, field, req, value }: Parameters<FieldHook>[0],
  spell: (value: string, copy: number) => string,
): Promise<unknown> {
  if (typeof value !== 'string' || value === '' || !collection || !field.name) return value
  for (let copy = 1; copy <= mostCopies; copy += 1) {
    const spelled = spell(value, copy)
    const wanted = { collection: collection.slug, field: field.name, value: spelled, id: undefined }
    if (
      !(await isTaken({ ...wanted, req })) &&
      !(await leadsSomewhere(collection.slug, spelled, req))
    )
      return spelled
  }
  return null
}

/** Whether people come to another document by this name, because it had it before. */
async function leadsSomewhere(
  collection: string,
  name: string,
  req: PayloadRequest,
): Promise<boolean> {
  return isNamed(collection) && (await whereNameLed({ collection, name }, req)) !== null
}

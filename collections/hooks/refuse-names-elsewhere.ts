import type { CollectionBeforeValidateHook } from 'payload'
import { isNamed, nameFieldOf } from '../../src/addresses/names.ts'
import { EditorialError } from '../../src/errors.ts'
import { namesThatLeadElsewhere } from '../../src/workflow/names-elsewhere.ts'

/**
 * A name by which people still reach another document is not given away in passing: whoever types it is told
 * what it leads to, and says with `takesName` that it leads here from now on.
 */
export const refuseNamesElsewhere: CollectionBeforeValidateHook = async ({
  collection: { slug: collection },
  data,
  originalDoc,
  req,
}) => {
  if (!isNamed(collection)) return data
  const before = (originalDoc ?? {}) as Record<string, unknown>
  const after = (data ?? {}) as Record<string, unknown>
  if ((after['takesName'] ?? before['takesName']) === true) return data

  const names = [nameFieldOf(collection), 'aliases'].filter(
    (name) =>
      after[name] !== undefined && JSON.stringify(after[name]) !== JSON.stringify(before[name]),
  )
  if (names.length === 0) return data
  const reasons = await namesThatLeadElsewhere({
    content: {
      collection,
      fields: Object.fromEntries(names.map((name) => [name, after[name]])) as never,
    },
    id: before['id'] as string | undefined,
    req,
  })
  const [first] = reasons
  if (!first) return data
  const said = reasons.map((reason) => ({
    ...reason,
    // By this the panel marks the field.
    data: { errors: [{ path: reason.path, message: reason.message }] },
  }))
  throw new EditorialError({ code: first.code, message: first.message, reasons: said })
}

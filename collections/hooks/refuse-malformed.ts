import type { CollectionBeforeValidateHook, CollectionSlug, Field } from 'payload'
import { missingDocuments } from '../../src/database/missing-documents.ts'
import { grantInUse } from '../../src/workflow/grants.ts'
import { linkedDocuments } from '../fields/rich-text-form.ts'
import { isOfKind, referencedIds } from '../field-kinds.ts'
import type { FormCheck } from '../well-formed.ts'
import { invalidFields, type Problem } from './invalid-fields.ts'

type Values = Record<string, unknown>

/** A reference found in a document, and where. */
interface Reference {
  path: string
  collection: CollectionSlug
  ids: string[]
}

interface Findings {
  problems: Problem[]
  references: Reference[]
}

/**
 * No save, not even of a draft, stores a value of the wrong kind or form, or a reference to nothing. All
 * problems are told at once.
 */
export const refuseMalformed: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const id = (originalDoc as { id?: string } | undefined)?.id
  const found: Findings = { problems: [], references: [] }
  inspect({ fields: collection.fields, values: data, path: '', id }, found)

  // Before a publication it was looked up where the text leads.
  const missing = await missingDocuments(found.references, req, grantInUse(req)?.known?.existing)
  const problems = [
    ...found.problems,
    ...found.references
      .filter(({ ids }) => ids.some((one) => missing.has(one)))
      .map(({ path, collection }) => ({
        path,
        message: `This names a document that does not exist, perhaps because it was deleted. Choose another, by an id that is in ${collection}.`,
      })),
  ]
  if (problems.length > 0)
    throw invalidFields({ collection: collection.slug, errors: problems, req })
  return data
}

interface Place {
  fields: readonly Field[]
  values: Values
  path: string
  id: string | undefined
}

function inspect({ fields, values, path, id }: Place, found: Findings): void {
  for (const field of fields) {
    if (field.type === 'tabs') {
      for (const tab of field.tabs)
        if ('name' in tab && tab.name)
          inside(tab.fields, values[tab.name], `${path}${tab.name}.`, id, found)
        else inspect({ fields: tab.fields, values, path, id }, found)
    } else if ('name' in field && field.name) {
      inspectValue(field, values, `${path}${field.name}`, id, found)
    } else if ('fields' in field) {
      inspect({ fields: field.fields, values, path, id }, found)
    }
  }
}

function inspectValue(
  field: Field & { name: string },
  siblings: Values,
  path: string,
  id: string | undefined,
  found: Findings,
): void {
  const value = siblings[field.name]
  if (value === undefined || value === null || value === '' || field.type === 'join') return
  const verdict = verdictOn(field, value, siblings, id)
  if (verdict !== true) {
    found.problems.push({ path, message: verdict })
    return
  }
  if (field.type === 'relationship' && typeof field.relationTo === 'string')
    found.references.push({ path, collection: field.relationTo, ids: referencedIds(value) })
  if (field.type === 'richText')
    for (const link of linkedDocuments(value))
      found.references.push({ path, collection: link.relationTo, ids: [link.value] })
  if (field.type === 'group') inside(field.fields, value, `${path}.`, id, found)
  if (field.type === 'array')
    for (const [index, row] of (value as unknown[]).entries())
      inside(field.fields, row, `${path}.${index}.`, id, found)
}

function verdictOn(field: Field, value: unknown, siblings: Values, id: string | undefined) {
  const check = (field.custom as { formCheck?: FormCheck } | undefined)?.formCheck
  const form = check?.(value, { siblings, id }) ?? true
  // The field's own check knows better words for what is wrong.
  return form === true ? isOfKind(field, value) : form
}

function inside(
  fields: readonly Field[],
  value: unknown,
  path: string,
  id: string | undefined,
  found: Findings,
): void {
  if (typeof value === 'object' && value !== null)
    inspect({ fields, values: value as Values, path, id }, found)
}

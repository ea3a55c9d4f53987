import type { CollectionBeforeValidateHook, Field } from 'payload'
import { ValidationError } from 'payload'
import type { FormCheck } from '../well-formed.ts'

type Values = Record<string, unknown>
interface Problem {
  path: string
  message: string
}

/** No save, not even of a draft, stores a value that does not have its field's form. All problems are told at once. */
export const refuseMalformed: CollectionBeforeValidateHook = ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const id = (originalDoc as { id?: string } | undefined)?.id
  const problems = problemsIn({ fields: collection.fields, values: data, path: '', id })
  if (problems.length > 0)
    throw new ValidationError({ collection: collection.slug, errors: problems, req }, req.t)
  return data
}

function problemsIn({
  fields,
  values,
  path,
  id,
}: {
  fields: readonly Field[]
  values: Values
  path: string
  id: string | undefined
}): Problem[] {
  return fields.flatMap((field): Problem[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? inside(tab.fields, values[tab.name], `${path}${tab.name}.`, id)
          : problemsIn({ fields: tab.fields, values, path, id }),
      )
    if (!('name' in field) || !field.name)
      return 'fields' in field ? problemsIn({ fields: field.fields, values, path, id }) : []

    const value = values[field.name]
    if (value === undefined || value === null || value === '') return []
    const here = `${path}${field.name}`
    const own = ownProblem(field, value, values, here, id)
    if (own) return [own]
    if (field.type === 'group') return inside(field.fields, value, `${here}.`, id)
    if (field.type === 'array')
      return Array.isArray(value)
        ? value.flatMap((row, index) => inside(field.fields, row, `${here}.${index}.`, id))
        : []
    return []
  })
}

function inside(
  fields: readonly Field[],
  value: unknown,
  path: string,
  id: string | undefined,
): Problem[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? problemsIn({ fields, values: value as Values, path, id })
    : []
}

function ownProblem(
  field: Field,
  value: unknown,
  siblings: Values,
  path: string,
  id: string | undefined,
): Problem | undefined {
  const check = (field.custom as { formCheck?: FormCheck } | undefined)?.formCheck
  const verdict = check?.(value, { siblings, id }) ?? true
  return verdict === true ? undefined : { path, message: verdict }
}

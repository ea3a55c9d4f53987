import type { FlattenedField } from 'payload'
import { documentsOf, type SeedDocument } from '../../seed/documents.ts'
import { References, type Referable } from '../../seed/references.ts'
import { readRoadmap } from '../../seed/roadmap.ts'
import type { VisibleContent } from '../../src/content/visible-content.ts'
import { contentOf, contentTypes } from './content-types.ts'

export interface SeedContents {
  /** What readers see of a seeded document. @param name its slug, code or number */
  contentOf: (collection: Referable, name: string) => VisibleContent
  /** `flattenedFields` of its content type. */
  fieldsOf: (collection: string) => readonly FlattenedField[]
  /** The id that stands for a seeded document: its name. */
  nameOf: (reference: { collection: string; id: string }) => string
}

/** The texts of the seed as contents, without a database. The id of a document is its content type and its name. */
export async function seedContents(): Promise<SeedContents> {
  const typeOf = await contentTypes()
  const documents = documentsOf(readRoadmap())
  const references = new References()
  for (const document of documents)
    references.add(document.collection, nameIn(document), `id-of-${nameIn(document)}`)
  return {
    contentOf: (collection, name) => {
      const document = documents.find(
        (one) => one.collection === collection && nameIn(one) === name,
      )!
      const type = typeOf(collection)
      const [en, es] = (['en', 'es'] as const).map((locale) => document.data(locale, references))
      const values = { ...document.key, ...inBoth(type.fields, en!, es!) }
      return contentOf(type, collection, values)
    },
    fieldsOf: (collection) => typeOf(collection).fields,
    nameOf: ({ id }) => id.replace('id-of-', ''),
  }
}

function nameIn({ key }: SeedDocument): string {
  return Object.values(key)[0]!
}

type Values = Record<string, unknown>

/** The data of both languages as a database gives it: what is localized by language. */
function inBoth(fields: readonly FlattenedField[], en: Values, es: Values): Values {
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const [one, other] = [en[field.name], es[field.name]]
      if (one === undefined) return []
      if (field.localized) return [[field.name, { en: one, es: other }]]
      if (field.type === 'group')
        return [[field.name, inBoth(field.flattenedFields, one as Values, other as Values)]]
      if (field.type !== 'array') return [[field.name, one]]
      const rows = (one as Values[]).map((row, at) =>
        inBoth(field.flattenedFields, row, (other as Values[])[at]!),
      )
      return [[field.name, rows]]
    }),
  )
}

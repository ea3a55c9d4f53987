import type { FlattenedField, PayloadRequest } from 'payload'
import { referencesOf, type VisibleContent } from '../content/visible-content.ts'
import type { Locale } from '../locales.ts'
import { lookUpReferences } from '../workflow/referenced.ts'
import type { Change } from './differences/change.ts'
import { changesBetween } from './differences/changes-between.ts'
import { sayChange } from './differences/say-change.ts'

/** A change with the sentence that says what it means. */
export interface SaidChange {
  change: Change
  sentence: string
}

/**
 * What changes from one text of a document to another, in sentences that call the documents it points at by their
 * titles.
 *
 * @param before null where there was no text
 * @param after null where there is none any more: then nothing is compared
 * @param fields `flattenedFields` of the content type, or `everyField` of them
 */
export async function saidChanges(
  { before, after }: { before: VisibleContent | null; after: VisibleContent | null },
  {
    fields,
    language,
    req,
  }: { fields: readonly FlattenedField[]; language: Locale; req: PayloadRequest },
): Promise<SaidChange[]> {
  // Nothing is compared with nothing, and what goes is what would have come, the other way round.
  if (!after) return []
  const changes = changesBetween({ before, after, fields })
  const contents = [before, after].filter((content) => content !== null)
  const references = contents.flatMap((content) => referencesOf({ fields, content }))
  const names = new Map(
    (await lookUpReferences({ references, req })).map((one) => [keyOf(one), one.title]),
  )
  const nameOf = (reference: { collection: string; id: string }) =>
    names.get(keyOf(reference)) || reference.id
  return changes.map((change) => ({ change, sentence: sayChange(change, { language, nameOf }) }))
}

function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}

import type { FlattenedField } from 'payload'
import type { VisibleContent } from '../../content/visible-content.ts'
import { words } from '../../locales.ts'
import type { Change, Place } from './change.ts'
import { compareFields } from './compare-fields.ts'
import { withoutDerived } from './derived.ts'
import { Effort } from './effort.ts'
import { unnamed } from './labels.ts'
import type { Scope } from './scope.ts'
import { isSame } from './same.ts'

/**
 * What differs between two texts of a document, in all languages, in the order of the fields on the form.
 *
 * There is no change exactly when both texts have the same content hash. Without a text before, the document itself
 * is the first change.
 *
 * However large the texts are, the work is bounded: comparing words and orders takes at most five million steps for
 * the whole document (see `effort.ts`), finding what is similar a fixed number of steps for each block (see
 * `similar-pairs.ts`), everything else n log n steps. What lies beyond the bounds is shown as replaced, or as
 * removed and added. The same texts give the same changes on every machine.
 *
 * @param fields `flattenedFields` of the sanitized content type
 */
export function changesBetween({
  before,
  after,
  fields,
}: {
  before: VisibleContent | null
  after: VisibleContent
  fields: readonly FlattenedField[]
}): Change[] {
  const scope: Scope = {
    collection: after.collection,
    id: '',
    path: '',
    field: '',
    within: [],
    locale: null,
    effort: new Effort(),
  }
  const found = compareFields({
    fields,
    before: before?.fields ?? {},
    after: after.fields,
    scope,
  })
  const changes = withoutDerived(found, {
    before: before?.fields ?? {},
    after: after.fields,
  })
  return before === null
    ? [{ ...ofDocument(after, ''), kind: 'document', change: 'added' }, ...changes]
    : [...aboutContent(before, after), ...changes]
}

/** A document does not change its type, and a text keeps its format; but the hash covers both. */
function aboutContent(before: VisibleContent, after: VisibleContent): Change[] {
  return (['format', 'collection'] as const)
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => ({
      // No field has a name with a colon.
      ...ofDocument(after, `content:${name}`),
      label: unnamed(name),
      kind: 'value',
      from: { as: 'text', text: before[name] },
      to: { as: 'text', text: after[name] },
    }))
}

function ofDocument({ collection }: VisibleContent, id: string): Place {
  return {
    id: id || 'document',
    path: id,
    locale: null,
    collection,
    field: id,
    label: words('Document', 'Documento'),
    within: [],
  }
}

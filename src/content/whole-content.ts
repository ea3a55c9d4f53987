import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { memoize } from '../memoize.ts'
import { visibleContent, type VisibleContent } from './visible-content.ts'

/**
 * The fields of a content type as if readers saw all that people write. With these, what reads or compares what is
 * visible reads and compares notes for the team, too. Fields that nobody is ever given, such as sort keys, are worked
 * out from others and stay out.
 */
export const everyField = memoize((fields: readonly FlattenedField[]): readonly FlattenedField[] =>
  fields.flatMap(opened),
)

/** The fields, on whatever level, that people write and readers do not get. */
export const hiddenFields = memoize(
  (fields: readonly FlattenedField[]): readonly FlattenedField[] => fields.flatMap(hiddenIn),
)

/**
 * All that people wrote into a document, in all its languages: what readers see, and what they do not. No hash
 * covers it; it serves to tell whether two versions say the same.
 *
 * @param document as the database gives it, without a locale
 */
export function wholeContent(
  { flattenedFields, slug, upload }: SanitizedCollectionConfig,
  document: Record<string, unknown>,
): VisibleContent {
  const fields = everyField(flattenedFields)
  // A publication uses up the leave to take over a name, and says no more than the text before it.
  const { takesName, ...written } = document
  return visibleContent({
    collection: slug,
    fields,
    upload: Boolean(upload),
    document: takesName === true ? document : written,
  })
}

/** Of all that people wrote into a document, what the content hash says nothing of. */
export function hiddenContent(
  { flattenedFields, slug, upload }: SanitizedCollectionConfig,
  document: Record<string, unknown>,
): VisibleContent {
  const fields = hiddenFields(flattenedFields)
  return visibleContent({ collection: slug, fields, upload: Boolean(upload), document })
}

function opened(field: FlattenedField): FlattenedField[] {
  if (isOfNobody(field)) return []
  const open = { ...field, access: undefined } as FlattenedField
  return 'flattenedFields' in field
    ? [{ ...open, flattenedFields: field.flattenedFields.flatMap(opened) } as FlattenedField]
    : [open]
}

function hiddenIn(field: FlattenedField): FlattenedField[] {
  if (field.type === 'join' || isOfNobody(field)) return []
  if (isOfTheTeam(field)) return opened(field)
  if (!('flattenedFields' in field)) return []
  const inner = field.flattenedFields.flatMap(hiddenIn)
  return inner.length > 0 ? [{ ...field, flattenedFields: inner } as FlattenedField] : []
}

function isOfNobody(field: FlattenedField): boolean {
  return 'hidden' in field && field.hidden === true
}

function isOfTheTeam(field: FlattenedField): boolean {
  const mayRead = 'access' in field ? field.access?.read : undefined
  return mayRead?.({ req: { user: null } } as never) === false
}

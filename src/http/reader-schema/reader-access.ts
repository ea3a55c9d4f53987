import type {
  FieldAccess,
  FlattenedField,
  SanitizedCollectionConfig,
  SanitizedConfig,
} from 'payload'

/** What access rules are asked with: somebody who is not signed in. */
const asReader = { req: { user: null } } as Parameters<FieldAccess>[0]

/** The content types of which a reader without a role may see something, by their own access rules. */
export function readableCollections({ collections }: SanitizedConfig): SanitizedCollectionConfig[] {
  return collections.filter(
    ({ access, graphQL }) => graphQL !== false && access.read(asReader as never) !== false,
  )
}

/** Whether a reader gets the value of a field, by the field's own access rule. */
export function isReadable(field: FlattenedField): boolean {
  if ('hidden' in field && field.hidden) return false
  const mayRead = 'access' in field ? field.access?.read : undefined
  return mayRead?.(asReader) !== false
}

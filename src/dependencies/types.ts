import type { Payload, SanitizedCollectionConfig } from 'payload'

/** Content types as Payload has them, by their slugs. */
export type Types = ReadonlyMap<string, SanitizedCollectionConfig>

/** The content types of which readers get what is published: those that have drafts. */
export function contentTypes({ collections }: Payload): Types {
  return new Map(
    Object.values(collections)
      .filter(({ config }) => config.versions?.drafts)
      .map(({ config }) => [config.slug, config]),
  )
}

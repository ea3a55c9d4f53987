import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FlattenedField } from 'payload'
import type { VisibleContent } from '../../src/content/visible-content.ts'
import { visibleContent } from '../../src/content/visible-content.ts'
import { payloadConfig } from '../../src/payload-config.ts'
import { testSettings } from './settings.ts'

/** Every content type that goes through the workflow. */
export const slugs = [
  'stations',
  'notices',
  'steps',
  'forms',
  'help-organizations',
  'phases',
  'media',
  'synonyms',
  'popular-terms',
]

/** What of a content type decides what its readers see. */
export interface ContentType {
  fields: readonly FlattenedField[]
  upload: boolean
}

/** The platform's real content types, as Payload makes them of their configuration; no database is opened. */
export async function contentTypes(): Promise<(slug: string) => ContentType> {
  const { collections } = await payloadConfig(testSettings(path.join(tmpdir(), 'unused')))
  return (slug) => {
    const { flattenedFields, upload } = collections.find((one) => one.slug === slug)!
    return { fields: flattenedFields, upload: Boolean(upload) }
  }
}

/** What readers see of a document in the form a database gives it. */
export function contentOf(
  type: ContentType,
  collection: string,
  document: Record<string, unknown>,
): VisibleContent {
  return visibleContent({ ...type, collection, document })
}

import type { Field } from 'payload'
import type { VisibleContent } from '../../content/visible-content.ts'

/** A text as the requirements look at it. */
export interface CheckedText {
  content: VisibleContent
  fields: readonly Field[]
  /** Hosts that readers cannot reach, such as `localhost` or `*.test`. */
  nonPublicHosts: readonly string[]
}

/** Something a text lacks, where, and what to do about it. */
export interface Issue {
  /** Such as `overview.es` or `connections.0.condition`. */
  path: string
  message: string
}

/** One thing every text must meet before it is reviewed, and again before it is public. Tells all issues. */
export type Requirement = (text: CheckedText) => Issue[]

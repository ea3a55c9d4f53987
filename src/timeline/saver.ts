import { contributorsIn, saverOf } from '../workflow/contributors.ts'
import type { EventPerson } from './event.ts'

/**
 * Who saved a version. Versions from before that was written down name everybody who had changed the text since it was
 * last public, because they do not say which of them it was.
 */
export function saversOf(version: { contributors?: unknown; savedBy?: unknown }): EventPerson[] {
  const saver = saverOf(version)
  const savers = saver ? [saver] : contributorsIn(version)
  return savers.map(({ id, name }) => ({ id, name }))
}

import { inSpanishBy } from '../sayings.ts'
import { requirements } from './requirements.ts'
import { values } from './values.ts'
import { workflowReasons } from './workflow.ts'

const known = inSpanishBy([...workflowReasons, ...requirements, ...values])

/**
 * A reason of the review workflow in Spanish, as the panel shows those that the ledger keeps in English, also
 * years later; in English where there is no Spanish for it.
 */
export function reasonInSpanish(message: string): string {
  return known(message) ?? message
}

import { filledFields } from './filled-fields.ts'
import { headingsWithText } from './headings-with-text.ts'
import { noPersonalNumbers } from './no-personal-numbers.ts'
import { publicHosts } from './public-hosts.ts'
import type { CheckedText, Issue, Requirement } from './requirement.ts'
import { withinLimits } from './within-limits.ts'

/** What every text must meet. A new rule is a file and a line here. */
const requirements: readonly Requirement[] = [
  filledFields,
  withinLimits,
  headingsWithText,
  publicHosts,
  noPersonalNumbers,
]

/** Everything a text lacks, all at once; empty when it may go on. */
export function issuesOf(text: CheckedText): Issue[] {
  return requirements.flatMap((requirement) => requirement(text))
}

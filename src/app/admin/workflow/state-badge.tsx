import { stateWords } from '../../../../collections/state-words.ts'
import type { State } from '../../../workflow/states.ts'

/** A state as a word with a shape of its own, so that it can be told without seeing colours. */
export function StateBadge({ state, language }: { state: State; language: string }) {
  return (
    <span className={`workflow-badge workflow-badge--${state}`}>
      <svg aria-hidden="true" fill="none" height="14" viewBox="0 0 16 16" width="14">
        <path d={shapes[state]} stroke="currentColor" strokeLinecap="round" strokeWidth="2" />
      </svg>
      {stateWords[state][language.startsWith('es') ? 'es' : 'en']}
    </span>
  )
}

const circle = 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13'

const shapes: Record<State, string> = {
  // A pencil, an eye, an arrow back, a tick, a clock, a filled ring, a bar.
  draft: 'M2 14l1-4L11 2l3 3-8 8z',
  inReview: 'M1 8c3-6 11-6 14 0c-3 6-11 6-14 0M8 7v2',
  changesRequested: 'M6 3L2 7l4 4M2 7h8a4 4 0 0 1 0 8H7',
  approved: `${circle}M5 8l2 2.5L11 6`,
  scheduled: `${circle}M8 4.5V8l2.5 2`,
  published: `${circle}M8 5.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0 -5`,
  withdrawn: `${circle}M5 8h6`,
}

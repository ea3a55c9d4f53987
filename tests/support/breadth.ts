/**
 * Whether the largest tables of cases are tried whole: every row with every person. `npm test` has no time for that
 * and tries every row with one of them, or some rows of many that are alike; `npm run test:tables` tries all.
 */
export const triesAll = process.env.BREADTH === 'whole'

/** The rows that are the turn of the one at this place in a list of so many; all rows where all are tried. */
export function rowsFor<Row>(rows: readonly Row[], { at, of }: { at: number; of: number }): Row[] {
  return triesAll ? [...rows] : rows.filter((_, index) => index % of === at % of)
}

/** Every so many of a long list of cases that are much alike; all of them where all are tried. */
export function someOf<Case>(cases: readonly Case[], { every }: { every: number }): Case[] {
  return triesAll ? [...cases] : cases.filter((_, index) => index % every === 0)
}

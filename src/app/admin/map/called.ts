import { fold } from '../../../text/fold.ts'

/** A station that can be chosen. */
export interface Choice {
  id: string
  name: string
  /** What tells it apart from another of the same name. */
  line: string
}

/** Most that are listed at a time. */
const mostListed = 8

/** Those whose names have all words that were typed, whatever their case and accents; those that begin so first. */
export function called(typed: string, choices: readonly Choice[]): Choice[] {
  const wanted = fold(typed).trim()
  const words = wanted.split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const matching = choices
    .map((choice) => ({ choice, name: fold(choice.name) }))
    .filter(({ name }) => words.every((word) => name.includes(word)))
  const rank = ({ name }: { name: string }) =>
    name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2
  return matching
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, mostListed)
    .map(({ choice }) => choice)
}

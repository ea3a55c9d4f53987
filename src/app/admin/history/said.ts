import type { EventKind, TimelineEvent } from '../../../timeline/event.ts'
import { momentIn } from '../workflow/moments.ts'
import { wordsFor } from '../workflow/words.ts'
import { historyWordsFor, type HistoryWords } from './words.ts'

/** What happened, without when, such as “Rita Reviewer approved it”. */
export function what(event: TimelineEvent, language: string): string {
  const words = historyWordsFor(language)
  const who = whoIn(event.by, words)
  if (event.kind === 'saved') return words.saved(who)
  if (event.kind === 'renamed') return words.renamed(event.name!.from, event.name!.to ?? '')
  if (isOfThread(event.kind, words)) return words.ofThread[event.kind](who)
  return wordsFor(language).happened[event.kind](who)
}

function isOfThread(
  kind: EventKind,
  words: HistoryWords,
): kind is keyof HistoryWords['ofThread'] & EventKind {
  return kind in words.ofThread
}

/** What happened and when. */
export function said(event: TimelineEvent, language: string): string {
  return `${what(event, language)}, ${momentIn(language, event.at)}`
}

/** Who did something: one person, one or another of several, or the platform itself. */
export function whoIn(by: readonly { name: string }[], words: HistoryWords): string {
  const names = by.map(({ name }) => name || words.nobody)
  const [first] = names
  if (first === undefined) return words.platform
  if (names.length === 1) return first
  return `${names.slice(0, -1).join(', ')} ${words.or} ${names.at(-1)}`
}

/** Roles as a person reads them, such as “editor, publisher”. */
export function rolesIn(roles: readonly string[], words: HistoryWords): string {
  return roles.map((role) => words.roles[role] ?? role).join(', ')
}

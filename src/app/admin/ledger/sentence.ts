import type { EntryType } from '../../../ledger/entry.ts'
import { historyWordsFor } from '../history/words.ts'

/** What an entry records, as a sentence: who, what, and the document by its title. */
export function sentenceOf(
  entry: { type: EntryType; actorName: string | null; documentId: string },
  title: string,
  language: string,
): string {
  const words = historyWordsFor(language)
  const say = words.sentences[entry.type]
  return say(entry.actorName ?? words.platform, words.quoted(title || entry.documentId.slice(0, 8)))
}

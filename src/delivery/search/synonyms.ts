import { LRUCache } from 'lru-cache'
import type { Locale } from '../../locales.ts'
import { wordsIn, type FoundWord } from './words.ts'

/** Words people type, and words that stand on the pages they look for. */
export interface Synonym {
  id: string
  typed: Record<Locale, string[]>
  meant: Record<Locale, string[]>
}

/** Most ways in which one question is understood, the first being as it was typed. */
const mostReadings = 6

/**
 * What a question may mean besides what it says: for each phrase in it that has a synonym, the question
 * with that phrase replaced.
 *
 * @param asked the words of the question as they were typed, also those that say nothing
 */
export function readingsOf(
  asked: readonly FoundWord[],
  synonyms: Iterable<Synonym>,
  locale: Locale,
): FoundWord[][] {
  const readings: FoundWord[][] = []
  for (const { typed, meant } of synonyms)
    for (const phrase of typed[locale]) {
      const words = wordsOfPhrase(phrase, locale)
      const at = placeOf(words, asked)
      if (at < 0) continue
      for (const other of meant[locale]) {
        readings.push([
          ...asked.slice(0, at),
          ...wordsIn(other, locale),
          ...asked.slice(at + words.length),
        ])
        if (readings.length === mostReadings) return readings
      }
    }
  return readings
}

/** The same phrases are compared with every question. */
const phrases = new LRUCache<string, FoundWord[]>({ max: 10_000 })

function wordsOfPhrase(phrase: string, locale: Locale): FoundWord[] {
  const key = `${locale} ${phrase}`
  const known = phrases.get(key)
  if (known) return known
  const words = wordsIn(phrase, locale)
  phrases.set(key, words)
  return words
}

/** Where a phrase stands in a question, in any form of its words; -1 when it does not. */
function placeOf(phrase: readonly FoundWord[], asked: readonly FoundWord[]): number {
  if (phrase.length === 0) return -1
  for (let at = 0; at + phrase.length <= asked.length; at += 1)
    if (phrase.every(({ stem }, offset) => asked[at + offset]!.stem === stem)) return at
  return -1
}

import { distance } from 'fastest-levenshtein'
import snowball from 'snowball-stemmers'
import type { Language } from './addresses.ts'

/** Letters in which a word may differ from the one that was meant. */
const furthest = 2

/** Words shorter than this are too like too many others. */
const shortest = 4

const stemmers: Record<Language, { stem: (word: string) => string }> = {
  en: snowball.newStemmer('english'),
  es: snowball.newStemmer('spanish'),
}

/**
 * The question as it was probably meant, where search found something only by changing letters.
 *
 * @param found words for which documents were found
 * @param language in which it was searched
 * @returns null when the words that were typed are among them, or none comes near
 */
export function spellingOf(
  query: string,
  found: readonly string[],
  language: Language,
): string | null {
  const known = [...new Set(found.map((word) => word.toLowerCase()))]
  if (known.length === 0) return null
  let hasChanged = false
  const meant = query.split(/\s+/).map((word) => {
    const typed = word.toLowerCase()
    const isRight = known.some((one) => isForm(one, typed, language))
    if (typed.length < shortest || /\d/.test(typed) || isRight) return word
    const [nearest] = known
      .map((one) => ({ one, off: distance(typed, one) }))
      .filter(({ off }) => off <= furthest)
      .sort((one, other) => one.off - other.off)
    hasChanged ||= nearest !== undefined
    return nearest?.one ?? word
  })
  return hasChanged ? meant.join(' ') : null
}

/** Whether what was typed is another form of a word, as far as it goes: search finds what is not typed to its end. */
function isForm(word: string, typed: string, language: Language): boolean {
  return fold(word).startsWith(fold(typed)) || stemOf(word, language) === stemOf(typed, language)
}

/** What is common to the forms of a word: `levi` for `levy` and `levies`. */
function stemOf(word: string, language: Language): string {
  // The stemmer knows `apelación` and not `apelacion`; other words it takes without their accents.
  const known = language === 'es' ? fold(word).replace(/([cs])ion$/, '$1ión') : fold(word)
  return fold(stemmers[language].stem(known))
}

function fold(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '')
}

import { languages, type Language } from './addresses.ts'

/** Words that stand in nearly every sentence of one language and in none of the other. */
const commonWords: Record<Language, ReadonlySet<string>> = {
  en: new Set(
    'about and any are at been by can do does for from had has have if in into is it its more not now of on one only or our out please read see should since so than that the their them there these they this to use was we were what when where which will with you your'.split(
      ' ',
    ),
  ),
  es: new Set(
    'al aquí como con cuando de del desde el ella en entre es esa ese eso esta este esto está están fue fueron hasta la las le les lo los lea más nos nuestra nuestro o para pero por porque puede que se según ser si sin sobre son su sus también una uno use usted y ya'.split(
      ' ',
    ),
  ),
}

/** What words of one language are written with, and those of the other hardly ever. */
const spellings: Record<Language, RegExp> = {
  en: /[kw]|th|sh|ght|ed$|ing$|ly$|['’](?:s|t|re)$/,
  es: /[áéíóúüñ]|ción$|mente$|[aeiou]dos?$|[ao]s$/,
}

/**
 * The language of a sentence of which nobody wrote down in which language it is, such as the reason of a withdrawal.
 *
 * @returns undefined where its words do not tell
 */
export function languageOf(text: string): Language | undefined {
  const words = text.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
  const [first, second] = languages
    .map((language) => ({ language, points: pointsOf(words, language) }))
    .sort((one, other) => other.points - one.points)
  return first!.points > second!.points ? first!.language : undefined
}

/** A common word tells more than a spelling. */
function pointsOf(words: readonly string[], language: Language): number {
  return words
    .map((word) => (commonWords[language].has(word) ? 2 : spellings[language].test(word) ? 1 : 0))
    .reduce((sum: number, points) => sum + points, 0)
}

import snowball from 'snowball-stemmers'
import type { Locale } from '../../locales.ts'

/** A word where it stands in a text. */
export interface FoundWord {
  /** As it is looked up: small letters, no accents. */
  word: string
  /** What is common to its forms: `appeal` for `appeals` and `appealed`. */
  stem: string
  start: number
  end: number
}

const stemmers: Record<Locale, { stem: (word: string) => string }> = {
  en: snowball.newStemmer('english'),
  es: snowball.newStemmer('spanish'),
}

/** Words that stand in every text and say nothing about it. Folded. */
const emptyWords: Record<Locale, ReadonlySet<string>> = {
  en: new Set(
    'a an and are as at be been but by can do does for from get got had has have how i if in is it its me my no not of on or our so than that the their them then there they this to up was we were what when where which who why will with would you your'.split(
      ' ',
    ),
  ),
  es: new Set(
    'a al ante aqui como con cual cuando de del desde donde e el ella ellos en entre era es esa ese eso esta este esto fue ha hay he la las le les lo los me mi mis muy ni no nos o para pero por porque que quien se ser si sin sobre son soy su sus te tengo tiene tu u un una uno unos y ya yo'.split(
      ' ',
    ),
  ),
}

/** Words of the roadmap that stand on nearly every page: looked for only when nothing else is. */
const onEveryPage = new Set(['irs'])

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu

/** The words of a text, in order. */
export function wordsIn(text: string, locale: Locale): FoundWord[] {
  const words: FoundWord[] = []
  wordPattern.lastIndex = 0
  for (let match = wordPattern.exec(text); match; match = wordPattern.exec(text)) {
    const { word, stem } = formsOf(match[0], locale)
    words.push({ word, stem, start: match.index, end: wordPattern.lastIndex })
  }
  return words
}

/** The words to look for: without those that say nothing, and without those on every page if there are others. */
export function tellingWords(words: readonly FoundWord[], locale: Locale): readonly FoundWord[] {
  const some = words.filter(({ word }) => !saysNothing(word, locale))
  const telling = some.filter(({ word }) => !onEveryPage.has(word))
  return telling.length > 0 ? telling : some
}

/** Whether a word stands in every text and says nothing about it. */
export function saysNothing(word: string, locale: Locale): boolean {
  return emptyWords[locale].has(word)
}

/** Small letters without accents: `Apelación` and `apelacion` are one word. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

interface Forms {
  word: string
  stem: string
}

/** Words as they were written, with what they are looked up by: a text has few different ones. */
const known: Record<Locale, Map<string, Forms>> = { en: new Map(), es: new Map() }

/** Most words that are remembered in a language. */
const mostRemembered = 50_000

function formsOf(written: string, locale: Locale): Forms {
  const remembered = known[locale].get(written)
  if (remembered) return remembered
  const word = folded(written)
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '')
  const stem = folded(stemmers[locale].stem(withItsAccent(word, locale)))
  if (known[locale].size >= mostRemembered) known[locale].clear()
  // A piece of a text would keep all of the text in memory.
  const own = Buffer.from(written).toString()
  known[locale].set(own, { word, stem })
  return { word, stem }
}

/** The stemmer knows `apelación` and not `apelacion`; other words it takes without their accents. */
function withItsAccent(word: string, locale: Locale): string {
  return locale === 'es' ? word.replace(/([cs])ion$/, '$1ión') : word
}

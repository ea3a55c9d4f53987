import type { Locale } from '../locales.ts'

/** How many characters of a text its place in a list depends on. */
const counted = 120

/** Letters, digits and signs of the languages written with Latin, Greek and Cyrillic letters. */
const repertoire = [
  [0x20, 0x52f],
  [0x1e00, 0x1fff],
  [0x2000, 0x206f],
  [0x20a0, 0x20cf],
] as const

/** Letters that stand for two; whether a language sorts them as two, it says itself. */
const pairs: Readonly<Record<string, string>> = {
  ƾ: 'ts',
  ȸ: 'db',
  ȹ: 'qp',
  Ỻ: 'll',
  ỻ: 'll',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ß: 'ss',
  ẞ: 'ss',
}

/** Sorts before every place of a letter, so that a text comes before one that goes on. */
const end = ' '
const firstPlace = 0x21

/** Letters of other scripts come after all that have a place, in the order of Unicode. */
const beyond = '\ue000'

/** By letter what it is sorted as: one place, two, or none. */
type Places = ReadonlyMap<string, string>

const placesByLocale = new Map<Locale, Places>()

/**
 * A text that any database sorts, byte by byte, to where readers of a language look for the original: case
 * and accents count only between texts that are otherwise the same, and Spanish ñ comes after n.
 *
 * The order is that of `Intl.Collator` for the language with the sensitivity `base`; between texts that are
 * the same to it, the order of Unicode. Only the first 120 characters count. Two letters that a language
 * sorts as one are not looked for; neither English nor Spanish has any.
 *
 * THIS IS STORED. Whoever changes it counts up the form in `src/database/fill-sort-keys.ts`, so that keys are
 * made anew.
 */
export function sortKey(text: string, locale: Locale): string {
  const places = placesByLocale.get(locale) ?? placesOf(locale)
  placesByLocale.set(locale, places)
  const letters = Array.from(text.normalize('NFC')).slice(0, counted)
  return `${letters.map((letter) => placeOf(letter, places)).join('')}${end}${letters.join('')}`
}

function placeOf(letter: string, places: Places): string {
  const known = places.get(letter)
  if (known !== undefined) return known
  const parts = Array.from(letter.normalize('NFKD'))
  if (parts.length === 1 && parts[0] === letter) return `${beyond}${letter.toLowerCase()}`
  return parts.map((part) => placeOf(part, places)).join('')
}

function placesOf(locale: Locale): Places {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base' })
  const letters = repertoire.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  )
  const places = new Map<string, string>()
  const several = new Map<string, string>()
  for (const letter of letters) {
    const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '')
    const parts = pairs[plain] ?? plain
    if (compare(letter, '') === 0) places.set(letter, '')
    else if (Array.from(parts).length > 1 && compare(letter, parts) === 0)
      several.set(letter, parts)
  }
  const single = letters.filter((letter) => !places.has(letter) && !several.has(letter))
  single.sort(compare)
  let place = firstPlace
  single.forEach((letter, index) => {
    if (index > 0 && compare(single[index - 1]!, letter) !== 0) place += 1
    places.set(letter, String.fromCharCode(place))
  })
  for (const [letter, parts] of several)
    places.set(letter, Array.from(parts, (part) => placeOf(part, places)).join(''))
  return places
}

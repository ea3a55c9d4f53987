/**
 * How text is compared by `like`, `contains` and `not_like`: one letter is another if only case or accents
 * tell them apart. `É`, `e` and `ê` are all `e`; so are `Ñ` and `n`, because whoever searches on a keyboard
 * without ñ looks for `ano` and means `año`. Letters that are not one letter with an accent, such as `ø`,
 * `ß` and `æ`, are themselves.
 */
const marks = /\p{M}+/gu

/** Every letter that decomposes or has another case lies below this code point. */
const endOfLetters = 0x1f000

/** Letters by the letter they all fold to; made when the first text is compared. */
let letters: Map<string, string[]> | undefined

/**
 * A text without case and accents, composed first: for comparing one with another, not for reading.
 * What has no composed form keeps its marks, as it does in what is stored.
 */
export function fold(text: string): string {
  return Array.from(text.normalize('NFC'), foldLetter).join('')
}

/** Every letter that folds to the same as this one, itself first. */
export function sameLetters(letter: string): readonly string[] {
  letters ??= lettersByFold()
  return letters.get(foldLetter(letter)) ?? [letter]
}

function foldLetter(letter: string): string {
  const base = letter.normalize('NFD').replace(marks, '').toLowerCase()
  // Lower case may bring a mark of its own, and a mark alone has no base.
  return base.replace(marks, '') || letter
}

function lettersByFold(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (let point = 0; point < endOfLetters; point += 1) {
    // Halves of characters, and Hangul, whose syllables decompose into other letters and not into marks.
    if (point === 0xd800) point = 0xe000
    if (point === 0xac00) point = 0xd7b0
    const letter = String.fromCodePoint(point)
    const base = foldLetter(letter)
    // Of letters that fold to several, only the letter itself is the same.
    if (base === letter && letter.toUpperCase() === letter) continue
    found.set(base, [...(found.get(base) ?? []), letter])
  }
  for (const [base, same] of found)
    if (!same.includes(base) && Array.from(base).length === 1) same.unshift(base)
  return found
}

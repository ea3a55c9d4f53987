import Database from 'libsql'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { fold, sameLetters } from '../../../src/text/fold.ts'
import { globPattern, longestSearch, regexPattern } from '../../../src/text/search-pattern.ts'

const database = new Database(':memory:')
const fitsGlob = database.prepare('select ? glob ? as fits')
afterAll(() => {
  database.close()
})

/** Whether a text fits what is looked for, to each of the databases. */
const found = {
  SQLite: (text: string, part: string) =>
    (fitsGlob.get(text, globPattern(part)) as { fits: number }).fits === 1,
  MongoDB: (text: string, part: string) => new RegExp(regexPattern(part)).test(text),
}

const letters = [
  ...'aAáÁàäbcCçÇeéÉëiíIİnNñÑoóÓöøsSßuúüÜxX ',
  ...'*?[]^-\\.$|(){}+/%_!#"\'',
  '𐐀',
  '𐐨',
  '日',
]
const texts = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 })
const parts = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 3 })

describe.each(Object.entries(found))('A pattern for %s', (_database, fits) => {
  it('fits what a plain comparison without case and accents finds', () => {
    fc.assert(
      fc.property(texts, parts, (text, part) => {
        expect(fits(text.normalize('NFC'), part)).toBe(fold(text).includes(fold(part)))
      }),
      { numRuns: 3_000 },
    )
  })

  it('fits every text that the part was taken from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (text) => {
        const stored = text.normalize('NFC')
        fc.pre(!stored.includes('\0') && !/\p{Surrogate}/u.test(stored))
        expect(fits(`before ${stored} after`, text)).toBe(true)
      }),
    )
  })

  it('does not tell how a text is encoded', () => {
    expect(fits('el cónyuge', 'CÓNYUGE'.normalize('NFD'))).toBe(true)
  })

  it('takes the longest text that may be looked for, whatever it is made of', () => {
    for (const letter of ['o', 'Ñ', '*', '[', '𐐀']) {
      const part = letter.repeat(longestSearch)
      expect(fits(part, part)).toBe(true)
      expect(fits(part.slice(letter.length), part)).toBe(false)
    }
  })

  it('is refused for a longer one', () => {
    for (const part of ['a'.repeat(201), '𐐀'.repeat(201), '*'.repeat(10_000_000)])
      expect(() => fits('', part)).toThrow(/more than 200 characters/)
  })
})

it('Letters are the same when case and accents alone tell them apart', () => {
  expect(sameLetters('ñ')).toEqual(expect.arrayContaining(['n', 'N', 'ñ', 'Ñ']))
  expect(sameLetters('ß')).not.toContain('s')
  expect(sameLetters('5')).toEqual(['5'])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../../../src/locales.ts'
import { sortKey } from '../../../src/text/sort-key.ts'

/** As a database compares texts: by the bytes of their UTF-8. */
const inBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))

/** Latin letters with all their accents, digits, and the signs of both languages. */
const signs = [
  ...Array.from({ length: 0x180 - 0x20 }, (_none, index) => String.fromCharCode(0x20 + index)),
  ...'–—…“”‘’€™ẞǽș',
].filter((sign) => !'\u0140\u013f'.includes(sign))

const text = fc.string({ unit: fc.constantFrom(...signs), maxLength: 8 })
const usual = fc.string({ unit: fc.constantFrom(...'aAáÁbBnNñÑoOó -1?¿'), maxLength: 5 })

describe.each(locales.map(({ code }) => code))('Sort keys for readers of “%s”', (locale) => {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base' })

  it.each([
    ['any texts', text],
    ['texts of few letters', usual],
  ])('order %s as Intl.Collator does', (_which, texts) => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const expected = Math.sign(compare(one, other))
        fc.pre(expected !== 0)
        expect(inBytes(sortKey(one, locale), sortKey(other, locale))).toBe(expected)
      }),
      { numRuns: 3_000 },
    )
  })

  it('are the same only for the same text', () => {
    fc.assert(
      fc.property(usual, usual, (one, other) => {
        expect(sortKey(one, locale) === sortKey(other, locale)).toBe(one === other)
      }),
    )
  })

  it('do not tell how a text is encoded', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(sortKey(one.normalize('NFD'), locale)).toBe(sortKey(one.normalize('NFC'), locale))
      }),
    )
  })

  it('put a text before one that goes on', () => {
    fc.assert(
      fc.property(usual, usual, (one, rest) => {
        fc.pre(compare(`${one}${rest}`, one) !== 0)
        expect(inBytes(sortKey(one, locale), sortKey(`${one}${rest}`, locale))).toBe(-1)
      }),
    )
  })

  it('take any text, in a bounded length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (one) => {
        const key = sortKey(one, locale)
        expect(key.length).toBeLessThan(2_500)
        expect(sortKey(one, locale)).toBe(key)
      }),
    )
  })

  it('put other scripts after these, in the order of Unicode', () => {
    const sorted = ['zebra', 'Ω', '日本', '本']
    expect(
      [...sorted]
        .reverse()
        .sort((one, other) => inBytes(sortKey(one, locale), sortKey(other, locale))),
    ).toEqual(sorted)
  })
})

it('Spanish has ñ after n, and English among them', () => {
  const words = ['nube', 'ñandú', 'nz', 'oso']
  const sorted = (locale: 'en' | 'es') =>
    [...words].sort((one, other) => inBytes(sortKey(one, locale), sortKey(other, locale)))
  expect(sorted('es')).toEqual(['nube', 'nz', 'ñandú', 'oso'])
  expect(sorted('en')).toEqual(['ñandú', 'nube', 'nz', 'oso'])
})

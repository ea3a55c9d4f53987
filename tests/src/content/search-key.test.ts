import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchKey } from '../../../src/content/search-key.ts'

describe('The search key', () => {
  it.each([
    ['CP14', 'cp14'],
    ['cp14', 'cp14'],
    ['cp-14', 'cp14'],
    ['CP 14', 'cp14'],
    ['  Cp – 14. ', 'cp14'],
    ['Notice CP14', 'cp14'],
    ['IRS Notice CP 14', 'cp14'],
    ['Aviso CP14', 'cp14'],
    ['ＣＰ１４', 'cp14'],
    ['CP71C', 'cp71c'],
    ['CP3219-N', 'cp3219n'],
    ['LT11', 'lt11'],
    ['lt 11', 'lt11'],
    ['Letter 1058', 'ltr1058'],
    ['LETTER 1058', 'ltr1058'],
    ['LTR1058', 'ltr1058'],
    ['Ltr. 1058', 'ltr1058'],
    ['L-1058', 'ltr1058'],
    ['L1058', 'ltr1058'],
    ['Carta 1058', 'ltr1058'],
    ['IRS Letter 1058', 'ltr1058'],
    ['Letter 226-J', 'ltr226j'],
    ['Letter 2205-A', 'ltr2205a'],
    ['Form 1040-X', 'form1040x'],
    ['Formulario 1040-X', 'form1040x'],
    ['F1040X', 'form1040x'],
    ['Form 433-A', 'form433a'],
    ['Publication 5', 'publication5'],
    ['Pub. 5', 'publication5'],
    ['Publicación 5', 'publication5'],
    ['P5', 'publication5'],
    ['Notice 746', '746'],
  ])('of “%s” is %s', (spelling, key) => {
    expect(searchKey(spelling)).toBe(key)
  })

  it.each(['', '   ', '—', '¿?', '¡…!'])('of “%s”, without letter or digit, is empty', (text) => {
    expect(searchKey(text)).toBe('')
  })

  it.each([
    ['LT11', 'Letter 11'],
    ['CP14', 'CP14H'],
    ['CP75', 'CP75A'],
    ['Form 433-A', 'Form 433-B'],
    ['Form 843', 'Publication 843'],
    ['Letter 531', 'Form 531'],
    ['CP1', 'CP01'],
  ])('tells %s from %s', (one, other) => {
    expect(searchKey(one)).not.toBe(searchKey(other))
  })

  it.each(['letter', 'carta', 'notice', 'irs', 'publication', 'form', 'first bill'])(
    'of a word without a number, %s, keeps the word',
    (text) => {
      expect(searchKey(text)).toBe(text.replace(' ', ''))
    },
  )
})

const prefix = fc.constantFrom('', 'CP', 'LT', 'Letter ', 'LTR', 'L-', 'Form ', 'Publication ', 'P')
const code = fc
  .tuple(prefix, fc.integer({ min: 1, max: 9999 }), fc.constantFrom('', 'A', 'C', '-J', '-ES'))
  .map((parts) => parts.join(''))
const separators = fc.array(fc.constantFrom(' ', '-', '.', '–', '/', '(', ')', '#', '\u00a0'), {
  maxLength: 3,
})

describe('Whatever is written', () => {
  it('has a key of lower-case letters and digits alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => /^[a-z0-9]*$/.test(searchKey(text))),
    )
  })

  it('has a key whose key is the same', () => {
    fc.assert(
      fc.property(fc.oneof(code, fc.string()), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
    )
  })

  it('has a key whose key is the same, also behind words that are left out', () => {
    const words = fc.array(fc.constantFrom('irs', 'notice', 'aviso', 'letter', 'l', 'p', 'f', '1'))
    fc.assert(
      fc.property(words, (parts) => {
        const key = searchKey(parts.join(''))
        expect(searchKey(key)).toBe(key)
      }),
    )
  })

  it('has the same key in capitals and in small letters', () => {
    fc.assert(
      fc.property(code, (text) => {
        expect(searchKey(text.toUpperCase())).toBe(searchKey(text.toLowerCase()))
      }),
    )
  })

  it('has the same key with spaces and punctuation anywhere', () => {
    const spaced = code.chain((text) =>
      fc
        .array(separators, { minLength: text.length, maxLength: text.length })
        .map((gaps) => [text, [...text].map((letter, at) => gaps[at]!.join('') + letter).join('')]),
    )
    fc.assert(
      fc.property(spaced, ([text, withGaps]) => {
        expect(searchKey(withGaps!)).toBe(searchKey(text!))
      }),
    )
  })

  it('has the same key with the word notice before it', () => {
    const word = fc.constantFrom('Notice ', 'IRS ', 'IRS notice ', 'Aviso ')
    fc.assert(
      fc.property(word, code, (before, text) => {
        expect(searchKey(before + text)).toBe(searchKey(text))
      }),
    )
  })
})

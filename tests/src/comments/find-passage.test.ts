import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPassage } from '../../../src/comments/find-passage.ts'
import { quoteOf } from '../../../src/comments/quote.ts'

/** The words between square brackets are the passage. */
function passageIn(marked: string) {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replace(/[[\]]/g, '')
  return { text, quote: quoteOf(text, { start, end }) }
}

/** The present text with square brackets around the passage, or what became of it. */
function found(marked: string, now: string, isAmbiguous = false): string {
  const passage = findPassage(now, passageIn(marked).quote, isAmbiguous)
  if (!passage) return 'gone'
  const { end, isChanged, start } = passage
  const shown = `${now.slice(0, start)}[${now.slice(start, end)}]${now.slice(end)}`
  return isChanged ? `changed: ${shown}` : shown
}

describe('A passage', () => {
  it.each([
    [
      'is where it was, in a text that stayed',
      'You have [30 days] to answer.',
      'You have 30 days to answer.',
      'You have [30 days] to answer.',
    ],
    [
      'is found behind words that were put in before it',
      'You have [30 days] to answer.',
      'Read this first. You have 30 days to answer.',
      'Read this first. You have [30 days] to answer.',
    ],
    [
      'is found before words that were put in behind it',
      'You have [30 days] to answer.',
      'You have 30 days to answer. Then we decide.',
      'You have [30 days] to answer. Then we decide.',
    ],
    [
      'is found when all the text before it is another',
      'You have [30 days] to answer the letter.',
      'Everybody gets 30 days to answer the letter.',
      'Everybody gets [30 days] to answer the letter.',
    ],
    [
      'is found in another paragraph',
      'We wrote to you.\nYou have [30 days] to answer.',
      'We wrote to you. You have\n30 days to answer.',
      'We wrote to you. You have\n[30 days] to answer.',
    ],
    [
      'is found when its lines are broken elsewhere',
      'You have [30 days] to answer.',
      'You have 30\n  days to answer.',
      'You have [30\n  days] to answer.',
    ],
    [
      'is found with a letter put right in it, and said to be changed',
      'Pay the [amonut that you owe] by May.',
      'Pay the amount that you owe by May.',
      'changed: Pay the [amount that you owe] by May.',
    ],
    [
      'is gone with its words',
      'You have [30 days] to answer the letter.',
      'You have to answer the letter.',
      'gone',
    ],
    [
      'is gone when the same short words stand in another sentence alone',
      'We add interest after [30 days] from the date of the notice.',
      'Call us. You can appeal within 30 days, or pay the amount that you owe.',
      'gone',
    ],
    [
      'is the one of several with the same words around it',
      'Pay within [30 days] in full. Appeal within 30 days of today.',
      'Appeal within 30 days of today. Pay within 30 days in full.',
      'Appeal within 30 days of today. Pay within [30 days] in full.',
    ],
    [
      'may be a whole text, and is found in a longer one',
      '[Audit]',
      'Audit by mail',
      '[Audit] by mail',
    ],
    ['may be a whole text, and is gone with it', '[Audit]', 'An appeal', 'gone'],
    ['is gone from an empty text', 'You have [30 days] to answer.', '', 'gone'],
    [
      'may have letters of more than one code unit in and around it',
      'Ask 👩🏽‍⚖️ [the court’s clerk ⚖️] 👩🏽‍⚖️ today.',
      'First, ask 👩🏽‍⚖️ the court’s clerk ⚖️ 👩🏽‍⚖️ today.',
      'First, ask 👩🏽‍⚖️ [the court’s clerk ⚖️] 👩🏽‍⚖️ today.',
    ],
  ])('%s', (_title, marked, now, expected) => {
    expect(found(marked, now)).toBe(expected)
  })

  it('whose words stood there twice is not taken for the other one', () => {
    const twice =
      'Call the office that wrote to you. Then [call the office that wrote to you] again.'
    expect(found(twice, 'Please call the office that wrote to you today.', true)).toBe('gone')
    expect(found(twice, twice.replace(/[[\]]/g, ''), true)).toBe(twice)
  })

  it('keeps no half of a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-composite', minLength: 1, maxLength: 200 }),
        fc.nat(),
        (text, at) => {
          const characters = [...text]
          const start = characters.slice(0, at % characters.length).join('').length
          const { exact, prefix, suffix } = quoteOf(text, { start, end: text.length })
          for (const part of [exact, prefix, suffix]) expect(part).not.toMatch(/\p{Surrogate}/u)
        },
      ),
    )
  })
})

/** Words of letters that no two texts below share. */
const sentenceOf = (letters: string, count: number) =>
  fc
    .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 9 }), {
      minLength: count,
      maxLength: count + 8,
    })
    .map((words) => words.join(' '))

describe('A passage in any text', () => {
  const passage = sentenceOf('abcdefgh', 8)
  const around = sentenceOf('ijklmnop', 1)
  const other = sentenceOf('qrstuvwxyz', 1)

  it('is found when the text around it is written anew', () => {
    fc.assert(
      fc.property(passage, around, around, other, other, (words, before, after, first, last) => {
        const text = `${before}. ${words}. ${after}`
        const start = before.length + 2
        const quote = quoteOf(text, { start, end: start + words.length })
        const now = `${first}, ${words}; ${last}`
        expect(findPassage(now, quote)).toEqual({
          start: first.length + 2,
          end: first.length + 2 + words.length,
          isChanged: false,
        })
      }),
    )
  })

  it('is found behind whatever is put in, also where only a few letters of it stand', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        sentenceOf('abcdefgh', 40),
        other,
        (from, put, text, inserted) => {
          const start = from % (text.length - 12)
          const stretch = { start, end: start + 12 }
          const quote = quoteOf(text, stretch)
          // Not inside the passage, and not so near that both sides change.
          const before = text.slice(0, put % (start + 1))
          const now = before + inserted + text.slice(before.length)
          const found = findPassage(now, quote)
          expect(found && now.slice(found.start, found.end).trim()).toBe(
            text.slice(start, start + 12).trim(),
          )
        },
      ),
    )
  })

  it('is gone when its words are gone', () => {
    fc.assert(
      fc.property(passage, around, around, (words, before, after) => {
        const text = `${before}. ${words}. ${after}`
        const start = before.length + 2
        const quote = quoteOf(text, { start, end: start + words.length })
        expect(findPassage(`${before}. ${after}`, quote)).toBeNull()
      }),
    )
  })

  it('is found in a page of the greatest length before somebody would notice', () => {
    const text = 'The notice says what you owe and when. '.repeat(5_000)
    const quote = { exact: 'Nobody wrote these words '.repeat(40), prefix: 'a', suffix: 'b' }
    const from = performance.now()
    expect(findPassage(text, quote)).toBeNull()
    expect(performance.now() - from).toBeLessThan(2_000)
  })
})

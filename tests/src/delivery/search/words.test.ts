import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countable } from '../../../../src/delivery/search/popular-terms.ts'
import { excerptOf } from '../../../../src/delivery/search/excerpt.ts'
import { SearchedText } from '../../../../src/delivery/search/searched-content.ts'
import { readingsOf } from '../../../../src/delivery/search/synonyms.ts'
import { folded, tellingWords, wordsIn } from '../../../../src/delivery/search/words.ts'

const stems = (text: string, locale: 'en' | 'es') => wordsIn(text, locale).map(({ stem }) => stem)

describe('words', () => {
  it.each([
    ['en', 'appeal', 'appeals appealed appealing Appeal’s'],
    ['en', 'collection', 'collections collect collected'],
    ['es', 'apelación', 'apelaciones apelacion APELACIÓN'],
    ['es', 'impuesto', 'impuestos'],
    ['es', 'pagar', 'pago pagos pagado'],
  ] as const)('in %s have one stem in all their forms: %s', (locale, word, forms) => {
    const [stem] = stems(word, locale)
    expect(new Set(stems(forms, locale))).toEqual(new Set([stem]))
  })

  it('are found where they stand, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'es'), (text, locale) => {
        for (const { end, start, word } of wordsIn(text, locale)) {
          expect(text.slice(start, end).length).toBeGreaterThan(0)
          expect(word).toBe(folded(word))
        }
      }),
    )
  })

  it('that say nothing are left out, and those on every page unless there are no others', () => {
    const asked = (text: string) => tellingWords(wordsIn(text, 'en'), 'en').map(({ word }) => word)
    expect(asked('What is a lien from the IRS?')).toEqual(['lien'])
    expect(asked('the IRS')).toEqual(['irs'])
    expect(asked('what is the')).toEqual([])
  })
})

describe('synonyms', () => {
  const synonym = {
    id: '1',
    typed: { en: ['owe money'], es: ['debo dinero'] },
    meant: { en: ['balance due'], es: ['saldo adeudado'] },
  }
  const read = (question: string, locale: 'en' | 'es') =>
    readingsOf(wordsIn(question, locale), [synonym], locale).map((words) =>
      words.map(({ word }) => word).join(' '),
    )

  it('stand for the phrase in any form and leave the rest of the question', () => {
    expect(read('I owed money in 2020', 'en')).toEqual(['i balance due in 2020'])
    expect(read('debo dinero', 'es')).toEqual(['saldo adeudado'])
  })

  it('are not met by part of the phrase, or in another language', () => {
    expect(read('money order', 'en')).toEqual([])
    expect(read('owe money', 'es')).toEqual([])
  })
})

describe('an excerpt', () => {
  const text = new SearchedText({
    title: 'A title',
    summary: 'A short line about something else.',
    texts: [
      {
        field: 'overview',
        text: `${'Nothing of note. '.repeat(40)}Here the <b>lien</b> stands. ${'More. '.repeat(60)}`,
      },
    ],
    hiddenTerms: 'never shown',
  })

  it('shows the place where the words stand, and marks them and nothing else', () => {
    const { field, segments } = excerptOf(text, new Set(['lien']), 'en')!
    expect(field).toBe('overview')
    expect(segments.filter(({ highlighted }) => highlighted)).toEqual([
      { text: 'lien', highlighted: true },
    ])
    expect(segments.map((segment) => segment.text).join('').length).toBeLessThan(240)
  })

  it('begins with the summary where no word of the page was looked for, and never shows hidden terms', () => {
    const excerpt = excerptOf(text, new Set(['shown']), 'en')!
    expect(excerpt).toEqual({
      field: 'summary',
      segments: [{ text: 'A short line about something else.', highlighted: false }],
    })
  })
})

describe('a term is counted', () => {
  it.each([
    ['  Balance   DUE? ', 'balance due'],
    ['CP2000', 'cp2000'],
    ['Apelación', 'apelación'],
  ])('in one spelling: %s', (question, term) => {
    expect(countable(question)).toBe(term)
  })

  it.each([
    '123-45-6789',
    'my number is 078 05 1120',
    '12-3456789',
    'jane.doe@example.org',
    '(202) 555-0143',
    'https://example.org/x',
    'I am Jane Doe and the IRS took my pay',
    'x'.repeat(51),
    ' … ',
  ])('unless it may be somebody’s own: %s', (question) => {
    expect(countable(question)).toBeNull()
  })
})

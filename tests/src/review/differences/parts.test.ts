import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareText } from '../../../../src/review/differences/compare-text.ts'
import type { Place } from '../../../../src/review/differences/change.ts'
import { Effort } from '../../../../src/review/differences/effort.ts'
import { textAfter, textBefore, type Part } from '../../../../src/review/differences/parts.ts'
import { compareRichText } from '../../../../src/review/differences/rich-text/compare-rich-text.ts'
import { block, linkTo, paragraph, run, textOf } from '../../../support/lexical.ts'

const place: Place = {
  id: 'summary.en',
  path: 'summary.en',
  locale: 'en',
  collection: 'stations',
  field: 'summary',
  label: { en: 'In one sentence', es: 'En una frase' },
  within: [],
}

const compared = (before: string, after: string) =>
  compareText({ before, after, place, effort: new Effort() })

/** Removed words in square brackets, added ones in braces. */
const drawn = (parts: readonly Part[]) =>
  parts
    .map(({ change, text }) =>
      change === 'same' ? text : change === 'removed' ? `[${text}]` : `{${text}}`,
    )
    .join('')

/** Texts that share words, as edits of one another do. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom('the', 'notice', 'IRS', 'pagó', '«Sí»', '.', ',', '$1,000.50', ' ', '\n'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map((words) => words.join(' '))

describe('The parts of a text', () => {
  it('make the text before and the text after, to the last space', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { parts } = compared(before, after)
        expect(textBefore(parts)).toBe(before)
        expect(textAfter(parts)).toBe(after)
      }),
      { numRuns: 1000 },
    )
  })

  it('are whole words', () => {
    expect(drawn(compared('You owed money.', 'You owe money.').parts)).toBe(
      'You [owed]{owe} money.',
    )
    expect(drawn(compared('El número', 'El numero').parts)).toBe('El [número]{numero}')
    expect(drawn(compared("It doesn't cost $1,000.50", "It didn't cost $1,000.75").parts)).toBe(
      "It [doesn't]{didn't} cost $[1,000.50]{1,000.75}",
    )
  })

  it('keep punctuation apart from words', () => {
    const { parts, words } = compared('Pay now, or wait', 'Pay now or wait.')
    expect(drawn(parts)).toBe('Pay now[,] or wait{.}')
    expect(words).toEqual({ added: 0, removed: 0 })
  })

  it('show spaces that changed, and no word for it', () => {
    expect(drawn(compared('Pay now', 'Pay  now').parts)).toBe('Pay[ ]{  }now')
  })

  it('take a rewritten passage as a whole, and not the little words that stay by chance', () => {
    const { parts } = compared(
      'Ask for an appeal before the date on your letter.',
      'Ask for more time until the office has an answer.',
    )
    expect(parts.filter(({ change }) => change !== 'same')).toHaveLength(2)
  })

  it('are the text as a whole when too much of it differs', () => {
    const many = (prefix: string) =>
      Array.from({ length: 3000 }, (_one, at) => `${prefix}${at}`).join(' ')
    const { parts } = compared(`Same. ${many('a')} end`, `Same. ${many('b')} end`)
    expect(parts.map(({ change }) => change)).toEqual(['same', 'removed', 'added', 'same'])
  })
})

const runs = fc.array(
  fc.tuple(texts, fc.constantFrom(0, 1, 2, 3)).map(([text, format]) => run(text, format)),
  { maxLength: 4 },
)
const blocks = fc.oneof(
  runs.map((inside) => paragraph(...inside)),
  runs.map((inside) => block('heading', inside, { tag: 'h3' })),
  fc.array(runs, { maxLength: 3 }).map((items) =>
    block(
      'list',
      items.map((item, at) => block('listitem', item, { value: at + 1 })),
      { listType: 'bullet' },
    ),
  ),
)
const richTexts = fc.array(blocks, { maxLength: 6 })

/** The words of blocks as they stand, one block after the other; lists without items have none. */
const wordsOf = (value: unknown): string => {
  const { children, text } = value as { children?: unknown[]; text?: string }
  return text ?? (children ?? []).map(wordsOf).join('')
}

describe('The blocks of a text', () => {
  it('make all blocks of both texts when there is no text in common', () => {
    fc.assert(
      fc.property(richTexts, (children) => {
        const { blocks: found } = compareRichText({
          before: undefined,
          after: textOf(...children) as never,
          effort: new Effort(),
        })!
        expect(found.map(({ parts }) => textAfter(parts)).join('')).toBe(wordsOf({ children }))
      }),
    )
  })

  it('give back the words of every block that changed, before and after', () => {
    fc.assert(
      fc.property(richTexts, richTexts, (before, after) => {
        const { blocks: found } = compareRichText({
          before: textOf(...before) as never,
          after: textOf(...after) as never,
          effort: new Effort(),
        })!
        const [left, right] = [wordsOf({ children: before }), wordsOf({ children: after })]
        for (const { change, parts } of found) {
          if (change !== 'added') expect(left).toContain(textBefore(parts))
          if (change !== 'removed') expect(right).toContain(textAfter(parts))
        }
      }),
    )
  })
})

describe('What has no words is not forgotten:', () => {
  const found = (before: unknown[], after: unknown[]) =>
    compareRichText({
      before: textOf(...before) as never,
      after: textOf(...after) as never,
      effort: new Effort(),
    })!.blocks

  it('a link without words that leads elsewhere', () => {
    const link = (url: string) => linkTo(url, '')
    const [change] = found(
      [paragraph(run('Pay now.'), link('https://a.gov'))],
      [paragraph(run('Pay later.'), link('https://b.gov'))],
    )
    expect(change!.look).toMatchObject([
      { what: 'link', from: { url: 'https://a.gov' }, to: { url: 'https://b.gov' } },
    ])
  })

  it('a picture between paragraphs', () => {
    const picture = { type: 'upload', version: 3, relationTo: 'media', value: 'one' }
    const change = found([paragraph(run('Pay now.'))], [paragraph(run('Pay now.')), picture]).at(-1)
    expect(change).toMatchObject({
      change: 'added',
      block: { kind: 'other' },
      parts: [{ marks: { other: picture } }],
    })
  })

  it('an empty line', () => {
    const change = found([paragraph(run('Pay.'))], [paragraph(run('Pay.')), paragraph()]).at(-1)
    expect(change).toMatchObject({ change: 'added', block: { kind: 'paragraph' }, parts: [] })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordIndex, type Leniency } from '../../../../src/delivery/search/word-index.ts'
import { wordsIn } from '../../../../src/delivery/search/words.ts'

const text = (title: string, body = '', hiddenTerms = '') => ({ title, text: body, hiddenTerms })

/** Documents by their number, best first. */
function found(index: WordIndex, question: string, leniency: Leniency = {}, documents = 10) {
  const scores = new Float64Array(documents)
  index.withAll(wordsIn(question, 'en'), scores, leniency)
  return ranked(scores)
}

function ranked(scores: Float64Array): number[] {
  return [...scores.keys()]
    .filter((number) => scores[number]! > 0)
    .sort((one, other) => scores[other]! - scores[one]! || one - other)
}

describe('the words of documents', () => {
  const index = new WordIndex('en')
  index.put(0, text('Notice of lien', 'A claim on all that you have.'))
  index.put(1, text('Collection', 'A lien may be filed, or a levy. Liens are public.'))
  index.put(2, text('Levies', 'Money is taken.', 'garnishment'))
  index.put(3, text('Appealing a levy', 'You have 30 days.'))

  it('are found in any of their forms, those in a title first', () => {
    expect(found(index, 'liens')).toEqual([0, 1])
    expect(found(index, 'levy')).toEqual(expect.arrayContaining([1, 2, 3]))
    expect(found(index, 'levy').at(-1)).toBe(1)
    expect(found(index, 'appeals')).toEqual([3])
  })

  it('are found where a document has all of them', () => {
    expect(found(index, 'lien levy')).toEqual([1])
    expect(found(index, 'lien money')).toEqual([])
    expect(found(index, 'lien nowhere')).toEqual([])
  })

  it('are found in hidden terms', () => {
    expect(found(index, 'garnishment')).toEqual([2])
  })

  it('are found by their beginning only when that is asked for, and the last word only', () => {
    expect(found(index, 'collec')).toEqual([])
    expect(found(index, 'collec', { unfinished: true })).toEqual([1])
    expect(found(index, 'filed le', { unfinished: true })).toEqual([1])
    expect(found(index, 'le filed', { unfinished: true })).toEqual([])
  })

  it('are found with other letters only when that is asked for, numbers never', () => {
    expect(found(index, 'colection')).toEqual([])
    expect(found(index, 'colection', { fuzzy: true })).toEqual([1])
    expect(found(index, '31', { fuzzy: true })).toEqual([])
    expect(found(index, '30', { fuzzy: true })).toEqual([3])
  })

  it('are found where a document has some of them, more of them first', () => {
    const scores = new Float64Array(4)
    index.withSome(wordsIn('money garnishment nowhere', 'en'), scores)
    expect(ranked(scores)).toEqual([2])
    const more = new Float64Array(4)
    index.withSome(wordsIn('claim filed public', 'en'), more)
    expect(ranked(more)).toEqual([1, 0])
  })
})

const vocabulary = ['tax', 'taxes', 'levy', 'levies', 'lien', 'appeal', 'audit', 'audits', 'court']
const phrase = fc
  .array(fc.constantFrom(...vocabulary), { maxLength: 8 })
  .map((words) => words.join(' '))
const documentText = fc.record({ title: phrase, hiddenTerms: phrase, text: phrase })

it('an index that documents were put in and taken out of finds what a new one does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(7), fc.option(documentText)), { maxLength: 40 }),
      (changes) => {
        const changed = new WordIndex('en')
        const last = new Map<number, { title: string; hiddenTerms: string; text: string }>()
        for (const [document, content] of changes) {
          const before = last.get(document)
          if (before) changed.remove(document, before)
          last.delete(document)
          if (!content) continue
          changed.put(document, content)
          last.set(document, content)
        }
        const anew = new WordIndex('en')
        for (const [document, content] of last) anew.put(document, content)
        for (const question of ['tax', 'levy', 'audit court', 'lien appeal tax']) {
          const words = wordsIn(question, 'en')
          const [one, other] = [new Float64Array(8), new Float64Array(8)]
          changed.withAll(words, one, {})
          anew.withAll(words, other, {})
          expect(one).toEqual(other)
          for (const [document, score] of one.entries()) {
            const content = last.get(document)
            const stems = new Set(
              wordsIn(Object.values(content ?? {}).join(' '), 'en').map(({ stem }) => stem),
            )
            expect(score > 0).toBe(words.every(({ stem }) => stems.has(stem)))
          }
        }
      },
    ),
  )
})

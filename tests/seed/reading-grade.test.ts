import { describe, expect, it } from 'vitest'
import { highestGrade, readingOf, readingsOf } from '../../seed/reading-grade.ts'
import { readRoadmap } from '../../seed/roadmap.ts'

const plain = 'You have a debt. Pay it if you can. If you can not, ask for a plan.'
const statute =
  'Notwithstanding the aforementioned provisions, the Secretary’s determination regarding deficiencies attributable to partnership items shall, absent extraordinary circumstances, be considered conclusive.'

describe('How hard a text is to read', () => {
  it('is counted in words, sentences and syllables', () => {
    expect(readingOf(plain, 'en')).toMatchObject({ words: 17, sentences: 3, syllables: 17 })
  })

  it('is the Flesch-Kincaid grade in English', () => {
    const { grade } = readingOf(plain, 'en')
    expect(grade).toBeCloseTo(0.39 * (17 / 3) + 11.8 - 15.59, 10)
  })

  it.each([
    ['aviso', 3],
    ['país', 2],
    ['guerra', 2],
    ['impuesto', 3],
    ['apelación', 4],
    ['leer', 2],
    ['rey', 1],
  ])('counts the syllables of “%s” in Spanish: %i', (word, count) => {
    expect(readingOf(word, 'es').syllables).toBe(count)
  })

  it('counts the lines of a list as sentences', () => {
    expect(readingOf('Look for:\nthe date\nthe amount', 'en').sentences).toBe(3)
  })

  it('is beyond what a page may need for the words of a statute', () => {
    expect(readingOf(statute, 'en').grade).toBeGreaterThan(highestGrade)
  })

  it('is beyond it in Spanish, too', () => {
    const text =
      'La determinación administrativa correspondiente a las responsabilidades tributarias anteriormente mencionadas constituirá presunción irrefutable de la legitimidad del procedimiento sancionador.'
    expect(readingOf(text, 'es').grade).toBeGreaterThan(highestGrade)
  })
})

describe('Every station and notice, with its steps', () => {
  it(`can be read with grade ${highestGrade} in both languages`, () => {
    const readings = readingsOf(readRoadmap())
    expect(readings).toHaveLength(360)
    expect(readings.filter(({ grade }) => grade > highestGrade)).toEqual([])
  })
})

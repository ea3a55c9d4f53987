import { describe, expect, it } from 'vitest'
import { en } from '../../../../src/app/(reader)/words/en.ts'
import { es } from '../../../../src/app/(reader)/words/es.ts'
import {
  day,
  inARow,
  languageName,
  moment,
  month,
  number,
  question,
} from '../../../../src/app/(reader)/words.ts'

/** Signs alone, and no words. */
const same = new Set(['notice.otherwise', 'station.when'])

describe('what the site says by itself', () => {
  const english = textsIn(en)
  const spanish = textsIn(es)

  it('is there in both languages, down to the last word', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('is not left in English in Spanish', () => {
    const left = [...english].filter(
      ([name, text]) => spanish.get(name) === text && !same.has(name),
    )
    expect(left).toEqual([])
  })

  it('is nowhere empty', () => {
    const empty = [...english, ...spanish].filter(([, text]) => !/\S/.test(text))
    expect(empty).toEqual([])
  })

  it('says what it was given', () => {
    const silent = [...english, ...spanish].filter(
      ([name, text]) => isSaidOf(en, name) && !/ARGUMENT|7/.test(text),
    )
    expect(silent).toEqual([])
    expect([...english].filter(([name]) => isSaidOf(en, name)).length).toBeGreaterThan(15)
  })
})

describe('days, months, numbers and names', () => {
  it('are written as people of the United States write them', () => {
    expect(day('2026-11-28T00:00:00.000Z', 'en')).toBe('November 28, 2026')
    expect(day('2026-11-28T00:00:00.000Z', 'es')).toBe('28 de noviembre de 2026')
    expect(month('2024-11', 'en')).toBe('November 2024')
    expect(month('2024-11', 'es')).toBe('noviembre de 2024')
    expect(month('2024', 'es')).toBe('2024')
    expect(number(3660, 'en')).toBe('3,660')
    expect(number(3660, 'es')).toBe('3,660')
  })

  it('of moments say the time in Washington', () => {
    expect(moment('2026-11-28T17:05:00.000Z', 'en')).toMatch(/^November 28, 2026 at 12:05\sPM EST$/)
    expect(moment('2026-11-28T17:05:00.000Z', 'es')).toMatch(
      /^28 de noviembre de 2026 a las 12:05\sp\.\s?m\. EST$/,
    )
  })

  it('and names in a row, with the word before the last', () => {
    expect(inARow(['Ann', 'Ben', 'Eva'], 'en')).toBe('Ann, Ben, and Eva')
    expect(inARow(['Ana', 'Inés'], 'es')).toBe('Ana e Inés')
    expect(inARow([], 'en')).toBe('')
  })

  it('of languages are in the language of the page', () => {
    expect([languageName('es', 'en'), languageName('es', 'es')]).toEqual(['Spanish', 'español'])
    expect(languageName('zh_Hans', 'en')).toBe('Simplified Chinese')
  })

  it('and questions are those of the content model', () => {
    expect(question('nextSteps', 'en')).toBe('What are my next steps?')
    expect(question('nextSteps', 'es')).toBe('¿Cuáles son mis próximos pasos?')
  })
})

/** Every text by the way that leads to it; what is said of something, said of an argument. */
function textsIn(words: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]: [string, unknown]) => {
      const path = prefix + name
      if (typeof value === 'object' && value !== null) return [...textsIn(value, `${path}.`)]
      const text = typeof value === 'function' ? sayIt(value as never, path) : value
      return [[path, String(text)] as const]
    }),
  )
}

function sayIt(words: (...given: unknown[]) => string, path: string): string {
  const takesCount = /\b(stops|found|units|page|number)\b/.test(path)
  if (/\.changes$/.test(path)) return words(['ARGUMENT'])
  return takesCount ? words(7, 7) : words('ARGUMENT', 'ARGUMENT')
}

/** Units are chosen by what they are given, and do not say it. */
function isSaidOf(words: object, path: string): boolean {
  const found = path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], words)
  return typeof found === 'function' && !path.startsWith('notice.units')
}

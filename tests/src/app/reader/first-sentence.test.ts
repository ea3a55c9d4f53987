import { describe, expect, it } from 'vitest'
import { firstSentence } from '../../../../src/app/(reader)/first-sentence.ts'

describe('what a text begins with', () => {
  it.each([
    ['Call us today. Have your letter at hand.', 'Call us today.'],
    ['Ask for Form 433-F. Send it back.', 'Ask for Form 433-F.'],
    ['What do you owe? Look at page 2.', 'What do you owe?'],
    ['Before you ask, write down:\n\n- the year\n- the form', 'Before you ask, write down:'],
    ['  Without a full stop  ', 'Without a full stop'],
    ['', ''],
  ])('is its first sentence: %j', (text, sentence) => {
    expect(firstSentence(text, 'en')).toBe(sentence)
  })

  it('is no part of a sentence in Spanish either', () => {
    expect(firstSentence('¿Qué debe? Mire la página 2.', 'es')).toBe('¿Qué debe?')
  })

  it('is as many whole words as search engines show, where the sentence is longer', () => {
    const words = 'Before you call, write down the year, the form and what you want to know, '
    const found = firstSentence(`${words.repeat(3)}and call.`, 'en')
    expect(found.length).toBeLessThanOrEqual(160)
    expect(found.length).toBeGreaterThan(140)
    expect(found).toMatch(/\w…$/)
    expect(words.repeat(3)).toContain(`${found.slice(0, -1)} `.replace(/ $/, ''))
    expect(words.repeat(3).slice(found.length - 1)).toMatch(/^[\s,]/)
  })
})

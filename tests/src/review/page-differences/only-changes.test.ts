import { expect, it } from 'vitest'
import { compare, edited, mainIn, mainOf, readOf } from './compared.ts'

const notice = mainOf('cp14.en')

it('leaves the title, the headings above a change and the change', () => {
  const { together } = compare(notice, edited(notice, 'Within 21 days', 'Within 30 days'), {
    only: true,
  })
  expect(readOf(mainIn(together)).split('\n')).toEqual([
    '⋯',
    'CP14 Balance Due of $5 or More, No Math Error',
    '⋯',
    'What to do, and by when',
    'By when',
    'Within Removed: 21 Added: 30 days of the date printed on the notice.',
    '⋯',
  ])
})

it('keeps the numbers of steps right: those before a change stay as their headings', () => {
  const after = edited(notice, 'Put the notice next to', 'Lay the notice next to')
  const { together } = compare(notice, after, { only: true })
  const lines = readOf(mainIn(together)).split('\n')
  expect(lines.slice(lines.indexOf('What are my next steps?'))).toEqual([
    'What are my next steps?',
    '⋯',
    'Is it from the IRS?',
    'Compare it with your records',
    'Removed: Put Added: Lay the notice next to your copy of the tax return for the same year. Then check each number the notice names.',
    '⋯',
  ])
})

it('leaves nothing but the title of pages that are the same', () => {
  const { together } = compare(notice, notice, { only: true })
  expect(readOf(mainIn(together))).not.toContain('Within 21 days')
})

import { describe, expect, it } from 'vitest'
import { merge, type Choice } from '../../../src/merge/merge.ts'
import type { Values } from '../../../src/merge/same.ts'

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] })
const longText = (...paragraphs: string[]) => ({
  root: { type: 'root', children: paragraphs.map(paragraph) },
})
const choosing = (choices: Record<string, Choice>) => new Map(Object.entries(choices))

interface Case {
  title: string
  base: Values
  mine: Values
  theirs: Values
  merged: Values
  conflicts?: string[]
}

const phones = (...numbers: [id: string, number: string, label?: string][]) =>
  numbers.map(([id, number, label = 'Office']) => ({ id, number, label }))

const cases: Case[] = [
  {
    title: 'two fields that two people changed are both changed',
    base: { title: 'Old', summary: 'Old' },
    mine: { title: 'Old', summary: 'Mine' },
    theirs: { title: 'Theirs', summary: 'Old' },
    merged: { title: 'Theirs', summary: 'Mine' },
  },
  {
    title: 'what both changed in the same way is no conflict',
    base: { title: 'Old' },
    mine: { title: 'New' },
    theirs: { title: 'New' },
    merged: { title: 'New' },
  },
  {
    title: 'a field that both changed is a conflict',
    base: { title: 'Old' },
    mine: { title: 'Mine' },
    theirs: { title: 'Theirs' },
    merged: { title: 'Mine' },
    conflicts: ['title'],
  },
  {
    title: 'a field that one emptied and the other changed is a conflict',
    base: { title: 'Old' },
    mine: { title: '' },
    theirs: { title: 'Theirs' },
    merged: { title: '' },
    conflicts: ['title'],
  },
  {
    title: 'nothing, no text and no entries are the same',
    base: { title: null, examples: [], summary: '' },
    mine: { title: '', summary: null },
    theirs: { title: 'Theirs', examples: [], summary: '' },
    merged: { title: 'Theirs', summary: null },
  },
  {
    title: 'half of one deadline and half of another are no deadline',
    base: { deadline: { count: 60, unit: 'calendarDays', startsFrom: 'noticeDate' } },
    mine: { deadline: { count: 90, unit: 'calendarDays', startsFrom: 'noticeDate' } },
    theirs: { deadline: { count: 60, unit: 'businessDays', startsFrom: 'noticeDate' } },
    merged: { deadline: { count: 90, unit: 'calendarDays', startsFrom: 'noticeDate' } },
    conflicts: ['deadline'],
  },
  {
    title: 'long texts and lists in a group are judged by themselves',
    base: { deadline: { count: 60, alternatives: [] } },
    mine: { deadline: { count: 90, alternatives: [] } },
    theirs: { deadline: { count: 60, alternatives: [{ id: 'a', count: 150 }] } },
    merged: { deadline: { count: 90, alternatives: [{ id: 'a', count: 150 }] } },
  },
  {
    title: 'rows that two people put in are both there',
    base: { phones: phones(['a', '1']) },
    mine: { phones: phones(['a', '1'], ['b', '2']) },
    theirs: { phones: phones(['a', '1'], ['c', '3']) },
    merged: { phones: phones(['a', '1'], ['b', '2'], ['c', '3']) },
  },
  {
    title: 'different rows that two people changed are both changed',
    base: { phones: phones(['a', '1'], ['b', '2']) },
    mine: { phones: phones(['a', '9'], ['b', '2']) },
    theirs: { phones: phones(['a', '1'], ['b', '8']) },
    merged: { phones: phones(['a', '9'], ['b', '8']) },
  },
  {
    title: 'a row that both changed is a conflict, whatever they changed in it',
    base: { phones: phones(['a', '1']) },
    mine: { phones: phones(['a', '9']) },
    theirs: { phones: phones(['a', '1', 'Helpline']) },
    merged: { phones: phones(['a', '9']) },
    conflicts: ['phones/a'],
  },
  {
    title: 'a row that one removed and the other left alone is gone',
    base: { phones: phones(['a', '1'], ['b', '2']) },
    mine: { phones: phones(['b', '9']) },
    theirs: { phones: phones(['a', '1'], ['b', '2'], ['c', '3']) },
    merged: { phones: phones(['b', '9'], ['c', '3']) },
  },
  {
    title: 'a row that one removed and the other changed is a conflict',
    base: { phones: phones(['a', '1'], ['b', '2']) },
    mine: { phones: phones(['b', '2']) },
    theirs: { phones: phones(['a', '9'], ['b', '2']) },
    merged: { phones: phones(['b', '2']) },
    conflicts: ['phones/a'],
  },
  {
    title: 'rows that one moved and the other changed are moved and changed',
    base: { phones: phones(['a', '1'], ['b', '2'], ['c', '3']) },
    mine: { phones: phones(['c', '3'], ['a', '1'], ['b', '2']) },
    theirs: { phones: phones(['a', '1'], ['b', '9'], ['c', '3']) },
    merged: { phones: phones(['c', '3'], ['a', '1'], ['b', '9']) },
  },
  {
    title: 'rows that both moved elsewhere have a conflict of order, and none is lost',
    base: { phones: phones(['a', '1'], ['b', '2'], ['c', '3']) },
    mine: { phones: phones(['c', '3'], ['b', '2'], ['a', '1']) },
    theirs: { phones: phones(['b', '2'], ['c', '3'], ['a', '1'], ['d', '4']) },
    merged: { phones: phones(['c', '3'], ['b', '2'], ['a', '1'], ['d', '4']) },
    conflicts: ['phones#order'],
  },
  {
    title: 'entries that two people put in are both there, and those that one removed are gone',
    base: { steps: ['one', 'two', 'three'] },
    mine: { steps: ['one', 'mine', 'two', 'three'] },
    theirs: { steps: ['one', 'two', 'theirs'] },
    merged: { steps: ['one', 'mine', 'two', 'theirs'] },
  },
  {
    title: 'an entry that both put in stands there once',
    base: { steps: [] },
    mine: { steps: ['same', 'mine'] },
    theirs: { steps: ['theirs', 'same'] },
    merged: { steps: ['same', 'mine', 'theirs'] },
  },
  {
    title: 'different paragraphs that two people changed are both changed',
    base: { overview: longText('One.', 'Two.', 'Three.') },
    mine: { overview: longText('One, mine.', 'Two.', 'Three.') },
    theirs: { overview: longText('One.', 'Two.', 'Three, theirs.') },
    merged: { overview: longText('One, mine.', 'Two.', 'Three, theirs.') },
  },
  {
    title: 'a paragraph that both changed makes the text a conflict',
    base: { overview: longText('One.', 'Two.') },
    mine: { overview: longText('One, mine.', 'Two.') },
    theirs: { overview: longText('One, theirs.', 'Two.') },
    merged: { overview: longText('One, mine.', 'Two.') },
    conflicts: ['overview'],
  },
  {
    title: 'what the editor writes anew by itself is no change',
    base: { overview: { root: { ...longText('One.').root, direction: null } } },
    mine: { overview: { root: { ...longText('One.').root, direction: 'ltr' } } },
    theirs: { overview: longText('Theirs.') },
    merged: { overview: longText('Theirs.') },
  },
]

describe('two texts that came of the same one', () => {
  it.each(cases)('$title', ({ base, mine, theirs, merged, conflicts = [] }) => {
    const found = merge({ base, mine, theirs })
    expect(found.conflicts.map(({ path }) => path)).toEqual(conflicts)
    expect(found.values).toEqual(merged)
  })

  it.each(cases)('either way round: $title', ({ base, mine, theirs, conflicts = [] }) => {
    const found = merge({ base, mine: theirs, theirs: mine })
    expect(found.conflicts.map(({ path }) => path)).toEqual(conflicts)
  })

  it('have what was chosen where both changed the same', () => {
    const sides = {
      base: { title: 'Old', phones: phones(['a', '1']), kind: 'stop' },
      mine: { title: 'Mine', phones: [], kind: 'hub' },
      theirs: { title: 'Theirs', phones: phones(['a', '2']), kind: 'end' },
    }
    const { values } = merge(
      sides,
      choosing({ title: 'theirs', 'phones/a': 'theirs', kind: 'mine' }),
    )
    expect(values).toEqual({ title: 'Theirs', phones: phones(['a', '2']), kind: 'hub' })
  })

  it('have the order that was chosen', () => {
    const { base, mine, theirs } = cases.find(({ conflicts }) => conflicts?.[0] === 'phones#order')!
    const { values } = merge({ base, mine, theirs }, choosing({ 'phones#order': 'theirs' }))
    expect(values).toEqual(theirs)
  })

  it('tell what each of the two alone changed', () => {
    const { kept, taken } = merge({
      base: { title: 'Old', summary: 'Old', deadline: { count: 1, rows: [] } },
      mine: { title: 'Old', summary: 'Mine', deadline: { count: 2, rows: [] } },
      theirs: { title: 'Theirs', summary: 'Old', deadline: { count: 1, rows: [{ id: 'a' }] } },
    })
    expect({ kept, taken }).toEqual({
      kept: ['summary', 'deadline'],
      taken: ['title', 'deadline.rows'],
    })
  })
})

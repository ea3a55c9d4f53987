import { describe, expect, it } from 'vitest'
import {
  filterOf,
  isSame,
  readFilters,
  withFilter,
  type SavedFilter,
} from '../../../../../src/app/admin/filters/filters.ts'

const inReview = { where: { _status: { equals: 'state:inReview' } } }
const mine: SavedFilter = { name: 'Mine', search: 'levy', ...inReview }

describe('A saved filter', () => {
  it('has what a list is narrowed by and its order, and neither its page nor its columns', () => {
    const query = { ...inReview, search: 'levy', sort: '-updatedAt', page: 3, columns: ['title'] }
    expect(filterOf(query)).toEqual({ ...inReview, search: 'levy', sort: '-updatedAt' })
    expect(filterOf({ search: ' ', where: {}, sort: '' })).toEqual({})
  })

  it('is the one that the list shows, when both ask for the same', () => {
    expect(isSame(mine, { ...inReview, search: 'levy' })).toBe(true)
    expect(isSame(mine, { ...inReview, search: 'levies' })).toBe(false)
    expect(isSame(mine, { search: 'levy' })).toBe(false)
  })

  it('is kept under its name, in the order of names', () => {
    expect(withFilter([mine], { name: '  A  list ', search: 'a' })).toEqual([
      { name: 'A list', search: 'a' },
      mine,
    ])
  })

  it('takes the place of one that is called the same', () => {
    expect(withFilter([mine], { name: 'MINE', search: 'other' })).toEqual([
      { name: 'MINE', search: 'other' },
    ])
  })

  it.each([
    ['has no name', [], { name: ' ', search: 'a' }, 'no name'],
    ['is longer than any is', [], { name: 'Long', search: 'a'.repeat(10_001) }, 'too long'],
    [
      'would be the twenty-first',
      Array.from({ length: 20 }, (_none, number) => ({ name: `Filter ${number}` })),
      { name: 'One more', search: 'a' },
      'too many',
    ],
  ])('is not kept when it %s', (_why, filters, added, problem) => {
    expect(withFilter(filters, added)).toBe(problem)
  })

  it.each([
    ['nothing', undefined, []],
    ['something else', { name: 'Mine' }, []],
    ['what is damaged', [null, 1, {}, { name: 3 }, { name: ' ' }, mine], [mine]],
    ['more than it needs', [{ ...mine, more: true }], [mine]],
    ['too many', Array.from({ length: 30 }, () => mine), Array.from({ length: 20 }, () => mine)],
  ])('is read where %s was stored', (_what, stored, filters) => {
    expect(readFilters(stored)).toEqual(filters)
  })
})

import { describe, expect, it } from 'vitest'
import { chosenAfter } from '../../../../../src/app/admin/references/chosen.ts'

describe('What a field refers to after a change', () => {
  it.each([
    ['is what was handed on, in its order', ['a', 'b'], ['b', 'a'], ['a', 'b'], ['b', 'a']],
    ['lacks what was taken out', ['a', 'b', 'c'], ['a', 'c'], ['a', 'b', 'c'], ['a', 'c']],
    ['keeps what was chosen a moment ago', ['a', 'b'], ['a', 'c'], ['a', 'c'], ['a', 'b', 'c']],
    ['keeps it first', ['b', 'a'], ['a', 'c'], ['a', 'c'], ['b', 'a', 'c']],
    ['keeps several in their order', ['a', 'b', 'c'], ['a', 'd'], ['a', 'd'], ['a', 'b', 'c', 'd']],
    ['is nothing once all is taken out', ['a', 'b'], [], ['a', 'b'], []],
  ])('%s', (_what, before, handedOn, known, after) => {
    expect(chosenAfter(before, handedOn, new Set(known))).toEqual(after)
  })
})

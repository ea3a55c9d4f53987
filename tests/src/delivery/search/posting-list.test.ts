import fc from 'fast-check'
import { expect, it } from 'vitest'
import { onceMore, PostingList, timesIn } from '../../../../src/delivery/search/posting-list.ts'

function timesOf(counts: readonly number[]): number {
  let times = 0
  counts.forEach((count, field) => {
    for (let at = 0; at < count; at += 1) times = onceMore(times, field)
  })
  return times
}

function entriesOf(list: PostingList): [number, number][] {
  return Array.from({ length: list.length }, (_, place) => [
    list.documentAt(place),
    list.timesAt(place),
  ])
}

it('how often a word stands in each field is counted up to 1,023 times, beside the other fields', () => {
  const times = timesOf([1_024, 0, 1_023])
  expect([0, 1, 2].map((field) => timesIn(times, field))).toEqual([1_023, 0, 1_023])
  expect([0, 1, 2].map((field) => timesIn(onceMore(times, 1), field))).toEqual([1_023, 1, 1_023])
})

it('a posting list has what was put in and not taken out, in ascending order, and counts it by field', () => {
  const counts = fc.tuple(fc.nat(3), fc.nat(2), fc.nat(1_100))
  const change = fc.tuple(fc.nat(30), fc.option(counts))
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
      const list = new PostingList()
      const expected = new Map<number, number>()
      for (const [document, put] of changes) {
        list.remove(document)
        expected.delete(document)
        if (!put) continue
        list.put(document, timesOf(put))
        expected.set(document, timesOf(put))
      }
      expect(entriesOf(list)).toEqual([...expected].sort(([one], [other]) => one - other))
      expect(list.inField).toEqual(
        [0, 1, 2].map(
          (field) => [...expected.values()].filter((times) => timesIn(times, field) > 0).length,
        ),
      )
    }),
  )
})

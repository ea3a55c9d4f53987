import { describe, expect, it } from 'vitest'
import type { EventKind, EventPerson, TimelineEvent } from '../../../src/timeline/event.ts'
import { gather, mostGathered } from '../../../src/timeline/gather.ts'

const ed = { id: 'ed', name: 'Ed' }
const rita = { id: 'rita', name: 'Rita' }

/** An event some minutes after nine. */
function event(minute: number, by: EventPerson[] = [ed], kind: EventKind = 'saved'): TimelineEvent {
  return {
    key: `${kind}:${minute}`,
    kind,
    at: new Date(Date.UTC(2026, 10, 29, 9, minute)).toISOString(),
    by,
    roles: [],
    text: null,
    contentHash: null,
    versionId: null,
    page: null,
    sequence: null,
    comment: null,
    details: {},
    name: null,
    thread: null,
  }
}

/** How many events each line has, the newest line first. */
const sizes = (events: TimelineEvent[]) =>
  gather([...events].reverse()).map((line) => line.events.length)

describe('Saves are gathered', () => {
  it.each<[string, TimelineEvent[], number[]]>([
    ['by one person within an hour', [0, 7, 59].map((at) => event(at)), [3]],
    ['up to exactly an hour', [event(0), event(60)], [2]],
    ['not beyond an hour', [event(0), event(61)], [1, 1]],
    ['not of two people', [event(0), event(1, [rita]), event(2)], [1, 1, 1]],
    [
      'of the same two, in whatever order they are named',
      [event(0, [ed, rita]), event(1, [rita, ed])],
      [2],
    ],
    ['not over a step between them', [event(0), event(1, [ed], 'submitted'), event(2)], [1, 1, 1]],
    ['and nothing else is', [event(0, [ed], 'refused'), event(1, [ed], 'refused')], [1, 1]],
  ])('%s', (_, events, expected) => {
    expect(sizes(events)).toEqual(expected)
  })

  it('up to a number that one can read', () => {
    const many = Array.from({ length: mostGathered + 3 }, () => event(0))
    expect(sizes(many)).toEqual([mostGathered, 3])
  })

  it('the newest first', () => {
    const [line] = gather([event(5), event(3)])
    expect(line!.events.map(({ at }) => at.slice(14, 16))).toEqual(['05', '03'])
  })
})

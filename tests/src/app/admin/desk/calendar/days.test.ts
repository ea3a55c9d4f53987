import { describe, expect, it } from 'vitest'
import {
  cellAt,
  cellsOf,
  movedTo,
  neighbor,
} from '../../../../../../src/app/admin/desk/calendar/cells.ts'
import {
  daysOf,
  movedBy,
  rangeAround,
  wallTimeAt,
} from '../../../../../../src/app/admin/desk/calendar/days.ts'

describe('the days of a calendar', () => {
  it.each([
    ['day', '2027-03-14', '2027-03-14', '2027-03-14', 1],
    ['week', '2027-03-14', '2027-03-14', '2027-03-20', 7],
    ['week', '2027-03-20', '2027-03-14', '2027-03-20', 7],
    ['month', '2027-03-14', '2027-02-28', '2027-04-03', 35],
    ['month', '2026-02-10', '2026-02-01', '2026-02-28', 28],
    ['month', '2026-08-31', '2026-07-26', '2026-09-05', 42],
  ] as const)('of the %s of %s are those from %s to %s', (span, day, first, last, count) => {
    const days = daysOf(span, day)
    expect([days[0], days.at(-1), days.length]).toEqual([first, last, count])
    expect(new Set(days).size).toBe(count)
  })

  it.each([
    ['day', '2027-02-28', 1, '2027-03-01'],
    ['week', '2027-01-03', -1, '2026-12-27'],
    ['month', '2027-01-31', 1, '2027-02-28'],
    ['month', '2027-03-31', -1, '2027-02-28'],
    ['month', '2027-01-15', -1, '2026-12-15'],
  ] as const)('go on by %s: from %s by %i to %s', (span, day, count, then) => {
    expect(movedBy(span, day, count)).toBe(then)
  })

  it('are asked for with a day more on both sides, for every time zone', () => {
    expect(rangeAround(['2027-03-14', '2027-03-15'])).toEqual({
      from: '2027-03-13T00:00:00.000Z',
      to: '2027-03-17T00:00:00.000Z',
    })
  })

  it('are those of a zone', () => {
    expect(wallTimeAt('2027-03-14T03:30:00Z', 'America/New_York')).toBe('2027-03-13T22:30')
    expect(wallTimeAt('2027-03-14T03:30:00Z', 'Pacific/Kiritimati')).toBe('2027-03-14T17:30')
  })
})

describe('the places of a calendar', () => {
  it('are the hours of a day, and the days of a week', () => {
    expect(cellsOf('day', '2027-03-14')).toHaveLength(24)
    expect(cellAt('day', '2027-03-14T09:30')).toBe('2027-03-14T09')
    expect(cellAt('week', '2027-03-14T09:30')).toBe('2027-03-14')
  })

  it('keep what they do not say: minutes in an hour, the time on a day', () => {
    expect(movedTo('2027-03-14T11', '2027-03-14T09:30')).toBe('2027-03-14T11:30')
    expect(movedTo('2027-03-16', '2027-03-14T09:30')).toBe('2027-03-16T09:30')
  })

  it.each([
    ['week', '2027-03-14', 'ArrowRight', '2027-03-15'],
    ['week', '2027-03-14', 'ArrowLeft', undefined],
    ['week', '2027-03-14', 'ArrowDown', '2027-03-15'],
    ['month', '2027-03-14', 'ArrowDown', '2027-03-21'],
    ['month', '2027-03-14', 'ArrowUp', '2027-03-07'],
    ['month', '2027-04-03', 'ArrowRight', undefined],
    ['day', '2027-03-14T23', 'ArrowDown', undefined],
    ['day', '2027-03-14T22', 'ArrowDown', '2027-03-14T23'],
    ['week', '2027-03-14', 'KeyA', undefined],
  ] as const)('of a %s: from %s, %s leads to %s', (span, from, code, to) => {
    expect(neighbor(cellsOf(span, '2027-03-14'), { from, code, span })).toBe(to)
  })
})

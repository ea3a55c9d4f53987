import { describe, expect, it } from 'vitest'
import { momentOf } from '../../../../../src/app/admin/history/moment-of.ts'

const zone = 'America/New_York'
const now = new Date('2026-11-29T17:00:00Z')
const read = (day: string, time = '', which: 'first' | 'second' = 'first') => {
  const answer = momentOf({ day, now, time, which, zone })
  return 'problem' in answer ? answer.problem : answer.moment.toISOString()
}

describe('The moment that a day and a time mean', () => {
  it.each([
    ['a time of a day in winter', '2026-11-12', '15:00', '2026-11-12T20:00:00.000Z'],
    ['a time of a day in summer', '2026-07-12', '15:00', '2026-07-12T19:00:00.000Z'],
    ['without a time, the end of the day', '2026-11-12', '', '2026-11-13T04:59:59.999Z'],
    ['the end of a day of 25 hours', '2026-11-01', '', '2026-11-02T04:59:59.999Z'],
    ['the end of a day of 23 hours', '2026-03-08', '', '2026-03-09T03:59:59.999Z'],
    ['today without a time, now', '2026-11-29', '', '2026-11-29T17:00:00.000Z'],
    ['today before now', '2026-11-29', '11:59', '2026-11-29T16:59:00.000Z'],
    ['today after now', '2026-11-29', '12:01', 'future'],
    ['tomorrow', '2026-11-30', '', 'future'],
    ['a time that clocks go over', '2026-03-08', '02:30', 'noSuchTime'],
    ['no day', '', '15:00', 'dayMissing'],
  ])('%s', (_, day, time, expected) => {
    expect(read(day, time)).toBe(expected)
  })

  it('of which there are two, where clocks go back, is the one that was chosen', () => {
    expect(read('2026-11-01', '01:30')).toBe('2026-11-01T05:30:00.000Z')
    expect(read('2026-11-01', '01:30', 'second')).toBe('2026-11-01T06:30:00.000Z')
    expect(
      momentOf({ day: '2026-11-01', now, time: '01:30', which: 'first', zone }),
    ).toHaveProperty('both')
  })
})

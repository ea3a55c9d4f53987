import { describe, expect, it } from 'vitest'
import { Deaths } from '../../../src/workers/deaths.ts'

const second = 1_000

describe('a worker that ended', () => {
  it('is replaced at once when it had taken requests', () => {
    expect(new Deaths(3).ended({ hadStarted: true, at: 0 })).toBe(0)
  })

  it('is replaced after longer and longer when it cannot start, and not for ever', () => {
    const deaths = new Deaths(3)
    const pauses = [1, 2, 3, 4, 5].map((at) => deaths.ended({ hadStarted: false, at: at * second }))
    expect(pauses).toEqual([250, 500, 1_000, 2_000, null])
  })

  it('is replaced again after one could start', () => {
    const deaths = new Deaths(3)
    for (let at = 0; at < 4; at += 1) deaths.ended({ hadStarted: false, at })
    deaths.started()
    expect(deaths.ended({ hadStarted: false, at: second })).toBe(250)
  })

  it('is not replaced when workers end again and again within a minute', () => {
    const deaths = new Deaths(2)
    for (let times = 0; times < 10; times += 1)
      expect(deaths.ended({ hadStarted: true, at: times * second })).toBe(0)
    expect(deaths.ended({ hadStarted: true, at: 10 * second })).toBeNull()
  })

  it('is replaced when as many ended over a longer time', () => {
    const deaths = new Deaths(2)
    for (let times = 0; times < 50; times += 1)
      expect(deaths.ended({ hadStarted: true, at: times * 10 * second })).toBe(0)
  })
})

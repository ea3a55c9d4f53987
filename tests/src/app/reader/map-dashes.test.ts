import { describe, expect, it } from 'vitest'
import { dashesOf } from '../../../../src/app/(reader)/map-dashes.ts'

/** Where dashes and gaps meet, counted from the beginning of a way. */
function ends(dashes: string): number[] {
  let sum = 0
  return dashes.split(' ').map((length) => Math.round((sum += Number(length)) * 10) / 10)
}

describe('the dashes of a way', () => {
  it('have a gap before every fourteenth unit of the map, wherever the way begins', () => {
    expect(dashesOf('M0 7L42 7')).toBe('9 5 9 5 9 5 14 0')
    expect(dashesOf('M7 3L7 35')).toBe('6 5 9 5 21 0')
    expect(dashesOf('M10 7L42 7')).toBe('0 4 9 5 9 5 14 0')
  })

  it('are in the same places on a way that leads back', () => {
    expect(dashesOf('M42 7L0 7')).toBe('0 5 9 5 9 5 23 0')
    const [there, back] = [ends(dashesOf('M4 0L60 0')), ends(dashesOf('M60 0L4 0'))]
    const inside = (all: number[]) => all.filter((end) => end > 0 && end < 56)
    expect(inside(back).map((end) => 56 - end)).toEqual(inside(there).reverse())
  })

  it('are in the same places where two ways share a track, wherever each came from', () => {
    const [one, other] = ['M0 0L100 0', 'M33 47L100 47'].map((start) => {
      const y = Number(start.split(' ').at(-1))
      const path = `${start}Q112 ${y} 112 ${y + 12}L112 200`
      const length = Number(start.includes('M33') ? 67 : 100) + 1.6232 * 12 + 200 - y - 12
      return ends(dashesOf(path))
        .map((end) => Math.round((length - end) * 2) / 2)
        .filter((left) => left > 0 && left < 141)
    })
    expect(one).toEqual(other)
    expect(one!.length).toBeGreaterThan(18)
  })

  it('leave out corners, which are drawn through', () => {
    // The corner is 19.5 long, and stands between 26 and 45.5.
    const dashes = dashesOf('M242 100L268 100Q280 100 280 112L280 140')
    expect(ends(dashes)).toEqual([5, 10, 19, 24, 54.5, 59.5, 68.5, 73.5, 87.5, 87.5])
  })

  it('go on through a corner that is none', () => {
    expect(dashesOf('M0 7L14 7Q26 7 38 7L42 7')).toBe(dashesOf('M0 7L42 7'))
    expect(dashesOf('M7 0L7 14Q7 26 7 38L7 42')).toBe(dashesOf('M7 0L7 42'))
  })

  it('are plain where a way is a curve', () => {
    expect(dashesOf('M1 2C3 4 5 6 7 8')).toBe('9 5')
  })
})

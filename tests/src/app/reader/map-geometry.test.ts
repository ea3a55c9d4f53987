import { describe, expect, it } from 'vitest'
import { station, wayPath } from '../../../../src/app/(reader)/map-geometry.ts'

describe('a way on the map', () => {
  it.each([
    [
      'to the right',
      { x: 400, y: 0 },
      { x: station.width / 2, y: 0 },
      { x: 400 - station.width / 2, y: 0 },
    ],
    [
      'to the left',
      { x: -400, y: 50 },
      { x: -station.width / 2, y: 0 },
      { x: -400 + station.width / 2, y: 50 },
    ],
    [
      'down',
      { x: 20, y: 300 },
      { x: 0, y: station.height / 2 },
      { x: 20, y: 300 - station.height / 2 },
    ],
    [
      'up',
      { x: 0, y: -300 },
      { x: 0, y: -station.height / 2 },
      { x: 0, y: -300 + station.height / 2 },
    ],
  ])('%s leads from edge to edge', (_where, to, start, end) => {
    const [first, last] = endsOf(wayPath({ x: 0, y: 0 }, to))
    expect([first, last]).toEqual([start, end])
  })

  it('is a curve in whole units, also between stations in one place', () => {
    for (const to of [
      { x: 333.3, y: 1.7 },
      { x: 0, y: 0 },
      { x: -0.4, y: 181 },
    ])
      expect(wayPath({ x: 0, y: 0 }, to)).toMatch(/^M-?\d+ -?\d+C(-?\d+ -?\d+ ){2}-?\d+ -?\d+$/)
  })
})

function endsOf(path: string): [object, object] {
  const numbers = path.match(/-?\d+/g)!.map(Number)
  const [x1, y1] = numbers
  const [x2, y2] = numbers.slice(-2)
  return [
    { x: x1! + 0, y: y1! + 0 },
    { x: x2! + 0, y: y2! + 0 },
  ]
}

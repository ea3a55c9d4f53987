import { describe, expect, it } from 'vitest'
import { placesOfLabels } from '../../../../../../src/app/admin/map/compared/labels.ts'
import { wayPath } from '../../../../../../src/app/admin/map/room.ts'

const [from, to] = [
  { x: 0, y: 0 },
  { x: 1_000, y: 0 },
]
const path = wayPath(from, to)

describe('the label of a way', () => {
  it('stands in its middle', () => {
    expect(placesOfLabels([{ path, text: '+ new' }], [from, to])).toEqual([{ x: 500, y: 0 }])
  })

  it('stands beside a stop that lies in the middle', () => {
    const [place] = placesOfLabels([{ path, text: '+ new' }], [from, to, { x: 500, y: 10 }])
    expect(Math.abs(place!.x - 500)).toBeGreaterThan(90)
    expect(place!.y).toBe(0)
  })

  it('stands beside another label', () => {
    const [one, other] = placesOfLabels(
      [
        { path, text: '+ new' },
        { path, text: '× cut' },
      ],
      [from, to],
    )
    expect(Math.abs(one!.x - other!.x)).toBeGreaterThan(50)
  })

  it('stands in the middle where there is no room at all', () => {
    const near = { x: 190, y: 0 }
    expect(placesOfLabels([{ path: wayPath(from, near), text: '+ new' }], [from, near])).toEqual([
      { x: 95, y: 0 },
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { squeeze } from '../../../../../../src/app/admin/map/compared/squeeze.ts'

const place = fc.record({ x: fc.integer({ min: -1e5, max: 1e5 }), y: fc.integer() })

describe('places brought together', () => {
  it('leave out what is empty, and keep what is near', () => {
    const places = [
      { x: 0, y: 0 },
      { x: 200, y: 0 },
      { x: 9_000, y: 5_000 },
    ]
    expect(places.map(squeeze(places))).toEqual([
      { x: 0, y: 0 },
      { x: 200, y: 0 },
      { x: 460, y: 112 },
    ])
  })

  it('stay in their order, and come no nearer than they were unless they were far', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 12 }), (places) => {
        const toPlace = squeeze(places)
        for (const one of places)
          for (const other of places) {
            const before = other.x - one.x
            const after = toPlace(other).x - toPlace(one).x
            expect(Math.sign(after)).toBe(Math.sign(before))
            expect(Math.abs(after)).toBeGreaterThanOrEqual(Math.min(Math.abs(before), 260))
          }
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { afterEdit, redone, undone, untouched } from '../../../../../src/app/admin/map/undo.ts'
import { mapOf, stop } from '../../../../support/map-stops.ts'

const to = (x: number) => ({ kind: 'move', places: new Map([['a', { x, y: 0 }]]) }) as const
const place = ({ stops }: { stops: ReturnType<typeof mapOf> }) => stops.get('a')!.stored?.x ?? null

describe('undoing', () => {
  const start = untouched(mapOf(stop('a')))

  it('goes back and forth, step by step', () => {
    const twice = afterEdit(afterEdit(start, to(1)), to(2))
    expect([twice, undone(twice), undone(undone(twice))].map(place)).toEqual([2, 1, null])
    expect(place(redone(undone(twice)))).toBe(2)
    expect(undone(undone(twice)).stops).toBe(start.stops)
  })

  it('takes edits of one run back at once', () => {
    const typed = [1, 2, 3].reduce((now, x) => afterEdit(now, to(x), 'keys a'), start)
    expect(place(undone(typed))).toBeNull()
    const after = afterEdit(typed, to(4), 'keys b')
    expect(place(undone(after))).toBe(3)
  })

  it('begins a new run after going back', () => {
    const again = afterEdit(undone(afterEdit(start, to(1), 'keys a')), to(2), 'keys a')
    expect(again.past).toHaveLength(1)
  })

  it('forgets what was undone once something else is done', () => {
    const other = afterEdit(undone(afterEdit(start, to(1))), to(5))
    expect(place(redone(other))).toBe(5)
  })

  it('keeps no step for an edit that changes nothing', () => {
    const once = afterEdit(start, to(1))
    expect(afterEdit(once, to(1))).toBe(once)
    expect(undone(start)).toEqual(start)
    expect(redone(start)).toEqual(start)
  })
})

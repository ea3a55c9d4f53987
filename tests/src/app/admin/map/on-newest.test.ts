import { describe, expect, it } from 'vitest'
import { goneFrom, onNewest } from '../../../../../src/app/admin/map/on-newest.ts'
import { edited, type Edit } from '../../../../../src/app/admin/map/stops.ts'
import { mapOf, stop, way } from '../../../../support/map-stops.ts'

const a = stop('a', { order: 1, connections: [way('b', { condition: { en: 'If so' } })] })
const read = mapOf(a, stop('b'), stop('c', { phase: 'blue', order: 4 }))

function mine(...edits: Edit[]) {
  return edits.reduce(edited, read)
}

describe('what somebody changed, put on newer drafts,', () => {
  it('leaves what only the others changed', () => {
    const newest = mapOf(
      { ...a, stored: { x: 1, y: 1 }, versionId: 'newer' },
      stop('b', { order: 9 }),
      stop('c', { phase: 'blue', order: 4 }),
    )
    const screen = mine({ kind: 'connect', from: 'a', to: 'c' })
    const put = onNewest({ read, screen, newest })
    expect(put.get('a')).toMatchObject({
      stored: { x: 1, y: 1 },
      versionId: 'newer',
      connections: [{ to: 'b' }, { to: 'c', id: null, transfer: true }],
    })
    expect(put.get('b')).toBe(newest.get('b'))
  })

  it('keeps what both changed as the person on the screen has it', () => {
    const newest = mapOf({ ...a, stored: { x: 1, y: 1 } }, stop('b'), stop('c'))
    const screen = mine(
      { kind: 'move', places: new Map([['a', { x: 7, y: 7 }]]) },
      { kind: 'condition', from: 'a', to: 'b', locale: 'es', text: 'Si es así' },
    )
    expect(onNewest({ read, screen, newest }).get('a')).toMatchObject({
      stored: { x: 7, y: 7 },
      connections: [{ to: 'b', condition: { en: 'If so', es: 'Si es así' } }],
    })
  })

  it('brings back a connection that was cut and whose condition they changed', () => {
    const newest = mapOf({ ...a, connections: [] }, stop('b'), stop('c'))
    const screen = mine({ kind: 'condition', from: 'a', to: 'b', locale: 'en', text: 'If late' })
    expect(onNewest({ read, screen, newest }).get('a')!.connections).toEqual([
      { id: null, to: 'b', condition: { en: 'If late' }, transfer: false },
    ])
  })

  it('puts a stop on its line with the place that was chosen', () => {
    const screen = mine(
      { kind: 'line', ids: ['a'], phase: 'blue' },
      { kind: 'order', id: 'a', order: 2 },
      { kind: 'cut', from: 'a', to: 'b' },
      { kind: 'mark', id: 'a', mark: 'isStart', on: true },
    )
    expect(onNewest({ read, screen, newest: read }).get('a')).toEqual(screen.get('a'))
  })

  it('is only what was asked for', () => {
    const screen = mine(
      { kind: 'giveBack', ids: ['a'] },
      { kind: 'order', id: 'a', order: 8 },
      { kind: 'order', id: 'c', order: 8 },
    )
    const put = onNewest({ read, screen, newest: read, only: new Set(['c']) })
    expect([put.get('a')!.order, put.get('c')!.order]).toEqual([1, 8])
  })

  it('is told where the station is gone', () => {
    const screen = mine({ kind: 'order', id: 'c', order: 8 })
    const newest = mapOf(a, stop('b'))
    expect(goneFrom({ read, screen, newest })).toEqual(['c'])
    expect(onNewest({ read, screen, newest }).has('c')).toBe(false)
  })
})

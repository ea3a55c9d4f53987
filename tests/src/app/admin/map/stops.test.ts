import { describe, expect, it } from 'vitest'
import { edited, mostConnections, type Edit } from '../../../../../src/app/admin/map/stops.ts'
import { mapOf, stop, way } from '../../../../support/map-stops.ts'

const map = mapOf(
  stop('a', { order: 1, connections: [way('b', { condition: { en: 'If so' } })] }),
  stop('b', { order: 2, stored: { x: 1, y: 2 } }),
  stop('c', { phase: 'blue', order: 5 }),
)

describe('an edit of the map', () => {
  it.each<[string, Edit, string, object]>([
    [
      'stores where a stop was moved to, in whole units',
      { kind: 'move', places: new Map([['a', { x: 10.4, y: -3.6 }]]) },
      'a',
      { stored: { x: 10, y: -4 } },
    ],
    ['gives a stop back to the layout', { kind: 'giveBack', ids: ['b'] }, 'b', { stored: null }],
    [
      'connects two stops of a line',
      { kind: 'connect', from: 'b', to: 'a' },
      'b',
      { connections: [{ id: null, to: 'a', condition: {}, transfer: false }] },
    ],
    [
      'connects stops of two lines with a change of lines',
      { kind: 'connect', from: 'b', to: 'c' },
      'b',
      { connections: [{ id: null, to: 'c', condition: {}, transfer: true }] },
    ],
    ['cuts a connection', { kind: 'cut', from: 'a', to: 'b' }, 'a', { connections: [] }],
    [
      'words a condition in one language',
      { kind: 'condition', from: 'a', to: 'b', locale: 'es', text: 'Si es así' },
      'a',
      { connections: [way('b', { condition: { en: 'If so', es: 'Si es así' } })] },
    ],
    [
      'makes a connection change lines',
      { kind: 'transfer', from: 'a', to: 'b', transfer: true },
      'a',
      { connections: [way('b', { condition: { en: 'If so' }, transfer: true })] },
    ],
    [
      'puts a stop at the end of another line',
      { kind: 'line', ids: ['a'], phase: 'blue' },
      'a',
      { phase: 'blue', order: 6 },
    ],
    ['gives a stop a place on its line', { kind: 'order', id: 'a', order: 7 }, 'a', { order: 7 }],
    [
      'marks where the way begins',
      { kind: 'mark', id: 'a', mark: 'isStart', on: true },
      'a',
      { isStart: true },
    ],
  ])('%s', (_title, edit, id, changed) => {
    const after = edited(map, edit)
    expect(after.get(id)).toEqual({ ...map.get(id), ...changed })
    for (const [other, before] of map) if (other !== id) expect(after.get(other)).toBe(before)
  })

  it('puts several stops on a line one after the other', () => {
    const after = edited(map, { kind: 'line', ids: ['b', 'c', 'a'], phase: 'blue' })
    expect([...after.values()].map(({ order }) => order)).toEqual([7, 6, 5])
  })

  it.each<[string, Edit]>([
    ['goes where a stop is already', { kind: 'move', places: new Map([['b', { x: 1, y: 2 }]]) }],
    ['connects a stop with itself', { kind: 'connect', from: 'a', to: 'a' }],
    ['connects twice', { kind: 'connect', from: 'a', to: 'b' }],
    ['connects to what is not there', { kind: 'connect', from: 'a', to: 'z' }],
    ['cuts what is not connected', { kind: 'cut', from: 'b', to: 'a' }],
    ['empties an empty condition', { kind: 'mark', id: 'a', mark: 'isEnd', on: false }],
    ['puts a stop on its own line', { kind: 'line', ids: ['a'], phase: 'red' }],
    ['is about a stop that is not there', { kind: 'giveBack', ids: ['z'] }],
  ])('leaves the very same map when it %s', (_title, edit) => {
    expect(edited(map, edit)).toBe(map)
  })

  it('connects no more than a station can have', () => {
    const targets = Array.from({ length: mostConnections + 1 }, (_, index) => stop(`t${index}`))
    const full = mapOf(
      stop('a', { connections: targets.slice(0, mostConnections).map(({ id }) => way(id)) }),
      ...targets,
    )
    expect(edited(full, { kind: 'connect', from: 'a', to: `t${mostConnections}` })).toBe(full)
  })
})

import { describe, expect, it } from 'vitest'
import { toldMap } from '../../../../../../src/app/admin/map/compared/told-map.ts'
import type { ComparedStation, MapSide } from '../../../../../../src/map-editor/compared-map.ts'
import { stop } from '../../../../../support/map-stops.ts'

function station(id: string, about: Partial<ComparedStation> = {}): ComparedStation {
  return { ...stop(id), place: { x: 0, y: 0, isStored: false }, isCompared: false, ...about }
}

function way(from: string, to: string, en = '') {
  return { from, to, condition: { en }, transfer: false }
}

const before: MapSide = {
  stations: [station('a', { isCompared: true }), station('b'), station('c', { isCompared: true })],
  connections: [way('a', 'b'), way('c', 'b', 'If so'), way('b', 'a')],
}
const after: MapSide = {
  stations: [
    station('a', { isCompared: true, stored: { x: 5, y: 5 } }),
    station('b'),
    station('c', { isCompared: true }),
    station('d', { isCompared: true, phase: 'blue' }),
  ],
  connections: [way('a', 'c'), way('c', 'b', 'If not'), way('b', 'a'), way('d', 'a')],
}

describe('a map before and after', () => {
  const map = toldMap({ before, after })

  it('has what is cut before, what is new after, and what changes on both sides', () => {
    const marks = (side: 'before' | 'after') =>
      map[side].connections.map(({ from, mark, to }) => `${from} ${to} ${mark}`)
    expect(marks('before')).toEqual(['a b cut', 'c b changed', 'b a same'])
    expect(marks('after')).toEqual(['a c connected', 'c b changed', 'b a same', 'd a connected'])
  })

  it('marks stations that change themselves, and not those that only lead elsewhere', () => {
    const changed = map.after.stations.filter(({ isChanged }) => isChanged)
    expect(changed.map(({ station: { id } }) => id)).toEqual(['a', 'd'])
  })

  it('tells of each station that is compared and differs', () => {
    expect(
      map.told.map(({ as, changes, id }) => [id, as, changes.map(({ kind }) => kind)]),
    ).toEqual([
      ['a', 'changed', ['placed', 'cut', 'connected']],
      ['c', 'changed', ['condition']],
      ['d', 'new', ['line', 'connected']],
    ])
  })

  it('tells of a station that is gone', () => {
    const { told } = toldMap({ before: after, after: before })
    expect(told.find(({ id }) => id === 'd')).toEqual({ id: 'd', as: 'gone', changes: [] })
  })

  it('is told of nothing where nothing differs', () => {
    expect(toldMap({ before, after: before }).told).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { findingsOn, overlaps } from '../../../../../src/app/admin/map/findings.ts'
import { lines, mapOf, stop, way } from '../../../../support/map-stops.ts'

describe('what a map lacks', () => {
  const stops = mapOf(
    stop('a', { isStart: true, stored: { x: 0, y: 0 }, connections: [way('b')] }),
    stop('b', { stored: { x: 100, y: 30 } }),
    stop('c', { stored: { x: 900, y: 0 }, isEnd: true, live: false }),
  )
  const findings = findingsOn({
    language: 'en',
    phases: lines,
    placeOf: (id) => stops.get(id)!.stored!,
    sayOverlap: (one, other) => `${one} lies on ${other}`,
    stops,
  })

  it('is told of the map on the screen, each at its stop', () => {
    expect(findings.map(({ kind, stop: at }) => [kind, at])).toEqual([
      ['overlapping', 'a'],
      ['overlapping', 'b'],
      ['unreachable', 'c'],
      ['deadEnds', 'b'],
    ])
    expect(findings[0]!.sentence).toBe('a lies on b')
  })

  it('is nothing of a map that is whole', () => {
    const whole = mapOf(
      stop('a', { isStart: true, connections: [way('b')] }),
      stop('b', { isEnd: true }),
    )
    expect(
      findingsOn({
        language: 'es',
        phases: lines,
        placeOf: (id) => ({ x: id === 'a' ? 0 : 500, y: 0 }),
        sayOverlap: () => '',
        stops: whole,
      }),
    ).toEqual([])
  })
})

describe('stops lie on each other', () => {
  it.each([
    ['side by side', { x: 180, y: 0 }, 0],
    ['above each other', { x: 0, y: 72 }, 0],
    ['with a corner', { x: 179, y: 71 }, 1],
    ['in one place', { x: 0, y: 0 }, 1],
  ])('%s', (_title, place, count) => {
    const pairs = overlaps([
      { id: 'a', place: { x: 0, y: 0 } },
      { id: 'b', place },
    ])
    expect(pairs).toHaveLength(count)
  })
})

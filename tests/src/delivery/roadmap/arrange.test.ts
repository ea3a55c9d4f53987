import { describe, expect, it } from 'vitest'
import { arrange, room } from '../../../../src/delivery/roadmap/arrange.ts'

/** Stations on so many lines in turn, each leading to the next one. */
function roadmapOf(stations: number, lines: number) {
  return {
    lines: Array.from({ length: stations }, (_, index) => index % lines),
    ways: Array.from({ length: stations - 1 }, (_, index) => ({ from: index, to: index + 1 })),
  }
}

describe.each([
  ['are laid out', 90],
  ['are lined up, being too many to lay out', 401],
  ['are lined up, being a hundred times as many', 9000],
])('stations %s: %d', (_, stations) => {
  const roadmap = roadmapOf(stations, 7)

  it('each at a place of its own, with room around it', async () => {
    const places = await arrange(roadmap)
    expect(places).toHaveLength(stations)
    const byColumn = new Map<number, number[]>()
    for (const { x, y } of places) byColumn.set(x, [...(byColumn.get(x) ?? []), y])
    for (const column of byColumn.values()) {
      const sorted = column.sort((one, other) => one - other)
      for (const [at, y] of sorted.entries())
        if (at > 0) expect(y - sorted[at - 1]!).toBeGreaterThanOrEqual(room.height)
    }
  })

  it('each line to the right of the one before', async () => {
    const places = await arrange(roadmap)
    const ofLine = (line: number) => places.filter((_place, at) => roadmap.lines[at] === line)
    for (let line = 1; line < 7; line += 1) {
      const before = Math.max(...ofLine(line - 1).map(({ x }) => x))
      expect(Math.min(...ofLine(line).map(({ x }) => x))).toBeGreaterThan(before)
    }
  })

  it('always at the same places', async () => {
    expect(await arrange(roadmap)).toEqual(await arrange(roadmap))
  })
})

it('no stations have no places', async () => {
  expect(await arrange({ lines: [], ways: [] })).toEqual([])
})

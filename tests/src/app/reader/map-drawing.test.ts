import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planOf, type MapPlan } from '../../../../src/app/(reader)/map-plan.ts'
import { station as plate, type Point } from '../../../../src/app/(reader)/map-geometry.ts'
import { routesOf, type Way } from '../../../../src/app/(reader)/map-routes.ts'
import { fitted, leading } from '../../../../src/app/(reader)/map-text.ts'
import { titleRoom } from '../../../../src/app/(reader)/parts/map-stop.tsx'
import type { WholeMapFragment } from '../../../../src/app/(reader)/questions/generated.ts'
import { directions, nextStop } from '../../../../src/app/(reader)/scripts/map-moves.ts'
import { startApp, type TestApp } from '../../../support/app.ts'

/** The points of a path of straight lines with round corners. */
function pointsOf(path: string): Point[] {
  return [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }))
}

/** Whether a path of level and upright lines runs over a plate. */
function runsOver(path: string, { x, y }: Point): boolean {
  const points = pointsOf(path)
  const inside = { width: plate.width / 2 - 2, height: plate.height / 2 - 2 }
  return points.slice(1).some((to, index) => {
    const from = points[index]!
    return (
      Math.max(from.x, to.x) > x - inside.width &&
      Math.min(from.x, to.x) < x + inside.width &&
      Math.max(from.y, to.y) > y - inside.height &&
      Math.min(from.y, to.y) < y + inside.height
    )
  })
}

/** Where a path runs up or down. */
function uprightsOf(path: string): number[] {
  const points = pointsOf(path)
  return points
    .slice(1)
    .filter((to, index) => to.x === points[index]!.x && to.y !== points[index]!.y)
    .map(({ x }) => x)
}

const placeOf = ({ position }: WholeMapFragment['stations'][number]) => position

describe('the ways of a map', () => {
  const way = (from: string, to: string): Way => ({ id: `${from}-${to}`, from, to, kind: 'line' })
  const draw = (stops: Record<string, Point>, ways: Way[]) =>
    routesOf(new Map(Object.entries(stops)), ways, { height: 1000 })

  it('are straight between stations of the same height', () => {
    const routes = draw({ a: { x: 150, y: 300 }, b: { x: 378, y: 300 } }, [way('a', 'b')])
    const ys = new Set(pointsOf(routes.get('a-b')!.path).map(({ y }) => y))
    expect([...ys]).toEqual([300])
  })

  it('begin at the edge of one plate and end before the other', () => {
    const { path, tip } = draw({ a: { x: 150, y: 300 }, b: { x: 378, y: 500 } }, [
      way('a', 'b'),
    ]).get('a-b')!
    expect(pointsOf(path)[0]).toEqual({ x: 150 + plate.width / 2, y: 300 })
    expect(tip.y).toBe(500)
    expect(tip.x).toBeLessThan(378 - plate.width / 2)
    expect(tip.x).toBeGreaterThan(378 - plate.width / 2 - 10)
  })

  it('run around a station that stands between', () => {
    const stops = { a: { x: 150, y: 300 }, b: { x: 378, y: 300 }, c: { x: 606, y: 300 } }
    expect(runsOver(draw(stops, [way('a', 'c')]).get('a-c')!.path, stops.b)).toBe(false)
  })

  it('lead back around both their stations', () => {
    const stops = { a: { x: 150, y: 300 }, b: { x: 378, y: 300 } }
    const { path } = draw(stops, [way('b', 'a')]).get('b-a')!
    expect(runsOver(path, stops.a) || runsOver(path, stops.b)).toBe(false)
  })

  it('share a track where they begin at one station', () => {
    const routes = draw({ a: { x: 150, y: 300 }, b: { x: 378, y: 100 }, c: { x: 378, y: 500 } }, [
      way('a', 'b'),
      way('a', 'c'),
    ])
    expect(uprightsOf(routes.get('a-b')!.path)).toEqual(uprightsOf(routes.get('a-c')!.path))
  })

  it('run beside each other where they have nothing in common', () => {
    const routes = draw(
      {
        a: { x: 150, y: 100 },
        b: { x: 150, y: 300 },
        c: { x: 378, y: 400 },
        d: { x: 378, y: 600 },
      },
      [way('a', 'c'), way('b', 'd')],
    )
    expect(uprightsOf(routes.get('a-c')!.path)).not.toEqual(uprightsOf(routes.get('b-d')!.path))
  })

  it('are curves where editors have put stations between columns', () => {
    const routes = draw({ a: { x: 150, y: 300 }, b: { x: 260, y: 500 }, c: { x: 378, y: 300 } }, [
      way('a', 'c'),
    ])
    expect(routes.get('a-c')!.path).toContain('C')
  })

  it('are left out where one of their stations is not on the map, or both are the same', () => {
    expect(draw({ a: { x: 150, y: 300 } }, [way('a', 'z'), way('a', 'a')]).size).toBe(0)
  })
})

let app: TestApp

beforeAll(async () => {
  app = await startApp({ content: 'roadmap' })
})
afterAll(() => app.close())

describe.each(['en', 'es'])('the drawing of the taxpayer roadmap (%s)', (locale) => {
  let roadmap: WholeMapFragment
  let plan: MapPlan

  beforeAll(async () => {
    roadmap = (await app.anonymous().get(`/api/roadmap?locale=${locale}`)).body as WholeMapFragment
    plan = planOf(roadmap)
  })

  it('has every station and every connection', () => {
    expect(plan.inOrder.flatMap(({ stations }) => stations)).toHaveLength(90)
    expect(plan.ways).toHaveLength(roadmap.connections.length)
  })

  it('draws no way over a station', () => {
    const crossings = plan.ways.flatMap(({ from, route, to }) =>
      [...plan.places]
        .filter(([, place]) => runsOver(route.path, place))
        .map(([id]) => `${from.title} → ${to.title} over ${id}`),
    )
    expect(crossings).toEqual([])
  })

  it('stays within its size', () => {
    for (const { route } of plan.ways)
      for (const { x, y } of pointsOf(route.path)) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(plan.size.width)
        expect(y).toBeLessThanOrEqual(plan.size.height)
      }
  })

  it('has every stop within reach of the arrow keys', () => {
    const all = roadmap.stations
    const byId = new Map(all.map((one) => [one.id, one]))
    const joinedTo = ({ id }: { id: string }) =>
      roadmap.connections.flatMap(({ from, to }) =>
        from === id ? byId.get(to)! : to === id ? byId.get(from)! : [],
      )
    const reached = new Set([all.find(({ isStart }) => isStart)!])
    for (const here of reached)
      for (const direction of Object.values(directions)) {
        const next = nextStop(here, direction, { joined: joinedTo(here), all }, placeOf)
        if (next) reached.add(next)
      }
    expect(reached.size).toBe(90)
  })

  it('cuts no title', () => {
    const cut = roadmap.stations.filter(
      ({ title }) => fitted(title, titleRoom).lines.join(' ') !== title,
    )
    expect(cut.map(({ title }) => title)).toEqual([])
  })

  it('names every line above the first of its stations, and on none of them', () => {
    for (const { label, phase } of plan.bands) {
      const line = roadmap.stations.filter((one) => one.phase === phase.id)
      const first = Math.min(...line.map(({ position }) => position.x))
      expect(label.x).toBe(first)
      const bottom = label.y + (label.lines.length - 1) * label.size * leading
      for (const { x, y } of plan.places.values()) {
        const isBeside = Math.abs(x - label.x) < plate.width
        const isAbove = bottom < y - plate.height / 2
        const isBelow = label.y - label.size > y + plate.height / 2
        expect(!isBeside || isAbove || isBelow).toBe(true)
      }
    }
  })
})

import { columnsOf, type Column, type Columns } from './map-columns.ts'
import { station, wayPath, type Point } from './map-geometry.ts'
import { placeInGaps, type Upright } from './map-tracks.ts'

/** A way to draw. Ways of different kinds never run on top of each other. */
export interface Way {
  id: string
  from: string
  to: string
  kind: 'line' | 'transfer'
}

/** A place on the map where nothing may run through. */
export interface Obstacle extends Point {
  height: number
}

/** How a way is drawn: its path, and where its arrow ends. */
export interface Route {
  path: string
  tip: Point
  /** Whether it arrives from the side; other arrows are turned. */
  isLevel: boolean
}

/** Least distance of a way from the plates it passes: their signs stand out a little. */
const clearance = { above: 20, below: 18 }

/** Least distance between two ways that run beside each other. */
const apart = 8

/** Between the tip of an arrow and the plate. */
const beforePlate = 4

/** How round corners are. */
const radius = 12

/** Up to this difference of height, a way between neighbours is straight. */
const straight = 16

interface Run {
  y: number
  first: number
  last: number
  way: Way
}

/** A way while it is being routed: out on the right, upright, level, upright, in on the left. */
interface Plan {
  way: Way
  start: Point
  end: Point
  /** Height at which it runs past the columns in between; undefined between neighbours. */
  y?: number
  leaving: Upright
  arriving: Upright
}

/**
 * Routes the ways of a map as lines of public transport run: level and upright, with round corners, around the
 * stations and not across them. Ways with one beginning or one end share a track; others run beside each other.
 *
 * Stations stand in columns, as the layout places them. Ways of a station that an editor has put between columns
 * are curves as in {@link wayPath}.
 */
export function routesOf(
  stops: ReadonlyMap<string, Point>,
  ways: readonly Way[],
  { obstacles = [], height }: { obstacles?: readonly Obstacle[]; height: number },
): Map<string, Route> {
  const columns = columnsOf([...stops.values()])
  const routes = new Map<string, Route>()
  const plans: Plan[] = []
  const runs: Run[] = []
  for (const way of shortestFirst(ways, stops)) {
    const [start, end] = [stops.get(way.from)!, stops.get(way.to)!]
    const plan = planOf({ way, start, end, columns, obstacles, height, ways, runs })
    if (plan) plans.push(plan)
    else routes.set(way.id, curve(start, end))
  }
  const tracks = placeInGaps(
    columns,
    plans.flatMap(({ leaving, arriving }) =>
      leaving === arriving ? [leaving] : [leaving, arriving],
    ),
  )
  for (const plan of plans) routes.set(plan.way.id, routeOf(plan, tracks))
  return routes
}

function shortestFirst(ways: readonly Way[], stops: ReadonlyMap<string, Point>): Way[] {
  const length = ({ from, to }: Way) => {
    const [start, end] = [stops.get(from)!, stops.get(to)!]
    return Math.abs(end.x - start.x) + Math.abs(end.y - start.y)
  }
  return ways
    .filter(({ from, to }) => from !== to && stops.has(from) && stops.has(to))
    .sort((one, other) => length(one) - length(other))
}

interface Task {
  way: Way
  start: Point
  end: Point
  columns: Columns
  obstacles: readonly Obstacle[]
  height: number
  ways: readonly Way[]
  /** Those that lie already; the new one is added. */
  runs: Run[]
}

function planOf(task: Task): Plan | null {
  const { way, start, end, columns, runs } = task
  const [from, to] = [columns.of(start), columns.of(end)]
  if (!from?.isAligned || !to?.isAligned) return null
  const [leave, arrive] = [from.index + 1, to.index]
  if (leave === arrive) {
    const { out, into } = levels(task)
    const upright = { gap: leave, from: out, to: into, way }
    return {
      way,
      start: { x: start.x, y: out },
      end: { x: end.x, y: into },
      leaving: upright,
      arriving: upright,
    }
  }
  const [first, last] = [Math.min(leave, arrive), Math.max(leave, arrive) - 1]
  const y = freeHeight(task, columns.all.slice(first, last + 1), { first, last })
  if (y === undefined) return null
  runs.push({ y, first, last, way })
  return {
    way,
    start,
    end,
    y,
    leaving: { gap: leave, from: start.y, to: y, way, side: 'leaving' },
    arriving: { gap: arrive, from: y, to: end.y, way, side: 'arriving' },
  }
}

/**
 * The heights at which a way between neighbours leaves and arrives. Where they are nearly the same, it is straight,
 * and meets one of the plates beside its middle: one where no other way begins or ends.
 */
function levels({ way, start, end, ways }: Task): { out: number; into: number } {
  const isNearlyStraight = Math.abs(end.y - start.y) <= straight
  const isOnlyOut = ways.filter(({ from }) => from === way.from).length === 1
  const isOnlyIn = ways.filter(({ to }) => to === way.to).length === 1
  if (isNearlyStraight && isOnlyOut) return { out: end.y, into: end.y }
  if (isNearlyStraight && isOnlyIn) return { out: start.y, into: start.y }
  return { out: start.y, into: end.y }
}

/** The height at which a way passes all the columns with the least climbing; undefined where there is none. */
function freeHeight(
  { way, start, end, obstacles, height, runs }: Task,
  passed: readonly Column[],
  { first, last }: { first: number; last: number },
): number | undefined {
  const plates = passed.flatMap(({ stops, left, right }) => [
    ...stops.map(({ y }) => ({
      top: y - station.height / 2 - clearance.above,
      bottom: y + station.height / 2 + clearance.below,
    })),
    ...obstacles
      .filter(({ x }) => x > left && x < right)
      .map((one) => around(one.y, one.height / 2 + apart)),
  ])
  const others = runs
    .filter((run) => run.first <= last && first <= run.last && !mayShare(run.way, way))
    .map((run) => around(run.y, apart))
  const taken = [...plates, ...others]
  const climb = (y: number) => Math.abs(y - start.y) + Math.abs(y - end.y)
  return [start.y, end.y, ...taken.flatMap(({ top, bottom }) => [top, bottom])]
    .filter((y) => y >= apart && y <= height - apart)
    .filter((y) => !taken.some(({ top, bottom }) => y > top && y < bottom))
    .sort((one, other) => climb(one) - climb(other))[0]
}

function around(y: number, room: number): { top: number; bottom: number } {
  return { top: y - room, bottom: y + room }
}

function mayShare(one: Way, other: Way): boolean {
  return one.kind === other.kind && (one.from === other.from || one.to === other.to)
}

function routeOf(plan: Plan, tracks: ReadonlyMap<Upright, number>): Route {
  const { start, end, y, leaving, arriving } = plan
  const tip = { x: end.x - station.width / 2 - beforePlate, y: end.y }
  const out = tracks.get(leaving)!
  const into = tracks.get(arriving)!
  const corners =
    y === undefined
      ? [
          { x: out, y: start.y },
          { x: out, y: end.y },
        ]
      : [
          { x: out, y: start.y },
          { x: out, y },
          { x: into, y },
          { x: into, y: end.y },
        ]
  const points = [
    { x: start.x + station.width / 2, y: start.y },
    ...corners,
    { x: tip.x - 8, y: end.y },
  ]
  return { path: rounded(points), tip, isLevel: true }
}

function curve(start: Point, end: Point): Route {
  const isLevel = Math.abs(end.x - start.x) >= station.width
  const tip = isLevel
    ? { x: end.x - (Math.sign(end.x - start.x) * station.width) / 2, y: end.y }
    : { x: end.x, y: end.y - ((Math.sign(end.y - start.y) || 1) * station.height) / 2 }
  return { path: wayPath(start, end), tip, isLevel: isLevel && end.x > start.x }
}

/** A path through points, with round corners. */
function rounded(points: readonly Point[]): string {
  const turns = points.filter(
    ({ x, y }, index) => index === 0 || x !== points[index - 1]!.x || y !== points[index - 1]!.y,
  )
  return turns
    .map((corner, index) => {
      const [before, after] = [turns[index - 1], turns[index + 1]]
      if (!before) return `M${at(corner)}`
      if (!after) return `L${at(corner)}`
      const room = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
      return `L${at(toward(corner, before, room))}Q${at(corner)} ${at(toward(corner, after, room))}`
    })
    .join('')
}

function distance(one: Point, other: Point): number {
  return Math.hypot(other.x - one.x, other.y - one.y)
}

function toward(from: Point, to: Point, length: number): Point {
  const share = length / (distance(from, to) || 1)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
}

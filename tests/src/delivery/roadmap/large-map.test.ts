import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { roadmapAnswer, roadmapJson } from '../../../../src/delivery/roadmap/answer.ts'
import { outlineOf } from '../../../../src/delivery/roadmap/outline.ts'
import { room } from '../../../../src/delivery/roadmap/arrange.ts'
import {
  inReadingOrder,
  type Position,
  type RoadmapGraph,
} from '../../../../src/delivery/roadmap/graph.ts'
import { publishedRoadmap, type Roadmap } from '../../../../src/delivery/roadmap/kept.ts'
import { layOut } from '../../../../src/delivery/roadmap/layout.ts'
import { readPublicHead } from '../../../../src/ledger/public-head.ts'
import { startApp, type TestApp } from '../../../support/app.ts'
import { bring, buildTeam, edit, writePhase, type Team } from '../../../support/workflow.ts'

describe('a map of thousands of stations', () => {
  const graph = mapOf(9_000)

  it('lets others go on while it is laid out', async () => {
    expect(await turnsDuring(() => layOut(graph))).toBeGreaterThan(1)
  })

  it.each(['en', 'es'] as const)(
    'lets others go on while it is put into words, which are the same (%s)',
    async (locale) => {
      const roadmap = await roadmapOf(graph)
      let json = ''
      const turns = await turnsDuring(async () => {
        json = (await roadmapJson(roadmap, { locale })).toString()
      })
      expect(turns).toBeGreaterThan(5)
      const answer = await roadmapAnswer(await roadmapOf(graph), { locale })
      const outline = outlineOf(graph, locale)
      expect(await answer.outline()).toBe(outline)
      expect(json === JSON.stringify({ ...answer, outline })).toBe(true)
    },
  )

  it('puts stations where looking at every other one would put them', async () => {
    // Half of them are where an editor put them: here and there in the way of others.
    const crowded = mapOf(1_000)
    const stations = crowded.stations.map((station, number) =>
      number % 2 === 0
        ? { ...station, stored: { x: (number * 37) % 2_000, y: (number * 91) % 3_000 } }
        : station,
    )
    const { places, size } = await layOut({ ...crowded, stations })
    const empty = await layOut(crowded)
    const taken: Position[] = stations.flatMap(({ stored }) => stored ?? [])
    for (const { id, stored } of inReadingOrder({ ...crowded, stations }).stations) {
      const { x, y } = places.get(id)!
      if (stored) continue
      const free = straightBelow(empty.places.get(id)!, taken)
      expect({ x, y }).toEqual(free)
      taken.push(free)
    }
    expect(size.width).toBeGreaterThan(Math.max(...taken.map(({ x }) => x)))
    expect(size.height).toBeGreaterThan(Math.max(...taken.map(({ y }) => y)))
  })
})

describe('the kept map', () => {
  let testApp: TestApp
  let team: Team

  beforeAll(async () => {
    testApp = await startApp({ content: 'roadmap' })
    team = await buildTeam(testApp)
  })
  afterAll(() => testApp.close())

  it('reads again what was published, and nothing else', async () => {
    const { payload } = testApp
    const before = await publishedRoadmap(payload)
    const station = { collection: 'stations', id: before.graph.stations[7]!.id } as const
    await edit(testApp, station, { as: team.author, data: { title: 'By another name' } })
    await bring(testApp, station, { to: 'published', team })
    const asked = vi.spyOn(payload.db, 'find')

    const after = await publishedRoadmap(payload)

    const rows = asked.mock.calls.map(([question]) => question)
    asked.mockRestore()
    expect(rows.filter(({ collection }) => collection === 'phases')).toEqual([])
    expect(
      rows.filter(({ collection }) => collection === 'stations').map(({ where }) => where),
    ).toEqual([{ _status: { equals: 'published' }, id: { in: [station.id] } }])
    const known = new Set(before.graph.stations)
    expect(
      after.graph.stations.filter((one) => !known.has(one)).map(({ title }) => title.en),
    ).toEqual(['By another name'])
  })
})

describe('the map that is read for the first time', () => {
  let testApp: TestApp

  beforeAll(async () => {
    testApp = await startApp()
  })
  afterAll(() => testApp.close())

  it('has what became public while it was read', async () => {
    const { payload } = testApp
    const team = await buildTeam(testApp)
    const line = await bring(testApp, await writePhase(testApp, { as: team.author }), {
      to: 'published',
      team,
    })
    const find = payload.db.find.bind(payload.db)
    let isPublished = false
    // Lines are read before stations.
    const asked = vi.spyOn(payload.db, 'find').mockImplementation(async (question) => {
      if (question.collection === 'stations' && !isPublished) {
        isPublished = true
        await edit(testApp, line, { as: team.author, data: { name: 'Named meanwhile' } })
        await bring(testApp, line, { to: 'published', team })
      }
      return (await find(question)) as never
    })

    const { asOf, graph } = await publishedRoadmap(payload)

    asked.mockRestore()
    expect(graph.phases.map(({ name }) => name.en)).toEqual(['Named meanwhile'])
    expect(asOf).toEqual(await readPublicHead(payload))
  })
})

/** How often others could go on while something was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0
  let isDone = false
  const go = () => {
    turns += 1
    if (!isDone) setImmediate(go)
  }
  setImmediate(go)
  await work()
  isDone = true
  return turns
}

/** A map with so many stations on seven lines, each of which leads to the next and to one far away. */
function mapOf(count: number): RoadmapGraph {
  const ids = Array.from({ length: count }, (_, number) => `s${String(number).padStart(5, '0')}`)
  return {
    phases: Array.from({ length: 7 }, (_, number) => ({
      id: `p${number}`,
      slug: `p${number}`,
      name: { en: `Line ${number}`, es: `Línea ${number}` },
      summary: {},
      order: number,
      colour: null,
      marker: null,
    })),
    stations: ids.map((id, number) => ({
      id,
      slug: id,
      title: { en: `Station “${number}”\n`, ...(number % 2 ? { es: `Estación ${number}` } : {}) },
      summary: { en: 'What happens here.' },
      kind: number % 9 === 0 ? 'hub' : 'stop',
      phase: number % 50 === 0 ? null : `p${number % 7}`,
      order: number,
      isStart: number === 0,
      isEnd: number === count - 1,
      stored: null,
    })),
    connections: ids.flatMap((from, number) => [
      { from, to: ids[(number + 1) % count]!, condition: {}, transfer: false },
      {
        from,
        to: ids[(number * 7 + 3) % count]!,
        condition: { en: 'You agree — “all” of it' },
        transfer: number % 5 === 0,
      },
    ]),
  }
}

async function roadmapOf(graph: RoadmapGraph): Promise<Roadmap> {
  const ordered = inReadingOrder(graph)
  return { graph: ordered, layout: await layOut(ordered), asOf: { sequence: 1, at: null } }
}

/** Where a station comes to lie that is moved down until it lies on no other. */
function straightBelow({ x, y }: Position, taken: readonly Position[]): Position {
  const inColumn = taken.filter((other) => Math.abs(other.x - x) < room.width)
  let free = y
  for (const other of inColumn.map((one) => one.y).sort((one, another) => one - another))
    if (Math.abs(other - free) < room.height) free = other + room.height + room.between
  return { x, y: free }
}

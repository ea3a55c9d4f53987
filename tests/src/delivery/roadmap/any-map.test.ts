import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { room } from '../../../../src/delivery/roadmap/arrange.ts'
import { checkRoadmap } from '../../../../src/delivery/roadmap/check.ts'
import type {
  MapConnection,
  MapPhase,
  MapStation,
  RoadmapGraph,
} from '../../../../src/delivery/roadmap/graph.ts'
import { layOut } from '../../../../src/delivery/roadmap/layout.ts'
import { outlineOf } from '../../../../src/delivery/roadmap/outline.ts'

describe('the outline', () => {
  it('says every station and every connection of the map, and nothing else', () => {
    fc.assert(
      fc.property(anyMap(), fc.constantFrom('en', 'es'), (map, locale) => {
        const told = readOutline(outlineOf(map, locale))
        const titles = new Map(map.stations.map(({ id, title }) => [id, tidy(title[locale]!)]))
        const names = new Map(map.phases.map(({ id, name }) => [id, tidy(name[locale]!)]))
        expect(told.stations.map(({ title, phase }) => `${title} @ ${phase}`).sort()).toEqual(
          map.stations.map(({ id, phase }) => `${titles.get(id)} @ ${names.get(phase!)}`).sort(),
        )
        expect(told.ways.sort()).toEqual(
          map.connections
            .map(({ from, to, condition }) =>
              [titles.get(from), tidy(condition[locale] ?? ''), titles.get(to)].join(' | '),
            )
            .sort(),
        )
      }),
    )
  })

  it('keeps a title on one line, and two stations of one title apart', () => {
    const outline = outlineOf(
      {
        phases: [phase('p')],
        stations: [
          station('a', { title: { en: 'Alternatives\nStation' }, order: 1 }),
          station('b', { title: { en: 'Alternatives Station' }, order: 2 }),
        ],
        connections: [connection('a', 'b', { condition: { en: 'If you\r\nagree' } })],
      },
      'en',
    )
    expect(outline.split('\n').slice(2)).toEqual([
      '1. Phase p',
      '  1.1 Alternatives Station',
      '    → If you agree: 1.2 Alternatives Station',
      '  1.2 Alternatives Station',
    ])
  })

  it('says where the way begins, ends, branches and changes lines', () => {
    const map = {
      phases: [phase('p', { order: 1 }), phase('q', { order: 2 })],
      stations: [
        station('a', { isStart: true, kind: 'hub' }),
        station('b', { phase: 'q', isEnd: true }),
      ],
      connections: [connection('a', 'b', { transfer: true })],
    } satisfies RoadmapGraph
    expect(outlineOf(map, 'en')).toContain(
      '1.1 Station a (the way begins here; lines branch here)\n    → 2.1 Station b (change to Phase q)',
    )
    expect(outlineOf(map, 'es')).toContain('2.1 Station b (aquí termina el camino)')
  })

  it('is in English where the Spanish is missing', () => {
    const map = {
      phases: [phase('p')],
      stations: [station('a', { title: { en: 'Balance Paid', es: '' } })],
      connections: [],
    }
    expect(outlineOf(map, 'es')).toContain('1.1 Balance Paid')
  })

  it('leaves no station out that is on no line', () => {
    const map = { phases: [], stations: [station('a', { phase: null })], connections: [] }
    expect(outlineOf(map, 'en')).toContain('1. On no line\n  1.1 Station a')
  })
})

describe('the layout', () => {
  it('gives the same map the same places, in whatever order it was read and whatever its ids', async () => {
    await fc.assert(
      fc.asyncProperty(anyMap(), fc.nat({ max: 20 }), async (map, seed) => {
        const once = await placesBySlug(map)
        const again = await placesBySlug(renamed(shuffled(map, seed), `other-${seed}-`))
        expect(again).toEqual(once)
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })

  it('puts no station onto another, and leaves those alone that an editor placed', async () => {
    await fc.assert(
      fc.asyncProperty(anyMap(), async (map) => {
        const { places, size } = await layOut(map)
        const all = map.stations.map(({ id }) => places.get(id)!)
        map.stations.forEach(({ stored }, index) => {
          const place = all[index]!
          expect(place.isStored).toBe(stored !== null)
          if (stored) expect(place).toMatchObject(stored)
          else
            for (const other of all)
              expect(
                other === place ||
                  Math.abs(other.x - place.x) >= room.width ||
                  Math.abs(other.y - place.y) >= room.height,
              ).toBe(true)
          expect(place.x).toBeLessThan(size.width)
          expect(place.y).toBeLessThan(size.height)
        })
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })

  it('draws each line to the right of the one before', async () => {
    const stations = ['a', 'b', 'c', 'd'].map((id, index) =>
      station(id, { phase: index < 2 ? 'p' : 'q' }),
    )
    const { places } = await layOut({
      phases: [phase('p', { order: 1 }), phase('q', { order: 2 })],
      stations,
      connections: [connection('a', 'b'), connection('d', 'a')],
    })
    const rightmost = Math.max(places.get('a')!.x, places.get('b')!.x)
    expect(Math.min(places.get('c')!.x, places.get('d')!.x)).toBeGreaterThan(rightmost)
    expect(places.get('b')!.x).toBeGreaterThan(places.get('a')!.x)
  })

  it('is empty where there are no stations', async () => {
    const { places } = await layOut({ phases: [phase('p')], stations: [], connections: [] })
    expect(places.size).toBe(0)
  })
})

describe('the check', () => {
  const whole: RoadmapGraph = {
    phases: [phase('p', { order: 1 }), phase('q', { order: 2 })],
    stations: [
      station('a', { isStart: true, order: 1 }),
      station('b', { order: 2 }),
      station('c', { phase: 'q', order: 1 }),
      station('d', { phase: 'q', order: 2, isEnd: true }),
    ],
    connections: [
      connection('a', 'b'),
      connection('b', 'c', { transfer: true }),
      connection('c', 'd'),
      connection('c', 'a', { transfer: true }),
    ],
  }

  it('finds nothing on a map that lacks nothing', () => {
    expect(found(whole)).toEqual({})
  })

  it('finds a station that nothing leads to', () => {
    const map = { ...whole, stations: [...whole.stations, station('e', { isEnd: true })] }
    expect(found(map)).toEqual({ unreachable: ['e'] })
    expect(checkRoadmap(map, { locale: 'en' }).unreachable[0]).toEqual({
      id: 'e',
      slug: 'e',
      title: 'Station e',
      sentence:
        'No station leads to “Station e”. Connect one to it, or mark that the way begins here.',
    })
  })

  it('finds stations that lead to each other, but not from where the way begins', () => {
    const map = {
      ...whole,
      stations: [...whole.stations, station('e'), station('f')],
      connections: [...whole.connections, connection('e', 'f'), connection('f', 'e')],
    }
    expect(found(map)).toEqual({ unreachable: ['e', 'f'] })
  })

  it('without a beginning, finds only what nothing leads to', () => {
    const map = { ...whole, stations: whole.stations.map((one) => ({ ...one, isStart: false })) }
    expect(found(map)).toEqual({})
  })

  it('finds a dead end that is no end', () => {
    const map = { ...whole, stations: whole.stations.map((one) => ({ ...one, isEnd: false })) }
    expect(found(map)).toEqual({ deadEnds: ['d'] })
  })

  it('finds a transfer from which no way leads back to the line', () => {
    const map = { ...whole, connections: whole.connections.slice(0, 3) }
    expect(found(map)).toEqual({ transfersWithoutReturn: ['b→c'] })
  })

  it('takes any station of the line for a return, also over others', () => {
    const map = {
      ...whole,
      connections: [...whole.connections.slice(0, 3), connection('d', 'a', { transfer: true })],
    }
    expect(found(map)).toEqual({})
  })

  it('finds connections to what is not live, and does not follow those that lead off the map', () => {
    const map = { ...whole, connections: [...whole.connections, connection('d', 'gone')] }
    expect(found(map)).toEqual({ connectionsToWhatIsNotLive: ['d→gone'] })
    expect(found(whole, new Set(['a', 'b', 'c']))).toEqual({ connectionsToWhatIsNotLive: ['c→d'] })
  })

  it('calls a draft that has no title by its address', () => {
    const map = { ...whole, stations: [...whole.stations, station('e', { title: {} })] }
    const { deadEnds } = checkRoadmap(map, { locale: 'en' })
    expect(deadEnds).toMatchObject([
      { title: 'e', sentence: expect.stringMatching(/^“e” leads nowhere/) },
    ])
  })

  it('says it in Spanish', () => {
    const map = { ...whole, stations: whole.stations.map((one) => ({ ...one, isEnd: false })) }
    expect(checkRoadmap(map, { locale: 'es' }).deadEnds[0]!.sentence).toContain(
      '«Station d» no lleva a ninguna parte.',
    )
  })
})

/** The lists that hold something, each finding by its station and where it leads. */
function found(map: RoadmapGraph, live?: ReadonlySet<string>): Record<string, string[]> {
  const lists = checkRoadmap(map, { locale: 'en', ...(live ? { live } : {}) })
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, findings]) => findings.length > 0)
      .map(([name, findings]) => [
        name,
        findings.map(({ slug, to }: { slug: string; to?: { id: string } }) =>
          to ? `${slug}→${to.id}` : slug,
        ),
      ]),
  )
}

function phase(id: string, data: Partial<MapPhase> = {}): MapPhase {
  const texts = { en: `Phase ${id}`, es: `Phase ${id}` }
  return {
    id,
    slug: id,
    name: texts,
    summary: texts,
    order: 1,
    colour: null,
    marker: null,
    ...data,
  }
}

function station(id: string, data: Partial<MapStation> = {}): MapStation {
  const texts = { en: `Station ${id}`, es: `Station ${id}` }
  return {
    id,
    slug: id,
    title: texts,
    summary: texts,
    kind: 'stop',
    phase: 'p',
    order: null,
    isStart: false,
    isEnd: false,
    stored: null,
    ...data,
  }
}

function connection(from: string, to: string, data: Partial<MapConnection> = {}): MapConnection {
  return { from, to, condition: {}, transfer: false, ...data }
}

/** Words without the signs by which the outline is read here, and with line breaks. */
const anyWords = fc
  .stringMatching(/^[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9 \n]{0,12}$/)
  .map((text) => ({ en: text, es: `${text} es` }))

function anyMap(): fc.Arbitrary<RoadmapGraph> {
  const index = (length: number) => fc.nat({ max: length - 1 })
  return fc
    .tuple(fc.array(anyWords, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 14 }))
    .chain(([names, count]) =>
      fc.record({
        phases: fc.constant(names.map((name, at) => phase(`p${at}`, { name, order: at + 1 }))),
        stations: fc.tuple(
          ...Array.from({ length: count }, (_, at) =>
            fc
              .record({
                title: anyWords,
                phase: index(names.length).map((line) => `p${line}`),
                order: fc.option(fc.integer({ min: 1, max: 5 })),
                kind: fc.constantFrom('hub' as const, 'stop' as const),
                isEnd: fc.boolean(),
                stored: fc.option(fc.record({ x: fc.nat({ max: 900 }), y: fc.nat({ max: 900 }) }), {
                  freq: 3,
                }),
              })
              .map((data) => station(`s${at}`, data)),
          ),
        ) as fc.Arbitrary<MapStation[]>,
        connections: fc
          .uniqueArray(
            fc.record({
              from: index(count),
              to: index(count),
              condition: fc.option(anyWords),
              transfer: fc.boolean(),
            }),
            { selector: ({ from, to }) => `${from} ${to}`, maxLength: 20 },
          )
          .map((ways) =>
            ways
              .filter(({ from, to }) => from !== to)
              .map(({ from, to, condition, transfer }) =>
                connection(`s${from}`, `s${to}`, { condition: condition ?? {}, transfer }),
              ),
          ),
      }),
    )
}

/** What somebody who only reads the outline knows of the map. */
function readOutline(outline: string) {
  const stations: { title: string; phase: string }[] = []
  const titles = new Map<string, string>()
  const drawn: { from: string; condition: string; to: string }[] = []
  let line = ''
  let from = ''
  const lines = outline.split('\n').slice(2)
  for (const text of lines) {
    const phaseLine = /^\d+\. (.*)$/.exec(text)
    const stationLine = /^ {2}(\d+\.\d+) (.*?)( \([^)]*\))?$/.exec(text)
    const way = /^ {4}→ (?:(.*): )?(\d+\.\d+) [^:]*?( \([^)]*\))?$/.exec(text)
    if (phaseLine) line = phaseLine[1]!
    else if (stationLine) {
      from = stationLine[1]!
      titles.set(from, stationLine[2]!)
      stations.push({ title: stationLine[2]!, phase: line })
    } else if (way) drawn.push({ from, condition: way[1] ?? '', to: way[2]! })
  }
  const ways = drawn.map((one) =>
    [titles.get(one.from), one.condition, titles.get(one.to)].join(' | '),
  )
  return { stations, ways }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

async function placesBySlug(map: RoadmapGraph) {
  const { places, size } = await layOut(map)
  return {
    size,
    places: Object.fromEntries(map.stations.map((one) => [one.slug, places.get(one.id)])),
  }
}

/** The same documents as another database might give them. A station's own connections keep their order. */
function shuffled(map: RoadmapGraph, seed: number): RoadmapGraph {
  const mixed = <Row>(rows: readonly Row[]) => {
    const turn = rows.length === 0 ? 0 : seed % rows.length
    return [...rows.slice(turn), ...rows.slice(0, turn)].reverse()
  }
  const stations = mixed(map.stations)
  return {
    phases: mixed(map.phases),
    stations,
    connections: stations.flatMap(({ id }) => map.connections.filter(({ from }) => from === id)),
  }
}

function renamed(map: RoadmapGraph, prefix: string): RoadmapGraph {
  return {
    phases: map.phases.map((one) => ({ ...one, id: prefix + one.id })),
    stations: map.stations.map((one) => ({
      ...one,
      id: prefix + one.id,
      phase: prefix + one.phase!,
    })),
    connections: map.connections.map((one) => ({
      ...one,
      from: prefix + one.from,
      to: prefix + one.to,
    })),
  }
}

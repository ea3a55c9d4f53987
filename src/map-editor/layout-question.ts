import { Mutex } from 'async-mutex'
import type { Payload } from 'payload'
import { z } from 'zod'
import type { RoadmapGraph } from '../delivery/roadmap/graph.ts'
import { layOutDrafts } from '../delivery/roadmap/kept.ts'
import type { Place } from '../delivery/roadmap/layout.ts'
import { parsed } from '../workflow/order.ts'

/** Most lines, stations and connections of a map that is laid out for somebody. */
const most = { phases: 200, stations: 2_000, connections: 10_000 } as const

const id = z.string().min(1).max(100)
const slug = z.string().max(200)
const number = z.number().min(-1e7).max(1e7)

const map = z.strictObject({
  phases: z.array(z.strictObject({ id, slug, order: number })).max(most.phases),
  stations: z
    .array(
      z.strictObject({
        id,
        slug,
        phase: id.nullable(),
        order: number.nullable(),
        stored: z.strictObject({ x: number, y: number }).nullable(),
      }),
    )
    .max(most.stations),
  connections: z.array(z.strictObject({ from: id, to: id })).max(most.connections),
})

/** One sentence for whatever is wrong: only programs meet it. */
const shape = z.unknown().transform((body, { addIssue }) => {
  const { data } = map.safeParse(body)
  if (data) return data
  addIssue({
    code: 'custom',
    message: `The map to lay out is {"phases": [{id, slug, order}], "stations": [{id, slug, phase, order, stored: {x, y} or null}], "connections": [{from, to}]}, with up to ${most.stations} stations and ${most.connections} connections.`,
  })
  return z.NEVER
})

/** What of a map decides where its stations are. */
export type LayoutQuestion = z.infer<typeof map>

/** Where each station is, by id. */
export interface LayoutAnswer {
  places: { [id: string]: Place }
}

/** A layout takes up to a second of a processor, and the platform has other work as well. */
const oneAtATime = new Mutex()

/**
 * Lays out a map that need not be stored anywhere: what somebody has before them in the editor.
 *
 * @throws EditorialError MALFORMED
 */
export async function answerLayout(payload: Payload, body: unknown): Promise<LayoutAnswer> {
  const graph = graphOfQuestion(parsed(shape, body))
  const { places } = await oneAtATime.runExclusive(() => layOutDrafts(payload, graph))
  return { places: Object.fromEntries(places) }
}

/** The layout looks at no word of a map. */
function graphOfQuestion({ connections, phases, stations }: LayoutQuestion): RoadmapGraph {
  return {
    phases: phases.map((phase) => ({
      ...phase,
      name: {},
      summary: {},
      colour: null,
      marker: null,
    })),
    stations: stations.map((station) => ({
      ...station,
      title: {},
      summary: {},
      kind: 'stop',
      isStart: false,
      isEnd: false,
    })),
    connections: connections.map((way) => ({ ...way, condition: {}, transfer: false })),
  }
}

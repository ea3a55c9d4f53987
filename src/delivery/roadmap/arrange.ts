import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** What the layout is asked to arrange: stations by number, in layers by line. */
export interface Arrangement {
  /** The line of each station, counted from 0. */
  lines: readonly number[]
  /** Between stations, by their place in `lines`. */
  ways: readonly { from: number; to: number }[]
}

/** How much room each station has, in the map's own units. */
export const room = { width: 180, height: 72, between: 48 } as const

/** Most stations that are arranged by their connections: with more, that takes minutes and gigabytes. */
const mostArranged = 400

/** How many stations stand below each other where they are only lined up. */
const rows = 30

/** A layered drawing from left to right. The seed makes it the same every time. */
const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.partitioning.activate': 'true',
  'elk.randomSeed': '1',
  'elk.spacing.nodeNode': String(room.between),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(room.between),
  // Everything on one canvas, also parts that nothing joins: otherwise they would be packed side by side.
  'elk.separateConnectedComponents': 'false',
}

/** Run in a thread of its own, from text: what Node runs there is not compiled, in tests or in the build. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Elk = require(workerData.elk)
  new Elk().layout(workerData.graph).then((drawing) => parentPort.postMessage(drawing))
`

/**
 * Places stations by ELK's layered algorithm: each line to the right of the one before, each station to the
 * right of those on its line that lead to it where that can be. The same stations get the same places. More
 * than 400 stations are lined up instead.
 *
 * Runs in a thread of its own: for the demonstration it takes up to a second, during which nobody
 * would be answered.
 *
 * @returns the middle of each station
 */
export async function arrange({ lines, ways }: Arrangement): Promise<{ x: number; y: number }[]> {
  if (lines.length === 0) return []
  if (lines.length > mostArranged) return inRows(lines)
  const graph = {
    id: 'roadmap',
    layoutOptions: options,
    children: lines.map((line, index) => ({
      id: `s${index}`,
      width: room.width,
      height: room.height,
      layoutOptions: { 'elk.partitioning.partition': String(line) },
    })),
    edges: ways.map(({ from, to }, index) => ({
      id: `w${index}`,
      sources: [`s${from}`],
      targets: [`s${to}`],
    })),
  }
  const { children } = await drawn(graph)
  return children.map(({ x, y }) => ({
    x: Math.round(x + room.width / 2),
    y: Math.round(y + room.height / 2),
  }))
}

/** Line by line from left to right, each in columns, whatever leads where. */
function inRows(lines: readonly number[]): { x: number; y: number }[] {
  const counts = new Map<number, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  const firstColumns = new Map<number, number>()
  let column = 0
  for (const [line, count] of [...counts].sort(([one], [other]) => one - other)) {
    firstColumns.set(line, column)
    column += Math.ceil(count / rows)
  }
  const placed = new Map<number, number>()
  return lines.map((line) => {
    const before = placed.get(line) ?? 0
    placed.set(line, before + 1)
    return {
      x: (firstColumns.get(line)! + Math.floor(before / rows)) * (room.width + room.between),
      y: (before % rows) * (room.height + room.between),
    }
  })
}

interface Drawing {
  children: { x: number; y: number }[]
}

async function drawn(graph: object): Promise<Drawing> {
  const elk = createRequire(import.meta.url).resolve('elkjs/lib/elk.bundled.js')
  const worker = new Worker(program, { eval: true, workerData: { elk, graph } })
  try {
    return await new Promise<Drawing>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`The layout ended with ${code}.`)))
    })
  } finally {
    await worker.terminate()
  }
}

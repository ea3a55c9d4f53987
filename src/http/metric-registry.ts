import cluster from 'node:cluster'
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { kindsOfQuestions, type KindOfQuestion } from './sample-answers.ts'
import type { RequestCounts } from './request-counts.ts'

/** What one app counts. It is read when somebody asks. */
export interface WhatIsCounted {
  /** Of each thread that answers. */
  requests: RequestCounts[]
  /** Answers that each thread keeps. */
  kept: (() => { count: number; bytes: number })[]
  /** Documents that became public or were withdrawn, and how often it was not known what changed. */
  publications: { seen: number; unknown: number }
  /** Absent where no answers are compared. */
  comparisons: Record<'compared' | 'different', Record<KindOfQuestion, number>> | undefined
}

const registries = new WeakMap<WhatIsCounted, Registry>()

/** How answers in Prometheus's text format say what they are. */
export const contentType = Registry.PROMETHEUS_CONTENT_TYPE

/** All metrics of an app and of its process, in Prometheus's text format. */
export function metricsOf(counted: WhatIsCounted): Promise<string> {
  return registryOf(counted).metrics()
}

/** The same, in a form that can be sent to another process, to be put together there. */
export function measured(counted: WhatIsCounted): Promise<object[]> {
  return registryOf(counted).getMetricsAsJSON()
}

/** Metrics of several processes together, in Prometheus's text format. Each process has its name in the label `worker`. */
export function together(ofProcesses: readonly object[][]): Promise<string> {
  return AggregatorRegistry.aggregate(ofProcesses as object[]).metrics()
}

function registryOf(counted: WhatIsCounted): Registry {
  const ofApp = registries.get(counted) ?? appRegistry(counted)
  registries.set(counted, ofApp)
  const all = Registry.merge([processRegistry(), ofApp])
  if (cluster.worker) all.setDefaultLabels({ worker: String(cluster.worker.id) })
  return all
}

let ofProcess: Registry | undefined

/** Memory, processor, garbage collection and lag of the event loop. Watched from the first time that somebody asks. */
function processRegistry(): Registry {
  if (ofProcess) return ofProcess
  ofProcess = new Registry()
  collectDefaultMetrics({ register: ofProcess })
  return ofProcess
}

function appRegistry({ comparisons, kept, publications, requests }: WhatIsCounted): Registry {
  const registry = new Registry()
  const registers = [registry]
  const kinds = kindsOfQuestions.map((kind) => ({ kind }))
  new Counter({
    name: 'stationmaster_requests_total',
    help: 'Requests by how they ask (get, post, change, other), by the class of the status, and by where the answer came from (hit, miss, bypass).',
    labelNames: ['method', 'status', 'answered'],
    registers,
    collect() {
      this.reset()
      for (const one of requests)
        for (const { count, ...labels } of one.all()) this.inc(labels, count)
    },
  })
  new Gauge({
    name: 'stationmaster_kept_answers',
    help: 'Answers for readers that are kept.',
    registers,
    collect() {
      this.set(kept.reduce((sum, ofThread) => sum + ofThread().count, 0))
    },
  })
  new Gauge({
    name: 'stationmaster_kept_answers_bytes',
    help: 'Memory that kept answers take.',
    registers,
    collect() {
      this.set(kept.reduce((sum, ofThread) => sum + ofThread().bytes, 0))
    },
  })
  new Counter({
    name: 'stationmaster_publications_total',
    help: 'Documents that became public or were withdrawn, as far as this process has seen since its start.',
    registers,
    collect() {
      this.reset()
      this.inc(publications.seen)
    },
  })
  new Counter({
    name: 'stationmaster_unknown_changes_total',
    help: 'Times that everything kept was forgotten because it was not known what had changed.',
    registers,
    collect() {
      this.reset()
      this.inc(publications.unknown)
    },
  })
  new Counter({
    name: 'stationmaster_answers_compared_total',
    help: 'Kept answers that were compared with one made anew (COMPARE_ANSWERS).',
    labelNames: ['kind'],
    registers,
    collect() {
      this.reset()
      for (const { kind } of kinds) this.inc({ kind }, comparisons?.compared[kind] ?? 0)
    },
  })
  new Counter({
    name: 'stationmaster_answers_different_total',
    help: 'Kept answers that were not the one made anew. Each is a mistake of the platform.',
    labelNames: ['kind'],
    registers,
    collect() {
      this.reset()
      for (const { kind } of kinds) this.inc({ kind }, comparisons?.different[kind] ?? 0)
    },
  })
  return registry
}

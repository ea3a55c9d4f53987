import cluster, { type Worker } from 'node:cluster'
import { fileURLToPath } from 'node:url'
import { RateLimiterClusterMaster } from 'rate-limiter-flexible'
import type { Publication } from '../ledger/public-head.ts'
import type { Settings } from '../settings.ts'
import { welcome } from '../welcome.ts'
import { Deaths } from './deaths.ts'
import { Measurements } from './measurements.ts'
import { isOurs, type FromWorker, type ToWorker } from './messages.ts'
import { News } from './news.ts'

/** How long a worker may take to forget what is older than a publication, in milliseconds. */
const patience = 5_000

/** How long a worker may take to say what it has counted, in milliseconds. */
const measuringPatience = 2_000

/**
 * Runs the platform in several processes that share the port. This one serves nothing: it hands out connections, passes
 * on what one worker publishes to all others, names the one that does what is done on a timer, and replaces workers
 * that end. See docs/decisions/0048-workers-share-the-port-and-forget-together.md.
 */
export function runWorkers(settings: Settings): void {
  cluster.setupPrimary({ exec: fileURLToPath(new URL('../server.js', import.meta.url)) })
  // Counts of tries to sign in are kept here, for all workers together.
  new RateLimiterClusterMaster()
  new Primary(settings).run()
}

class Primary {
  readonly #settings: Settings
  readonly #deaths: Deaths
  readonly #measurements = new Measurements<Worker>({
    ask: (worker, number) => send(worker, { stationmaster: 'measure', number }),
    patience: measuringPatience,
  })
  readonly #news = new News<Worker, Publication[]>({
    send: (worker, number, publications) =>
      send(worker, { stationmaster: 'published', number, publications }),
    giveUp: (worker) => {
      console.error(
        `Worker ${worker.process.pid} did not hear of a publication within ${patience / 1000} seconds. It is ended rather than left to hand out what is older.`,
      )
      worker.process.kill('SIGKILL')
    },
    patience,
  })
  readonly #startedAt = performance.now()
  /** Those that take requests, the oldest first. */
  readonly #serving = new Set<Worker>()
  #onDuty: Worker | undefined
  #hasServed = false
  #isWelcomed = false
  /** What this process ends with once it stops; undefined while it runs. */
  #exitCode: number | undefined

  constructor(settings: Settings) {
    this.#settings = settings
    this.#deaths = new Deaths(settings.workers)
  }

  run(): void {
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        if (this.#exitCode !== undefined) return
        console.log(`${signal}: finishing what is under way, then stopping.`)
        this.#stop(0)
      })
    // What is done once to a database is done by the first alone.
    this.#start()
  }

  #start(): void {
    if (this.#exitCode !== undefined) return
    const worker = cluster.fork()
    // A message to one that is just ending has nobody to reach; its end is told by itself.
    worker.on('error', () => undefined)
    worker.on('message', (message: unknown) => {
      if (isOurs(message)) this.#heard(worker, message as FromWorker)
    })
    worker.once('exit', (code, signal) => this.#ended(worker, { code, signal }))
  }

  #heard(worker: Worker, message: FromWorker): void {
    switch (message.stationmaster) {
      case 'join':
        this.#news.join(worker)
        send(worker, { stationmaster: 'joined' })
        return
      case 'listening':
        this.#serves(worker, message.port)
        return
      case 'published': {
        const { number, publications } = message
        void this.#news
          .tell(worker, publications)
          .then(() => send(worker, { stationmaster: 'told', number }))
        return
      }
      case 'heard':
        this.#news.heard(worker, message.number)
        return
      case 'measureAll':
        void this.#measurements
          .all([...this.#serving])
          .then((metrics) =>
            send(worker, { stationmaster: 'allMeasured', number: message.number, metrics }),
          )
        return
      case 'measured':
        this.#measurements.answered(worker, message.number, message.metrics)
    }
  }

  #serves(worker: Worker, port: number): void {
    this.#deaths.started()
    this.#serving.add(worker)
    this.#nameOneForTheTimers()
    const { workers } = this.#settings
    if (!this.#hasServed) {
      this.#hasServed = true
      for (let others = 1; others < workers; others += 1) this.#start()
    }
    if (this.#isWelcomed || this.#serving.size < workers) return
    this.#isWelcomed = true
    const seconds = (performance.now() - this.#startedAt) / 1000
    console.log(welcome({ settings: this.#settings, port, seconds }))
  }

  #nameOneForTheTimers(): void {
    if (this.#onDuty || this.#exitCode !== undefined) return
    ;[this.#onDuty] = this.#serving
    if (this.#onDuty) send(this.#onDuty, { stationmaster: 'takeOver' })
  }

  #ended(worker: Worker, { code, signal }: { code: number | null; signal: string | null }): void {
    const hadStarted = this.#serving.delete(worker)
    this.#news.leave(worker)
    this.#measurements.leave(worker)
    if (this.#onDuty === worker) this.#onDuty = undefined
    this.#nameOneForTheTimers()
    if (this.#exitCode !== undefined) {
      this.#exitWhenAlone()
      return
    }
    // The first could not start, and said why.
    if (!this.#hasServed) process.exit(code || 1)
    const { pid } = worker.process
    const pause = this.#deaths.ended({ hadStarted, at: performance.now() })
    if (pause === null) {
      console.error(
        'Stationmaster ends: its worker processes end again and again. What they said stands above; mend that and start it anew.',
      )
      this.#stop(1)
      return
    }
    console.error(`Worker ${pid} ended (${signal ?? `code ${code}`}). Another takes its place.`)
    setTimeout(() => this.#start(), pause)
  }

  /** Lets each worker finish what it does, and ends after the last of them. */
  #stop(exitCode: number): void {
    this.#exitCode = exitCode
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
    this.#exitWhenAlone()
  }

  #exitWhenAlone(): void {
    if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(this.#exitCode)
  }
}

function send(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message, () => undefined)
}

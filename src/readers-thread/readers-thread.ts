import { Worker } from 'node:worker_threads'
import { Deaths } from '../workers/deaths.ts'
import type { Sample } from '../http/sample-answers.ts'
import { News as NewsOf } from '../workers/news.ts'
import type { Beginning, FromThread, News, ToThread } from './messages.ts'

/** How long the thread may take to forget what news has changed, in milliseconds. */
const patience = 5_000

/** Runs the thread that answers readers, and another one should it end. */
export class ReadersThread {
  readonly #begin: () => Beginning
  readonly #compare: (sample: Sample) => Promise<void>
  readonly #deaths = new Deaths(1)
  readonly #log: (error: Error) => void
  readonly #news = new NewsOf<Worker | null, News>({
    send: (thread, number, news) => send(thread!, { stationmaster: 'news', number, news }),
    giveUp: (thread) => {
      this.#log(
        new Error(
          `The readers' thread did not hear of a publication within ${patience / 1000} seconds. It is ended rather than left to hand out what is older.`,
        ),
      )
      void thread!.terminate()
    },
    patience,
  })
  readonly #refused: (error: NodeJS.ErrnoException) => void
  readonly #script: URL
  #port = 0
  #stopped: (() => void) | undefined
  #thread: Worker | undefined

  /**
   * @param begin says with what a thread begins: called for each
   * @param compare compares an answer that it gave with one made anew
   * @param log is told of what failed in it
   * @param refused called when it cannot listen, or ends again and again
   * @param script what runs in it
   */
  constructor({
    begin,
    compare,
    log,
    refused,
    script = new URL('./thread.js', import.meta.url),
  }: {
    begin: () => Beginning
    compare: (sample: Sample) => Promise<void>
    log: (error: Error) => void
    refused: (error: Error) => void
    script?: URL
  }) {
    this.#begin = begin
    this.#compare = compare
    this.#log = log
    this.#refused = refused
    this.#script = script
  }

  /** @returns the port at which it answers, once it does */
  start(): Promise<number> {
    return new Promise((resolve) => this.#start(resolve))
  }

  /** Tells that another state of the public content holds. Done when nothing older is handed out any more. */
  tell(news: News): Promise<void> {
    return this.#news.tell(null, news)
  }

  /** Takes no new requests. @returns when none is in flight any more */
  stop(longestGoodbye: number): Promise<void> {
    return new Promise((resolve) => {
      this.#stopped = resolve
      if (this.#thread) send(this.#thread, { stationmaster: 'stop', longestGoodbye })
      else resolve()
    })
  }

  #start(listening: (port: number) => void): void {
    const { settings, ...rest } = this.#begin()
    // Another one listens where the first did, also where that one was asked to choose.
    const workerData = { ...rest, settings: { ...settings, port: this.#port || settings.port } }
    const thread = new Worker(this.#script, { workerData })
    this.#thread = thread
    this.#news.join(thread)
    let hasStarted = false
    thread.on('error', (error) => this.#log(error as Error))
    thread.once('exit', () => this.#ended(thread, { hasStarted }))
    thread.on('message', (message: FromThread) => {
      switch (message.stationmaster) {
        case 'listening':
          hasStarted = true
          this.#deaths.started()
          this.#port = message.port
          listening(message.port)
          return
        case 'refused':
          this.#refused(Object.assign(new Error(message.message), { code: message.code }))
          return
        case 'heard':
          this.#news.heard(thread, message.number)
          return
        case 'given':
          void this.#compare(message.sample).then(() =>
            send(thread, { stationmaster: 'compared', number: message.number }),
          )
          return
        case 'failed':
          this.#log(Object.assign(new Error(message.message), { stack: message.stack }))
          return
        case 'stopped':
          void thread.terminate()
      }
    })
  }

  #ended(thread: Worker, { hasStarted }: { hasStarted: boolean }): void {
    this.#thread = undefined
    this.#news.leave(thread)
    if (this.#stopped) {
      this.#stopped()
      return
    }
    const pause = this.#deaths.ended({ at: performance.now(), hadStarted: hasStarted })
    if (pause === null) {
      this.#refused(new Error("The readers' thread ends again and again."))
      return
    }
    this.#log(new Error("The readers' thread ended. Another one is started."))
    setTimeout(() => {
      if (!this.#stopped) this.#start(() => undefined)
    }, pause)
  }
}

function send(thread: Worker, message: ToThread): void {
  thread.postMessage(message)
}

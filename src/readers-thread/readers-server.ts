import http from 'node:http'
import { ReadCache } from '../http/read-cache.ts'
import { RequestCounts } from '../http/request-counts.ts'
import { AnswerSampler, type Sample } from '../http/sample-answers.ts'
import { Forwarder } from './forwarder.ts'
import type { Beginning, News } from './messages.ts'
import { ToldHead } from './told-head.ts'

/** How often it is written down how much is kept, in milliseconds. */
const keptInterval = 1_000

/** What readers come to: it answers what it keeps, and has the platform answer the rest. */
export interface ReadersServer {
  /** Listens nowhere yet. */
  server: http.Server
  /** From now on it hands out nothing that the news has changed. */
  hear: (news: News) => void
  /** Lets go of the platform. */
  close: () => void
}

/**
 * @param compare compares an answer that was given with one made anew
 * @param log is told of what failed at a request
 */
export function readersServer(
  { app, collections, counts, head, moment, settings }: Beginning,
  { compare, log }: { compare: (sample: Sample) => Promise<void>; log: (error: Error) => void },
): ReadersServer {
  const told = new ToldHead({ head, moment })
  const share = settings.compareAnswers
  const sampler =
    share > 0 ? new AnswerSampler({ compare, moment: () => told.moment, share }) : undefined
  const cache = new ReadCache({
    collections,
    follower: told,
    logger: { error: ({ err }: { err: Error }) => log(err) },
    onGiven: sampler && ((given) => sampler.given(given)),
    settings,
  })
  const forwarder = new Forwarder(app, log)
  const requests = new RequestCounts(counts.requests)
  const server = http.createServer((req, res) => {
    let isForwarded = false
    cache.handle(req, res, () => {
      isForwarded = true
      void forwarder.forward(req, res, cache)
    })
    // What is forwarded is counted where it is answered.
    requests.countKept(req, res, () => isForwarded)
  })
  const kept = new Float64Array(counts.kept)
  const telling = setInterval(() => kept.set([cache.usage.count, cache.usage.bytes]), keptInterval)
  telling.unref()
  return {
    server,
    hear: (news) => told.hear(news),
    close: () => {
      clearInterval(telling)
      forwarder.close()
    },
  }
}

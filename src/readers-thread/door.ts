import http from 'node:http'
import { ReadCache } from '../http/read-cache.ts'
import { Forwarder } from './forwarder.ts'
import type { Beginning, News } from './messages.ts'
import { ToldHead } from './told-head.ts'

/** What readers come to: it answers what it keeps, and has the platform answer the rest. */
export interface Door {
  /** Listens nowhere yet. */
  server: http.Server
  /** From now on it hands out nothing that the news has changed. */
  hear: (news: News) => void
  /** Lets go of the platform. */
  close: () => void
}

/** @param log is told of what failed at a request */
export function openDoor(
  { app, collections, head, settings }: Beginning,
  log: (error: Error) => void,
): Door {
  const told = new ToldHead(head)
  const cache = new ReadCache({
    collections,
    follower: told,
    logger: { error: ({ err }: { err: Error }) => log(err) },
    settings,
  })
  const forwarder = new Forwarder(app, log)
  const server = http.createServer((req, res) => {
    cache.handle(req, res, () => void forwarder.forward(req, res, cache))
  })
  return {
    server,
    hear: (news) => told.hear(news),
    close: () => forwarder.close(),
  }
}

import type { Express, NextFunction, Request, Response } from 'express'
import type { ReadCache } from './read-cache.ts'
import type { ReadersReads } from './readers-reads/index.ts'
import type { RequestCounts } from './request-counts.ts'

/**
 * Puts what answers readers in front of Express, which costs several times what an answer from memory does. The app
 * stays one function, so that the server and every test meet the same.
 *
 * @param counts counts every request
 */
export function answerReadersFirst(
  app: Express,
  {
    counts,
    readCache,
    reads,
  }: { counts: RequestCounts; readCache: ReadCache; reads: ReadersReads },
): void {
  const entrance = entranceOf(app)
  const throughExpress = entrance.handle.bind(app)
  entrance.handle = (req, res, done) => {
    let hasPassed = false
    readCache.handle(req, res, () => {
      hasPassed = true
      reads.handle(req, res, () => throughExpress(req, res, done))
    })
    counts.count(req, res, () => hasPassed)
  }
}

/** Where requests enter an Express app. */
export function entranceOf(app: Express): {
  handle: (req: Request, res: Response, done?: NextFunction) => void
} {
  return app as never
}

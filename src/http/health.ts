import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { askDatabase } from '../database/health.ts'
import { retryAfterDatabaseAway } from './error-answers.ts'
import { sendRefusal } from './refusal-language.ts'

/** Whether this process lives, and whether it can serve. */
export function healthChecks(payload: Payload): {
  alive: RequestHandler
  ready: RequestHandler
  /** Makes `/readyz` answer 503, so that no new requests are sent here. */
  drain: () => void
} {
  let draining = false
  return {
    drain: () => {
      draining = true
    },
    alive: (_req, res) => {
      res.setHeader('Cache-Control', 'no-store').json({ status: 'alive' })
    },
    ready: async (req, res) => {
      res.setHeader('Cache-Control', 'no-store')
      const problem = draining ? 'This process is stopping.' : await databaseProblem(payload)
      if (problem === undefined) {
        res.json({ status: 'ready' })
        return
      }
      res.setHeader('Retry-After', String(retryAfterDatabaseAway))
      sendRefusal(req, res, 503, [{ code: 'UNAVAILABLE', message: problem }])
    },
  }
}

async function databaseProblem(payload: Payload): Promise<string | undefined> {
  try {
    await askDatabase(payload)
    return undefined
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'The database did not answer.' })
    return 'The database cannot be reached.'
  }
}

import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import ipaddr from 'ipaddr.js'
import type { WhatIsCounted } from './metric-registry.ts'

/** Processes that answer at the same port, this one among them. */
export interface MeasuredTogether {
  /** From now on, this process says what it has counted whenever one of them is asked. */
  measureWith: (measure: () => Promise<object[]>) => void
  /** What all of them have counted. One that does not say so in time is left out. */
  measureAll: () => Promise<object[][]>
}

/**
 * Tells Prometheus how the platform does, at `/metrics`. Anybody else is told what stands at any address where there is
 * nothing.
 *
 * @param token what has to be sent; without one, only whoever asks on this machine is told
 * @param processes those that answer at the same port, where there are several
 */
export function metrics(
  counted: WhatIsCounted,
  token: string | undefined,
  processes?: MeasuredTogether,
): RequestHandler {
  processes?.measureWith(async () => (await registry()).measured(counted))
  const mayAsk = token === undefined ? isFromThisMachine : bears(token)
  return async (req, res, next) => {
    if (!mayAsk(req)) {
      next()
      return
    }
    const { contentType, metricsOf, together } = await registry()
    const text = processes ? together(await processes.measureAll()) : metricsOf(counted)
    res.setHeader('Cache-Control', 'no-store')
    res.setHeader('Content-Type', contentType)
    res.end(await text)
  }
}

/** Loaded when somebody asks: most installations are never asked, and the start is not to wait for it. */
function registry() {
  return import('./metric-registry.ts')
}

/** Headers by which proxies say for whom they ask. One that stands on this machine asks for everybody. */
const ofProxies = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip']

function isFromThisMachine({ headers, ip, socket }: Request): boolean {
  if (ofProxies.some((name) => headers[name] !== undefined)) return false
  return isLoopback(ip) && isLoopback(socket.remoteAddress)
}

function isLoopback(address: string | undefined): boolean {
  if (address === undefined || !ipaddr.isValid(address)) return false
  return ipaddr.process(address).range() === 'loopback'
}

/** Whether a request brings this token along. How long the look takes says nothing of it. */
function bears(token: string): (req: Request) => boolean {
  const expected = digest(token)
  return ({ headers }) => {
    const [, given] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
    return given !== undefined && timingSafeEqual(digest(given), expected)
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

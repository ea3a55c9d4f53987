import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import ipaddr from 'ipaddr.js'
import type { WhatIsCounted } from './metric-registry.ts'

/**
 * Tells Prometheus how this process does, at `/metrics`. Anybody else is told what stands at any address where there is
 * nothing.
 *
 * @param token what has to be sent; without one, only whoever asks on this machine is told
 */
export function metrics(counted: WhatIsCounted, token: string | undefined): RequestHandler {
  const mayAsk = token === undefined ? isFromThisMachine : bears(token)
  return async (req, res, next) => {
    if (!mayAsk(req)) {
      next()
      return
    }
    // Loaded when somebody asks: most installations are never asked, and the start is not to wait for it.
    const { metricsOf } = await import('./metric-registry.ts')
    const { contentType, text } = await metricsOf(counted)
    res.setHeader('Cache-Control', 'no-store')
    res.setHeader('Content-Type', contentType)
    res.end(text)
  }
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

import { once } from 'node:events'
import http, { type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { closeServer } from './close-server.ts'
import type { Stationmaster } from './create-app.ts'
import { shareWithReader } from './reader.ts'
import type { Settings } from './settings.ts'

/** Where requests come in. */
export interface Entrance {
  /** At which port. */
  port: number
  /**
   * Takes no new requests.
   *
   * @param longestGoodbye most time that those in flight may take, in milliseconds
   * @returns when none is in flight any more
   */
  close: (longestGoodbye: number) => Promise<void>
}

/**
 * Opens the port that the settings name, for the app itself.
 *
 * @param isShared whether other processes answer at the same port
 * @param refuseToStart called when the port cannot be had
 */
export async function openPort({
  app,
  isShared,
  refuseToStart,
  server,
  settings,
}: {
  app: Stationmaster
  isShared: boolean
  refuseToStart: (error: unknown) => void
  server: http.Server
  settings: Settings
}): Promise<Entrance> {
  server.on('request', app)
  const own = isShared ? await listenForOwn(app) : undefined
  server.once('error', refuseToStart)
  const listening = new Promise<number>((resolve) => {
    server.listen(settings.port, settings.host, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : settings.port
      if (settings.reader) shareWithReader(settings, own ?? { host: settings.host, port })
      resolve(port)
    })
  })
  return { port: await listening, close: (longestGoodbye) => closeServer(server, longestGoodbye) }
}

/**
 * A port on loopback that leads to this very process, where its pages ask. The port that others share may lead to a
 * process that has not heard yet of a publication that this one has heard of: a page made of its answer would be kept
 * here.
 */
export async function listenForOwn(
  listener: RequestListener,
): Promise<{ host: string; port: number }> {
  const host = '127.0.0.1'
  const server = http.createServer(listener)
  // Whoever asks here keeps connections: one that is closed while a request is on its way would lose it.
  server.keepAliveTimeout = 0
  // Ends with the process: pages that are being made may need it until then.
  server.listen({ port: 0, host, exclusive: true }).unref()
  await once(server, 'listening')
  return { host, port: (server.address() as AddressInfo).port }
}

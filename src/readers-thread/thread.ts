/* Answers readers in a thread of its own: see docs/decisions/0050-readers-are-answered-in-a-thread-of-their-own.md. */
import { parentPort, workerData } from 'node:worker_threads'
import type { AddressInfo } from 'node:net'
import { closeServer } from '../close-server.ts'
import { readersServer } from './readers-server.ts'
import type { Beginning, FromThread, ToThread } from './messages.ts'

const { host, port } = (workerData as Beginning).settings
/** By number: samples that are being compared. */
const comparing = new Map<number, () => void>()
let lastSample = 0
const readers = readersServer(workerData as Beginning, {
  compare: (sample) =>
    new Promise((compared) => {
      comparing.set((lastSample += 1), compared)
      say({ stationmaster: 'given', number: lastSample, sample })
    }),
  log: ({ message, stack }) => say({ stationmaster: 'failed', message, stack }),
})

parentPort!.on('message', (message: ToThread) => {
  switch (message.stationmaster) {
    case 'news':
      readers.hear(message.news)
      say({ stationmaster: 'heard', number: message.number })
      return
    case 'compared':
      comparing.get(message.number)?.()
      comparing.delete(message.number)
      return
    case 'stop':
      void stop(message.longestGoodbye)
  }
})

readers.server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
  say({ stationmaster: 'refused', code, message }),
)
readers.server.listen(port, host, () =>
  say({ stationmaster: 'listening', port: (readers.server.address() as AddressInfo).port }),
)

async function stop(longestGoodbye: number): Promise<void> {
  await closeServer(readers.server, longestGoodbye)
  readers.close()
  say({ stationmaster: 'stopped' })
}

function say(message: FromThread): void {
  parentPort!.postMessage(message)
}

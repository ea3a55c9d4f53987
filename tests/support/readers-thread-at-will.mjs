// Stands in for the thread that answers readers, and does what the keys of the news say.
import http from 'node:http'
import { parentPort, threadId, workerData } from 'node:worker_threads'

const server = http.createServer((_req, res) => res.end(`thread ${threadId}`))

const doings = {
  end: () => process.exit(0),
  fail: () => {
    throw new Error('It failed at the news.')
  },
  hang: () => {
    for (;;);
  },
  'say nothing': () => undefined,
}

parentPort.on('message', ({ stationmaster, news, number }) => {
  if (stationmaster === 'stop') parentPort.postMessage({ stationmaster: 'stopped' })
  if (stationmaster !== 'news') return
  const [doing] = news.keys
  if (doing in doings) doings[doing]()
  else parentPort.postMessage({ stationmaster: 'heard', number })
})

if (workerData.head.sequence === 13) process.exit(1)
server.listen(workerData.settings.port, '127.0.0.1', () =>
  parentPort.postMessage({ stationmaster: 'listening', port: server.address().port }),
)

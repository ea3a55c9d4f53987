import diagnostics from 'node:diagnostics_channel'
import { performance } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

// Loaded into a server before everything else. From 'record' to 'stop' it notes how long each request takes,
// from the moment its head was read to the moment its answer was handed to the system, and then tells all of
// it, in milliseconds. At any other time it does nothing.
const begun = new WeakMap()
let milliseconds = []

const begin = ({ request }) => begun.set(request, performance.now())
const end = ({ request }) => {
  const from = begun.get(request)
  if (from !== undefined) milliseconds.push(performance.now() - from)
}

// The thread that answers readers loads this too, and nobody talks to it.
if (isMainThread)
  process.on('message', (message) => {
    if (message === 'record') {
      milliseconds = []
      diagnostics.subscribe('http.server.request.start', begin)
      diagnostics.subscribe('http.server.response.finish', end)
      process.send('recording')
    } else if (message === 'stop') {
      diagnostics.unsubscribe('http.server.request.start', begin)
      diagnostics.unsubscribe('http.server.response.finish', end)
      process.send(milliseconds)
    }
  })
// Nobody waits for messages when the server is asked to stop.
process.channel?.unref()

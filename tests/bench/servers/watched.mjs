// The platform without its pages, on a port of its own choice, which tells how long its one thread was busy with one
// thing. From 'watch' to 'tell' it notes the longest pause between two turns of the event loop, in milliseconds, and
// how much of the processor it used.
import http from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApp } from '../../../dist/src/create-app.js'
import { readSettings } from '../../../dist/src/settings.js'
import { seedIfEmpty } from '../../../dist/seed/index.js'

const settings = readSettings(process.env)
const pauses = monitorEventLoopDelay({ resolution: 1 })
pauses.enable()
let used = process.cpuUsage()

const app = await createApp({ settings })
const { locals } = app
await seedIfEmpty(locals.payload, settings)
const server = http.createServer(app)
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))

process.on('message', (message) => {
  if (message === 'watch') {
    pauses.reset()
    used = process.cpuUsage()
    process.send('watching')
  } else if (message === 'tell') {
    const { system, user } = process.cpuUsage(used)
    process.send({ longestPause: pauses.max / 1e6, processor: (system + user) / 1e3 })
  } else if (message === 'prepare') {
    locals.prepare().then(() => process.send('prepared'))
  } else if (message === 'end') {
    server.close(() => void locals.close().finally(() => process.exit(0)))
    server.closeAllConnections()
  }
})
process.send({ port: server.address().port })

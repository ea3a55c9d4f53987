// `npm start`: builds what has changed, then runs the server in this process. It needs the flag that
// package.json gives it: see docs/decisions/0009-node-runs-with-the-production-condition.md.
import { build } from './build.mjs'

process.env.NODE_ENV = 'production'
build()
await import('../../dist/server/server.js')

// `npm start`: builds what has changed, then runs the server in this process.
import { build } from './build.mjs'

process.env.NODE_ENV = 'production'
build()
await import('../../dist/src/server.js')

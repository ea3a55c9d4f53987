// `npm run dev`: like `npm start`, and again whenever a source file changes. Pages reload by themselves.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

build(['server', 'reader'])
const compiler = run(path.join(root, 'node_modules/.bin/tsc'), [
  '-p',
  'src/tsconfig.build.json',
  '--watch',
  '--preserveWatchOutput',
])
const server = run(process.execPath, [
  // See docs/decisions/0009-node-runs-with-the-production-condition.md.
  '--conditions=production',
  '--watch-path=dist/src',
  '--watch-path=dist/collections',
  '--watch-path=dist/access',
  '--watch-path=dist/seed',
  '--watch-preserve-output',
  'dist/src/server.js',
])

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    compiler.kill(signal)
    server.kill(signal)
  })

function run(command, args) {
  return spawn(command, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development' },
    shell: process.platform === 'win32',
    stdio: 'inherit',
  })
}

// Joins the server and the libraries that it uses into few files, under dist/server: a start spends most of its time on
// finding and reading some thousand. See docs/decisions/0055-the-server-is-joined-into-few-files.md.
import { build } from 'esbuild'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const output = path.join(root, 'dist/server')

/** Where Next puts what its pages take from libraries while they run, and the pages. */
const links = path.join(root, '.next/node_modules')
const pages = path.join(root, '.next/server')

/**
 * Libraries that stay where npm put them: those that Next has of its own, those that find files of their own beside
 * them, and those that only the tools of developers need.
 */
const left = ['@libsql/*', 'libsql', 'next', 'prettier', 'react', 'react-dom', 'sharp']

/** Optional parts of the MongoDB client that are not installed. */
const notInstalled = [
  '@aws-sdk/credential-providers',
  '@mongodb-js/zstd',
  'aws4',
  'gcp-metadata',
  'kerberos',
  'mongodb-client-encryption',
  'snappy',
  'socks',
]

/** For libraries that were written for `require`: it, and the names that belong to it. */
const forCommonjs = `import { createRequire as ownRequire } from 'node:module';
import { fileURLToPath as ownPath } from 'node:url';
const require = ownRequire(import.meta.url), __filename = ownPath(import.meta.url), __dirname = ownPath(new URL('.', import.meta.url));`

rmSync(output, { recursive: true, force: true })
const ofPages = takenByPages()
await build({
  absWorkingDir: root,
  banner: { js: forCommonjs },
  bundle: true,
  chunkNames: 'parts/[hash]',
  // The one that the server is started with: see docs/decisions/0009-node-runs-with-the-production-condition.md.
  conditions: ['production'],
  entryPoints: {
    server: 'src/server.ts',
    // Beside whatever starts it, as in the sources.
    'parts/thread': 'src/readers-thread/thread.ts',
    ...Object.fromEntries(ofPages.map((name) => [fileOf(name), name])),
  },
  external: [...left, ...notInstalled],
  format: 'esm',
  // Errors and classes are known by their names.
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning',
  minifySyntax: true,
  minifyWhitespace: true,
  outdir: output,
  platform: 'node',
  splitting: true,
  target: 'node20',
})
writeFileSync(path.join(output, 'package.json'), json({ private: true, type: 'module' }))
if (ofPages.length > 0) givePages()

/** Under which names the pages take Payload from outside themselves. None as long as no pages are built. */
function takenByPages() {
  if (!existsSync(links)) return []
  const names = new Set(['payload'])
  for (const file of readdirSync(pages, { recursive: true }))
    if (file.endsWith('.js'))
      for (const [, inside = ''] of readFileSync(path.join(pages, file), 'utf8').matchAll(
        /"payload-[\da-f]{16}(\/[\w/-]+)?"/g,
      ))
        names.add(`payload${inside}`)
  return [...names]
}

/** Has the pages take the server's Payload: there is one in the process, and what one part keeps the other finds. */
function givePages() {
  const folder = path.join(output, 'payload')
  mkdirSync(folder, { recursive: true })
  const exports = Object.fromEntries(
    ofPages.map((name) => [
      `.${name.slice('payload'.length)}`,
      `./${path.posix.relative('payload', fileOf(name))}.js`,
    ]),
  )
  writeFileSync(
    path.join(folder, 'package.json'),
    json({ name: 'payload', private: true, type: 'module', exports }),
  )
  for (const name of readdirSync(links).filter((one) => one.startsWith('payload-'))) {
    rmSync(path.join(links, name))
    symlinkSync(path.relative(links, folder), path.join(links, name))
  }
}

/** Where the joined form of one of Payload's modules is written, below the folder for all and without its ending. */
function fileOf(name) {
  return name === 'payload' ? 'payload/index' : name
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`
}

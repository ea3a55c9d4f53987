// Builds what has changed since the last build: the server with tsc, the pages with Next, and both joined.
// Plain JavaScript, because nothing is compiled yet when it runs.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const stampFile = path.join(root, 'dist/stamps.json')

const targets = {
  server: {
    inputs: ['src', 'collections', 'access', 'seed', 'tsconfig.json', 'package-lock.json'],
    ignores: ['src/app'],
    output: 'dist/src/server.js',
    build() {
      for (const folder of ['src', 'collections', 'access', 'seed'])
        rmSync(path.join(root, 'dist', folder), { recursive: true, force: true })
      run('tsc', ['-p', 'src/tsconfig.build.json'])
    },
  },
  reader: {
    // All of the pages: the style sheet has rules for what stands in them alone.
    inputs: [
      'src/app/(reader)',
      'src/content/search-key.ts',
      'src/bin/build-reader.mjs',
      'package-lock.json',
    ],
    ignores: [],
    output: 'dist/reader/assets.json',
    build() {
      run(process.execPath, ['src/bin/build-reader.mjs'])
    },
  },
  pages: {
    inputs: [
      'src/app',
      'collections/fields/question-words.ts',
      'src/comments',
      'src/content/search-key.ts',
      'src/delivery/roadmap',
      'src/locales.ts',
      'src/desk/sections.ts',
      'src/map-editor',
      'src/merge',
      'src/no-value.ts',
      'src/notifications',
      'src/refusals',
      'src/review/page-differences',
      'src/text/fold.ts',
      'src/translation/standing.ts',
      'src/workflow/states.ts',
      'collections/state-words.ts',
      'access/roles.ts',
      'next.config.mjs',
      'package-lock.json',
    ],
    ignores: [],
    output: '.next/BUILD_ID',
    build() {
      run('next', ['build'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
    },
  },
  // After the pages, which it gives the server's libraries: so whatever changes them changes it.
  joined: {
    named: 'server in few files',
    inputs: ['src', 'collections', 'access', 'seed', 'next.config.mjs', 'package-lock.json'],
    ignores: [],
    output: 'dist/server/server.js',
    build() {
      run(process.execPath, ['src/bin/join-server.mjs'])
    },
  },
}

/**
 * Builds the named targets, or those of them whose inputs changed.
 *
 * @param {string[]} names of targets
 */
export function build(names = ['server', 'reader', 'pages', 'joined']) {
  for (const name of names) buildTarget(name, targets[name])
}

/**
 * Builds something, if what it is made of changed since it was built.
 *
 * @param {string} name under which it is remembered
 * @param {{ named?: string, inputs: string[], ignores: string[], output: string, build: () => void }} target what it is
 *   called, the files and folders it is made of, those among them that do not count, and a file that is there once it is
 *   built; all from the project's root
 */
export function buildTarget(name, target) {
  const stamp = stampOf(target)
  if (stamps()[name] === stamp && existsSync(path.join(root, target.output))) return
  console.error(`Building the ${target.named ?? name}…`)
  target.build()
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ ...stamps(), [name]: stamp }, null, 2))
}

/** A digest of everything the server is built from: the same digest, the same server. */
export function serverStamp() {
  return stampOf(targets.server)
}

function stamps() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {}
}

/** A digest of everything a target is built from, and of the Node version it is built with. */
function stampOf({ inputs, ignores }) {
  const digest = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap((input) => filesIn(input, ignores)).sort())
    digest.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  return digest.digest('hex')
}

function filesIn(place, ignores) {
  if (ignores.includes(place)) return []
  const full = path.join(root, place)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [place]
  return readdirSync(full).flatMap((name) => filesIn(path.posix.join(place, name), ignores))
}

function run(command, args, env = {}) {
  const file = path.isAbsolute(command) ? command : path.join(root, 'node_modules/.bin', command)
  const { status } = spawnSync(file, args, {
    cwd: root,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
    stdio: 'inherit',
  })
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')} failed. What it says above has to be mended first.`)
    process.exit(status ?? 1)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2).filter((name) => name in targets)
  build(names.length > 0 ? names : undefined)
}

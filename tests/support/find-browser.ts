import { execFile } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from './build.ts'

/** A browser to test with, and what has to stand in its environment besides. */
export interface BrowserFile {
  executablePath: string
  env: Record<string, string>
}

/** Names under which Linux packages install the browser. */
const installedNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/**
 * The browser that the stories use: the one that `CHROMIUM` names, or else an installed one, or else on Linux x64
 * the one that npm has brought along.
 *
 * @throws when there is none, with what to do
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<BrowserFile> {
  const named = env['CHROMIUM']
  if (named) {
    if (!isExecutable(named))
      throw new Error(`CHROMIUM is ${named}, where no browser is. ${advice}`)
    return { executablePath: named, env: {} }
  }
  const installed = (env['PATH'] ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => installedNames.map((name) => path.join(folder, name)))
    .find(isExecutable)
  if (installed) return { executablePath: installed, env: {} }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedBrowser()
  throw new Error(`The stories in tests/stories need a browser, and none is installed. ${advice}`)
}

const advice =
  "Install Debian's package chromium, or let the environment variable CHROMIUM name the file of a Chromium or Chrome."

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Unpacks the browser of the package @sparticuz/chromium, once for each version of it. */
async function unpackedBrowser(): Promise<BrowserFile> {
  const parent = path.join(root, 'dist/test-browser')
  const folder = path.join(parent, versionOfPackage())
  if (!existsSync(folder)) {
    rmSync(parent, { recursive: true, force: true })
    mkdirSync(parent, { recursive: true })
    // Under its own name only once it is whole.
    const unfinished = mkdtempSync(`${folder}-unfinished-`)
    await unpack(unfinished)
    renameSync(unfinished, folder)
  }
  // The package's own list of fonts names only the folder for temporary files.
  const fonts = path.join(folder, 'fonts.conf')
  if (!existsSync(fonts)) {
    const written = `${fonts}-${process.pid}`
    writeFileSync(
      written,
      `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`,
    )
    // Whole or not at all: another browser may be reading it, and does not survive half of it.
    renameSync(written, fonts)
  }
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      FONTCONFIG_FILE: fonts,
      LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
    },
  }
}

/**
 * The package unpacks into the folder for temporary files, and the libraries that a bare machine lacks only
 * where it believes to be on Amazon Linux. It gets told so in a process of its own.
 */
async function unpack(folder: string): Promise<void> {
  const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath()'
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    env: { ...process.env, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', TMPDIR: folder },
  })
}

function versionOfPackage(): string {
  const file = path.join(root, 'node_modules/@sparticuz/chromium/package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

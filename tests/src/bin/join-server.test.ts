import { build as bundle } from 'esbuild'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { build, root } from '../../support/build.ts'

const output = path.join(root, 'dist/server')
const links = path.join(root, '.next/node_modules')

beforeAll(() => build(), 600_000)

/** The libraries that a start needs from outside the joined files. */
async function neededFromOutside(): Promise<string[]> {
  const { metafile } = await bundle({
    bundle: true,
    entryPoints: ['server.js', 'parts/thread.js'].map((file) => path.join(output, file)),
    format: 'esm',
    logLevel: 'error',
    metafile: true,
    outdir: output,
    packages: 'external',
    platform: 'node',
    write: false,
  })
  const imports = Object.values(metafile.inputs).flatMap((file) => file.imports)
  return imports
    .filter(({ external, kind }) => external && kind === 'import-statement')
    .map(({ path: name }) => name.replace(/^node:/, ''))
}

describe('The joined server', () => {
  it('needs few libraries from outside: those that have files of their own beside them, and those of Next', async () => {
    const builtin = new Set(builtinModules)
    const libraries = new Set((await neededFromOutside()).filter((name) => !builtin.has(name)))
    expect([...libraries].sort()).toEqual([
      '@libsql/client',
      '@libsql/client/sqlite3',
      '@libsql/core/config',
      'libsql',
      'next',
    ])
  })

  it('keeps the names of classes, by which errors are told apart', async () => {
    const { APIError, ValidationError } = (await import(
      path.join(output, 'payload/index.js')
    )) as typeof import('payload')
    expect([APIError.name, ValidationError.name]).toEqual(['APIError', 'ValidationError'])
  })

  it('is what the panel takes Payload from, and it has all that the panel takes', async () => {
    const given = readdirSync(links).filter((name) => name.startsWith('payload-'))
    expect(given).toHaveLength(1)
    for (const name of given)
      expect(realpathSync(path.join(links, name))).toBe(path.join(output, 'payload'))
    const { exports } = JSON.parse(
      readFileSync(path.join(output, 'payload/package.json'), 'utf8'),
    ) as { exports: Record<string, string> }
    expect(Object.keys(exports)).toEqual(expect.arrayContaining(['.', './shared']))
    for (const [name, file] of Object.entries(exports)) {
      const joined = Object.keys((await import(path.join(output, 'payload', file))) as object)
      const original = Object.keys((await import(`payload${name.slice(1)}`)) as object)
      expect(joined.sort()).toEqual(original.sort())
    }
  })
})

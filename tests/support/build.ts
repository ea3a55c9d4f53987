import { spawnSync } from 'node:child_process'
import path from 'node:path'

/** The folder of the project. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Builds what has changed since the last build, for tests that run the compiled platform. */
export function build(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/bin/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The build failed: ${stdout}${stderr}`)
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** The folder of the project. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Builds what has changed since the last build, for tests that run the compiled platform. */
export async function build(): Promise<void> {
  const building = spawn(process.execPath, ['src/bin/build.mjs'], { cwd: root })
  let output = ''
  for (const stream of [building.stdout, building.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [status] = (await once(building, 'close')) as [number | null]
  if (status !== 0) throw new Error(`The build failed: ${output}`)
}

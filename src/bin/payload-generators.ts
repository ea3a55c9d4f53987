import { generateTypes as writeTypes } from 'payload/node'
import type { SanitizedConfig } from 'payload'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Writes `src/payload-types.ts`. */
export async function generateTypes(config: SanitizedConfig): Promise<void> {
  await writeTypes(config, { log: false })
}

/**
 * Writes the panel's import map. Payload offers this only through its command line, which loads the
 * configuration through a TypeScript loader that fails now and then on Node 20; the function behind the
 * command does not need one.
 */
export async function generateImportMap(config: SanitizedConfig): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('payload')
  const file = path.join(path.dirname(entry), 'bin/generateImportMap/index.js')
  const module = (await import(pathToFileURL(file).href)) as {
    generateImportMap: (
      config: SanitizedConfig,
      options: { force: boolean; log: boolean },
    ) => Promise<void>
  }
  await module.generateImportMap(config, { force: true, log: false })
}

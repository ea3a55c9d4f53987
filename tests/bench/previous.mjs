import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './settings.mjs'

/** Where the ratios of the last run on this machine are kept, by the name of the work. */
const file = path.join(root, 'dist/bench-ratios.json')

/** The ratio of each kind of work when it was last measured on this machine, by its name. */
export function ratiosBefore() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Keeps the ratios of a run for the next one. Work that was not measured keeps the one it had. */
export function keepRatios(rows) {
  const ratios = ratiosBefore()
  for (const { name, lines } of rows) {
    const [{ ratio }] = lines
    if (ratio !== undefined) ratios[name] = ratio
  }
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(ratios, null, 2))
}

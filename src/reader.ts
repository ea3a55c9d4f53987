import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Installation } from './app/(reader)/installation.ts'
import type { Settings } from './settings.ts'

const key = Symbol.for('stationmaster.reader')

/**
 * Tells the reader's site, which Next runs in this process, where the API answers and what the installation is
 * called. The site asks over HTTP like any other front end.
 *
 * @param port on which this process listens
 */
export function shareWithReader(settings: Settings, port: number): void {
  const host = ['0.0.0.0', '::'].includes(settings.host) ? '127.0.0.1' : settings.host
  const installation: Installation = {
    api: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    publicUrl: settings.publicUrl,
    label: settings.environmentLabel,
    assets: JSON.parse(readFileSync(path.resolve('dist/reader/assets.json'), 'utf8')) as Record<
      string,
      string
    >,
  }
  ;(globalThis as Record<symbol, unknown>)[key] = installation
}

import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Installation } from './app/(reader)/installation.ts'
import { apiAnew } from './delivery/anew.ts'
import type { Settings } from './settings.ts'

const key = Symbol.for('stationmaster.reader')

/**
 * Tells the reader's site, which Next runs in this process, where the API answers and what the installation is
 * called. The site asks over HTTP like any other front end.
 *
 * @param at where this very process listens: a page that is kept must not be made of what another process answers
 */
export function shareWithReader(settings: Settings, at: { host: string; port: number }): void {
  const { port } = at
  const host = ['0.0.0.0', '::'].includes(at.host) ? '127.0.0.1' : at.host
  const api = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const installation: Installation = {
    get api() {
      return apiAnew() ?? api
    },
    publicUrl: settings.publicUrl,
    label: settings.environmentLabel,
    assets: JSON.parse(readFileSync(path.resolve('dist/reader/assets.json'), 'utf8')) as Record<
      string,
      string
    >,
  }
  ;(globalThis as Record<symbol, unknown>)[key] = installation
}

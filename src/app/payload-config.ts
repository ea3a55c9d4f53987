import type { SanitizedConfig } from 'payload'

/**
 * The configuration the host is already running with, put here by `createApp()`. While pages are built
 * there is no host, and nothing asks for it.
 */
const config = (globalThis as Record<symbol, unknown>)[
  Symbol.for('stationmaster.payload-config')
] as Promise<SanitizedConfig>

export default config

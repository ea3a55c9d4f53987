import { getPayload, type Migration, type Payload } from 'payload'
import { isMongo } from './database/adapter.ts'
import { fillSortKeys } from './database/fill-sort-keys.ts'
import { migrations } from './database/migrations/index.ts'
import { refuseWithoutReplicaSet } from './database/replica-set.ts'
import type { payloadConfig } from './payload-config.ts'
import type { Settings } from './settings.ts'
import { fillSearchedWords } from './workflow/fill-searched-words.ts'

/** Payload with its database ready. One that cannot be used is not left open. */
export async function startPayload(
  config: ReturnType<typeof payloadConfig>,
  settings: Settings,
): Promise<Payload> {
  const payload = await getPayload({ config, cron: true })
  try {
    if (isMongo(settings.databaseUrl)) await refuseWithoutReplicaSet(payload)
    else await payload.db.migrate({ migrations: migrations as Migration[] })
    await fillSortKeys(payload)
    await fillSearchedWords(payload)
    return payload
  } catch (error) {
    await endPayload(payload)
    throw error
  }
}

/** Payload would keep a closed instance under its name and hand it out again. */
export async function endPayload(payload: Payload): Promise<void> {
  await payload.destroy()
  ;(globalThis as { _payload?: Map<string, unknown> })._payload?.delete('default')
}

const configKey = Symbol.for('stationmaster.payload-config')

/**
 * Lets the panel's pages find the configuration that is already running. Next bundles its own copy of
 * every module it imports; a second copy of the configuration would be a second set of guards.
 */
export function shareConfig(config: ReturnType<typeof payloadConfig>): void {
  ;(globalThis as Record<symbol, unknown>)[configKey] = config
}

import { readSettings, type Settings } from '../../src/settings.ts'

/** Settings of a demonstration in a folder of its own, which logs nothing. */
export function testSettings(dataDir: string, overrides: Partial<Settings> = {}): Settings {
  return {
    ...readSettings({ NODE_ENV: 'test', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    ...overrides,
  }
}

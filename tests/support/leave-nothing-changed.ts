import { afterAll, vi } from 'vitest'

// The next file of the same worker finds clock, spies and environment as they were.
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

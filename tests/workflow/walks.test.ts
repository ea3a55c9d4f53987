import { afterAll, afterEach, beforeAll, describe, it, vi } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { prepareWalks, walkAtRandom } from '../support/walks.ts'

/** What fits into some seconds. `npm run test:walks` goes further. */
const walks = { runs: 1, steps: 60 }

/** `WALK_SEED=…` walks elsewhere; a failure names its seed. */
const seed = Number(process.env['WALK_SEED'] ?? 20_261_122)

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
  await prepareWalks(testApp)
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => testApp.close())

describe('whatever people do, in whatever order', () => {
  it('nothing is public that a second person did not approve, and the ledger proves it', async () => {
    await walkAtRandom({ ...walks, seed })
  }, 240_000)
})

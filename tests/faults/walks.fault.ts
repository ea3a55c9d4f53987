import { afterEach, describe, it, vi } from 'vitest'
import { startApp } from '../support/app.ts'
import { prepareWalks, walkAtRandom } from '../support/walks.ts'

/** `SEED=… npm run test:walks` walks the same ways again; `RUNS` and `STEPS` say how many and how far. */
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const runs = Number(process.env['RUNS'] ?? 50)
const steps = Number(process.env['STEPS'] ?? 100)

/** How many walks share a database: every walk leaves its documents, which later ones look at too. */
const runsOnOne = 5

afterEach(() => {
  vi.useRealTimers()
})

describe('whatever people do for long, in whatever order', () => {
  it('nothing is public that a second person did not approve, and the ledger proves it', async () => {
    console.log(`SEED=${seed} RUNS=${runs} STEPS=${steps}`)
    for (let done = 0; done < runs; done += runsOnOne) {
      const testApp = await startApp()
      try {
        await prepareWalks(testApp)
        await walkAtRandom({ runs: Math.min(runsOnOne, runs - done), steps, seed: seed + done })
      } finally {
        vi.useRealTimers()
        await testApp.close()
      }
    }
  })
})

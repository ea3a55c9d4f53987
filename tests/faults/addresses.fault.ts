import { describe, it } from 'vitest'
import { startApp } from '../support/app.ts'
import { NameHunt } from '../support/name-hunt.ts'
import { bring, buildTeam, writePhase } from '../support/workflow.ts'

/** `SEED=… npm run test:addresses` hunts the same way again; `RUNS` and `STEPS` say how often and how far. */
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const runs = Number(process.env['RUNS'] ?? 10)
const steps = Number(process.env['STEPS'] ?? 200)

describe('however often documents are renamed, withdrawn and published again', () => {
  it('every name that ever was public leads where it should, by every door', async () => {
    console.log(`SEED=${seed} RUNS=${runs} STEPS=${steps}`)
    for (let run = 0; run < runs; run += 1) {
      const testApp = await startApp()
      try {
        const team = await buildTeam(testApp)
        const phase = await writePhase(testApp, { as: team.author })
        await bring(testApp, phase, { to: 'published', team })
        const hunt = new NameHunt(testApp, { phase: phase.id, seed: seed + run, team })
        for (let walked = 0; walked < steps; walked += 50) {
          await hunt.walk(Math.min(50, steps - walked))
          await hunt.ask()
        }
      } finally {
        await testApp.close()
      }
    }
  })
})

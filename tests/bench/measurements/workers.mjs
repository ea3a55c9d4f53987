import { availableParallelism } from 'node:os'
import { compareRates } from '../compare.mjs'
import { keepAnswers } from '../load.mjs'

/** Cores that two workers and whoever asks them keep busy. */
const cores = 3

/** Two workers against one, on MongoDB. */
export const workers = [
  {
    name: 'MongoDB: warm REST, rotating, two workers',
    measure: async ({ sample, servers }) => {
      const contenders = []
      // The first that starts seeds the database for both.
      for (const processes of [1, 2]) {
        const name = processes === 1 ? 'MongoDB, 1 worker' : 'MongoDB, 2 workers'
        const reads = { name, server: await servers.get(name), questions: sample.rotation }
        await keepAnswers({ ...reads, processes })
        contenders.push(reads)
      }
      const there = availableParallelism()
      const hasEnough = there >= cores
      const compared = await compareRates({
        contenders: contenders.reverse(),
        of: 'MongoDB, 1 worker',
        least: hasEnough ? { 'MongoDB, 2 workers': 1.8 } : {},
      })
      const note = hasEnough
        ? `whoever asks has a core of its own, of ${there}.`
        : `no verdict (the goal is at least 1.8): two workers and whoever asks need ${cores} cores, and there are ${there}.`
      return { ...compared, note }
    },
  },
]

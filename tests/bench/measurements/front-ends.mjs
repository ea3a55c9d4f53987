import { compareRates } from '../compare.mjs'
import { keepAnswers } from '../load.mjs'

/** What front ends ask for, one thing after the other: lists, pages, notices, nested questions over GraphQL. */
export const frontEnds = [
  {
    name: 'as front ends ask, rotating over all stations, both languages',
    measure: async ({ sample, servers }) => {
      const contenders = []
      for (const name of ['platform', 'cold', 'payload'])
        contenders.push({ name, server: await servers.get(name), questions: sample.peers })
      await keepAnswers(contenders[0])
      return compareRates({ contenders, of: 'payload' })
    },
  },
]

import { compareRates } from '../compare.mjs'

/** Reads whose answers are made anew each time, against plain Payload and with what keeping documents is worth. */
export const coldReads = [
  cold({ name: 'cold REST, one station', least: 1.5, choose: ({ station }) => station }),
  cold({ name: 'cold GraphQL, POST', least: 2, choose: ({ posted }) => posted }),
]

function cold({ name, least, choose }) {
  return {
    name,
    measure: async ({ sample, servers }) => {
      const contenders = []
      for (const server of ['cold', 'cold, no documents', 'payload'])
        contenders.push({
          name: server,
          server: await servers.get(server),
          questions: [choose(sample)],
        })
      return compareRates({ contenders, of: 'payload', least })
    },
  }
}

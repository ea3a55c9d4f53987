import { askAll } from '../ask.mjs'
import { compareRates } from '../compare.mjs'
import { quick } from '../settings.mjs'

const timesBefore = quick ? 1 : 2

/**
 * Reads whose answers are made anew each time, against plain Payload and with what keeping documents is worth.
 * Who asks for one station at the same moment shares one answer that is being made; in the rotation, every
 * answer is made for one reader alone. All is asked for before, so that it is not the first time that counts.
 */
export const coldReads = [
  cold({
    name: 'cold REST, one station',
    least: { cold: 1.5 },
    choose: ({ station }) => [station],
  }),
  cold({
    name: 'cold REST, rotating',
    least: { cold: 15, 'cold, no documents': 3 },
    choose: ({ rotation }) => rotation,
  }),
  cold({ name: 'cold GraphQL, POST', least: { cold: 2 }, choose: ({ posted }) => [posted] }),
  cold({
    name: 'cold GraphQL, rotating over stations',
    least: { cold: 15 },
    choose: ({ postedRotation }) => postedRotation,
  }),
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
          questions: choose(sample),
        })
      for (const { questions, server } of contenders)
        for (let time = 1; time <= timesBefore; time += 1) await askAll(server, questions)
      return compareRates({ contenders, of: 'payload', least })
    },
  }
}

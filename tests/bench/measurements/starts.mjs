import { median } from '../figures.mjs'
import { quick, rounds } from '../settings.mjs'

/**
 * How long a process takes from its start to its first answer, on a database that is there. The first start of each
 * server does not count: it may bring something up to date.
 */
export const starts = [
  start({ name: 'start to first read, 90 stations', of: ['platform', 'payload'], most: 1.5 }),
  // Making the content takes longer than all else.
  ...(quick
    ? []
    : [
        start({
          name: 'start to first read, 9,000 stations',
          of: ['large', 'payload, large'],
          most: 3,
        }),
      ]),
]

function start({ name, of, most }) {
  return {
    name,
    measure: async ({ servers }) => {
      const found = new Map(of.map((server) => [server, []]))
      for (let round = 0; round < rounds; round += 1)
        for (const server of of) found.get(server).push(await servers.startAgain(server))
      const [ours, theirs] = of.map((server) => ({
        server,
        seconds: median(found.get(server)) / 1000,
      }))
      const goal = { text: `under ${most} s`, isMet: ours.seconds < most }
      return {
        lines: [{ ...inWords(ours), ratio: ours.seconds / theirs.seconds, goal }, inWords(theirs)],
      }
    },
  }
}

function inWords({ server, seconds }) {
  return { server, amount: `${seconds.toFixed(2)} s` }
}

import { clearInterval, setInterval } from 'node:timers'
import { beginWith, load } from '../load.mjs'
import { residentMemory } from '../servers.mjs'
import { rounds, seconds } from '../settings.mjs'

/** Most that the platform may hold, in megabytes. */
const most = 300

/** How often memory is looked at, in milliseconds. */
const interval = 100

/** The most memory that a server holds while 16 readers ask it for everything, over REST and GraphQL. */
export const memory = [
  {
    name: 'resident memory under load',
    measure: async ({ sample, servers }) => {
      const lines = []
      for (const name of ['platform', 'payload']) {
        const server = await servers.get(name)
        const held = await mostHeld({
          name,
          server,
          questions: [...sample.rotation, ...sample.peers],
        })
        lines.push({ server: name, held, amount: `${Math.round(held)} MB` })
      }
      const [ours, theirs] = lines
      const goal = { text: `under ${most} MB`, isMet: ours.held < most }
      return { lines: [{ ...ours, ratio: ours.held / theirs.held, goal }, theirs] }
    },
  },
]

async function mostHeld(reads) {
  let held = 0
  const look = () => (held = Math.max(held, residentMemory(reads.server)))
  const looking = setInterval(look, interval)
  try {
    await beginWith(reads)
    await load({ ...reads, duration: rounds * seconds })
    look()
  } finally {
    clearInterval(looking)
  }
  return held
}

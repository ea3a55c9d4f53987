import { figuresOf, timed } from '../figures.mjs'
import { Team } from '../team.mjs'

/** How many publications count, and how many are made before. */
const counted = 40
const warming = 5

/**
 * Publishing one station: with all that the platform proves and records, against plain Payload's change of a
 * status. Saving, submitting and approving are done before, and do not count.
 */
export const publications = [
  {
    name: 'publish, one station after the other',
    measure: async ({ sample, servers }) => {
      const platform = new Team(await servers.get('platform'))
      const payload = new Team(await servers.get('payload'))
      const stations = sample.revisable
        .filter(({ collection }) => collection === 'stations')
        .slice(0, warming + counted)
      const approved = []
      for (const station of stations) {
        approved.push(await platform.approve(station))
        await payload.revise(station)
      }
      await platform.signIn('publisher')
      await payload.signIn('publisher')

      const milliseconds = { platform: [], payload: [] }
      for (const station of approved) {
        milliseconds.platform.push(await timed(() => platform.publish(station)))
        milliseconds.payload.push(await timed(() => payload.publishBare(station)))
      }
      const [ours, theirs] = ['platform', 'payload'].map((server) => ({
        server,
        ...figuresOf(milliseconds[server].slice(warming)),
      }))
      const ratio = ours.p50 / theirs.p50
      const goal = { text: 'p50 at most 2.5 of payload', isMet: ratio <= 2.5 }
      return {
        lines: [{ ...ours, ratio, goal }, theirs],
        note: `${counted} publications, the ratio is that of the medians.`,
      }
    },
  },
]

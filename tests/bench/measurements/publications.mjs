import { figuresOf, timed } from '../figures.mjs'
import { quick } from '../settings.mjs'
import { Team } from '../team.mjs'

/** How many publications count, and how many are made before. */
const counted = quick ? 15 : 40
const warming = 5

/**
 * Publishing one station: with all that the platform proves and records, against plain Payload's change of a
 * status. Saving, submitting and approving are done before, and do not count. And the whole way from a draft to its
 * publication, against the one change that plain Payload needs for it.
 */
export const publications = [
  {
    name: 'publish, one station after the other',
    measure: async ({ sample, servers }) => {
      const { payload, platform, stations } = await teamsOf({ sample, servers })
      const approved = []
      for (const station of stations) {
        approved.push(await platform.approve(station))
        await payload.revise(station)
      }
      return compared(approved, {
        most: 2.5,
        platform: (station) => platform.publish(station),
        payload: (station) => payload.publishBare(station),
        note: `${counted} publications, the ratio is that of the medians.`,
      })
    },
  },
  {
    name: 'draft, state, submit, approve, publish by three people',
    measure: async ({ sample, servers }) => {
      const { payload, platform, stations } = await teamsOf({ sample, servers })
      return compared(stations, {
        most: 3,
        platform: (station) => platform.reviseAndPublish(station),
        payload: (station) => payload.reviseBare(station),
        note: `five requests together, ${counted} times, against one PATCH of the same station; the ratio is that of the medians.`,
      })
    },
  },
]

/** The teams of both servers, signed in, and the stations that they publish. */
async function teamsOf({ sample, servers }) {
  const platform = new Team(await servers.get('platform'))
  const payload = new Team(await servers.get('payload'))
  for (const person of ['editor', 'reviewer', 'publisher']) await platform.signIn(person)
  for (const person of ['editor', 'publisher']) await payload.signIn(person)
  const stations = sample.revisable
    .filter(({ collection }) => collection === 'stations')
    .slice(0, warming + counted)
  return { payload, platform, stations }
}

/** Times both servers in turn, so that what else the machine does is the same for both. */
async function compared(stations, { most, note, payload, platform }) {
  const milliseconds = { platform: [], payload: [] }
  for (const station of stations) {
    milliseconds.platform.push(await timed(() => platform(station)))
    milliseconds.payload.push(await timed(() => payload(station)))
  }
  const [ours, theirs] = ['platform', 'payload'].map((server) => ({
    server,
    ...figuresOf(milliseconds[server].slice(warming)),
  }))
  const ratio = ours.p50 / theirs.p50
  const goal = { text: `p50 at most ${most} of payload`, isMet: ratio <= most }
  return { lines: [{ ...ours, ratio, goal }, theirs], note }
}

import { ask, oneConnection } from '../ask.mjs'
import { compareRates } from '../compare.mjs'
import { figuresOf } from '../figures.mjs'
import { keepAnswers } from '../load.mjs'
import { quick } from '../settings.mjs'
import { Team } from '../team.mjs'
import { quietAndBusy } from './reads-while-publishing.mjs'

/** How many publications are followed by a page that is made anew, and how many are made before. */
const counted = quick ? 15 : 40
const warming = 5

const compressed = { 'accept-encoding': 'br' }

/** Pages of the reader's site: from memory, while people publish, and made for the first time. */
export const readerPages = [
  {
    name: 'reader’s pages, warm, rotating over stations in both languages',
    measure: ({ sample, servers }) => warmPages(pagesOf(sample), servers, { platform: 20 }),
  },
  {
    // Where sixteen ask for the same two pages, cold ones are made once for several of them.
    name: 'reader’s home page, warm, in both languages',
    measure: ({ servers }) => warmPages([page('/'), page('/es')], servers),
  },
  {
    name: 'reader’s page, ten publications a second',
    measure: ({ sample, servers }) =>
      quietAndBusy({
        questions: [page('/stations/balance-paid')],
        sample,
        servers,
        goalOf: ({ busy }) => ({ text: 'p99 under 100 ms', isMet: busy.p99 < 100 }),
      }),
  },
  {
    name: 'reader’s page, first byte after a publication',
    measure: async ({ sample, servers }) => {
      const server = await servers.get('platform')
      const team = new Team(server)
      const stations = sample.revisable
        .filter(({ collection }) => collection === 'stations')
        .slice(0, warming + counted)
      const approved = []
      for (const station of stations) approved.push(await team.approve(station))
      await team.signIn('publisher')
      const milliseconds = []
      const agent = oneConnection()
      for (const station of approved) {
        await team.publish(station)
        const { firstByte } = await ask({
          port: server.port,
          agent,
          ...page('/stations/balance-paid'),
        })
        milliseconds.push(firstByte)
      }
      const figures = figuresOf(milliseconds.slice(warming))
      const goal = { text: 'p99 under 60 ms', isMet: figures.p99 < 60 }
      return {
        lines: [{ server: 'platform', ...figures, goal }],
        note: `${counted} publications, each followed by one page.`,
      }
    },
  },
]

/** Without kept answers, Next makes each page anew, from answers that are made anew. */
async function warmPages(questions, servers, least = {}) {
  const contenders = []
  for (const name of ['platform', 'cold'])
    contenders.push({ name, server: await servers.get(name), questions })
  await keepAnswers(contenders[0])
  const compared = await compareRates({ contenders, of: 'cold', least })
  const [{ p99 }] = compared.lines
  return { ...compared, note: `p99 under 20 ms: ${p99 < 20 ? 'met' : 'missed'}.` }
}

function pagesOf({ slugs }) {
  const some = slugs.slice(0, quick ? 20 : slugs.length)
  return ['', '/es'].flatMap((prefix) => some.map((slug) => page(`${prefix}/stations/${slug}`)))
}

function page(url) {
  return { method: 'GET', url, headers: compressed }
}

import { ask, askJson } from '../ask.mjs'
import { compareRates } from '../compare.mjs'

/** The same reads where there is a hundred times as much: an index that is missing, or a scan, shows here. */
export const largeReads = [
  {
    name: 'warm REST, one station of 9,000',
    measure: ({ sample, servers }) =>
      sameStation({ large: 'large', small: 'platform', least: 0.95, sample, servers }),
  },
  {
    name: 'cold REST, one station of 9,000',
    measure: ({ sample, servers }) =>
      sameStation({ large: 'large cold', small: 'cold', least: 0.75, sample, servers }),
  },
  {
    name: 'cold REST, rotating over 9,000 stations',
    measure: async ({ sample, servers }) => {
      const contenders = []
      for (const [name, questions] of [
        ['large cold', sample.manyStations],
        ['cold', sample.stations],
      ])
        contenders.push({ name, server: await filled(await servers.get(name)), questions })
      return compareRates({ contenders, of: 'cold' })
    },
  },
  {
    name: 'cold REST, lists of 9,000 stations by title',
    measure: async ({ sample, servers }) => {
      const contenders = []
      for (const name of ['large cold', 'cold'])
        contenders.push({
          name,
          server: await filled(await servers.get(name)),
          questions: sample.lists,
        })
      return compareRates({ contenders, of: 'cold' })
    },
  },
]

async function sameStation({ large, small, least, sample, servers }) {
  const contenders = []
  for (const name of [large, small])
    contenders.push({
      name,
      server: await filled(await servers.get(name)),
      questions: [sample.station],
    })
  await expectSameBytes(contenders)
  return compareRates({ contenders, of: small, least: { [large]: least } })
}

/** Waits for search and the map, which are made beside everything else for a while after the start. */
async function filled(server) {
  for (const url of ['/api/search?q=tax', '/api/roadmap']) await askJson({ port: server.port, url })
  return server
}

async function expectSameBytes([one, other]) {
  const [at, beside] = await Promise.all(
    [one, other].map(({ server, questions }) => ask({ port: server.port, ...questions[0] })),
  )
  if (!at.bytes.equals(beside.bytes))
    throw new Error(`${one.name} and ${other.name} answer differently: ${at.bytes}`)
}

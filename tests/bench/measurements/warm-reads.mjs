import { ask } from '../ask.mjs'
import { compareRates } from '../compare.mjs'
import { quick } from '../settings.mjs'

/** Reads that are answered from memory, against servers that do nothing but hand out the same bytes. */
export const warmReads = [
  warm({ name: 'warm REST, one station', least: 0.9, choose: ({ station }) => [station] }),
  warm({ name: 'warm REST, lists', least: 0.9, choose: ({ list }) => [list] }),
  warm({
    name: 'warm REST, rotating over stations, notices, languages',
    least: 0.9,
    choose: ({ rotation }) => rotation,
  }),
  warm({ name: '304', least: 0.6, choose: notModified }),
  warm({ name: 'warm GraphQL, persisted over GET', least: 0.55, choose: persisted }),
  warm({ name: 'warm GraphQL, POST', least: 0.6, choose: ({ posted }) => [posted] }),
]

function warm({ name, least, choose }) {
  return {
    name,
    measure: async ({ sample, servers }) => {
      const questions = await choose(sample, await servers.get('platform'))
      const contenders = []
      for (const server of ['platform', 'bare', ...(quick ? [] : ['express'])])
        contenders.push({ name: server, server: await servers.get(server), questions })
      return compareRates({ contenders, of: 'bare', least: { platform: least } })
    },
  }
}

async function notModified({ station }, { port }) {
  const { headers } = await ask({ port, ...station })
  return [{ ...station, headers: { 'If-None-Match': headers.etag } }]
}

async function persisted(sample, { port }) {
  await ask({ port, ...sample.registered })
  return [sample.persisted]
}

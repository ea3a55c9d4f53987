import autocannon from 'autocannon'
import { ask } from './ask.mjs'
import { figuresOf, mediansOf } from './figures.mjs'
import { connections, rounds, seconds } from './settings.mjs'

/**
 * Has several servers do the same kind of work in alternating rounds, and gives the medians of each.
 *
 * @param contenders each with a name, a server and the questions it is asked
 */
export async function alternate(contenders) {
  const found = new Map(contenders.map(({ name }) => [name, []]))
  // Once without counting, so that every server is warm.
  for (const contender of contenders) await beginWith(contender)
  for (let round = 0; round < rounds; round += 1)
    for (const contender of contenders)
      found.get(contender.name).push(await load({ ...contender, duration: seconds }))
  return contenders.map(({ name }) => ({ server: name, ...mediansOf(found.get(name)) }))
}

/**
 * Asks a server as fast as it answers, over all connections.
 *
 * @param duration in seconds
 * @throws Error when a single answer was not what was asked for
 */
export async function load({ name, server, questions, duration }) {
  const milliseconds = []
  const requests = questions.map(requestOf)
  let begun = 0
  const running = autocannon({
    url: `http://127.0.0.1:${server.port}`,
    connections,
    duration,
    requests: requests.slice(0, 1),
    setupClient: (client) => {
      // Each begins elsewhere, or all would ask for the same at the same moment.
      const from = Math.floor((begun * requests.length) / connections)
      begun += 1
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)])
    },
  })
  // Autocannon's own latencies are whole milliseconds.
  running.on('response', (_client, _status, _bytes, time) => milliseconds.push(time))
  const result = await running
  const failed = result.errors + result.timeouts + result['4xx'] + result['5xx']
  if (failed > 0) throw new Error(`${name} failed ${failed} times`)
  // Who did not answer once in that time is given more.
  if (milliseconds.length === 0) return load({ name, server, questions, duration: duration * 2 })
  return figuresOf(milliseconds, result.requests.average)
}

/** Asks a server for a second without counting, and once to see that it answers at all. */
export async function beginWith({ name, server, questions }) {
  const { status, bytes } = await ask({ port: server.port, ...questions[0] })
  if (status >= 400)
    throw new Error(`${name} answered ${questions[0].url} with ${status}: ${bytes}`)
  await load({ name, server, questions, duration: 1 })
}

/**
 * Asks everything twice: an answer is kept for good when it is asked for a second time.
 *
 * @param processes how many share the port. Each takes the next connection, and keeps answers of its own.
 */
export async function keepAnswers({ server, questions, processes = 1 }) {
  for (const question of questions)
    for (let time = 1; time <= 2 * processes; time += 1)
      await ask({ port: server.port, ...question })
}

function requestOf({ method, url, body, headers }) {
  return {
    method,
    path: url,
    ...(body ? { body, headers: { 'content-type': 'application/json', ...headers } } : { headers }),
  }
}

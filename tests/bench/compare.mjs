import { ask } from './ask.mjs'
import { alternate } from './load.mjs'

/** Headers that belong to a connection or a moment, not to the answer. */
const perConnection = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'x-cache'])

/**
 * The lines of a row: how many answers a second several servers give, and the first of them as a share of
 * another; also those of the others that have a goal.
 *
 * @param contenders each with a name, a server and the questions it is asked
 * @param of name of the server that the first is measured against
 * @param least by the name of a server, the smallest share that meets its goal
 */
export async function compareRates({ contenders, of, least = {} }) {
  await teachReplays(contenders)
  const found = await alternate(contenders)
  const { rate } = found.find(({ server }) => server === of)
  return {
    lines: found.map((line, at) => {
      const goal = least[line.server]
      if (at > 0 && goal === undefined) return line
      const ratio = line.rate / rate
      const isMet = ratio >= goal
      return { ...line, ratio, goal: goal && { text: `at least ${goal} of ${of}`, isMet } }
    }),
  }
}

/** Servers that replay hand out what the first contender answers. */
async function teachReplays(contenders) {
  const [{ server, questions }] = contenders
  const replays = contenders.filter(({ server: { teach } }) => teach)
  if (replays.length === 0) return
  const answers = []
  for (const question of questions) {
    const { status, headers, bytes } = await ask({ port: server.port, ...question })
    if (status >= 400) throw new Error(`${question.url} was answered ${status}: ${bytes}`)
    answers.push({
      ...question,
      headers: headers.list.filter(([header]) => !perConnection.has(header.toLowerCase())).flat(),
      status,
      bytes: bytes.toString('base64'),
    })
  }
  for (const replay of replays) await replay.server.teach(answers)
}

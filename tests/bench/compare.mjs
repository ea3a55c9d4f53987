import { ask } from './ask.mjs'
import { alternate } from './load.mjs'

/** Headers that belong to a connection or a moment, not to the answer. */
const perConnection = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'x-cache'])

/**
 * The lines of a row: how many answers a second several servers give, and the first of them as a share of
 * another.
 *
 * @param contenders each with a name, a server and the questions it is asked
 * @param of name of the server that the first is measured against
 * @param least smallest share that meets the goal; without it there is no goal
 */
export async function compareRates({ contenders, of, least }) {
  await teachReplays(contenders)
  const [first, ...others] = await alternate(contenders)
  const ratio = first.rate / others.find(({ server }) => server === of).rate
  const goal = least && { text: `at least ${least} of ${of}`, isMet: ratio >= least }
  return { lines: [{ ...first, ratio, goal }, ...others] }
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

import { performance } from 'node:perf_hooks'
import { askJson, oneConnection } from '../ask.mjs'
import { figuresOf, mediansOf, timed } from '../figures.mjs'
import { rounds, seconds } from '../settings.mjs'

/** What people type: words, codes in any spelling, typos, their own words for things, sentences, and what is not about taxes. */
const typed = {
  en: [
    'audit',
    'balance due',
    'payment plan',
    'installment agreement',
    'notice of deficiency',
    'identity theft',
    'offer in compromise',
    'tax court',
    'refund',
    'penalty',
    'collection due process hearing',
    'taxpayer advocate',
    'innocent spouse',
    'CP2000',
    'cp 14',
    'CP-504',
    'ltr11',
    'letter 1058',
    'Form 1040-X',
    '9465',
    'form 12153',
    'blance due',
    'instalment agreemnt',
    'idenity theft',
    'levvy',
    'owe money',
    "can't pay",
    'took my paycheck',
    'the IRS is wrong',
    'what happens if I do not answer the letter',
    'pay',
    'zebra crossing',
  ],
  es: [
    'auditoría',
    'auditoria',
    'saldo adeudado',
    'plan de pagos',
    'no puedo pagar',
    'me auditan',
    'robo de identidad',
    'embrago de salario',
    'tribunal tributario',
    'reembolso',
  ],
}

const questions = Object.entries(typed).flatMap(([locale, list]) =>
  list.map((words) => ({ url: `/api/search?q=${encodeURIComponent(words)}&locale=${locale}` })),
)

/** The servers that are asked, and what p99 of their own time has to stay under, in milliseconds. */
const goals = { cold: 3, '10,000 documents': 15 }

/** How often each question is asked at least, however long that takes, so that p99 is not the slowest alone. */
const leastPasses = 5

/**
 * Searches, one after the other over one connection. No answer is kept. The time is what the server takes for
 * one, from the head of the question to the end of the answer; how long the one who asks waits is in the note.
 */
export const searches = [
  {
    name: 'search, one after the other',
    measure: async ({ servers }) => {
      const asked = []
      for (const name of Object.keys(goals)) {
        const { port, say } = await servers.get(name)
        const server = { name, port, say, agent: oneConnection() }
        const first = await timed(() => askJson({ ...server, ...questions[0] }))
        asked.push({ ...server, first, taken: [], waited: [] })
      }
      // Once without counting, so that every server is warm.
      for (const server of asked) await searchFor(server)
      for (let round = 0; round < rounds; round += 1)
        for (const server of asked) {
          const { taken, waited } = await searchFor(server)
          server.taken.push(figuresOf(taken))
          server.waited.push(figuresOf(waited))
        }
      return { lines: asked.map(lineOf), note: noteOf(asked) }
    },
  },
]

/** @returns for each search what the server took and what the one who asked waited, in milliseconds */
async function searchFor(server) {
  const waited = []
  await server.say('record')
  const until = performance.now() + seconds * 1000
  for (let pass = 0; pass < leastPasses || performance.now() < until; pass += 1)
    for (const question of questions)
      waited.push(await timed(() => askJson({ ...server, ...question })))
  return { taken: await server.say('stop'), waited }
}

function lineOf({ name, taken }) {
  const most = goals[name]
  const medians = mediansOf(taken)
  const goal = { text: `p99 under ${most} ms`, isMet: medians.p99 < most }
  return { server: name, ...medians, goal }
}

function noteOf(asked) {
  const firsts = asked.map(({ name, first }) => `${(first / 1000).toFixed(1)} s on ${name}`)
  const waits = asked.map(({ name, waited }) => `${mediansOf(waited).p99.toFixed(2)} ms on ${name}`)
  return (
    `${questions.length} questions, no answer kept; the times are the server's, p99 for the one who asks was ` +
    `${waits.join(', ')}; the very first took ${firsts.join(', ')}.`
  )
}

import { ask, askJson, oneConnection } from '../ask.mjs'
import { figuresOf, mediansOf, timed } from '../figures.mjs'
import { rounds, seconds } from '../settings.mjs'

/** What people type: words, codes in any spelling, typos, their own words for things, and what finds nothing. */
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

/** Searches, one after the other over one connection: the time is that of one search. No answer is kept. */
export const searches = [
  {
    name: 'search, one after the other',
    measure: async ({ servers }) => {
      const goals = [
        ['cold', 3],
        ['large cold', 15],
      ]
      const found = new Map()
      for (const [name] of goals) {
        const { port } = await servers.get(name)
        if (!(await isThere(port))) return { lines: [], note: 'skipped, there is no /api/search.' }
        found.set(name, { port, agent: oneConnection(), figures: [] })
      }
      for (const server of found.values()) await askAll(server)
      for (let round = 0; round < rounds; round += 1)
        for (const server of found.values()) server.figures.push(await searchFor(server))
      return {
        lines: goals.map(([name, most]) => {
          const figures = mediansOf(found.get(name).figures)
          const goal = { text: `p99 under ${most} ms`, isMet: figures.p99 < most }
          return { server: name, ...figures, goal }
        }),
        note: `${questions.length} questions over one connection, no answer kept; \`large cold\` has 9,000 stations.`,
      }
    },
  },
]

async function isThere(port) {
  const { status } = await ask({ port, ...questions[0] })
  return status !== 404
}

async function searchFor(server) {
  const milliseconds = []
  const until = Date.now() + seconds * 1000
  while (Date.now() < until) milliseconds.push(...(await askAll(server)))
  return figuresOf(milliseconds)
}

/** How long each question took. */
async function askAll({ port, agent }) {
  const milliseconds = []
  for (const question of questions)
    milliseconds.push(await timed(() => askJson({ port, agent, ...question })))
  return milliseconds
}

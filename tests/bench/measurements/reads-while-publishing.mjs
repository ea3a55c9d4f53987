import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { mediansOf } from '../figures.mjs'
import { beginWith, keepAnswers, load } from '../load.mjs'
import { rounds, seconds } from '../settings.mjs'
import { Team } from '../team.mjs'

const publicationsPerSecond = 10

/**
 * Warm reads while a publisher publishes ten times a second, against the same reads while nobody does. Every
 * publication makes the platform forget the answers that show something of it.
 */
export const readsWhilePublishing = [
  {
    name: 'warm REST, one station, ten publications a second',
    measure: ({ sample, servers }) =>
      quietAndBusy({ questions: [sample.station], most: 10, sample, servers }),
  },
  {
    name: 'warm REST, rotating, ten publications a second',
    measure: ({ sample, servers }) =>
      quietAndBusy({
        questions: sample.rotation,
        ratioOf: ({ busy, quiet }) => busy.rate / quiet.rate,
        goalOf: ({ busy, quiet }) => ({
          text: 'at least 0.7 of quiet, p99 at most 5 times that of quiet',
          isMet: busy.rate >= 0.7 * quiet.rate && busy.p99 <= 5 * quiet.p99,
        }),
        sample,
        servers,
      }),
  },
]

/**
 * @param most how often the p99 in quiet that of busy reads may be
 * @param goalOf says of the figures whether another goal is met, in place of `most`
 * @param ratioOf makes another ratio of the figures than that of p99
 */
export async function quietAndBusy({ questions, most, goalOf, ratioOf, sample, servers }) {
  const server = await servers.get('platform')
  const team = new Team(server)
  const reads = { name: 'platform', server, questions }
  const quiet = []
  const busy = []
  const rates = []
  for (let round = 0; round < rounds; round += 1) {
    const approved = await approveEnough({ team, documents: sample.revisable })
    await keepAnswers(reads)
    await beginWith(reads)
    quiet.push(await load({ ...reads, duration: seconds }))
    const publishing = publishSteadily({ team, approved })
    busy.push(await load({ ...reads, duration: seconds }))
    rates.push((await publishing) / seconds)
  }
  const whileQuiet = { server: 'platform, quiet', ...mediansOf(quiet) }
  const whileBusy = { server: 'platform, publishing', ...mediansOf(busy) }
  const slower = whileBusy.p99 / whileQuiet.p99
  const ratio = ratioOf ? ratioOf({ busy: whileBusy, quiet: whileQuiet }) : slower
  const slowest = Math.min(...rates)
  // Whoever cannot publish as often has not shown what it costs.
  const isSteady = slowest >= publicationsPerSecond * 0.9
  const goal = goalOf
    ? goalOf({ busy: whileBusy, quiet: whileQuiet })
    : most && { text: `p99 under ${most} of quiet`, isMet: slower < most }
  if (goal) {
    goal.text += `, ${publicationsPerSecond} publications a second come through`
    goal.isMet &&= isSteady
  }
  return {
    lines: [{ ...whileBusy, ratio, goal }, whileQuiet],
    note:
      (ratioOf
        ? `the ratio is that of answers a second; p99 was ${slower.toFixed(1)} times that of quiet`
        : 'the ratio is that of p99') + `; at least ${slowest.toFixed(1)} publications a second.`,
  }
}

/** Everything that will be published in one round, so that nothing else is written during it. */
async function approveEnough({ team, documents }) {
  const count = publicationsPerSecond * seconds
  if (count > documents.length)
    throw new Error(
      `${seconds} seconds need ${count} approved documents, and there are ${documents.length}. Choose fewer SECONDS.`,
    )
  const approved = []
  for (const document of documents.slice(0, count)) approved.push(await team.approve(document))
  await team.signIn('publisher')
  return approved
}

/** Publishes one document after the other, each at its time, and says how many were public in time. */
async function publishSteadily({ team, approved }) {
  const from = performance.now()
  let published = 0
  for (const [at, document] of approved.entries()) {
    await setTimeout(from + (at * 1000) / publicationsPerSecond - performance.now())
    if (performance.now() - from > seconds * 1000) break
    await team.publish(document)
    published += 1
  }
  return published
}

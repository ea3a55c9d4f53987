/* Measures the platform against what the machine can do and against plain Payload, in one run.
 *
 *   npm run bench                 three rounds of four seconds for each figure
 *   ROUNDS=5 SECONDS=8 npm run bench
 *   ONLY=warm npm run bench       only the work whose name has this word; ONLY='warm|304' has one of these
 *   npm run bench -- --quick      one short round of less, without large content: a few minutes
 *   MONGODB_URL=mongodb://… npm run bench      also two workers on MongoDB against one
 *
 * Prints tables of medians and ratios as Markdown; docs/performance.md says what they mean and keeps those of
 * one run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from '../../src/bin/build.mjs'
import { dropMongoDatabase } from './mongo.mjs'
import { keepRatios, ratiosBefore } from './previous.mjs'
import { announce, report } from './report.mjs'
import { chooseSample } from './sample.mjs'
import { Servers } from './servers.mjs'
import { only, quick } from './settings.mjs'
import { coldReads } from './measurements/cold-reads.mjs'
import { frontEnds } from './measurements/front-ends.mjs'
import { largeReads } from './measurements/large-reads.mjs'
import { memory } from './measurements/memory.mjs'
import { publications } from './measurements/publications.mjs'
import { readerPages } from './measurements/reader-pages.mjs'
import { readsWhilePublishing } from './measurements/reads-while-publishing.mjs'
import { searches } from './measurements/searches.mjs'
import { starts } from './measurements/starts.mjs'
import { warmReads } from './measurements/warm-reads.mjs'
import { workers } from './measurements/workers.mjs'

const kinds = [
  warmReads,
  // On the same servers.
  [...coldReads, ...frontEnds],
  // Making the content takes longer than all else.
  ...(quick ? [] : [largeReads, searches]),
  publications,
  readsWhilePublishing,
  readerPages,
  [...memory, ...starts],
  ...(process.env.MONGODB_URL ? [workers] : []),
]

build()
const folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-bench-'))
const servers = new Servers(folder)
try {
  const sample = await chooseSample(await servers.seed())
  await servers.stop()
  const rows = []
  for (const kind of kinds) {
    for (const { name, measure } of kind.filter((work) =>
      only.some((word) => work.name.includes(word)),
    )) {
      const row = { name, ...(await measure({ sample, servers })) }
      rows.push(row)
      announce(row)
    }
    await servers.stop()
  }
  report({ before: ratiosBefore(), rows, servers })
  keepRatios(rows)
} finally {
  await servers.stop()
  await dropMongoDatabase()
  rmSync(folder, { recursive: true, force: true })
}

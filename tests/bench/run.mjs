/* Measures the platform against what the machine can do and against plain Payload, in one run.
 *
 *   npm run bench                 three rounds of four seconds for each figure
 *   ROUNDS=5 SECONDS=8 npm run bench
 *   ONLY=warm npm run bench       only the work whose name has this word
 *   npm run bench -- --quick      one short round, without large content: a few minutes
 *
 * Prints tables of medians and ratios as Markdown; docs/performance.md says what they mean and keeps those of
 * one run.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from '../../src/bin/build.mjs'
import { keepRatios, ratiosBefore } from './previous.mjs'
import { announce, report } from './report.mjs'
import { chooseSample } from './sample.mjs'
import { Servers } from './servers.mjs'
import { only, quick } from './settings.mjs'
import { coldReads } from './measurements/cold-reads.mjs'
import { largeReads } from './measurements/large-reads.mjs'
import { publications } from './measurements/publications.mjs'
import { readerPages } from './measurements/reader-pages.mjs'
import { readsWhilePublishing } from './measurements/reads-while-publishing.mjs'
import { searches } from './measurements/searches.mjs'
import { warmReads } from './measurements/warm-reads.mjs'

const kinds = [
  warmReads,
  coldReads,
  // Making the content takes longer than all else.
  ...(quick ? [] : [largeReads, searches]),
  publications,
  readsWhilePublishing,
  readerPages,
]

build()
const folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-bench-'))
const servers = new Servers(folder)
try {
  const sample = await chooseSample(await servers.seed())
  await servers.stop()
  const rows = []
  for (const kind of kinds) {
    for (const { name, measure } of kind.filter((work) => work.name.includes(only))) {
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
  rmSync(folder, { recursive: true, force: true })
}

/* Says how the reader's pages do on a phone, as Lighthouse reckons it, beside a page that is almost empty:
 *
 *   npm run bench:phone               five rounds, on a phone whose processor is four times slower than this machine
 *   ROUNDS=9 SLOWER=3 npm run bench:phone
 *   CHROMIUM=/path/to/chromium npm run bench:phone
 *
 * Lighthouse takes a phone for four times slower than a machine that has at least 1,533 points in its own benchmark
 * (docs/throttling.md in its repository). The points of this machine are printed besides, so that SLOWER can follow.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { build } from '../../src/bin/build.mjs'
import { median } from './figures.mjs'
import { Servers } from './servers.mjs'

const rounds = Number(process.env.ROUNDS ?? 5)
const slower = Number(process.env.SLOWER ?? 4)
const debuggingPort = 9_322

const emptyPage =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Empty</title><h1>Empty</h1>'

build()
const folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-phone-'))
const servers = new Servers(folder)
const empty = http.createServer((_, answer) => {
  answer.setHeader('Content-Type', 'text/html; charset=utf-8')
  answer.end(emptyPage)
})
try {
  empty.listen(0, '127.0.0.1')
  await once(empty, 'listening')
  const origin = `http://localhost:${(await servers.seed()).port}`
  const pages = {
    empty: `http://localhost:${empty.address().port}/`,
    home: `${origin}/`,
    'a station': `${origin}/stations/balance-paid`,
    'a notice, in Spanish': `${origin}/es/notices/cp14`,
    'the map': `${origin}/map`,
  }
  const found = Object.fromEntries(Object.keys(pages).map((name) => [name, []]))
  // By turns, so that what else the machine does meets all of them.
  for (let round = 0; round < rounds; round += 1)
    for (const [name, address] of Object.entries(pages)) found[name].push(await look(address))
  print(found)
} finally {
  await servers.stop()
  empty.close()
  rmSync(folder, { recursive: true, force: true })
}

/** @returns what Lighthouse says of a page, opened by a browser that knows nothing of it */
async function look(address) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--remote-debugging-port=${debuggingPort}`,
    ],
  })
  try {
    const { lhr } = await lighthouse(address, {
      port: debuggingPort,
      logLevel: 'error',
      onlyCategories: ['performance'],
      throttling: { cpuSlowdownMultiplier: slower },
    })
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`)
    const value = (audit) => lhr.audits[audit].numericValue
    return {
      points: lhr.categories.performance.score * 100,
      drawn: value('largest-contentful-paint'),
      blocked: value('total-blocking-time'),
      work: value('mainthread-work-breakdown'),
      machine: lhr.environment.benchmarkIndex,
    }
  } finally {
    await browser.close()
  }
}

function print(found) {
  const middle = (name, figure) => median(found[name].map((one) => one[figure]))
  const lines = Object.keys(found).map((name) => [
    name,
    middle(name, 'points').toFixed(0),
    Math.max(...found[name].map(({ points }) => points)).toFixed(0),
    middle(name, 'drawn').toFixed(0),
    middle(name, 'blocked').toFixed(0),
    (middle(name, 'work') / middle('empty', 'work')).toFixed(1),
  ])
  const machine = median(Object.values(found).flatMap((all) => all.map((one) => one.machine)))
  console.log(
    `\nThis machine has ${machine} points; a phone is taken for ${slower} times slower.\n`,
  )
  console.log(
    '| page | points, median | best | drawn, ms | blocked, ms | work, times an empty page |',
  )
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const line of lines) console.log(`| ${line.join(' | ')} |`)
}

/* Measures the platform against what the machine can do and against plain Payload, in one run.
 *
 *   npm run bench                 three rounds of four seconds for each figure
 *   ROUNDS=5 SECONDS=8 npm run bench
 *   ONLY=warm npm run bench       only the figures whose name has this word
 *
 * Prints a table of medians and ratios as Markdown; docs/performance.md keeps one with the machine it ran on.
 */
import autocannon from 'autocannon'
import { Buffer } from 'node:buffer'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import { cpus, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from '../../src/bin/build.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const rounds = Number(process.env.ROUNDS ?? 3)
const seconds = Number(process.env.SECONDS ?? 4)
const only = process.env.ONLY ?? ''
const connections = 16
const ports = { platform: 4601, cold: 4602, payload: 4603, bare: 4604, express: 4605 }
const work = mkdtempSync(path.join(tmpdir(), 'stationmaster-bench-'))
const running = new Set()
const rows = []
/** Headers that belong to a connection or a moment, not to the answer. */
const perConnection = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'x-cache'])

try {
  await main()
} finally {
  for (const child of running) child.kill('SIGTERM')
  rmSync(work, { recursive: true, force: true })
}

async function main() {
  build()
  buildPayload()
  const seeded = path.join(work, 'seeded')
  await (await startPlatform({ dataDir: seeded, port: ports.platform })).stop()

  const platform = await startPlatform({ dataDir: copyOf(seeded, 'warm'), port: ports.platform })
  const cold = await startPlatform({
    dataDir: copyOf(seeded, 'cold'),
    port: ports.cold,
    environment: { CACHE_MB: '0' },
  })
  const payload = await startPayload({
    dataDir: copyOf(seeded, 'payload'),
    secret: secretOf(seeded),
  })
  const bare = await startReplay('bare', ports.bare)
  const express = await startReplay('express', ports.express)

  const station = await stationOfAbout(6_000)
  const query = `query ($slug: String!) { Stations(where: { slug: { equals: $slug } }) { docs { title slug summary overview phase { name slug } steps { title } connections { condition to { slug title } } relatedNotices { code title } } } }`
  const question = JSON.stringify({ query, variables: { slug: station.slug } })
  const hash = createHash('sha256').update(query).digest('hex')
  const persisted = `/api/graphql?variables=${encodeURIComponent(JSON.stringify({ slug: station.slug }))}&extensions=${encodeURIComponent(JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hash } }))}`
  await ask(ports.platform, {
    method: 'POST',
    url: '/api/graphql',
    body: JSON.stringify({
      query,
      variables: { slug: station.slug },
      extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
    }),
  })

  const warm = { platform: ports.platform, bare: ports.bare, express: ports.express }
  const get = (url, headers) => ({ method: 'GET', url, ...(headers ? { headers } : {}) })
  const post = (body) => ({ method: 'POST', url: '/api/graphql', body })

  await measure('warm REST, one station', [get(station.url)], warm, { goal: ['bare', 0.6] })
  await measure('warm REST, lists', [get('/api/stations?limit=10&depth=0')], warm, {
    goal: ['bare', 0.6],
  })
  await measure('warm REST, rotating over stations, notices, languages', await rotation(), warm, {
    goal: ['bare', 0.6],
  })
  const { headers } = await ask(ports.platform, get(station.url))
  await measure('304', [get(station.url, { 'If-None-Match': headers.etag })], warm, {
    goal: ['bare', 0.6],
  })
  await measure('warm GraphQL, persisted over GET', [get(persisted)], warm, {
    goal: ['bare', 0.55],
  })
  await measure('warm GraphQL, POST', [post(question)], warm, { goal: ['bare', 0.3] })

  const coldly = { platform: ports.cold, payload: ports.payload }
  await measure('cold REST, one station', [get(station.url)], coldly, { goal: ['payload', 1.5] })
  await measure('cold GraphQL, POST', [post(question)], coldly, { goal: ['payload', 2] })
  report({ platform, cold, payload, bare, express })
}

/** Median figures of alternating rounds of one kind of work on each server. */
async function measure(name, questions, servers, { goal }) {
  if (!name.includes(only)) return
  const [reference, least] = goal
  const first = servers.platform
  const answers = []
  for (const question of questions) {
    const { status, headers, bytes } = await ask(first, question)
    if (status >= 400) throw new Error(`${question.url} was answered ${status}: ${bytes}`)
    answers.push({
      ...question,
      headers: headers.list.filter(([header]) => !perConnection.has(header.toLowerCase())).flat(),
      status,
      bytes: bytes.toString('base64'),
    })
  }
  for (const replay of [...running].filter(({ isReplay }) => isReplay)) await replay.teach(answers)
  const figures = Object.fromEntries(Object.keys(servers).map((server) => [server, []]))
  // Once without counting, so that every server is warm.
  for (const [server, port] of Object.entries(servers)) await load(server, port, questions, 1)
  for (let round = 0; round < rounds; round += 1)
    for (const [server, port] of Object.entries(servers))
      figures[server].push(await load(server, port, questions, seconds))
  const row = { name, goal: `${least} of ${reference}` }
  for (const [server, found] of Object.entries(figures))
    row[server] = {
      rate: median(found.map(({ rate }) => rate)),
      p50: median(found.map(({ p50 }) => p50)),
      p99: median(found.map(({ p99 }) => p99)),
    }
  row.ratio = row.platform.rate / row[reference].rate
  row.met = row.ratio >= least
  rows.push(row)
  console.error(`${name}: ${row.ratio.toFixed(2)} of ${reference} (goal ${least})`)
}

async function load(server, port, questions, duration) {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration,
    requests: questions.map(({ method, url, body, headers }) => ({
      method,
      path: url,
      ...(body
        ? { body, headers: { 'content-type': 'application/json', ...headers } }
        : { headers }),
    })),
  })
  const failed = result.errors + result.timeouts + result['4xx'] + result['5xx']
  if (failed > 0) throw new Error(`${server} failed ${failed} times`)
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 }
}

/** One question and its answer, byte for byte. */
function ask(port, { method, url, body, headers = {} }) {
  return new Promise((resolve, reject) => {
    const asked = http.request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url,
        agent: false,
        headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      },
      (res) => {
        const parts = []
        res.on('data', (part) => parts.push(part))
        res.on('end', () => {
          const list = []
          for (let at = 0; at < res.rawHeaders.length; at += 2)
            list.push([res.rawHeaders[at], res.rawHeaders[at + 1]])
          resolve({
            status: res.statusCode,
            headers: { ...res.headers, list },
            bytes: Buffer.concat(parts),
          })
        })
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })
}

async function json(port, url) {
  return JSON.parse((await ask(port, { method: 'GET', url })).bytes.toString('utf8'))
}

/** The station whose populated page comes nearest to a size in bytes. */
async function stationOfAbout(size) {
  const { docs } = await json(ports.platform, '/api/stations?limit=100&depth=0&select[slug]=true')
  let best
  for (const { slug } of docs) {
    const url = `/api/stations?where[slug][equals]=${slug}&depth=1`
    const { bytes } = await ask(ports.platform, { method: 'GET', url })
    const distance = Math.abs(bytes.length - size)
    if (!best || distance < best.distance) best = { slug, url, distance, size: bytes.length }
  }
  console.error(`${best.slug}: ${best.size} bytes`)
  return best
}

async function rotation() {
  const questions = []
  for (const [collection, name] of [
    ['stations', 'slug'],
    ['notices', 'code'],
  ]) {
    const { docs } = await json(ports.platform, `/api/${collection}?limit=100&depth=0`)
    for (const document of docs)
      for (const locale of ['en', 'es'])
        questions.push({
          method: 'GET',
          url: `/api/${collection}?where[${name}][equals]=${encodeURIComponent(document[name])}&depth=1&locale=${locale}`,
        })
  }
  return questions
}

async function startPlatform({ dataDir, port, environment = {} }) {
  const from = performance.now()
  const child = start(['--conditions=production', 'dist/src/server.js'], {
    DATA_DIR: dataDir,
    PORT: String(port),
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    ...environment,
  })
  await answering(port, '/api/stations?limit=1', child)
  return Object.assign(child, { startedIn: (performance.now() - from) / 1000, port })
}

async function startPayload({ dataDir, secret }) {
  const from = performance.now()
  const child = start(
    [
      'node_modules/next/dist/bin/next',
      'start',
      'tests/bench/payload',
      '-p',
      String(ports.payload),
    ],
    {
      DATA_DIR: dataDir,
      PAYLOAD_SECRET: secret,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  )
  await answering(ports.payload, '/api/stations?limit=1', child)
  return Object.assign(child, { startedIn: (performance.now() - from) / 1000, port: ports.payload })
}

async function startReplay(kind, port) {
  const child = start(['tests/bench/servers/replay.mjs', kind, String(port)], {}, true)
  await new Promise((resolve) => child.once('message', resolve))
  return Object.assign(child, {
    isReplay: true,
    teach: (answers) =>
      new Promise((resolve) => {
        child.once('message', resolve)
        child.send(answers)
      }),
  })
}

function start(args, environment, hasChannel = false) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', ...(hasChannel ? ['ipc'] : [])],
  })
  running.add(child)
  child.stop = () =>
    new Promise((resolve) => {
      child.once('exit', resolve)
      running.delete(child)
      child.kill('SIGTERM')
    })
  return child
}

async function answering(port, url, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`A server ended with ${child.exitCode}.`)
    try {
      if ((await ask(port, { method: 'GET', url })).status === 200) return
    } catch {
      // Not listening yet.
    }
    await setTimeout(50)
  }
}

function buildPayload() {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build', 'tests/bench/payload'],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        DATA_DIR: work,
        PAYLOAD_SECRET: 'only for building',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) throw new Error('Plain Payload could not be built.')
}

function copyOf(from, name) {
  const to = path.join(work, name)
  cpSync(from, to, { recursive: true })
  return to
}

function secretOf(dataDir) {
  return readFileSync(path.join(dataDir, 'secret'), 'utf8')
}

function residentMemory({ pid }) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)]
}

function report(servers) {
  const machine = `${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  console.log(
    `\n${machine}; ${connections} connections, ${rounds} rounds of ${seconds} s, medians.\n`,
  )
  console.log('| work | server | requests/s | p50 ms | p99 ms | ratio | goal |')
  console.log('| --- | --- | ---: | ---: | ---: | ---: | --- |')
  for (const { name, goal, ratio, met, ...figures } of rows)
    for (const [server, { rate, p50, p99 }] of Object.entries(figures))
      console.log(
        `| ${server === 'platform' ? name : ''} | ${server} | ${Math.round(rate)} | ${p50} | ${p99} | ${
          server === 'platform' ? ratio.toFixed(2) : ''
        } | ${server === 'platform' ? `${goal}: ${met ? 'met' : 'missed'}` : ''} |`,
      )
  console.log('\n| server | start to first read, s | resident memory, MB |')
  console.log('| --- | ---: | ---: |')
  for (const [name, server] of Object.entries(servers))
    console.log(
      `| ${name} | ${server.startedIn?.toFixed(1) ?? ''} | ${Math.round(residentMemory(server))} |`,
    )
}

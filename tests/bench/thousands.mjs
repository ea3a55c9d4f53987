/* Says how long making the map, filling search and publishing five hundred documents at once take where there are
 * 9,000 stations, and how long others wait meanwhile:
 *
 *   node --conditions=production tests/bench/thousands.mjs
 *   DOCUMENTS=100 node --conditions=production tests/bench/thousands.mjs
 *
 * SEEDED names a data folder that is seeded already and saves the half minute in which one is made.
 */
import { fork } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { build } from '../../src/bin/build.mjs'
import { ask, askJson } from './ask.mjs'
import { multiply } from './multiply.mjs'
import { largeTimes, root } from './settings.mjs'
import { Team } from './team.mjs'

const inSet = Number(process.env['DOCUMENTS'] ?? 500)

build(['server'])
const folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-thousands-'))
const dataDir = path.join(folder, 'data')
const running = []
try {
  if (process.env['SEEDED']) cpSync(process.env['SEEDED'], dataDir, { recursive: true })
  else await stop(await start())
  multiply(path.join(dataDir, 'stationmaster.db'), largeTimes)

  console.log(
    '\n| work | ms | of a processor, ms | longest pause, ms | longest wait, ms |\n| --- | ---: | ---: | ---: | ---: |',
  )
  const server = await start()
  await measure('search and the map after the start', server, () => server.say('prepare'))
  await measure('the map is answered for the first time', server, () => map(server))
  const team = new Team(server)
  for (const person of ['editor', 'reviewer', 'publisher']) await team.signIn(person)
  const [station] = await stations(server)
  const approved = await team.approve({ collection: 'stations', id: station.id })
  await team.publish(approved)
  await measure('the map after a publication that it shows', server, () => map(server))
  await measure('the map in Spanish after that', server, () => map(server, 'es'))
  await publishSet(server, team)
  await measure('search after that', server, () =>
    askJson({ port: server.port, url: '/api/search?q=levy' }),
  )
  await measure('the map after that', server, () => map(server))
  await stop(server)
} finally {
  for (const server of running) server.kill()
  rmSync(folder, { recursive: true, force: true })
}

/** Copies of seeded stations and notices, each with two languages, taken to the public together. */
async function publishSet(server, team) {
  const originals = [
    ...(await stations(server)).map(({ id }) => ({ collection: 'stations', id })),
    ...(await askJson({ port: server.port, url: '/api/notices?limit=90&depth=0' })).docs.map(
      ({ id }) => ({ collection: 'notices', id }),
    ),
  ]
  let documents = []
  for (let number = 0; number < inSet; number += 1) {
    const { collection, id } = originals[number % originals.length]
    const { doc } = await team.act('editor', {
      method: 'POST',
      url: `/api/${collection}/${id}/duplicate?draft=true&depth=0`,
      body: {},
    })
    const { contentHash } = await team.act('editor', {
      url: `/api/${collection}/${doc.id}/workflow`,
    })
    documents.push({ collection, id: doc.id, contentHash })
  }
  const other = new Team(server)
  await other.signIn('editor')
  for (const [person, action] of [
    ['editor', 'submit'],
    ['reviewer', 'approve'],
    ['publisher', 'publish'],
  ]) {
    let saved = ''
    await measure(`${action} a set of ${documents.length}`, server, async () => {
      const saving = saveMeanwhile(other, originals[0]).then((told) => (saved = told))
      const answer = await team.act(person, {
        method: 'POST',
        url: `/api/workflow/${action}`,
        body: { documents },
      })
      await saving
      documents = answer.documents.map(({ collection, id, contentHash }) => ({
        collection,
        id,
        contentHash,
      }))
    })
    console.log(`| – a save that was begun meanwhile | ${saved} | | | |`)
  }
}

/** A save of somebody else that begins a moment later: how long it takes, or that it is refused. */
async function saveMeanwhile(team, station) {
  await setTimeout(100)
  const from = performance.now()
  try {
    await team.revise(station)
    return (performance.now() - from).toFixed(0)
  } catch (error) {
    return `refused after ${(performance.now() - from).toFixed(0)} (${error.message.slice(0, 60)}…)`
  }
}

/** Times work, how long the server's thread was busy with one thing, and how long somebody else waited. */
async function measure(name, server, work) {
  await server.say('watch')
  let longestWait = 0
  let isDone = false
  const asking = (async () => {
    while (!isDone) {
      const from = performance.now()
      await ask({ port: server.port, url: '/healthz' })
      longestWait = Math.max(longestWait, performance.now() - from)
      await setTimeout(2)
    }
  })()
  const from = performance.now()
  await work()
  const milliseconds = performance.now() - from
  isDone = true
  await asking
  const { longestPause, processor } = await server.say('tell')
  console.log(
    `| ${name} | ${[milliseconds, processor, longestPause, longestWait].map((one) => one.toFixed(0)).join(' | ')} |`,
  )
}

async function map(server, locale = 'en') {
  const { status } = await ask({ port: server.port, url: `/api/roadmap?locale=${locale}` })
  if (status !== 200) throw new Error(`The map was answered ${status}.`)
}

async function stations(server) {
  return (await askJson({ port: server.port, url: '/api/stations?limit=90&depth=0' })).docs
}

async function start() {
  const child = fork('tests/bench/servers/watched.mjs', {
    cwd: root,
    execArgv: ['--conditions=production'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    },
  })
  running.push(child)
  const { port } = await told(child)
  const say = (message) => {
    child.send(message)
    return told(child)
  }
  return Object.assign(child, { port, say })
}

async function stop(server) {
  server.send('end')
  await new Promise((resolve) => server.once('exit', resolve))
}

function told(child) {
  return new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`The server ended with ${code}.`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}

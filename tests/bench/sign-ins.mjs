// How long strangers wait for each answer that could tell who has an account: medians of 50 tries.
//
//   npm run build && node --conditions=production tests/bench/sign-ins.mjs
//
// The platform runs in this process, on a database of its own, behind what it takes for a proxy: the limits
// are by address and by person, and 50 tries need several of both.
/* global fetch */
import { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { root } from './settings.mjs'

const tries = 50
/** Tries for one person before the rest are answered 429. */
const triesEach = 10
/** Where the compiled platform is. */
const compiled = process.env.COMPILED ?? path.join(root, 'dist')

const { createApp } = await load('src/create-app.js')
const { readSettings } = await load('src/settings.js')

const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-sign-ins-'))
const settings = readSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', TRUST_PROXY: '1' })
const app = await createApp({ settings })
const server = http.createServer(app).listen(0, '127.0.0.1')
try {
  const kinds = ['known', 'unknown', 'locked']
  const ways = { 'sign-in': signIn, 'sign-in, GraphQL': signInOverGraphql, forgotten: forget }
  for (const [way, ask] of Object.entries(ways)) {
    const times = Object.fromEntries(kinds.map((kind) => [kind, []]))
    const emails = {}
    for (const kind of kinds)
      emails[kind] = await people(`${kind}-${Object.keys(ways).indexOf(way)}`)
    // In turn, and in another order each time, so that whatever else the machine does meets all of them alike.
    for (let index = 0; index < tries; index += 1)
      for (const kind of shuffled(kinds))
        times[kind].push(
          await ask(emails[kind][Math.floor(index / triesEach)], `${way}${kind}${index}`),
        )
    for (const kind of kinds)
      console.log(`${way}, ${kind}: median ${median(times[kind]).toFixed(1)} ms`)
  }
} finally {
  server.closeAllConnections()
  server.close()
  await app.locals.close()
  rmSync(dataDir, { recursive: true, force: true })
}

function load(file) {
  return import(pathToFileURL(path.join(compiled, file)).href)
}

/** Addresses of as many people as 50 tries need; those whose name says unknown have no account. */
async function people(name) {
  const emails = Array.from(
    { length: tries / triesEach },
    (_, index) => `${name}-${index}@example.org`,
  )
  if (name.startsWith('unknown')) return emails
  for (const email of emails)
    await app.locals.payload.create({
      collection: 'users',
      data: {
        email,
        kind: 'person',
        name: 'Somebody',
        password: 'right-password',
        roles: ['editor'],
        ...(name.startsWith('locked')
          ? { lockUntil: new Date(Date.now() + 3_600_000).toISOString() }
          : {}),
      },
    })
  return emails
}

function signIn(email, from) {
  return timed('/api/users/login', { email, password: 'wrong-password' }, from)
}

function signInOverGraphql(email, from) {
  const query = `mutation { loginUser(email: "${email}", password: "wrong-password") { exp } }`
  return timed('/api/graphql', { query }, from)
}

function forget(email, from) {
  return timed('/api/users/forgot-password', { email }, from)
}

/** @returns milliseconds until the answer was there */
async function timed(address, body, from) {
  const begun = performance.now()
  const answer = await fetch(`http://127.0.0.1:${server.address().port}${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': addressOf(from) },
    body: JSON.stringify(body),
  })
  await answer.text()
  if (answer.status === 429) throw new Error(`The limit was met at ${address}.`)
  return performance.now() - begun
}

/** An address for each try. */
function addressOf(name) {
  return `2001:db8::${Buffer.from(name)
    .reduce((sum, byte) => (sum * 31 + byte) % 65_521, 7)
    .toString(16)}`
}

function shuffled(list) {
  return list
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

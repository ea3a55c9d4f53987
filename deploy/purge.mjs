// Tells caches in between what to forget: listens to a webhook of Stationmaster, and takes every answer out of
// Varnish and nginx in whose `Surrogate-Key` the change is named. docs/front-ends/caching.md tells how to set it up.
//
//   PURGE_SECRET   the secret beside the webhook in the panel: whsec_…
//   PURGE_PORT     where it listens, on loopback unless PURGE_HOST says otherwise; 3001 without it
//   PURGE_VARNISH  the socket `purge` of varnish.vcl, such as http://127.0.0.1:6082
//   PURGE_NGINX    the folder of nginx's cache, such as /var/cache/nginx/stationmaster
//   PURGE_AGAIN    seconds after which it forgets the same once more; 5 without it
import { Buffer } from 'node:buffer'
import { open, readdir, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import path from 'node:path'
import { clearTimeout, setTimeout } from 'node:timers'
import { Webhook } from 'standardwebhooks'

/** Most of a message that is read, in bytes. */
const largestMessage = 64 * 1024

/** Where the headers of an answer end in a file of nginx's cache, at the latest, in bytes. */
const longestHead = 64 * 1024

/** How many files are read at once. */
const filesAtOnce = 32

const { PURGE_AGAIN, PURGE_HOST, PURGE_NGINX, PURGE_PORT, PURGE_SECRET, PURGE_VARNISH } =
  process.env
const signer = new Webhook(PURGE_SECRET ?? stop('Set PURGE_SECRET to the secret of the webhook.'))
if (!PURGE_NGINX && !PURGE_VARNISH) stop('Set PURGE_VARNISH, PURGE_NGINX or both.')

/** What is to be forgotten next, and who waits for it: changes that come together are one round. */
let next = { names: new Set(), waiting: [] }
let isBusy = false

const server = createServer(async (req, res) => {
  const status = await answerTo(req)
  res.writeHead(status, { Connection: 'close' }).end()
})
server.listen(Number(PURGE_PORT ?? 3001), PURGE_HOST ?? '127.0.0.1', () =>
  console.log(`Listens on port ${server.address().port}`),
)

async function answerTo(req) {
  if (req.method !== 'POST') return 405
  const text = await bodyOf(req).catch(() => undefined)
  if (text === undefined) return 413
  const change = verified(text, req.headers)
  if (!change) return 401
  const names = change.surrogateKeys
  try {
    await forget(names)
  } catch (error) {
    // Stationmaster tries again later.
    console.error(`${names.join(' ')} was not forgotten: ${error.message}`)
    return 502
  }
  console.log(`${new Date().toISOString()} forgot ${names.join(' ')}`)
  // An answer from before the change may have been on its way to the cache, and have come in after it.
  setTimeout(
    () => forget(names).catch((error) => console.error(error.message)),
    Number(PURGE_AGAIN ?? 5) * 1000,
  ).unref()
  return 204
}

/** The change in a message of Stationmaster; undefined when it is not signed, or too old. */
function verified(text, headers) {
  try {
    return signer.verify(text, headers).data
  } catch {
    return undefined
  }
}

async function bodyOf(req) {
  const parts = []
  let length = 0
  for await (const part of req) {
    length += part.length
    if (length > largestMessage) throw new Error('Too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Resolves when nothing is left in any cache that has one of these names. */
function forget(names) {
  return new Promise((resolve, reject) => {
    for (const name of names) next.names.add(name)
    next.waiting.push({ resolve, reject })
    if (!isBusy) void takeUp()
  })
}

async function takeUp() {
  isBusy = true
  while (next.waiting.length > 0) {
    const { names, waiting } = next
    next = { names: new Set(), waiting: [] }
    try {
      await Promise.all([
        ...(PURGE_VARNISH ? [banInVarnish(names)] : []),
        ...(PURGE_NGINX ? [removeFromNginx(names)] : []),
      ])
      for (const { resolve } of waiting) resolve()
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    }
  }
  isBusy = false
}

/** `fetch` does not know the method BAN. */
function banInVarnish(names) {
  return new Promise((resolve, reject) => {
    const order = request(PURGE_VARNISH, {
      method: 'BAN',
      headers: { 'Surrogate-Key': [...names].join(' ') },
    })
    const tooLate = setTimeout(() => order.destroy(new Error('Varnish does not answer')), 5_000)
    order.once('close', () => clearTimeout(tooLate))
    order.once('error', reject)
    order.once('response', (answer) => {
      answer.resume()
      if (answer.statusCode === 200) resolve()
      else reject(new Error(`Varnish answered ${answer.statusCode} ${answer.statusMessage}`))
    })
    order.end()
  })
}

/** nginx looks for the file of an answer each time; without the file it asks anew. */
async function removeFromNginx(names) {
  const entries = await readdir(PURGE_NGINX, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && /^[0-9a-f]{32}$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
  while (files.length > 0)
    await Promise.all(
      files.splice(0, filesAtOnce).map(async (file) => {
        if ((await namesIn(file)).some((name) => names.has(name))) await rm(file, { force: true })
      }),
    )
}

/** What the answer in a file of nginx's cache is made of: its `Surrogate-Key`, after the line with the key. */
async function namesIn(file) {
  let handle
  try {
    handle = await open(file)
  } catch (error) {
    // nginx removes files by itself, too.
    if (error.code === 'ENOENT') return []
    throw error
  }
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHead), 0, longestHead, 0)
    const text = buffer.toString('latin1', 0, bytesRead)
    const [head] = text.slice(text.indexOf('\nKEY: ')).split('\r\n\r\n')
    return /\r\nsurrogate-key: ([^\r\n]*)/i.exec(head)?.[1].split(' ') ?? []
  } finally {
    await handle.close()
  }
}

function stop(message) {
  console.error(message)
  process.exit(1)
}

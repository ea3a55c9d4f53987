import { Buffer } from 'node:buffer'
import http from 'node:http'
import { performance } from 'node:perf_hooks'

/** One connection that stays open, for questions asked one after the other. */
export function oneConnection() {
  return new http.Agent({ keepAlive: true, maxSockets: 1 })
}

/**
 * Asks one question and gives the answer, byte for byte, and after how many milliseconds its first byte came.
 *
 * @param agent keeps the connection open; without one, each question opens its own
 */
export function ask({ port, method = 'GET', url, body, headers = {}, agent = false }) {
  return new Promise((resolve, reject) => {
    const from = performance.now()
    const asked = http.request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: url,
        agent,
        headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      },
      (res) => {
        const parts = []
        const firstByte = performance.now() - from
        res.on('data', (part) => parts.push(part))
        res.on('end', () => {
          const list = []
          for (let at = 0; at < res.rawHeaders.length; at += 2)
            list.push([res.rawHeaders[at], res.rawHeaders[at + 1]])
          resolve({
            status: res.statusCode,
            headers: { ...res.headers, list },
            bytes: Buffer.concat(parts),
            firstByte,
          })
        })
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })
}

/** Asks a server everything once, a few questions at a time, and does nothing with the answers. */
export async function askAll({ port }, questions) {
  const left = [...questions]
  const askOn = async () => {
    for (let next = left.shift(); next; next = left.shift()) await ask({ port, ...next })
  }
  await Promise.all(Array.from({ length: 4 }, askOn))
}

/**
 * What is answered, as a value.
 *
 * @throws Error with the answer when it is a refusal
 */
export async function askJson(question) {
  const { status, bytes } = await ask(question)
  const text = bytes.toString('utf8')
  if (status >= 400) throw new Error(`${question.url} was answered ${status}: ${text}`)
  return JSON.parse(text)
}

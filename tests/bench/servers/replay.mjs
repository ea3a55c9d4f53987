// Returns bytes and headers from memory: what the machine can do at most, bare or behind Express 5.
//   node replay.mjs bare|express PORT
import express from 'express'
import { Buffer } from 'node:buffer'
import http from 'node:http'

const [kind, port] = process.argv.slice(2)
/** By method, address and body: what to answer. */
let answers = new Map()

const keyOf = (method, url, body) => `${method} ${url} ${body}`

function answer(req, res, body) {
  const found = answers.get(keyOf(req.method, req.url, body)) ?? answers.get('any')
  res.writeHead(found.status, found.headers)
  res.end(found.body)
}

function handle(req, res) {
  if (req.method !== 'POST') {
    answer(req, res, '')
    return
  }
  const parts = []
  req.on('data', (part) => parts.push(part))
  req.on('end', () => answer(req, res, Buffer.concat(parts).toString('utf8')))
}

process.on('message', (given) => {
  answers = new Map(
    given.map(({ method, url, body, status, headers, bytes }) => [
      keyOf(method, url, body ?? ''),
      { status, headers, body: Buffer.from(bytes, 'base64') },
    ]),
  )
  answers.set('any', answers.values().next().value)
  process.send('ready')
})

const listener = kind === 'express' ? express().disable('x-powered-by').use(handle) : handle
http.createServer(listener).listen(Number(port), '127.0.0.1', () => process.send('listening'))

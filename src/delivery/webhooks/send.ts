import http from 'node:http'
import https from 'node:https'
import { Webhook as Signer } from 'standardwebhooks'
import { lookUpPublic, refusePrivateLiteral } from './public-addresses.ts'

/** How long a receiver may take to answer, in milliseconds. */
const longestAnswer = 10_000

/** What a receiver is told, and how it can tell that it is us. */
export interface Message {
  url: string
  /** As the receiver has it: `whsec_` and base64. */
  secret: string
  /** The same for every try, so that a receiver can tell what it has had already. */
  id: string
  body: object
}

/** How a try to deliver ended. */
export type Outcome = { ok: true; status: number } | { ok: false; status?: number; problem: string }

/**
 * Sends one message, signed as Standard Webhooks has it (https://www.standardwebhooks.com, version 1):
 * HMAC-SHA256 over id, time and body. A redirect is not followed: it could lead anywhere.
 */
export async function send(
  { url, secret, id, body }: Message,
  { mayStayInside }: { mayStayInside: boolean },
): Promise<Outcome> {
  const now = new Date()
  const text = JSON.stringify(body)
  try {
    const address = new URL(url)
    if (!mayStayInside) refusePrivateLiteral(address.hostname)
    const signature = new Signer(secret).sign(id, now, text)
    const status = await post(address, {
      text,
      mayStayInside,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Stationmaster-Webhooks',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signature,
      },
    })
    return status >= 200 && status < 300
      ? { ok: true, status }
      : { ok: false, status, problem: `The receiver answered ${status}.` }
  } catch (error) {
    return { ok: false, problem: (error as Error).message }
  }
}

function post(
  url: URL,
  {
    text,
    headers,
    mayStayInside,
  }: { text: string; headers: Record<string, string>; mayStayInside: boolean },
): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(text)) },
      // No connection is shared, so that every one is made to an address that was looked at.
      agent: false,
      signal: AbortSignal.timeout(longestAnswer),
      ...(mayStayInside ? {} : { lookup: lookUpPublic }),
    })
    asked.once('error', (error) =>
      reject(
        error.name === 'AbortError' || error.name === 'TimeoutError'
          ? new Error(`The receiver did not answer within ${longestAnswer / 1000} seconds.`)
          : error,
      ),
    )
    asked.once('response', (answer) => {
      // What it says besides does not matter.
      answer.destroy()
      resolve(answer.statusCode ?? 0)
    })
    asked.end(text)
  })
}

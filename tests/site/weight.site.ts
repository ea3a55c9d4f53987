import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser } from '../support/launch-browser.ts'
import { withoutScript } from './script.ts'

const { origin, browser: file } = inject('site')

/** Bytes in a kilobyte, as transfers are counted. */
const kB = 1000

/** Something that came over the wire. */
interface Sent {
  type: string
  address: string
  /** Bytes, with the head of the answer, as they were encoded. */
  bytes: number
}

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser(file)
})
afterAll(() => browser?.close())

describe('Balance Paid, opened for the first time,', () => {
  let withScript: Sent[]

  beforeAll(async () => {
    withScript = await sentFor('/stations/balance-paid')
    console.log(listOf(withScript))
  })

  it('weighs less than 150 kB over the wire', () => {
    expect(kinds(withScript)).toEqual(['Document', 'Font', 'Script', 'Stylesheet'])
    expect(weightOf(withScript), listOf(withScript)).toBeLessThan(150 * kB)
  })

  it('needs less than 100 kB of style and script', () => {
    const styleAndScript = withScript.filter(({ type }) => /^(Stylesheet|Script)$/.test(type))
    expect(weightOf(styleAndScript), listOf(styleAndScript)).toBeLessThan(100 * kB)
  })

  it('weighs less than 60 kB where script is off', async () => {
    const sent = await sentFor('/stations/balance-paid', { isWithoutScript: true })
    expect(kinds(sent)).toEqual(['Document', 'Font', 'Stylesheet'])
    expect(weightOf(sent), listOf(sent)).toBeLessThan(60 * kB)
  })
})

/** Everything that is sent for a page to a browser that knows nothing of the site. */
async function sentFor(path: string, { isWithoutScript = false } = {}): Promise<Sent[]> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const asked = new Map<string, { type: string; address: string }>()
  const sent: Sent[] = []
  const unmeasured: string[] = []
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) => {
    if (/^https?:/.test(request.url)) asked.set(requestId, { type, address: request.url })
  })
  const lengths = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    const names = Object.keys(response.headers)
    const length = response.headers[names.find((name) => /^content-length$/i.test(name)) ?? '']
    if (type === 'Document' && !length) unmeasured.push(response.url)
    lengths.set(requestId, Number(length ?? 0))
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = asked.get(requestId)
    const length = lengths.get(requestId) ?? 0
    // Of a document that is there at once the browser counts the head alone.
    const uncounted = encodedDataLength < length ? length : 0
    if (request) sent.push({ ...request, bytes: encodedDataLength + uncounted })
  })
  await session.send('Network.enable')
  if (isWithoutScript) await withoutScript(page)
  await page.goto(origin + path, { waitUntil: 'networkidle' })
  await context.close()
  // Without its length it could not be told whether all of it was counted.
  expect(unmeasured).toEqual([])
  return sent
}

/** Of what kinds the things are that were sent: a page without its style would be light, too. */
function kinds(sent: Sent[]): string[] {
  const told = ['Document', 'Font', 'Script', 'Stylesheet']
  return told.filter((kind) => sent.some(({ type }) => type === kind))
}

function weightOf(sent: Sent[]): number {
  return sent.reduce((sum, { bytes }) => sum + bytes, 0)
}

function listOf(sent: Sent[]): string {
  return sent.map(({ type, address, bytes }) => `${bytes} ${type} ${address}`).join('\n')
}

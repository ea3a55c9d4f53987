import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { barriersOn } from '../support/barriers.ts'
import { launchBrowser } from '../support/launch-browser.ts'
import { everyKind, type KindOfPage } from './kinds.ts'
import { withoutScript } from './script.ts'

const { origin, browser: file } = inject('site')

const wide = { width: 1280, height: 900 }

/** How many pages are looked at at the same time. */
const atOnce = 3

interface Setting extends BrowserContextOptions {
  isWithoutScript?: boolean
}

const settings: (readonly [string, Setting])[] = [
  ['320 px wide', { viewport: { width: 320, height: 640 } }],
  ['320 px wide, without script', { viewport: { width: 320, height: 640 }, isWithoutScript: true }],
  ['768 px wide', { viewport: { width: 768, height: 1024 } }],
  ['1280 px wide', { viewport: wide }],
  ['1280 px wide, for whoever wants it dark', { viewport: wide, colorScheme: 'dark' }],
  ['1280 px wide, in colors that a person chose', { viewport: wide, forcedColors: 'active' }],
]

/** What was found on a page. */
interface Seen {
  kind: string
  path: string
  barriers: string[]
  messages: string[]
  otherHosts: string[]
  /** How far it reaches beyond the screen, in pixels. */
  overhang: number
}

let browser: Browser
let kinds: KindOfPage[]

beforeAll(async () => {
  browser = await launchBrowser(file)
  kinds = await everyKind(origin)
})
afterAll(() => browser?.close())

describe.each(settings)('every kind of page, %s,', (_, options) => {
  let seen: Seen[]

  beforeAll(async () => {
    seen = await lookAtAll(options)
  })

  it('has no barrier that axe finds', () => {
    expect(found(({ barriers }) => barriers)).toEqual([])
  })

  it('writes nothing to the console', () => {
    expect(found(({ messages }) => messages)).toEqual([])
  })

  it('asks no other host for anything', () => {
    expect(found(({ otherHosts }) => otherHosts)).toEqual([])
  })

  it('is no wider than the screen', () => {
    expect(found(({ overhang }) => (overhang > 0 ? [`${overhang} px`] : []))).toEqual([])
  })

  function found(faults: (page: Seen) => string[]): string[] {
    return seen.flatMap((page) =>
      faults(page).map((fault) => `${page.kind}, ${page.path}: ${fault}`),
    )
  }
})

/** Looks at pages of every kind, a few at a time: most of the time of one goes by with waiting for it to be quiet. */
async function lookAtAll({ isWithoutScript = false, ...options }: Setting): Promise<Seen[]> {
  const context = await browser.newContext({ ...options, locale: 'en-US', reducedMotion: 'reduce' })
  const seen: Seen[] = []
  const left = [...kinds.entries()]
  const lookOn = async () => {
    for (let next = left.shift(); next; next = left.shift())
      seen[next[0]] = await look(next[1], { context, isWithoutScript })
  }
  await Promise.all(Array.from({ length: atOnce }, lookOn))
  await context.close()
  return seen
}

async function look(
  { kind, path, status = 200 }: KindOfPage,
  { context, isWithoutScript }: { context: BrowserContext; isWithoutScript: boolean },
): Promise<Seen> {
  const page = await context.newPage()
  const messages = messagesOf(page, { address: origin + path, status })
  const otherHosts = otherHostsOf(page)
  const letScriptRun = isWithoutScript ? await withoutScript(page) : undefined
  const response = await page.goto(origin + path, { waitUntil: 'networkidle' })
  expect(response!.status()).toBe(status)
  await letScriptRun?.()
  const seen = {
    kind,
    path,
    overhang: await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
    barriers: await barriersOn(page),
    messages,
    otherHosts,
  }
  await page.close()
  return seen
}

function messagesOf(
  page: Page,
  { address, status }: { address: string; status: number },
): string[] {
  const messages: string[] = []
  page.on('console', (message) => {
    // The browser itself says of a page that is not there that it is not.
    const isAboutStatus = status !== 200 && message.location().url === address
    if (!isAboutStatus) messages.push(message.text())
  })
  page.on('pageerror', (error) => messages.push(String(error)))
  return messages
}

function otherHostsOf(page: Page): string[] {
  const addresses: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
      addresses.push(request.url())
  })
  return addresses
}

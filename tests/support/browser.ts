import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Locator, type Page } from 'playwright-core'
import { inject, vi } from 'vitest'
import { demoPassword } from '../../seed/demo-people.ts'
import type { PersonName } from './app.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The compiled platform with its panel, in a process of its own on a database of its own. */
export interface Panel {
  /** Such as http://localhost:49152 */
  origin: string
  /** Opens a browser that knows nobody. */
  open: () => Promise<Tab>
  /** Opens a browser and signs in through the form. */
  signIn: (person: PersonName) => Promise<Tab>
  /** Asks REST without a session. */
  ask: (address: string) => Promise<RestAnswer>
  close: () => Promise<void>
}

/** One browser, as one person has it before them. */
export interface Tab {
  page: Page
  /** Errors in the console or on the page, answers that are the server's fault, requests to other servers. */
  complaints: string[]
  /** Goes to a page of the panel and waits until it can be used. */
  goTo: (address: string) => Promise<void>
  /** Asks REST from within the page, with the session of whoever is signed in. */
  ask: (address: string, request?: RestRequest) => Promise<RestAnswer>
}

export interface RestRequest {
  method: 'PATCH' | 'POST'
  body: Record<string, unknown>
}

export interface RestAnswer {
  status: number
  body: {
    docs?: Record<string, unknown>[]
    errors?: { code: string; message: string }[]
    [field: string]: unknown
  }
}

/**
 * Builds what is not built yet and starts the platform with all of the seed.
 *
 * @param environment settings beside those that every test has
 */
export async function startPanel(environment: Record<string, string> = {}): Promise<Panel> {
  build()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-panel-'))
  cpSync(path.join(inject('templates'), 'roadmap'), dataDir, { recursive: true })
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = await startServer(origin, { ...environment, DATA_DIR: dataDir, PORT: `${port}` })
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-quic',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

  return {
    origin,
    open: () => openTab(browser, origin),
    signIn: async (person) => {
      const tab = await openTab(browser, origin)
      await signIn(tab, person)
      return tab
    },
    ask: async (address) => {
      const response = await fetch(origin + address)
      return { status: response.status, body: (await response.json()) as RestAnswer['body'] }
    },
    close: async () => {
      await browser.close()
      await stop(server)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The part of a rich text field that is typed into. */
export function richText(page: Page, name: string): Locator {
  return page.locator(`[data-field-path="${name}"] [contenteditable="true"]`)
}

/** Chooses another document in a field that refers to one. */
export async function choose(page: Page, name: string, title: string): Promise<void> {
  await page.locator(`#field-${name} .rs__control`).click()
  await page.getByRole('option', { name: title, exact: true }).click()
}

/** Saves what is in the form as a draft. */
export async function saveDraft(page: Page): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.request().method() !== 'GET' && response.url().includes('draft=true'),
  )
  await page.getByRole('button', { name: 'Save Draft' }).click()
  const answer = await answered
  if (!answer.ok()) throw new Error(`The draft was refused: ${await answer.text()}`)
}

/** Writes a station in the panel and saves it as a draft. */
export async function writeStation(
  { goTo, page }: Tab,
  { title, slug }: { title: string; slug: string },
): Promise<string> {
  await goTo('/admin/collections/stations/create')
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Address').fill(slug)
  await choose(page, 'phase', 'Collection')
  await page.getByLabel('In one sentence').fill('A stop on the way.')
  await richText(page, 'overview').click()
  await page.keyboard.type('Here you learn what you owe.')
  await saveDraft(page)
  await page.waitForURL(/\/stations\/[0-9a-f-]{36}/)
  await whenUsable(page)
  return new URL(page.url()).pathname
}

/** What the panel tells at the edge of the page after an action. */
export function notification(page: Page, text: string | RegExp): Locator {
  return page.locator('[data-sonner-toast]').filter({ hasText: text })
}

async function openTab(browser: Browser, origin: string): Promise<Tab> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  return {
    page,
    complaints: complaintsOf(page, origin),
    goTo: async (address) => {
      await page.goto(origin + address)
      await whenUsable(page)
    },
    ask: (address, request) =>
      page.evaluate(
        async ([address, request]) => {
          const response = await fetch(address, {
            method: request?.method ?? 'GET',
            ...(request
              ? {
                  headers: { 'content-type': 'application/json' },
                  body: JSON.stringify(request.body),
                }
              : {}),
          })
          return { status: response.status, body: (await response.json()) as RestAnswer['body'] }
        },
        [address, request] as const,
      ),
  }
}

/** Waits for the parts of the page that arrive after it: forms and lists. */
async function whenUsable(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const unready = page.locator('form[data-form-ready="false"]')
  await unready.first().waitFor({ state: 'detached' })
}

function complaintsOf(page: Page, origin: string): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`page: ${String(error)}`))
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()}: ${response.url()}`)
  })
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
      complaints.push(`another server: ${request.url()}`)
  })
  return complaints
}

async function signIn({ page, goTo }: Tab, person: PersonName): Promise<void> {
  await goTo('/admin/login')
  await page.getByLabel('Email').fill(`${person}@stationmaster.test`)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL('**/admin')
  await whenUsable(page)
}

function build(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/bin/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The build failed: ${stdout}${stderr}`)
}

async function freePort(): Promise<number> {
  const holder = net.createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as AddressInfo
  holder.close()
  await once(holder, 'close')
  return port
}

async function startServer(
  origin: string,
  environment: Record<string, string>,
): Promise<ChildProcess> {
  // See docs/decisions/0009-node-runs-with-the-production-condition.md.
  const server = spawn(process.execPath, ['--conditions=production', 'dist/src/server.js'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      SEED: 'none',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [server.stdout, server.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))

  await vi.waitFor(
    async () => {
      if (server.exitCode !== null) throw new Error(`The server ended: ${output}`)
      const { status } = await fetch(`${origin}/readyz`)
      if (status !== 200) throw new Error(`The server is not ready: ${output}`)
    },
    { timeout: 60_000, interval: 100 },
  )
  return server
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = once(server, 'exit')
  process.kill(server.pid!, 'SIGTERM')
  await ended
}

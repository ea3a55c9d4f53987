import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { inject } from 'vitest'
import { demoPassword } from '../../seed/demo-people.ts'
import type { Role } from '../../access/roles.ts'
import type { PersonName } from './app.ts'
import { launchBrowser } from './launch-browser.ts'
import { newSession } from './session.ts'

/**
 * The platform as people see it. All stories share one server, so each writes documents of its own, and
 * whoever changes what the panel remembers of a person, such as their language, is a person of their own.
 */
export interface Panel {
  /** Such as http://localhost:49152 */
  origin: string
  /** What the installation calls itself on every page. */
  label: string
  /** Opens a browser that knows nobody. @param like how it differs from the one most people have */
  open: (like?: BrowserContextOptions) => Promise<Tab>
  /** Opens a phone with a narrow screen. */
  openPhone: (like?: BrowserContextOptions) => Promise<Tab>
  /**
   * Opens a browser in which one of the demo people is signed in.
   *
   * @param zone time zone of their computer, such as `America/New_York`; by default that of the machine
   */
  signIn: (person: PersonName, zone?: string) => Promise<Tab>
  /** Opens a browser in which somebody is signed in whom the administrator has just added. */
  signInAsNew: (person: { email: string; name: string; roles: Role[] }) => Promise<Tab>
  /** Asks REST without a session. */
  ask: (address: string) => Promise<RestAnswer>
  close: () => Promise<void>
}

/** One browser, as one person has it before them. */
export interface Tab {
  page: Page
  /** What went wrong so far: errors in the console or on the page, answers that are the server's fault. */
  errors: string[]
  /** Addresses of other servers that were asked so far. */
  otherServers: string[]
  /** Goes to a page of the panel and waits until it can be used. */
  goTo: (address: string) => Promise<void>
  /**
   * Goes to a page for readers, which can be used as it comes.
   *
   * @returns its status
   */
  read: (address: string) => Promise<number>
  /** Asks REST with the session of whoever is signed in. */
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

/** The narrowest screen that pages are made for, as WCAG 2.2 has it (1.4.10). */
const phone: BrowserContextOptions = { hasTouch: true, viewport: { width: 320, height: 640 } }

/** Opens the browser with which a test file looks at the platform that all stories share. */
export async function openPanel(): Promise<Panel> {
  const { origin, label, browser: file, sessions } = inject('panel')
  const browser = await launchBrowser(file)
  const signInWith = async (token: string, zone?: string) => {
    const context = await newContext(browser, zone ? { timezoneId: zone } : {})
    await context.addCookies([{ name: 'stationmaster-token', value: token, url: origin }])
    return openTab(context, origin)
  }

  return {
    origin,
    label,
    open: async (like) => openTab(await newContext(browser, like), origin),
    openPhone: async (like) => openTab(await newContext(browser, { ...phone, ...like }), origin),
    signIn: (person, zone) => signInWith(sessions[`${person}@stationmaster.test`]!, zone),
    signInAsNew: async (person) => {
      const administrator = sessions['administrator@stationmaster.test']!
      await addPerson({ origin, administrator, person })
      return signInWith(await newSession(origin, { email: person.email, password: demoPassword }))
    },
    ask: async (address) => {
      const response = await fetch(origin + address)
      return { status: response.status, body: (await response.json()) as RestAnswer['body'] }
    },
    close: () => browser.close(),
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

/** Saves what is in the form as a draft, and waits until the form can be used again. */
export async function saveDraft(page: Page): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.request().method() !== 'GET' && response.url().includes('draft=true'),
  )
  await page.getByRole('button', { name: 'Save Draft' }).click()
  const answer = await answered
  if (!answer.ok()) throw new Error(`The draft was refused: ${await answer.text()}`)
  await whenUsable(page)
}

/**
 * Writes a station in the panel and saves it as a draft.
 *
 * @returns where the panel edits it
 */
export async function writeStation(
  { goTo, page }: Tab,
  { title, slug }: { title: string; slug: string },
): Promise<string> {
  await goTo('/admin/collections/stations/create')
  await page.getByLabel('Title').fill(title)
  await page.getByRole('textbox', { name: 'Address' }).fill(slug)
  await choose(page, 'phase', 'Collection')
  await page.getByLabel('In one sentence').fill('A stop on the way.')
  await richText(page, 'overview').click()
  await page.keyboard.type('Here you learn what you owe.')
  await saveDraft(page)
  await page.waitForURL(/\/stations\/[0-9a-f-]{36}/)
  return new URL(page.url()).pathname
}

/** Waits until the panel tells something at the edge of the page. */
export async function notified(page: Page, text: string | RegExp): Promise<void> {
  await page.locator('[data-sonner-toast]').filter({ hasText: text }).first().waitFor()
}

async function newContext(
  browser: Browser,
  like: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'en-US',
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
    ...like,
  })
  context.setDefaultTimeout(30_000)
  return context
}

async function openTab(context: BrowserContext, origin: string): Promise<Tab> {
  const page = await context.newPage()
  return {
    page,
    errors: errorsOf(page),
    otherServers: otherServersOf(page, origin),
    goTo: async (address) => {
      await page.goto(origin + address)
      await whenUsable(page)
    },
    read: async (address) => (await page.goto(origin + address))!.status(),
    ask: async (address, request) => {
      const response = await context.request.fetch(origin + address, {
        method: request?.method ?? 'GET',
        // The server closes a connection that lay idle, now and then just as it is used again.
        maxRetries: 1,
        // The session counts only for what the panel's own pages ask.
        headers: { origin },
        ...(request ? { data: request.body } : {}),
      })
      return { status: response.status(), body: (await response.json()) as RestAnswer['body'] }
    },
  }
}

/**
 * Waits until everything on the page answers: React has taken over each control that the server sent, and
 * each form is ready. Before that, a page looks finished and loses what is typed.
 */
export async function whenUsable(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll('form, input, button')]
    const answers = (control: Element) =>
      Object.keys(control).some((key) => key.startsWith('__reactProps'))
    return (
      controls.length > 0 &&
      controls.every(answers) &&
      !document.querySelector('form[data-form-ready="false"]')
    )
  })
}

/** Says on a busy machine when to ask again, and the panel does. */
const drafts = '/preview/drafts'

function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('console', (message) => {
    const { url } = message.location()
    if (message.type() === 'error' && !(url.endsWith(drafts) && message.text().includes('503')))
      errors.push(`console: ${message.text()} ${url}`)
  })
  page.on('pageerror', (error) => errors.push(`page: ${String(error)}`))
  page.on('response', (response) => {
    const isBusy = response.status() === 503 && 'retry-after' in response.headers()
    if (response.status() >= 500 && !(isBusy && response.url().endsWith(drafts)))
      errors.push(`${response.status()}: ${response.url()}`)
  })
  return errors
}

function otherServersOf(page: Page, origin: string): string[] {
  const addresses: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
      addresses.push(request.url())
  })
  return addresses
}

async function addPerson({
  origin,
  administrator,
  person,
}: {
  origin: string
  administrator: string
  person: { email: string; name: string; roles: Role[] }
}): Promise<void> {
  const response = await fetch(`${origin}/api/users`, {
    method: 'POST',
    headers: { authorization: `JWT ${administrator}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...person, kind: 'person', password: demoPassword }),
  })
  if (!response.ok) throw new Error(`${person.name} was not added: ${await response.text()}`)
}

import type { RequestHandler } from 'express'
import { parseHTML } from 'linkedom'
import { answer } from '../../src/app/(reader)/answer.ts'
import type { Installation } from '../../src/app/(reader)/installation.ts'
import type { Settings } from '../../src/settings.ts'
import { startApp, type TestApp } from './app.ts'
import { listen, type Answer, type Listener } from './http.ts'

/** A page as a reader's browser gets it. */
export interface ShownPage extends Answer {
  document: Document
  /** The words of its `main`, with single spaces. */
  words: string
  /** Where its links lead, in their order. */
  links: string[]
}

/** The real app on a port of its own, with the reader's site in front of the read cache. */
export interface ReaderSite extends TestApp {
  /** Such as http://127.0.0.1:49152 */
  origin: string
  /** Sends a request exactly as written. */
  ask: Listener['ask']
  /** Asks for a page. */
  page: (path: string, headers?: Record<string, string>) => Promise<ShownPage>
  /** Lets the site ask for its content elsewhere; without an address, at the app itself again. */
  askApiAt: (address?: string) => void
  /** Takes the mistakes of the site itself that were reported since the last time. */
  takeMistakes: () => unknown[]
}

/**
 * Starts the app with the reader's site. In place of Next stands what the site needs of it: something that calls
 * `answer()` with a request of the web platform, and sends what that answers.
 *
 * @param content as for `startApp`
 */
export async function startReader({
  content,
  settings,
}: {
  content?: 'people' | 'roadmap'
  settings?: Partial<Settings>
} = {}): Promise<ReaderSite> {
  const mistakes: unknown[] = []
  const site: { installation?: Installation } = {}
  const testApp = await startApp({
    ...(content ? { content } : {}),
    ...(settings ? { settings } : {}),
    pages: pagesOf(() => site.installation!, mistakes),
  })
  const server = await listen(testApp.app)
  site.installation = {
    api: server.origin,
    publicUrl: testApp.settings.publicUrl,
    label: testApp.settings.environmentLabel,
    assets: new Proxy({}, { get: (_assets, name) => `/reader/${String(name)}` }),
  }
  return {
    ...testApp,
    origin: server.origin,
    ask: server.ask,
    page: async (path, headers = {}) => shownPage(await server.ask({ path, headers })),
    askApiAt: (address) => {
      site.installation = { ...site.installation!, api: address ?? server.origin }
    },
    takeMistakes: () => mistakes.splice(0),
    close: async () => {
      await server.close()
      await testApp.close()
      if (mistakes.length > 0) throw new Error('The site failed at a page.', { cause: mistakes[0] })
    },
  }
}

/** Answers pages as the route handler of the site does within Next, which answers HEAD by GET. */
function pagesOf(installation: () => Installation, mistakes: unknown[]): RequestHandler {
  return async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.sendStatus(405)
      return
    }
    const request = new Request(new URL(installation().publicUrl + req.url), {
      headers: Object.entries(req.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
    })
    const response = await answer(request, {
      installation: installation(),
      report: (error) => mistakes.push(error),
    })
    res.status(response.status)
    for (const [name, value] of response.headers) res.setHeader(name, value)
    res.end(Buffer.from(await response.arrayBuffer()))
  }
}

function shownPage(answered: Answer): ShownPage {
  const { document } = parseHTML(answered.text || '<html></html>')
  return {
    ...answered,
    document,
    words: wordsOf(document.querySelector('main')),
    links: [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
  }
}

const endOfBlock =
  /<\/(?:p|h\d|li|[uo]l|d[ltd]|div|section|label|button|option|summary|t[hd]|strong)>/g

/** The words of a part of a page, with single spaces, as somebody would read it aloud. */
export function wordsOf(part: Element | null): string {
  const { document } = parseHTML(`<html>${part?.innerHTML.replace(endOfBlock, '$& ') ?? ''}</html>`)
  return (document.documentElement.textContent ?? '').replace(/\s+/g, ' ').trim()
}

import type { Place } from '../workflow/requests.ts'

/** A page of the reader's site that is made of texts which need not be public. */
export interface WantedPage {
  /** Whose texts are shown: the newest of each, or one of its versions. */
  documents: readonly (Place & { versionId?: string })[]
  /** Number of the entry of the ledger as of which everything public is shown; without one as it is now. */
  asOf?: number
  /** The document whose page it is, and where readers would find it. */
  page: Place & { path: string }
  language: string
}

/** Asks the reader's site for a page with the session of whoever is signed in. */
export function askForPage({ asOf, documents, language, page }: WantedPage): Promise<Response> {
  const { collection, id, path } = page
  return patiently(() =>
    fetch('/preview/drafts', {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        documents,
        asOf,
        page: { collection, id, name: decodeURIComponent(path.split('/').at(-1)!) },
        locale: language,
      }),
    }),
  )
}

/** How often a page is asked for while the platform says that it is busy. */
const mostTries = 3

/** Asks again, when it may, of a platform that is busy: drafts wait while something is published. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await ask()
    if (response.status !== 503 || tries === mostTries) return response
    const seconds = Number(response.headers.get('retry-after')) || 2
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
  }
}

/** A page made here has an address of its own, from which those that begin with a slash lead nowhere. */
export function withWholeAddresses(html: string): string {
  return html.replace(/ (href|src)="\/(?!\/)/g, ` $1="${location.origin}/`)
}

/** A page for a frame in which no script may run. */
export function withoutScripts(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const script of page.querySelectorAll('script')) script.remove()
  return `<!doctype html>${page.documentElement.outerHTML}`
}

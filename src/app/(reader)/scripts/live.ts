/** What the panel says to the page beside a form whenever the form changes. */
interface Message {
  type: 'payload-live-preview'
  collectionSlug: string
  locale: string
  data: Record<string, unknown> & { id?: string }
}

/** How long to wait after a change before it is shown, in milliseconds. */
const pause = 350

/** How often one text is asked for while the platform is busy. */
const mostTries = 8

let timer = 0
let last = new AbortController()

window.addEventListener('message', ({ data, origin }: MessageEvent<Message>) => {
  if (origin !== location.origin || data?.type !== 'payload-live-preview' || !data.data) return
  clearTimeout(timer)
  timer = window.setTimeout(() => void show(data), pause)
})
;(window.opener ?? window.parent).postMessage(
  { type: 'payload-live-preview', ready: true },
  location.origin,
)

/** Puts the page of the text in place of what was shown. Of several under way only the last one counts. */
async function show({ collectionSlug, data, locale }: Message): Promise<void> {
  last.abort()
  const { signal } = (last = new AbortController())
  const body = JSON.stringify({ collection: collectionSlug, id: data.id, locale, data })
  try {
    let response = await ask(body, signal)
    // A busy platform says when to ask again. Meanwhile what was shown last stays.
    for (let tries = 1; response.status === 503 && tries < mostTries; tries += 1) {
      await pauseOf(response, signal)
      response = await ask(body, signal)
    }
    const text = await response.text()
    if (response.ok) put(text)
    else tell(text)
  } catch (error) {
    if (!signal.aborted) tell(String(error))
  }
}

function ask(body: string, signal: AbortSignal): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return fetch('/preview/unsaved', { method: 'POST', headers, body, signal })
}

/** Waits as long as the answer says, and at least a second. */
function pauseOf({ headers }: Response, signal: AbortSignal): Promise<void> {
  const seconds = Math.max(1, Number(headers.get('Retry-After')) || 0)
  return new Promise((resolve, reject) => {
    const waiting = setTimeout(resolve, seconds * 1_000)
    signal.addEventListener('abort', () => {
      clearTimeout(waiting)
      reject(signal.reason as Error)
    })
  })
}

function put(html: string): void {
  const made = new DOMParser().parseFromString(html, 'text/html')
  const place = { left: window.scrollX, top: window.scrollY }
  document.documentElement.lang = made.documentElement.lang
  document.title = made.title
  for (const part of ['header.sm-header', 'main', 'footer.sm-footer'])
    document.querySelector(part)?.replaceWith(made.querySelector(part)!)
  document.querySelector('.sm-live')?.remove()
  window.scrollTo(place)
}

/** Says why the text cannot be shown, above what was shown last. */
function tell(message: string): void {
  const band = document.querySelector('.sm-live') ?? document.createElement('div')
  band.className = 'sm-live'
  band.setAttribute('role', 'alert')
  band.textContent = message
  document.body.prepend(band)
}

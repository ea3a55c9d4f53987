/** What the panel says to the page beside a form whenever the form changes. */
interface Message {
  type: 'payload-live-preview'
  collectionSlug: string
  locale: string
  data: Record<string, unknown> & { id?: string }
}

/** How long to wait after a change before it is shown, in milliseconds. */
const pause = 350

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
  try {
    const response = await fetch('/preview/unsaved', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ collection: collectionSlug, id: data.id, locale, data }),
      signal,
    })
    const text = await response.text()
    if (response.ok) put(text)
    else tell(text)
  } catch (error) {
    if (!signal.aborted) tell(String(error))
  }
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

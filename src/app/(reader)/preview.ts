import { pathTo, sections, type Section } from './addresses.ts'

/** The cookie that keeps the token of a preview while somebody goes through its pages. */
const cookie = 'stationmaster-preview'

/** What tokens are written with. */
const token = /^[\w.-]+$/

/** The token of a preview under way, or '' for one that is none; undefined for readers. */
export function previewOf(request: Request): string | undefined {
  const cookies = request.headers.get('cookie')?.split(/;\s*/) ?? []
  const kept = cookies.find((one) => one.startsWith(`${cookie}=`))?.slice(cookie.length + 1)
  if (kept === undefined) return undefined
  return token.test(kept) ? kept : ''
}

/**
 * Begins a preview: keeps its token in a cookie and leads to the page of the draft, so that the token stands
 * in no address that is looked at or sent along.
 *
 * `/preview?token=…&collection=stations&id=…&slug=balance-paid&locale=es`
 */
export function beginPreview({ protocol, searchParams }: URL): Response {
  const given = searchParams.get('token') ?? ''
  const collection = searchParams.get('collection')
  const language = searchParams.get('locale') === 'es' ? 'es' : 'en'
  const section = (Object.keys(sections) as Section[]).find((one) => sections[one] === collection)
  const name = searchParams.get(section === 'steps' ? 'id' : 'slug')
  const location = section && name ? pathTo(language, section, name) : pathTo(language)
  return seeOther(location, `${cookie}=${encodeURIComponent(given)}${attributes(protocol)}`)
}

/** Ends a preview in this browser. */
export function leavePreview(): Response {
  return seeOther('/', `${cookie}=; Path=/; Max-Age=0`)
}

function attributes(protocol: string): string {
  return `; Path=/; HttpOnly; SameSite=Lax${protocol === 'https:' ? '; Secure' : ''}`
}

function seeOther(location: string, setCookie: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      Location: location,
      'Set-Cookie': setCookie,
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
    },
  })
}

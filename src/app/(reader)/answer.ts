import { placeOf, pathTo, withoutPrefix, type Place } from './addresses.ts'
import { ApiAway, nothingAsked, Refused, type Answer } from './ask.ts'
import { draftsOf, type Drafts } from './drafts.ts'
import { feed, llmsText, robotsText, sitemap } from './feeds.ts'
import type { Installation } from './installation.ts'
import { toMarkdown } from './markdown.ts'
import {
  contextOf,
  isRedirect,
  type Context,
  type Page,
  type Redirect,
  type Shown,
} from './page-model.ts'
import { formPage } from './pages/form.tsx'
import { helpPage } from './pages/help.tsx'
import { homePage } from './pages/home.tsx'
import { letterPage, unknownLetterPage } from './pages/letter.tsx'
import { isListed, listPage } from './pages/lists.tsx'
import { mapPage } from './pages/map.tsx'
import { noticePage } from './pages/notice.tsx'
import { searchPage } from './pages/search.tsx'
import { stationPage } from './pages/station.tsx'
import { stepPage } from './pages/step.tsx'
import { awayPage, badPreviewPage, failedPage, notFoundPage } from './pages/trouble.tsx'
import { beginPreview, leavePreview, previewOf } from './preview.ts'
import { renderDocument } from './render.tsx'
import { contentSecurityPolicy } from './security.ts'

/** The headers of what is for nobody else than who asked. */
const unkept = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cache-Control': 'private, no-store',
}

/** A page with what was learned of the answers it was made from, and the drafts of the preview it is made in. */
type Made = Answer<Shown> & { drafts?: Drafts | undefined }

/** What caches may do with a page that follows from the public content alone. */
const keptByCaches = 'public, max-age=0, must-revalidate'

/**
 * Answers a request for a page of the site. What goes wrong becomes a page, too.
 *
 * @param report is told of mistakes of the site itself
 */
export async function answer(
  request: Request,
  { installation, report }: { installation: Installation; report: (error: unknown) => void },
): Promise<Response> {
  const url = new URL(request.url)
  const preview = previewOf(request)
  if (url.pathname === '/preview') return beginPreview(url)
  if (url.pathname === '/preview/leave') return leavePreview()
  const place = placeOf(url.pathname)
  const bare = place && withoutPrefix(place)
  if (bare) return redirect({ status: 301, location: bare + url.search })
  const language = place?.language ?? 'en'
  const context = contextOf({
    along: { preview },
    installation,
    language,
    parameters: url.searchParams,
    pathname: place ? pathTo(language, ...place.parts) : url.pathname,
  })
  const made = await pageOrTrouble(context, { place, preview, report })
  if (made instanceof Response) return preview === undefined ? made : nobodyElses(made)
  return respond({ context, isMarkdown: place?.isMarkdown ?? false, made, preview })
}

async function pageOrTrouble(
  context: Context,
  {
    place,
    preview,
    report,
  }: {
    place: Place | null
    preview: string | undefined
    report: (error: unknown) => void
  },
): Promise<Made | Response> {
  try {
    const file = place ? await fileAt(place, context) : null
    if (file) return file
    // Both at once, and the shorter one first: the API then answers them from one look at the drafts.
    const [drafts, page] = await Promise.all([
      preview === undefined ? undefined : draftsOf(context),
      pageAt(context, place),
    ])
    return { ...(page ?? (await notFoundPage(context))), drafts }
  } catch (error) {
    if (error instanceof ApiAway)
      return { ...nothingAsked, data: awayPage(context, error.retryAfter) }
    if (error instanceof Refused && error.code.startsWith('PREVIEW_'))
      return { ...nothingAsked, data: badPreviewPage(context) }
    report(error)
    return { ...nothingAsked, data: failedPage(context) }
  }
}

/** The page at a place; null where there is none. */
async function pageAt(context: Context, place: Place | null): Promise<Answer<Shown> | null> {
  if (!place) return null
  const [section, name, ...rest] = place.parts
  if (rest.length > 0) return null
  if (section === undefined) return homePage(context)
  if (name === undefined) return sectionPage(context, section)
  switch (section) {
    case 'stations':
      return present(await stationPage(context, name))
    case 'notices':
      return present(await noticePage(context, name)) ?? unknownLetterPage(context, name)
    case 'steps':
      return present(await stepPage(context, name))
    case 'forms':
      return present(await formPage(context, name))
    case 'help':
      return present(await helpPage(context, name))
    default:
      return null
  }
}

async function sectionPage(context: Context, section: string): Promise<Answer<Shown> | null> {
  if (section === 'map') return mapPage(context)
  if (section === 'search') return searchPage(context)
  const code = section === 'notices' ? context.parameters.get('code')?.trim() : undefined
  if (code) return letterPage(context, code)
  return isListed(section) ? listPage(context, section) : null
}

function present<Data>(answer: Answer<Data | null>): Answer<Data> | null {
  return answer.data === null ? null : (answer as Answer<Data>)
}

async function fileAt(
  { parts, language }: Place,
  { ask, installation }: Pick<Context, 'ask' | 'installation'>,
): Promise<Response | null> {
  const [name, ...rest] = parts
  if (rest.length > 0) return null
  switch (name) {
    case 'sitemap.xml':
      return language === 'en' ? sitemap({ ask, installation }) : null
    case 'robots.txt':
      return language === 'en' ? robotsText(installation) : null
    case 'llms.txt':
      return llmsText({ ask, installation, language })
    case 'feed.xml':
      return feed({ ask, installation, language })
    default:
      return null
  }
}

/** The same file, which holds what a preview shows and is for no cache. */
function nobodyElses(file: Response): Response {
  file.headers.set('Cache-Control', 'private, no-store')
  file.headers.set('X-Robots-Tag', 'noindex, nofollow')
  file.headers.delete('Surrogate-Key')
  return file
}

async function respond({
  context,
  isMarkdown,
  made,
  preview,
}: {
  context: Context
  isMarkdown: boolean
  made: Made
  preview: string | undefined
}): Promise<Response> {
  const { data: shown, drafts, isKept, previewHashes, surrogateKeys } = made
  if (isRedirect(shown)) {
    // The search is for people; what else leads elsewhere is there as Markdown, too.
    const isPage = !shown.location.includes('?')
    return redirect({ ...shown, location: shown.location + (isMarkdown && isPage ? '.md' : '') })
  }
  const headers = new Headers(unkept)
  const mayBeKept = isKept && preview === undefined && shown.status === 200
  if (mayBeKept) {
    headers.set('Cache-Control', keptByCaches)
    if (surrogateKeys) headers.set('Surrogate-Key', surrogateKeys)
  }
  if (preview !== undefined) headers.set('X-Robots-Tag', 'noindex, nofollow')
  if (previewHashes) headers.set('X-Preview-Content-Hash', previewHashes)
  if (shown.retryAfter) headers.set('Retry-After', String(shown.retryAfter))
  headers.set('Content-Language', context.language)
  const html = await renderDocument({ context, page: shown, preview: drafts })
  if (isMarkdown) {
    headers.set('Content-Type', 'text/markdown; charset=utf-8')
    return new Response(markdownOf(shown, html, context), { status: shown.status, headers })
  }
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(html, { status: shown.status, headers })
}

function redirect({ location, status }: Redirect): Response {
  return new Response(null, { status, headers: { ...unkept, Location: location } })
}

function markdownOf(page: Page, html: string, { installation, words }: Context): string {
  const source = page.path ? `\n\n${words.source}: <${installation.publicUrl}${page.path}>\n` : ''
  return toMarkdown(html, installation.publicUrl + (page.path ?? '')) + source
}

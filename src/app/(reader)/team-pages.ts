import { isLanguage, pathTo, sections, type Section } from './addresses.ts'
import { ApiAway, Refused, type Answer } from './ask.ts'
import type { Installation } from './installation.ts'
import { contextOf, isRedirect, type Context, type Page, type Shown } from './page-model.ts'
import { formPage } from './pages/form.tsx'
import { helpPage } from './pages/help.tsx'
import { noticePage } from './pages/notice.tsx'
import { stationPage } from './pages/station.tsx'
import { stepPage } from './pages/step.tsx'
import { renderDocument } from './render.tsx'
import { contentSecurityPolicy } from './security.ts'

/** Where the site runs, and who is told of its mistakes. */
export interface Surroundings {
  installation: Installation
  report: (error: unknown) => void
}

/** A document whose page is asked for: its id, and the name by which readers would ask. */
interface Asked {
  section: Section
  id: string | undefined
  name: string
}

/**
 * The page of a document as readers would get it if the newest texts of some documents were public, or certain versions
 * of them, or everything that was public as of an entry of the ledger, for somebody of the team: the session goes along.
 * `{ documents: [{ collection, id, versionId? }], asOf?, page: { collection, id, name }, locale }` is posted.
 * `X-Preview-Content-Hash` says which texts were shown.
 */
export async function answerDrafts(
  request: Request,
  { installation, report }: Surroundings,
): Promise<Response> {
  const given = (await request.json().catch(() => null)) as {
    documents?: unknown
    asOf?: unknown
    page?: { collection?: string; id?: string; name?: string }
    locale?: unknown
  } | null
  const { id, name } = given?.page ?? {}
  const section = (Object.keys(sections) as Section[]).find(
    (one) => sections[one] === given?.page?.collection,
  )
  const language = given?.locale
  if (!section || typeof language !== 'string' || !isLanguage(language) || !id || !name)
    return told('Documents, the page of one of them, and a language were expected.', 400)
  const context = contextOf({
    along: { drafts: { documents: given!.documents, asOf: given!.asOf }, onBehalfOf: request },
    installation,
    language,
    pathname: pathTo(language, section, section === 'steps' ? id : name),
  })
  return answerTeam(context, { section, id, name, report })
}

/** The page of a document, or a sentence in place of it. */
export async function answerTeam(
  context: Context,
  { report, ...asked }: Asked & Pick<Surroundings, 'report'>,
): Promise<Response> {
  try {
    const answer = await pageOf(context, asked)
    if (!answer) return told(context.words.live.notShown, 404)
    const body = await renderDocument({ context, page: answer.data, preview: undefined })
    return html(body, answer.previewHashes)
  } catch (error) {
    if (error instanceof Refused) return told(error.message, 422)
    if (error instanceof ApiAway)
      return told(context.words.away.title, 503, { 'Retry-After': String(error.retryAfter) })
    report(error)
    return told(context.words.failed.title, 500)
  }
}

async function pageOf(
  context: Context,
  { section, id, name }: Asked,
): Promise<Answer<Page> | null> {
  const make: Record<Section, () => Promise<Answer<Shown | null>>> = {
    stations: () => stationPage(context, name),
    notices: () => noticePage(context, name),
    steps: () => stepPage(context, id ?? name, { bySlug: id === undefined }),
    forms: () => formPage(context, name),
    help: () => helpPage(context, name),
  }
  const { data, ...learned } = await make[section]()
  return data && !isRedirect(data) ? { ...learned, data } : null
}

/** A page for nobody else than who asked. @param hashes of the drafts it shows */
export function html(body: string, hashes: string | null = null): Response {
  return new Response(body, {
    status: 200,
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      ...(hashes === null ? {} : { 'X-Preview-Content-Hash': hashes }),
    },
  })
}

/** A sentence for the page that shows the text, in place of it. */
export function told(
  message: string,
  status: number,
  further: Record<string, string> = {},
): Response {
  return new Response(message, {
    status,
    headers: { ...headers, ...further, 'Content-Type': 'text/plain; charset=utf-8' },
  })
}

const headers = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Robots-Tag': 'noindex, nofollow',
}

import { answer } from '../answer.ts'
import { installation } from '../installation.ts'
import { answerDrafts } from '../team-pages.ts'
import { answerLive, answerUnsaved } from '../unsaved.ts'

/** Nothing is made before somebody asks: what is public is not known while the site is built. */
export const dynamic = 'force-dynamic'

const report = (error: unknown) => console.error('The reader’s site failed at a page.', error)

/** Every page of the reader's site. */
export function GET(request: Request): Promise<Response> {
  const surroundings = { installation: installation(), report }
  return new URL(request.url).pathname === '/preview/live'
    ? answerLive(request, surroundings)
    : answer(request, surroundings)
}

/** What the team looks at beside a form or in a review. Nothing else is posted here. */
export async function POST(request: Request): Promise<Response> {
  const surroundings = { installation: installation(), report }
  switch (new URL(request.url).pathname) {
    case '/preview/unsaved':
      return answerUnsaved(request, surroundings)
    case '/preview/drafts':
      return answerDrafts(request, surroundings)
    default:
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } })
  }
}

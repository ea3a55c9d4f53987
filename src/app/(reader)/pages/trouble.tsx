import { languages, pathTo } from '../addresses.ts'
import type { Answer } from '../ask.ts'
import type { Context, Page } from '../page-model.ts'
import { SearchBox } from '../parts/search-box.tsx'
import { nearestPages } from '../nearest.ts'
import { AllPagesDocument } from '../questions/generated.ts'

/** There is nothing at the address: a field to search with, and the pages whose addresses come near. */
export async function notFoundPage(context: Context): Promise<Answer<Page>> {
  const { language, pathname, words } = context
  const answer = await context.ask(AllPagesDocument, { locale: language })
  const near = nearestPages(pathname, answer.data.pages)
  const isUnknownLanguage =
    language === languages[0] && /^\/[a-z]{2}(?:-[a-z]{2})?(?:\/|$)/i.test(pathname)
  const page: Page = {
    status: 404,
    title: words.pageNotFound.title,
    main: (
      <div className="grid-container sm-page">
        <h1>{words.pageNotFound.title}</h1>
        {isUnknownLanguage ? <p>{words.pageNotFound.language}</p> : null}
        <p className="usa-intro">{words.pageNotFound.lead}</p>
        <SearchBox id="search-again" language={language} words={words} />
        {near.length > 0 ? (
          <>
            <h2>{words.pageNotFound.near}</h2>
            <ul className="usa-list--unstyled sm-links">
              {near.map(({ id, path, title }) => (
                <li key={id}>
                  <a href={path}>{title}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    ),
  }
  return { ...answer, data: page }
}

/** The API does not answer: says so, and asks again by itself. @param retryAfter in seconds */
export function awayPage({ parameters, pathname, words }: Context, retryAfter: number): Page {
  const address = parameters.size > 0 ? `${pathname}?${parameters.toString()}` : pathname
  return {
    status: 503,
    title: words.away.title,
    retryAfter,
    main: (
      <div className="grid-container sm-page">
        <h1>{words.away.title}</h1>
        <p className="usa-intro">{words.away.lead}</p>
        <p>
          <a className="usa-button" href={address}>
            {words.away.again}
          </a>
        </p>
        <p>{words.away.help}</p>
      </div>
    ),
  }
}

/** A mistake of the site itself. */
export function failedPage({ language, words }: Context): Page {
  return {
    status: 500,
    title: words.failed.title,
    main: (
      <div className="grid-container sm-page">
        <h1>{words.failed.title}</h1>
        <p className="usa-intro">{words.failed.lead}</p>
        <p>
          <a className="usa-button" href={pathTo(language)}>
            {words.failed.home}
          </a>
        </p>
      </div>
    ),
  }
}

/** A preview whose token does not hold. It ends the preview, so that the published pages can be read again. */
export function badPreviewPage({ words }: Context): Page {
  return {
    status: 401,
    title: words.badPreview.title,
    main: (
      <div className="grid-container sm-page">
        <h1>{words.badPreview.title}</h1>
        <p className="usa-intro">{words.badPreview.lead}</p>
        <p>
          <a className="usa-button" href="/preview/leave">
            {words.badPreview.leave}
          </a>
        </p>
      </div>
    ),
  }
}

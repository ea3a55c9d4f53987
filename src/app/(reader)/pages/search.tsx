import { nothingAsked, type Answer } from '../ask.ts'
import { nameIn, pathTo } from '../addresses.ts'
import type { Context, Page } from '../page-model.ts'
import { PopularSearches } from '../parts/popular.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { Facets, searchAddress } from '../parts/search-facets.tsx'
import { SearchPageDocument, type SearchPageQuery } from '../questions/generated.ts'
import { spellingOf } from '../spelling.ts'
import type { SiteWords } from '../words.ts'

type Found = SearchPageQuery['search']
type Result = Found['docs'][number]
type Kind = keyof SiteWords['kinds']

/** Longest question the API searches for, in characters. */
const longest = 200

/** Highest page of results that is asked for. */
const highestPage = 1000

/** Results of a search, with what to narrow them by; without a question, a field for one. */
export async function searchPage(context: Context): Promise<Answer<Page>> {
  const { parameters, words } = context
  const query = (parameters.get('q') ?? '').trim()
  if (query === '') return { ...nothingAsked, data: emptyPage(context, words.search.empty) }
  if (query.length > longest) return { ...nothingAsked, data: tooLongPage(context) }
  const page = Number(parameters.get('page') ?? 1)
  const answer = await context.ask(SearchPageDocument, {
    q: query,
    locale: context.language,
    kind: knownKind(parameters.get('kind'), words),
    phase: parameters.get('phase') || null,
    page: Number.isInteger(page) && page >= 1 && page <= highestPage ? page : 1,
  })
  return { ...answer, data: resultsPage(context, query, answer.data) }
}

function emptyPage(context: Context, lead: string, status: 200 | 400 = 200): Page {
  const { language, words } = context
  return {
    status,
    title: words.search.title,
    path: pathTo(language, 'search'),
    isListed: false,
    trail: [],
    main: (
      <div className="grid-container sm-page">
        <h1>{words.search.title}</h1>
        <p>{lead}</p>
        <SearchBox id="search-page" language={language} words={words} />
      </div>
    ),
  }
}

function tooLongPage(context: Context): Page {
  return emptyPage(context, context.words.search.tooLong, 400)
}

function knownKind(kind: string | null, words: SiteWords): string | null {
  return kind && Object.hasOwn(words.kinds, kind) ? kind : null
}

function resultsPage(
  context: Context,
  query: string,
  { search, popularSearches }: SearchPageQuery,
): Page {
  const { language, words } = context
  return {
    status: 200,
    title: words.search.titleFor(query),
    path: pathTo(language, 'search'),
    isListed: false,
    trail: [],
    main: (
      <div className="grid-container sm-page">
        <h1>{words.search.titleFor(query)}</h1>
        <SearchBox id="search-page" language={language} words={words} query={query} />
        <div className="sm-results">
          <div className="sm-results__main">
            <p role="status" className="sm-results__count">
              <strong>{words.search.found(search.totalDocs)}</strong>
            </p>
            <DidYouMean context={context} query={query} results={search.docs} />
            {search.docs.length === 0 ? (
              <NothingFound context={context} query={query} terms={popularSearches} />
            ) : (
              <ol className="usa-collection sm-collection">
                {search.docs.map((result) => (
                  <ResultItem key={result.id} context={context} result={result} />
                ))}
              </ol>
            )}
            <Pages context={context} search={search} />
          </div>
          {search.totalDocs > 0 || hasFilter(context) ? (
            <Facets context={context} search={search} />
          ) : null}
        </div>
      </div>
    ),
  }
}

/** Another spelling, where the one that was typed stands on no page. */
function DidYouMean({
  context: { language, words },
  query,
  results,
}: {
  context: Context
  query: string
  results: Result[]
}) {
  const found = results.flatMap(({ excerpt }) =>
    (excerpt?.segments ?? []).filter(({ highlighted }) => highlighted).map(({ text }) => text),
  )
  const meant = spellingOf(query, found, language)
  if (!meant) return null
  return (
    <p>
      {words.search.didYouMean}{' '}
      <a href={`${pathTo(language, 'search')}?q=${encodeURIComponent(meant)}`}>
        <strong>{meant}</strong>
      </a>
      ?
    </p>
  )
}

function hasFilter({ parameters }: Context): boolean {
  return Boolean(parameters.get('kind') || parameters.get('phase'))
}

function ResultItem({
  context: { language, words },
  result,
}: {
  context: Context
  result: Result
}) {
  const place = nameIn(result)
  const href = place
    ? pathTo(language, place.section, place.name)
    : `${pathTo(language, 'map')}?line=${encodeURIComponent(result.slug ?? '')}`
  const name = result.code ?? result.number
  const lang = result.written ? undefined : 'en'
  return (
    <li className="usa-collection__item">
      <div className="usa-collection__body">
        <h2 className="usa-collection__heading">
          <a className="usa-link" href={href}>
            {name ? <strong className="sm-code">{name}</strong> : null}{' '}
            <span lang={lang}>{result.title}</span>
          </a>
        </h2>
        {/* The piece that says most of what was looked for; the summary where there is none. */}
        <p className="usa-collection__description" lang={lang}>
          {result.excerpt
            ? result.excerpt.segments.map(({ highlighted, text }, index) =>
                highlighted ? <mark key={index}>{text}</mark> : text,
              )
            : result.summary}
        </p>
        <ul className="usa-collection__meta">
          <li className="usa-collection__meta-item">
            {words.kinds[result.collection as Kind].one}
          </li>
          {result.phase ? <li className="usa-collection__meta-item">{result.phase.name}</li> : null}
        </ul>
      </div>
    </li>
  )
}

function NothingFound({
  context: { language, words },
  query,
  terms,
}: {
  context: Context
  query: string
  terms: SearchPageQuery['popularSearches']
}) {
  const { search } = words
  return (
    <>
      <p>{search.none(query)}</p>
      <h2>{search.tries}</h2>
      <ul className="usa-list">
        <li>{search.tryCode}</li>
        <li>{search.tryFewer}</li>
        <li>
          <a href={pathTo(language, 'map')}>{search.tryMap}</a>
        </li>
      </ul>
      <PopularSearches language={language} terms={terms} words={words} />
    </>
  )
}

function Pages({ context, search }: { context: Context; search: Found }) {
  const { words } = context
  if (search.totalPages <= 1) return null
  return (
    <nav className="sm-pages" aria-label={words.search.pages}>
      {search.hasPrevPage ? (
        <a
          className="usa-button usa-button--outline"
          href={searchAddress(context, { page: String(search.page - 1) })}
          rel="prev"
        >
          {words.search.previous}
        </a>
      ) : null}
      <span>{words.search.page(search.page, search.totalPages)}</span>
      {search.hasNextPage ? (
        <a
          className="usa-button usa-button--outline"
          href={searchAddress(context, { page: String(search.page + 1) })}
          rel="next"
        >
          {words.search.next}
        </a>
      ) : null}
    </nav>
  )
}

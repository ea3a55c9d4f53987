import type { Answer } from '../ask.ts'
import { pathTo, type Language } from '../addresses.ts'
import { mapLangs } from '../map-languages.ts'
import type { Context, Page } from '../page-model.ts'
import { LetterBox } from '../parts/letter-box.tsx'
import { LineMarker } from '../parts/line-marker.tsx'
import { MapDrawing } from '../parts/map-drawing.tsx'
import { PopularSearches } from '../parts/popular.tsx'
import { SearchBox } from '../parts/search-box.tsx'
import { HomePageDocument } from '../questions/generated.ts'

/** The first page: for a person with a letter, for one with a question, and for one who looks around. */
export async function homePage(context: Context): Promise<Answer<Page>> {
  const { installation, language, words } = context
  const answer = await context.ask(HomePageDocument, {
    locale: language,
    translated: language !== 'en',
  })
  const { inMainLanguage, popularSearches, roadmap } = answer.data
  const langs = mapLangs(roadmap, inMainLanguage)
  const page: Page = {
    status: 200,
    title: words.home.title,
    description: words.home.lead,
    path: pathTo(language),
    scripts: ['map.js'],
    structuredData: [
      {
        '@context': 'https://schema.org',
        '@type': 'WebSite',
        name: words.site,
        url: installation.publicUrl + pathTo(language),
        inLanguage: language,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${installation.publicUrl}${pathTo(language, 'search')}?q={search_term_string}`,
          'query-input': 'required name=search_term_string',
        },
      },
      {
        '@context': 'https://schema.org',
        '@type': 'GovernmentService',
        name: words.site,
        description: words.home.lead,
        url: installation.publicUrl + pathTo(language),
        serviceOperator: { '@type': 'GovernmentOrganization', name: words.publisher },
        availableChannel: {
          '@type': 'ServiceChannel',
          serviceUrl: installation.publicUrl + pathTo(language),
          availableLanguage: ['en', 'es'],
        },
      },
    ],
    main: (
      <>
        <section className="sm-hero" aria-labelledby="home">
          <div className="grid-container sm-hero__grid">
            <h1 id="home">{words.home.title}</h1>
            <div className="sm-hero__card">
              <h2>{words.home.letterTitle}</h2>
              <LetterBox language={language} words={words} />
            </div>
            <p className="sm-hero__lead">{words.home.lead}</p>
          </div>
        </section>
        <div className="grid-container">
          <section className="sm-section" aria-labelledby="search-title">
            <h2 id="search-title">{words.home.searchTitle}</h2>
            <SearchBox id="search" language={language} words={words} />
            <PopularSearches language={language} terms={popularSearches} words={words} />
          </section>
          <section className="sm-section" aria-labelledby="lines">
            <h2 id="lines">{words.home.linesTitle}</h2>
            <ul className="usa-list--unstyled sm-lines">
              {roadmap.phases.map((phase) => (
                <li key={phase.id} className="sm-lines__line">
                  <LineMarker line={phase} />
                  <div>
                    <h3 className="sm-lines__name">
                      <a href={placeOfLine(language, phase)} lang={langs.get(phase.id)?.title}>
                        {phase.name}
                      </a>
                    </h3>
                    <p lang={langs.get(phase.id)?.summary}>{phase.summary}</p>
                    {phase.stations.length > 0 ? (
                      <p className="sm-lines__stops">{words.home.stops(phase.stations.length)}</p>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          </section>
          <section className="sm-section" aria-labelledby="map-title">
            <h2 id="map-title">{words.home.mapTitle}</h2>
            <p>{words.home.mapLead}</p>
            <p>
              <a className="usa-button usa-button--outline" href={pathTo(language, 'map')}>
                {words.home.mapOpen}
              </a>
            </p>
            <MapDrawing context={context} roadmap={roadmap} langs={langs} isSmall />
          </section>
        </div>
      </>
    ),
  }
  return { ...answer, data: page }
}

/** A line without stops is that of the letters, which have a list of their own. */
function placeOfLine(
  language: Language,
  { slug, stations }: { slug: string; stations: readonly string[] },
): string {
  return stations.length > 0
    ? `${pathTo(language, 'map')}?line=${slug}#map`
    : pathTo(language, 'notices')
}

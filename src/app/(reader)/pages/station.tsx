import type { Answer as ApiAnswer } from '../ask.ts'
import { pathTo } from '../addresses.ts'
import type { Context, Page, Redirect } from '../page-model.ts'
import { faqData, QuestionAnswers } from '../parts/answers.tsx'
import { Reviewed } from '../parts/facts.tsx'
import { LineMarker } from '../parts/line-marker.tsx'
import { distinct, NoticeLinks } from '../parts/links.tsx'
import { Missing } from '../parts/missing.tsx'
import { Rich } from '../parts/rich.tsx'
import { PlaceOnLine } from '../parts/place-on-line.tsx'
import {
  StationPageDocument,
  type StationPageQuery,
  type StopFragment,
} from '../questions/generated.ts'
import { langOf, untranslated, withoutLinks } from '../untranslated.ts'
import { leadsElsewhere } from './elsewhere.ts'
import { gonePage } from './gone.tsx'

export type Station = NonNullable<StationPageQuery['station']>

/** The page of a station; null where there is none. */
export async function stationPage(
  context: Context,
  slug: string,
): Promise<ApiAnswer<Page | Redirect | null>> {
  const { language } = context
  const answer = await context.ask(StationPageDocument, {
    slug,
    locale: language,
    translated: language !== 'en',
  })
  return { ...answer, data: shown(context, answer.data) }
}

function shown(context: Context, data: StationPageQuery): Page | Redirect | null {
  const { address, station, inMainLanguage, onMap, map } = data
  const elsewhere = leadsElsewhere(context, address)
  if (elsewhere) return elsewhere
  if (address?.withdrawal) return gonePage(context, address.withdrawal, address.name)
  if (!station) return null
  const { language, words } = context
  const missing = missingIn(station, inMainLanguage)
  const isMissing = missing.has('overview')
  return {
    status: 200,
    title: station.title,
    description: isMissing || missing.has('summary') ? undefined : station.summary,
    path: pathTo(language, 'stations', station.slug),
    trail: [
      { name: words.nav.map, path: pathTo(language, 'map') },
      { name: station.line.name, path: `${pathTo(language, 'map')}?line=${station.line.slug}` },
    ],
    writtenIn: address?.writtenIn,
    structuredData: isMissing ? [] : faqData(station, context),
    main: (
      <article className="grid-container sm-page">
        <header className="sm-page__head">
          <p className="sm-page__kind">
            <LineMarker line={station.line} /> {words.station.onLine(station.line.name)}
          </p>
          <h1 lang={isMissing ? langOf(station.title, inMainLanguage?.title) : undefined}>
            {station.title}
          </h1>
          {isMissing ? (
            <Missing context={context} of="page" />
          ) : missing.has('summary') ? null : (
            <p className="usa-intro">{station.summary}</p>
          )}
          <p>
            <a
              className="usa-button"
              href={`${pathTo(language, 'map')}?at=${encodeURIComponent(station.slug)}#map`}
            >
              {words.station.showOnMap}
            </a>
          </p>
          {onMap ? (
            <PlaceOnLine
              context={context}
              title={station.title}
              before={onMap.before}
              after={onMap.after}
            />
          ) : null}
        </header>
        {isMissing ? null : (
          <Texts context={context} station={station} main={inMainLanguage} missing={missing} />
        )}
        <RelatedLetters context={context} station={station} />
        {onMap ? (
          <Ways context={context} onMap={onMap} line={station.line} lines={map.phases} />
        ) : null}
        <Reviewed context={context} sourcing={station.sourcing} updatedAt={station.updatedAt} />
      </article>
    ),
  }
}

interface PartProps {
  context: Context
  station: Station
}

function Texts({
  context,
  station,
  main,
  missing,
}: PartProps & {
  main: StationPageQuery['inMainLanguage']
  missing: ReturnType<typeof missingIn>
}) {
  const { language, words } = context
  return (
    <>
      <section className="sm-section" aria-labelledby="overview">
        <h2 id="overview">{words.station.overview}</h2>
        <Rich html={station.overviewHtml} />
        {station.examples.length > 0 ? (
          <>
            <h3>{words.station.examples}</h3>
            <ul className="usa-list sm-examples">
              {station.examples.map((example) =>
                missing.has(example.id) ? null : (
                  <li key={example.id}>
                    <Rich html={example.textHtml} />
                  </li>
                ),
              )}
            </ul>
          </>
        ) : null}
        {station.moreToCome ? (
          <div className="usa-alert usa-alert--info usa-alert--slim">
            <div className="usa-alert__body">
              <p className="usa-alert__text">{words.station.moreToCome}</p>
            </div>
          </div>
        ) : null}
      </section>
      <QuestionAnswers context={context} main={main} missing={missing} page={station} />
      {station.notices.docs.length > 0 ? (
        <section className="sm-section" aria-labelledby="letters">
          <h2 id="letters">{words.station.letters}</h2>
          <NoticeLinks language={language} notices={station.notices.docs} />
        </section>
      ) : null}
    </>
  )
}

function RelatedLetters({ context, station }: PartProps) {
  const { language, words } = context
  const here = new Set(station.notices.docs.map(({ id }) => id))
  const related = distinct(station.relatedNotices).filter(({ id }) => !here.has(id))
  if (related.length === 0) return null
  return (
    <section className="sm-section" aria-labelledby="related-letters">
      <h2 id="related-letters">{words.station.relatedLetters}</h2>
      <NoticeLinks language={language} notices={related} />
    </section>
  )
}

interface WaysProps {
  context: Context
  onMap: NonNullable<StationPageQuery['onMap']>
  /** The line of the station. */
  line: { id: string }
  lines: StationPageQuery['map']['phases']
}

/** Where the way leads from a station, on which conditions, and where it comes from. */
function Ways({ context, onMap, line, lines }: WaysProps) {
  const { language, words } = context
  const lineOf = ({ phase }: StopFragment) => lines.find(({ id }) => id === phase)
  return (
    <>
      <section className="sm-section" aria-labelledby="next">
        <h2 id="next">{words.station.leads}</h2>
        {onMap.leadsTo.length === 0 ? (
          <p>{words.station.noWay}</p>
        ) : (
          <ul className="usa-list--unstyled sm-links sm-ways">
            {onMap.leadsTo.map(({ id, condition, station: to }) => {
              const other = lineOf(to)
              return (
                <li key={id}>
                  {other ? <LineMarker line={other} /> : null}
                  <span>
                    <a href={pathTo(language, 'stations', to.slug)}>{to.title}</a>
                    {condition ? <span className="sm-ways__when">{condition}</span> : null}
                    {!other || other.id === line.id ? null : (
                      <span className="sm-ways__when">{words.station.changesLine(other.name)}</span>
                    )}
                  </span>
                </li>
              )
            })}
          </ul>
        )}
      </section>
      {onMap.arrivals.length > 0 ? (
        <section className="sm-section" aria-labelledby="arrivals">
          <h2 id="arrivals">{words.station.arrivals}</h2>
          <ul className="usa-list--unstyled sm-links">
            {onMap.arrivals.map(({ id, station: from }) => {
              const other = lineOf(from)
              return (
                <li key={id}>
                  {other ? <LineMarker line={other} /> : null}
                  <a href={pathTo(language, 'stations', from.slug)}>{from.title}</a>
                </li>
              )
            })}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function missingIn(station: Station, main: StationPageQuery['inMainLanguage']) {
  const examples = new Map(main?.examples.map((one) => [one.id, one.textHtml]))
  return untranslated({
    summary: { own: station.summary, main: main?.summary },
    overview: {
      own: withoutLinks(station.overviewHtml),
      main: withoutLinks(main?.overviewHtml),
    },
    whatItMeans: { own: station.whatItMeansHtml, main: main?.whatItMeansText },
    howIGotHere: { own: station.howIGotHereHtml, main: main?.howIGotHereText },
    nextSteps: { own: station.nextStepsHtml, main: main?.nextStepsText },
    whereToGetHelp: { own: station.whereToGetHelpHtml, main: main?.whereToGetHelpText },
    ...Object.fromEntries(
      station.examples.map(({ id, textHtml }) => [
        id,
        { own: withoutLinks(textHtml), main: withoutLinks(examples.get(id)) },
      ]),
    ),
  })
}

import type { Answer as ApiAnswer } from '../ask.ts'
import { pathTo } from '../addresses.ts'
import type { Context, Page, Redirect } from '../page-model.ts'
import { faqData, QuestionAnswers } from '../parts/answers.tsx'
import { DeadlineDetails, DeadlineFacts } from '../parts/deadline.tsx'
import { Reviewed } from '../parts/facts.tsx'
import { distinct, FormLinks, NoticeLinks, StationLinks } from '../parts/links.tsx'
import { Missing } from '../parts/missing.tsx'
import { Rich } from '../parts/rich.tsx'
import { NoticePageDocument, type NoticePageQuery } from '../questions/generated.ts'
import { langOf, untranslated, withoutLinks } from '../untranslated.ts'
import { leadsElsewhere } from './elsewhere.ts'
import { gonePage } from './gone.tsx'

type Notice = NonNullable<NoticePageQuery['notice']>

/** The page of a notice; null where there is none. @param code in any spelling */
export async function noticePage(
  context: Context,
  code: string,
): Promise<ApiAnswer<Page | Redirect | null>> {
  const { language } = context
  const answer = await context.ask(NoticePageDocument, {
    code,
    locale: language,
    translated: language !== 'en',
  })
  return { ...answer, data: shown(context, answer.data) }
}

function shown(
  context: Context,
  { address, notice, inMainLanguage }: NoticePageQuery,
): Page | Redirect | null {
  const elsewhere = leadsElsewhere(context, address)
  if (elsewhere) return elsewhere
  if (address?.withdrawal) return gonePage(context, address.withdrawal, address.name)
  if (!notice) return null
  const { language, words } = context
  const missing = missingIn(notice, inMainLanguage)
  const isMissing = missing.has('overview')
  return {
    status: 200,
    title: `${notice.code}: ${notice.title}`,
    description: isMissing || missing.has('summary') ? undefined : notice.summary,
    path: pathTo(language, 'notices', notice.searchKey ?? notice.code),
    trail: [{ name: words.nav.notices, path: pathTo(language, 'notices') }],
    writtenIn: address?.writtenIn,
    structuredData: isMissing ? [] : faqData(notice, context),
    main: (
      <article className="grid-container sm-page">
        <header className="sm-page__head">
          <h1>
            <span className="sm-page__code">{notice.code}</span>{' '}
            <span
              className="sm-page__title"
              lang={isMissing ? langOf(notice.title, inMainLanguage?.title) : undefined}
            >
              {notice.title}
            </span>
          </h1>
          {isMissing ? (
            <Missing context={context} of="page" />
          ) : missing.has('summary') ? null : (
            <p className="usa-intro">{notice.summary}</p>
          )}
          <WhatToDo context={context} main={inMainLanguage} missing={missing} notice={notice} />
        </header>
        {isMissing ? null : (
          <Texts context={context} main={inMainLanguage} missing={missing} notice={notice} />
        )}
        <Related context={context} notice={notice} />
        <Reviewed context={context} sourcing={notice.sourcing} updatedAt={notice.updatedAt} />
      </article>
    ),
  }
}

interface PartProps {
  context: Context
  notice: Notice
}

interface TextsProps extends PartProps {
  main: NoticePageQuery['inMainLanguage']
  missing: ReturnType<typeof missingIn>
}

/** What matters most, at the top: what to do first, and by when. */
function WhatToDo({ context, main, missing, notice }: TextsProps) {
  const { language, words } = context
  const mainTitles = new Map(main?.steps.map(({ id, title }) => [id, title]))
  return (
    <section className="sm-deadline" aria-labelledby="act">
      <h2 id="act">{words.notice.act}</h2>
      <dl>
        <DeadlineFacts
          context={context}
          deadline={notice.deadline}
          inMainLanguage={main?.deadline}
        />
        {notice.steps.length > 0 ? (
          <>
            <dt>{words.notice.doNow}</dt>
            <dd>
              <ol className="sm-deadline__steps">
                {distinct(notice.steps).map(({ id, slug, title }) => (
                  <li key={id}>
                    {/* Without its texts the page has no steps to lead to. */}
                    <a
                      href={missing.has('overview') ? pathTo(language, 'steps', id) : `#${slug}`}
                      lang={langOf(title, mainTitles.get(id))}
                    >
                      {title}
                    </a>
                  </li>
                ))}
              </ol>
            </dd>
          </>
        ) : null}
        <DeadlineDetails
          context={context}
          deadline={notice.deadline}
          inMainLanguage={main?.deadline}
        />
      </dl>
    </section>
  )
}

function Texts({ context, main, missing, notice }: TextsProps) {
  const { words } = context
  return (
    <>
      <section className="sm-section" aria-labelledby="overview">
        <h2 id="overview">{words.notice.overview}</h2>
        <Rich html={notice.overviewHtml} />
        {notice.aliases.length > 0 ? (
          <p>
            {words.notice.otherCodes}: <strong>{notice.aliases.join(', ')}</strong>
          </p>
        ) : null}
        {notice.officialUrl ? (
          <p>
            <a className="usa-link" href={notice.officialUrl}>
              {words.notice.official}
            </a>
          </p>
        ) : null}
      </section>
      <QuestionAnswers context={context} main={main} missing={missing} page={notice} />
    </>
  )
}

function Related({ context, notice }: PartProps) {
  const { language, words } = context
  const stations = distinct([...notice.stations, ...notice.relatedStations.docs])
  const notices = distinct([...notice.relatedNotices, ...notice.relatedFrom.docs])
  return (
    <>
      {notice.forms.length > 0 ? (
        <section className="sm-section" aria-labelledby="forms">
          <h2 id="forms">{words.notice.forms}</h2>
          <FormLinks language={language} forms={notice.forms} />
        </section>
      ) : null}
      {stations.length > 0 ? (
        <section className="sm-section" aria-labelledby="stops">
          <h2 id="stops">{words.notice.onMap}</h2>
          <StationLinks language={language} stations={stations} />
          <p>
            <a
              className="usa-button usa-button--outline"
              href={`${pathTo(language, 'map')}?notice=${encodeURIComponent(notice.searchKey ?? notice.code)}`}
            >
              {words.notice.showOnMap}
            </a>
          </p>
        </section>
      ) : null}
      {notices.length > 0 ? (
        <section className="sm-section" aria-labelledby="related-letters">
          <h2 id="related-letters">{words.notice.related}</h2>
          <NoticeLinks language={language} notices={notices} />
        </section>
      ) : null}
    </>
  )
}

function missingIn(notice: Notice, main: NoticePageQuery['inMainLanguage']) {
  return untranslated({
    summary: { own: notice.summary, main: main?.summary },
    overview: { own: withoutLinks(notice.overviewHtml), main: withoutLinks(main?.overviewHtml) },
    whatItMeans: { own: notice.whatItMeansHtml, main: main?.whatItMeansText },
    howIGotHere: { own: notice.howIGotHereHtml, main: main?.howIGotHereText },
    nextSteps: { own: notice.nextStepsHtml, main: main?.nextStepsText },
    whereToGetHelp: { own: notice.whereToGetHelpHtml, main: main?.whereToGetHelpText },
  })
}

import type { Answer } from '../ask.ts'
import { pathTo } from '../addresses.ts'
import type { Context, Page, Redirect } from '../page-model.ts'
import { Reviewed } from '../parts/facts.tsx'
import { distinct, FormLinks, NoticeLinks, StepLinks } from '../parts/links.tsx'
import { Missing } from '../parts/missing.tsx'
import { FormPageDocument, type FormPageQuery } from '../questions/generated.ts'
import { isUntranslated } from '../untranslated.ts'
import { day, languageName, month } from '../words.ts'
import { leadsElsewhere } from './elsewhere.ts'
import { gonePage } from './gone.tsx'

/** The page of a form or publication; null where there is none. @param number in any spelling */
export async function formPage(
  context: Context,
  number: string,
): Promise<Answer<Page | Redirect | null>> {
  const { language } = context
  const answer = await context.ask(FormPageDocument, {
    number,
    locale: language,
    translated: language !== 'en',
  })
  return { ...answer, data: shown(context, answer.data) }
}

function shown(
  context: Context,
  { address, form, inMainLanguage }: FormPageQuery,
): Page | Redirect | null {
  const elsewhere = leadsElsewhere(context, address)
  if (elsewhere) return elsewhere
  if (address?.withdrawal) return gonePage(context, address.withdrawal, address.name)
  if (!form) return null
  const { language, words } = context
  const isMissing = isUntranslated(form.purpose, inMainLanguage?.purpose)
  const steps = distinct([...form.steps.docs, ...form.stepAlternatives.docs])
  return {
    status: 200,
    title: `${form.number}: ${form.title}`,
    description: isMissing ? undefined : form.purpose,
    path: pathTo(language, 'forms', form.searchKey ?? form.number),
    trail: [{ name: words.form.list, path: pathTo(language, 'forms') }],
    writtenIn: address?.writtenIn,
    main: (
      <article className="grid-container sm-page">
        <header className="sm-page__head">
          <p className="sm-page__kind">{words.form.kinds[form.kind]}</p>
          <h1>
            <span className="sm-page__code">{form.number}</span>{' '}
            <span className="sm-page__title">{form.title}</span>
          </h1>
          {isMissing ? (
            <Missing context={context} of="page" />
          ) : (
            <p className="usa-intro">{form.purpose}</p>
          )}
          {form.retiredOn ? (
            <div className="usa-alert usa-alert--warning usa-alert--slim">
              <div className="usa-alert__body">
                <p className="usa-alert__text">
                  {words.form.retired(day(form.retiredOn, language))}
                </p>
              </div>
            </div>
          ) : null}
        </header>
        {form.supersededBy ? (
          <section className="sm-section sm-section--first" aria-labelledby="replaced">
            <h2 id="replaced">{words.form.replacedBy}</h2>
            <FormLinks language={language} forms={[form.supersededBy]} />
          </section>
        ) : null}
        <section className="sm-section sm-section--first" aria-labelledby="get">
          <h2 id="get">{words.form.get}</h2>
          <ul className="usa-list--unstyled sm-links">
            {form.urls.map(({ id, language: written, url }) => (
              <li key={id}>
                <a className="usa-link" href={url} hrefLang={written.replace('_', '-')}>
                  {form.number} {words.form.inLanguage(languageName(written, language))}
                </a>
              </li>
            ))}
          </ul>
          {form.revision ? <p>{words.form.revision(month(form.revision, language))}</p> : null}
        </section>
        {form.supersedes.docs.length > 0 ? (
          <section className="sm-section" aria-labelledby="replaces">
            <h2 id="replaces">{words.form.replaces}</h2>
            <FormLinks language={language} forms={form.supersedes.docs} />
          </section>
        ) : null}
        {steps.length + form.notices.docs.length > 0 ? (
          <section className="sm-section" aria-labelledby="used">
            <h2 id="used">{words.form.usedOn}</h2>
            {steps.length > 0 ? (
              <>
                <h3>{words.kinds.steps.many}</h3>
                <StepLinks language={language} steps={steps} />
              </>
            ) : null}
            {form.notices.docs.length > 0 ? (
              <>
                <h3>{words.kinds.notices.many}</h3>
                <NoticeLinks language={language} notices={form.notices.docs} />
              </>
            ) : null}
          </section>
        ) : null}
        <Reviewed context={context} sourcing={form.sourcing} updatedAt={form.updatedAt} />
      </article>
    ),
  }
}

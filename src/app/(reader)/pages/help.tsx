import type { Answer } from '../ask.ts'
import { pathTo } from '../addresses.ts'
import { firstSentence } from '../first-sentence.ts'
import type { Context, Page, Redirect } from '../page-model.ts'
import { Reviewed } from '../parts/facts.tsx'
import { Contact } from '../parts/help.tsx'
import { NoticeLinks, StationLinks, StepLinks } from '../parts/links.tsx'
import { Missing } from '../parts/missing.tsx'
import { Rich } from '../parts/rich.tsx'
import { HelpPageDocument, type HelpPageQuery } from '../questions/generated.ts'
import { isUntranslated } from '../untranslated.ts'
import { leadsElsewhere } from './elsewhere.ts'
import { gonePage } from './gone.tsx'

type Organization = NonNullable<HelpPageQuery['organization']>

/** The page of an organization that helps; null where there is none. */
export async function helpPage(
  context: Context,
  slug: string,
): Promise<Answer<Page | Redirect | null>> {
  const { language } = context
  const answer = await context.ask(HelpPageDocument, {
    slug,
    locale: language,
    translated: language !== 'en',
  })
  return { ...answer, data: shown(context, answer.data) }
}

function shown(
  context: Context,
  { address, organization, inMainLanguage }: HelpPageQuery,
): Page | Redirect | null {
  const elsewhere = leadsElsewhere(context, address)
  if (elsewhere) return elsewhere
  if (address?.withdrawal) return gonePage(context, address.withdrawal, address.name)
  if (!organization) return null
  const { language, words } = context
  const { abbreviation, name } = organization
  const isMissing = isUntranslated(organization.whatTheyDoHtml, inMainLanguage?.whatTheyDoHtml)
  const path = pathTo(language, 'help', organization.slug)
  return {
    status: 200,
    title: abbreviation ? `${name} (${abbreviation})` : name,
    description: isMissing ? undefined : firstSentence(organization.whatTheyDoText, language),
    path,
    trail: [{ name: words.nav.help, path: pathTo(language, 'help') }],
    writtenIn: address?.writtenIn,
    structuredData: [organizationData(organization, context.installation.publicUrl + path)],
    main: (
      <article className="grid-container sm-page">
        <header className="sm-page__head">
          <p className="sm-page__kind">{words.kinds['help-organizations'].one}</p>
          <h1>
            {name}
            {abbreviation ? ` (${abbreviation})` : ''}
          </h1>
        </header>
        <section className="sm-section sm-section--first" aria-labelledby="what">
          <h2 id="what">{words.help.whatTheyDo}</h2>
          {isMissing ? (
            <Missing context={context} of="page" />
          ) : (
            <Rich html={organization.whatTheyDoHtml} />
          )}
          <Contact context={context} organization={organization} />
        </section>
        {organization.whoIsEligibleHtml ? (
          <section className="sm-section" aria-labelledby="eligible">
            <h2 id="eligible">{words.help.eligible}</h2>
            <Rich html={organization.whoIsEligibleHtml} />
          </section>
        ) : null}
        <UsedOn context={context} organization={organization} />
        <Reviewed
          context={context}
          sourcing={organization.sourcing}
          updatedAt={organization.updatedAt}
        />
      </article>
    ),
  }
}

function UsedOn({
  context: { language, words },
  organization: { notices, stations, steps },
}: {
  context: Context
  organization: Organization
}) {
  if (notices.docs.length + stations.docs.length + steps.docs.length === 0) return null
  return (
    <section className="sm-section" aria-labelledby="used">
      <h2 id="used">{words.help.usedOn}</h2>
      {stations.docs.length > 0 ? (
        <>
          <h3>{words.kinds.stations.many}</h3>
          <StationLinks language={language} stations={stations.docs} />
        </>
      ) : null}
      {notices.docs.length > 0 ? (
        <>
          <h3>{words.kinds.notices.many}</h3>
          <NoticeLinks language={language} notices={notices.docs} />
        </>
      ) : null}
      {steps.docs.length > 0 ? (
        <>
          <h3>{words.kinds.steps.many}</h3>
          <StepLinks language={language} steps={steps.docs} />
        </>
      ) : null}
    </section>
  )
}

/** What the organization offers, for search engines: a service of its own, free of guesses about it. */
function organizationData(
  { name, phones, url, languages }: Organization,
  address: string,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Service',
    name,
    url: url ?? address,
    availableChannel: {
      '@type': 'ServiceChannel',
      ...(url ? { serviceUrl: url } : {}),
      availableLanguage: languages.map((one) => one.replace('_', '-')),
      servicePhone: phones.map(({ label, number }) => ({
        '@type': 'ContactPoint',
        contactType: label,
        telephone: number,
      })),
    },
  }
}

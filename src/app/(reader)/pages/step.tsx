import type { Answer } from '../ask.ts'
import { pathTo } from '../addresses.ts'
import { firstSentence } from '../first-sentence.ts'
import type { Context, Page } from '../page-model.ts'
import { NoticeLinks, StationLinks } from '../parts/links.tsx'
import { missingInStep, StepBody } from '../parts/steps.tsx'
import { StepBySlugDocument, StepPageDocument, type StepPageQuery } from '../questions/generated.ts'
import { langOf } from '../untranslated.ts'
import { gonePage } from './gone.tsx'

/**
 * The page of a step; null where there is none.
 *
 * @param bySlug for one that was never saved and so has no id
 */
export async function stepPage(
  context: Context,
  name: string,
  { bySlug = false } = {},
): Promise<Answer<Page | null>> {
  const locale = context.language
  const translated = locale !== 'en'
  const answer = bySlug
    ? await context.ask(StepBySlugDocument, { slug: name, locale, translated })
    : await context.ask(StepPageDocument, { id: name, locale, translated })
  return { ...answer, data: shown(context, answer.data) }
}

function shown(
  context: Context,
  { address, step, inMainLanguage }: Omit<StepPageQuery, 'address'> & Partial<StepPageQuery>,
): Page | null {
  if (address?.withdrawal) return gonePage(context, address.withdrawal)
  if (!step) return null
  const { language, words } = context
  const isMissing = missingInStep(step, inMainLanguage ?? undefined).has('body')
  const { docs: stations } = step.stations
  const { docs: notices } = step.notices
  return {
    status: 200,
    title: step.title,
    description: isMissing ? undefined : firstSentence(step.bodyText, language),
    writtenIn: address?.writtenIn,
    path: pathTo(language, 'steps', step.id),
    trail: [],
    main: (
      <article className="grid-container sm-page">
        <header className="sm-page__head">
          <p className="sm-page__kind">{words.kinds.steps.one}</p>
          <h1 lang={langOf(step.title, inMainLanguage?.title)}>{step.title}</h1>
        </header>
        <section className="sm-section sm-section--first" aria-label={step.title}>
          <StepBody context={context} step={step} main={inMainLanguage ?? undefined} level={2} />
        </section>
        {stations.length + notices.length > 0 ? (
          <section className="sm-section" aria-labelledby="used">
            <h2 id="used">{words.steps.usedOn}</h2>
            {stations.length > 0 ? (
              <>
                <h3>{words.kinds.stations.many}</h3>
                <StationLinks language={language} stations={stations} />
              </>
            ) : null}
            {notices.length > 0 ? (
              <>
                <h3>{words.kinds.notices.many}</h3>
                <NoticeLinks language={language} notices={notices} />
              </>
            ) : null}
          </section>
        ) : null}
      </article>
    ),
  }
}

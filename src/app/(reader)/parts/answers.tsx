import type { ReactNode } from 'react'
import type { Context } from '../page-model.ts'
import { question } from '../words.ts'
import type { Untranslated } from '../untranslated.ts'
import type {
  HelpFragment,
  StepInMainLanguageFragment,
  StepPartsFragment,
} from '../questions/generated.ts'
import { HelpCard } from './help.tsx'
import { distinct } from './links.tsx'
import { Missing } from './missing.tsx'
import { Rich } from './rich.tsx'
import { Steps } from './steps.tsx'

/** A question that pages answer. */
type QuestionName = 'whatItMeans' | 'howIGotHere' | 'nextSteps' | 'whereToGetHelp'

/** What pages that answer the questions have in common. */
interface AnsweringPage {
  whatItMeansHtml: string | null
  howIGotHereHtml: string | null
  nextStepsHtml: string | null
  whereToGetHelpHtml: string | null
  steps: StepPartsFragment[]
  helpOrganizations: HelpFragment[]
}

interface AnswersProps {
  context: Context
  /** The same page in the main language, where this one is in another. */
  main:
    | {
        steps: StepInMainLanguageFragment[]
        helpOrganizations: NonNullable<Parameters<typeof HelpCard>[0]['main']>[]
      }
    | null
    | undefined
  missing: Untranslated
  page: AnsweringPage
}

/** The questions in their order, with the steps and the organizations that belong to them. */
export function QuestionAnswers({ context, main, missing, page }: AnswersProps) {
  return (
    <>
      <Answer context={context} html={page.whatItMeansHtml} missing={missing} name="whatItMeans" />
      <Answer context={context} html={page.howIGotHereHtml} missing={missing} name="howIGotHere" />
      <Answer context={context} html={page.nextStepsHtml} missing={missing} name="nextSteps">
        {page.steps.length > 0 ? (
          <Steps context={context} steps={page.steps} inMainLanguage={main?.steps} />
        ) : null}
      </Answer>
      <Answer
        context={context}
        html={page.whereToGetHelpHtml}
        missing={missing}
        name="whereToGetHelp"
      >
        {page.helpOrganizations.length > 0 ? (
          <div className="sm-cards">
            {distinct(page.helpOrganizations).map((organization) => (
              <HelpCard
                key={organization.id}
                context={context}
                organization={organization}
                main={main?.helpOrganizations.find(({ id }) => id === organization.id)}
              />
            ))}
          </div>
        ) : null}
      </Answer>
    </>
  )
}

/**
 * A question as a heading, with its answer and what belongs to it. Absent where there is nothing to say.
 */
function Answer({
  children,
  context,
  html,
  missing,
  name,
}: {
  children?: ReactNode
  context: Context
  html: string | null
  missing: Untranslated
  name: QuestionName
}) {
  if (!html && !children && !missing.has(name)) return null
  return (
    <section className="sm-section" aria-labelledby={name}>
      <h2 id={name}>{question(name, context.language)}</h2>
      {missing.has(name) ? <Missing context={context} of="part" at={name} /> : null}
      {html ? <Rich html={html} /> : null}
      {children}
    </section>
  )
}

/** The questions that are answered in words alone, as schema.org has them, for search engines. */
export function faqData(page: AnsweringPage, context: Context): Record<string, unknown>[] {
  const answers = {
    whatItMeans: page.whatItMeansHtml,
    howIGotHere: page.howIGotHereHtml,
    whereToGetHelp: page.whereToGetHelpHtml,
  }
  const given = Object.entries(answers).filter(([, html]) => html) as [QuestionName, string][]
  if (given.length === 0) return []
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'FAQPage',
      inLanguage: context.language,
      mainEntity: given.map(([name, html]) => ({
        '@type': 'Question',
        name: question(name, context.language),
        acceptedAnswer: {
          '@type': 'Answer',
          text: html
            .replace(/ data-[a-z]+="[^"]*"/g, '')
            .replace(/href="\//g, `href="${context.installation.publicUrl}/`),
        },
      })),
    },
  ]
}

import { pathTo } from '../addresses.ts'
import type { Context } from '../page-model.ts'
import type { StepInMainLanguageFragment, StepPartsFragment } from '../questions/generated.ts'
import { langOf, untranslated } from '../untranslated.ts'
import { FormLinks, HelpLinks } from './links.tsx'
import { Missing } from './missing.tsx'
import { Rich } from './rich.tsx'

interface StepsProps {
  context: Context
  steps: StepPartsFragment[]
  /** The same steps in the main language, where the page is in another one. */
  inMainLanguage?: StepInMainLanguageFragment[] | undefined
}

/** Steps in their order, each open, with how it follows the one before. */
export function Steps({ context, steps, inMainLanguage = [] }: StepsProps) {
  const { words } = context
  return (
    <ol className="usa-process-list sm-steps">
      {steps.map((step, index) => {
        const main = inMainLanguage.find(({ id }) => id === step.id)
        return (
          <li className="usa-process-list__item" key={step.id} id={step.slug}>
            {index > 0 && step.follows !== 'then' ? (
              <p className="sm-steps__follows">{words.steps.follows[step.follows]}</p>
            ) : null}
            <details open className="sm-step">
              <summary>
                <h3 className="usa-process-list__heading" lang={langOf(step.title, main?.title)}>
                  {step.title}
                </h3>
              </summary>
              <StepBody context={context} step={step} main={main} />
              <p className="sm-step__own">
                <a href={pathTo(context.language, 'steps', step.id)}>
                  {words.steps.stepPage}
                  <span className="usa-sr-only">: {step.title}</span>
                </a>
              </p>
            </details>
          </li>
        )
      })}
    </ol>
  )
}

/** What a step says: what to do, by situation, with what one needs and who helps. */
export function StepBody({
  context,
  step,
  main,
  level = 4,
}: {
  context: Context
  step: StepPartsFragment
  main: StepInMainLanguageFragment | undefined
  /** Level of the headings of its situations. */
  level?: 2 | 4
}) {
  const { language, words } = context
  const Heading = `h${level}` as const
  const missing = missingInStep(step, main)
  return (
    <>
      {missing.has('body') ? (
        <Missing context={context} of="part" at={step.slug} />
      ) : (
        <Rich html={step.bodyHtml} />
      )}
      <Needs language={language} of={step} words={words} />
      {step.alternatives.map((alternative) => (
        <section
          className={`sm-alternative sm-alternative--${alternative.situation}`}
          key={alternative.id}
        >
          {missing.has(alternative.id) ? (
            <Missing context={context} of="part" at={step.slug} />
          ) : (
            <>
              <Heading className="sm-alternative__heading">{alternative.heading}</Heading>
              <Rich html={alternative.bodyHtml} />
            </>
          )}
          <Needs language={language} of={alternative} words={words} />
        </section>
      ))}
    </>
  )
}

function Needs({
  language,
  of,
  words,
}: Pick<Context, 'language' | 'words'> & {
  of: Pick<StepPartsFragment, 'forms' | 'helpOrganizations'>
}) {
  return (
    <>
      {of.forms.length > 0 ? (
        <div className="sm-needs">
          <p className="sm-needs__title">{words.steps.forms}</p>
          <FormLinks language={language} forms={of.forms} />
        </div>
      ) : null}
      {of.helpOrganizations.length > 0 ? (
        <div className="sm-needs">
          <p className="sm-needs__title">{words.steps.help}</p>
          <HelpLinks language={language} organizations={of.helpOrganizations} />
        </div>
      ) : null}
    </>
  )
}

/** Which texts of a step are not written in the language of the page. @param main the same step in the main language */
export function missingInStep(
  step: StepPartsFragment,
  main: StepInMainLanguageFragment | undefined,
) {
  const mainOf = new Map(main?.alternatives.map((one) => [one.id, one]))
  return untranslated({
    body: { own: step.bodyHtml, main: main?.bodyHtml },
    ...Object.fromEntries(
      step.alternatives.map(({ id, bodyHtml }) => [
        id,
        { own: bodyHtml, main: mainOf.get(id)?.bodyHtml },
      ]),
    ),
  })
}

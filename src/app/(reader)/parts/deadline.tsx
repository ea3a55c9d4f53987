import type { Context } from '../page-model.ts'
import type { NoticePageQuery } from '../questions/generated.ts'
import { number } from '../words.ts'
import { Missing } from './missing.tsx'

type Deadline = NonNullable<NoticePageQuery['notice']>['deadline']

interface DeadlineProps {
  context: Pick<Context, 'language' | 'pathname' | 'words'>
  deadline: Deadline
  /** Its texts in the main language, where the page is in another one. */
  inMainLanguage?: NonNullable<NoticePageQuery['inMainLanguage']>['deadline'] | undefined
}

/** By when a notice wants an answer, as a person reads it. */
export function DeadlineFacts({ context, deadline, inMainLanguage }: DeadlineProps) {
  const { words } = context
  // These are short, and sentences: the same in both languages is not translated, however short.
  const main = new Map(inMainLanguage?.alternatives.map(({ id, when }) => [id, when]))
  const { alternatives } = deadline
  return (
    <>
      <dt>{words.notice.byWhen}</dt>
      <dd>
        {sentences(context, deadline).map((sentence, index) => (
          <p key={sentence} className={index === 0 ? 'sm-deadline__when' : undefined}>
            {sentence}
          </p>
        ))}
        {alternatives.length > 0 ? (
          <ul className="usa-list">
            {alternatives.map(({ id, when, ...other }) => {
              const length = period(context, other)
              if (main.get(id) === when)
                return (
                  <li key={id}>
                    {length} <Missing context={context} of="part" at="act" />
                  </li>
                )
              return <li key={id}>{length ? words.notice.otherwise(length, when) : when}</li>
            })}
          </ul>
        ) : null}
      </dd>
    </>
  )
}

/** What else is known about the deadline: whether there may be more time, what follows after it, and its law. */
export function DeadlineDetails({ context, deadline, inMainLanguage }: DeadlineProps) {
  const { words } = context
  const { authority, consequence, extendable } = deadline
  return (
    <>
      {deadline.count && extendable ? (
        <>
          <dt>{words.notice.moreTime}</dt>
          <dd>{words.notice.extendable[extendable]}</dd>
        </>
      ) : null}
      {consequence || inMainLanguage?.consequence ? (
        <>
          <dt>{words.notice.ifNot}</dt>
          <dd>{consequence ?? <Missing context={context} of="part" at="act" />}</dd>
        </>
      ) : null}
      {authority ? (
        <>
          <dt>{words.notice.authority}</dt>
          <dd>{authority}</dd>
        </>
      ) : null}
    </>
  )
}

/** The period from what it starts, and what counts before it. */
export function sentences(
  { language, words }: Pick<Context, 'language' | 'words'>,
  deadline: Deadline,
) {
  const length = period({ language, words }, deadline)
  if (length === null) return [words.notice.noPeriod]
  return [
    words.notice.within[deadline.startsFrom ?? 'unknown'](length),
    ...(deadline.printedDateWins ? [words.notice.printedWins] : []),
  ]
}

function period(
  { language, words }: Pick<Context, 'language' | 'words'>,
  { count, unit }: Pick<Deadline, 'count' | 'unit'>,
): string | null {
  if (!count || !unit) return null
  return `${number(count, language)} ${words.notice.units[unit](count)}`
}

import type { Context } from '../page-model.ts'
import { day } from '../words.ts'

/** How old a page is, what its facts come from, and when somebody last looked there. */
export function Reviewed({
  context: { language, words },
  sourcing: { checkedOn, source },
  updatedAt,
}: {
  context: Context
  sourcing: { source?: string | null; checkedOn: string | null }
  /** When its text last became public, which takes a second person. */
  updatedAt: string
}) {
  return (
    <footer className="sm-reviewed">
      <p>
        {/* The sentence around the day differs by language. */}
        <time dateTime={updatedAt}>{words.reviewed(day(updatedAt, language))}</time>
      </p>
      {source ? (
        <p>
          {words.source}:{' '}
          <a className="usa-link sm-source" href={source}>
            {new URL(source).host}
          </a>
        </p>
      ) : null}
      {checkedOn ? (
        <p>
          <time dateTime={checkedOn.slice(0, 10)}>{words.checked(day(checkedOn, language))}</time>
        </p>
      ) : null}
    </footer>
  )
}

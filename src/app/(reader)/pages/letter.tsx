import { pathTo } from '../addresses.ts'
import type { Answer } from '../ask.ts'
import type { Context, Page, Redirect } from '../page-model.ts'
import { LetterBox } from '../parts/letter-box.tsx'
import { AllPagesDocument, LetterDocument } from '../questions/generated.ts'
import { nearestNames } from '../nearest.ts'
import { searchKey } from '../../../content/search-key.ts'

/** What looks like a code: a few letters, if any, and digits, with or without letters after them. */
const codeLike = /^(?:[a-z]{0,8}[\s.-]*)?\d{1,5}(?:[\s.-]*[a-z]{1,2})?$/i

/**
 * Where the code of a letter leads, in any spelling: to its page. Words lead to the search, and a code that
 * nothing has to a page that says so and what comes near it.
 */
export async function letterPage(
  context: Context,
  typed: string,
): Promise<Answer<Page | Redirect>> {
  const { language } = context
  const code = typed.trim()
  const answer = await context.ask(LetterDocument, { code: code.slice(0, 200), locale: language })
  const { path } = answer.data.address ?? {}
  if (path) return { ...answer, data: { status: 302, location: path } }
  if (answer.data.address?.withdrawn)
    return {
      ...answer,
      data: { status: 302, location: pathTo(language, 'notices', searchKey(code)) },
    }
  if (!codeLike.test(code.replace(/^(irs|notice|letter|aviso|carta)\s+/i, '')))
    return {
      ...answer,
      data: {
        status: 302,
        location: `${pathTo(language, 'search')}?q=${encodeURIComponent(code.slice(0, 200))}`,
      },
    }
  return unknownLetterPage(context, code)
}

/** Says that there is no notice of a code, and which codes come near it. */
export async function unknownLetterPage(context: Context, code: string): Promise<Answer<Page>> {
  const { language, words } = context
  const answer = await context.ask(AllPagesDocument, { locale: language })
  const notices = answer.data.pages.filter(({ collection }) => collection === 'notices')
  const near = nearestNames(
    code,
    notices.map(({ name }) => name),
  )
  const shown = code.slice(0, 40).toUpperCase()
  const page: Page = {
    status: 404,
    title: words.notice.unknown(shown),
    main: (
      <div className="grid-container sm-page">
        <header className="sm-page__head">
          <h1>{words.notice.unknown(shown)}</h1>
          {near.length > 0 ? (
            <>
              <p className="usa-intro">{words.search.didYouMean}</p>
              <ul className="usa-list--unstyled sm-links">
                {near.map((name) => {
                  const notice = notices.find((one) => one.name === name)!
                  return (
                    <li key={name}>
                      <a href={notice.path}>
                        <strong className="sm-code">{name}</strong> {notice.title}
                      </a>
                    </li>
                  )
                })}
              </ul>
            </>
          ) : null}
          <p>{words.notice.unknownLead}</p>
        </header>
        <LetterBox language={language} words={words} typed={code.slice(0, 200)} />
        <p>
          <a href={pathTo(language, 'notices')}>{words.notice.list}</a>
        </p>
      </div>
    ),
  }
  return { ...answer, data: page }
}

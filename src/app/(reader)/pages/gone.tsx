import { nameIn, pathTo, type Language } from '../addresses.ts'
import { languageOf } from '../language-of.ts'
import type { Context, Page } from '../page-model.ts'
import { SearchBox } from '../parts/search-box.tsx'
import type { WhereFragment } from '../questions/generated.ts'
import { day } from '../words.ts'

type Withdrawal = NonNullable<WhereFragment['withdrawal']>

/** What was public and is not any more: why, since when, and where to go instead. */
export function gonePage(
  context: Context,
  { at, reason, replacement }: Withdrawal,
  name?: string,
): Page {
  const { language, words } = context
  const title = name ? words.gone.title(name) : words.gone.plain
  const other = replacement?.collection
    ? nameIn({ ...replacement, collection: replacement.collection })
    : null
  return {
    status: 410,
    title,
    main: (
      <div className="grid-container sm-page">
        <h1>{title}</h1>
        <p className="usa-intro">{words.gone.since(day(at, language))}</p>
        <h2>{words.gone.why}</h2>
        <p lang={otherLanguage(reason, language)}>{reason}</p>
        {replacement ? (
          <>
            <h2>{words.gone.instead}</h2>
            <p lang={otherLanguage(replacement.sentence ?? replacement.title ?? '', language)}>
              {replacement.sentence ??
                (other ? (
                  <a href={pathTo(language, other.section, other.name)}>
                    {[replacement.code ?? replacement.number, replacement.title]
                      .filter(Boolean)
                      .join(': ')}
                  </a>
                ) : (
                  replacement.title
                ))}
            </p>
          </>
        ) : null}
        <p>{words.gone.search}</p>
        <SearchBox id="search-again" language={language} words={words} />
      </div>
    ),
  }
}

/** The language of a text for whoever hears the page read, where it is another one than that of the page. */
function otherLanguage(text: string, language: Language): Language | undefined {
  const own = languageOf(text)
  return own === language ? undefined : own
}

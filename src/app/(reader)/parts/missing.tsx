import { inLanguage } from '../addresses.ts'
import type { Context } from '../page-model.ts'

/** Stands where a text is not written in the language of the page, and leads to it in the main language. */
export function Missing({
  context: { pathname, words },
  of,
  at,
}: {
  context: Pick<Context, 'pathname' | 'words'>
  of: 'page' | 'part'
  /** Id of the part on the page. */
  at?: string
}) {
  return (
    <div className="usa-alert usa-alert--info usa-alert--slim">
      <div className="usa-alert__body">
        <p className="usa-alert__text">
          {words.untranslated[of]}{' '}
          <a href={inLanguage(pathname, 'en') + (at ? `#${at}` : '')} hrefLang="en">
            {words.untranslated.read}
          </a>
        </p>
      </div>
    </div>
  )
}

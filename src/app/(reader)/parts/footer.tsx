import { pathTo, type Language } from '../addresses.ts'
import type { Page } from '../page-model.ts'
import type { SiteWords } from '../words.ts'
import { markdownPath } from './document.tsx'

interface FooterProps {
  language: Language
  page: Page
  words: SiteWords
}

/** The end of every page: who publishes it, how, and what else there is. */
export function Footer({ language, page, words }: FooterProps) {
  const { footer } = words
  const entries = [
    { name: words.nav.map, path: pathTo(language, 'map') },
    { name: words.nav.notices, path: pathTo(language, 'notices') },
    { name: footer.forms, path: pathTo(language, 'forms') },
    { name: words.nav.help, path: pathTo(language, 'help') },
    { name: footer.feed, path: pathTo(language, 'feed.xml') },
    { name: footer.developers, path: '/docs', language: 'en' },
  ]
  return (
    <footer className="sm-footer">
      <div className="grid-container">
        <p className="sm-footer__about">{footer.about}</p>
        <p>{footer.proof}</p>
        <nav aria-label={footer.links}>
          <ul className="usa-list--unstyled sm-footer__list">
            {entries.map(({ name, path, language: hrefLang }) => (
              <li key={path}>
                <a href={path} hrefLang={hrefLang}>
                  {name}
                </a>
              </li>
            ))}
            {page.path && page.status === 200 ? (
              <li>
                <a href={markdownPath(page.path, language)} type="text/markdown">
                  {footer.markdown}
                </a>
              </li>
            ) : null}
          </ul>
        </nav>
      </div>
    </footer>
  )
}

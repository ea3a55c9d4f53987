import { inLanguage, languages, pathTo, type Language } from '../addresses.ts'
import { wordsIn, type SiteWords } from '../words.ts'
import { SearchBox } from './search-box.tsx'

interface HeaderProps {
  language: Language
  /** What was chosen on the page, in its address. */
  parameters: URLSearchParams
  pathname: string
  words: SiteWords
}

/** The head of every page: its name, where to go, search, and the other language. */
export function Header({ language, parameters, pathname, words }: HeaderProps) {
  const entries = [
    { name: words.nav.map, path: pathTo(language, 'map') },
    { name: words.nav.notices, path: pathTo(language, 'notices') },
    { name: words.nav.help, path: pathTo(language, 'help') },
  ]
  const isHome = pathname === pathTo(language)
  // These pages have a field of their own, in the middle of what they are for.
  const hasOwnSearch = isHome || pathname === pathTo(language, 'search')
  return (
    <header className="sm-header">
      <div className="grid-container sm-header__top">
        <a
          className="sm-header__title"
          href={pathTo(language)}
          aria-current={isHome ? 'page' : undefined}
        >
          <Mark />
          {words.site}
        </a>
        {languages
          .filter((one) => one !== language)
          .map((one) => (
            <a
              key={one}
              className="usa-button usa-button--outline sm-header__language"
              href={inLanguage(pathname, one, parameters)}
              lang={one}
              hrefLang={one}
            >
              {wordsIn(one).language}
            </a>
          ))}
      </div>
      <div className="grid-container sm-header__bottom">
        <nav aria-label={words.nav.label} className="sm-header__nav">
          <ul className="usa-list--unstyled sm-header__list">
            {entries.map(({ name, path }) => (
              <li key={path}>
                <a href={path} aria-current={pathname === path ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {hasOwnSearch ? null : <SearchBox id="search" language={language} words={words} isSmall />}
      </div>
    </header>
  )
}

/** Two lines that meet at a stop. */
function Mark() {
  return (
    <svg className="sm-header__mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path d="M3 24h10l8-16h8" fill="none" stroke="#005ea2" strokeWidth="4" />
      <path d="M3 8h10l8 16h8" fill="none" stroke="#54278f" strokeWidth="4" />
      <circle cx="17" cy="16" r="5" fill="#fff" stroke="#1b1b1b" strokeWidth="3" />
    </svg>
  )
}

import { pathTo, type Language } from '../addresses.ts'
import type { SiteWords } from '../words.ts'

interface PopularProps {
  language: Language
  terms: { term: string }[]
  words: SiteWords
}

/** What many people search for, each leading to its results. */
export function PopularSearches({ language, terms, words }: PopularProps) {
  if (terms.length === 0) return null
  return (
    <div className="sm-popular">
      <h3 className="sm-popular__title">{words.home.popular}</h3>
      <ul className="usa-list--unstyled sm-popular__list">
        {terms.map(({ term }) => (
          <li key={term}>
            <a
              className="sm-popular__term"
              href={`${pathTo(language, 'search')}?q=${encodeURIComponent(term)}`}
            >
              {term}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

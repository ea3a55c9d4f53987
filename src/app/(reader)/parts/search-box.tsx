import { pathTo, type Language } from '../addresses.ts'
import type { SiteWords } from '../words.ts'

interface SearchBoxProps {
  id: string
  language: Language
  words: SiteWords
  isSmall?: boolean
  query?: string
}

/** A field to search with. A script adds suggestions to it while one types. */
export function SearchBox({ id, language, words, isSmall, query }: SearchBoxProps) {
  return (
    <search className="sm-search">
      <form
        className={isSmall ? 'sm-search--small' : undefined}
        action={pathTo(language, 'search')}
      >
        <label className={isSmall ? 'usa-sr-only' : 'usa-label'} htmlFor={id}>
          {words.search.label}
        </label>
        <div className="sm-search__line">
          <div className="sm-search__field">
            <input
              className="usa-input"
              id={id}
              name="q"
              type="search"
              defaultValue={query}
              maxLength={200}
              autoComplete="off"
              data-suggest={language}
              data-words={JSON.stringify({
                label: words.search.suggestions,
                none: words.search.noSuggestions,
                results: words.search.suggestionsStatus,
                selected: words.search.selectedStatus,
              })}
            />
          </div>
          <button className="usa-button" type="submit">
            {words.search.button}
          </button>
        </div>
      </form>
    </search>
  )
}

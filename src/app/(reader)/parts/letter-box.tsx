import { pathTo, type Language } from '../addresses.ts'
import type { SiteWords } from '../words.ts'

interface LetterBoxProps {
  language: Language
  words: SiteWords
  /** What was typed before. */
  typed?: string
}

/** For a person with a letter in hand: its code leads to its page, anything else is searched for. */
export function LetterBox({ language, words: { home }, typed }: LetterBoxProps) {
  return (
    <form className="sm-letter" action={pathTo(language, 'notices')}>
      <label className="usa-label" htmlFor="letter">
        {home.letterField}
      </label>
      <p className="usa-hint" id="letter-hint">
        {home.letterHint}
      </p>
      <div className="sm-search__line">
        <input
          className="usa-input"
          id="letter"
          name="code"
          type="text"
          required
          maxLength={200}
          defaultValue={typed}
          aria-describedby="letter-hint"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <button className="usa-button" type="submit">
          {home.letterButton}
        </button>
      </div>
    </form>
  )
}

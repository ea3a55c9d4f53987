import accessibleAutocomplete from 'accessible-autocomplete'
import { nameIn, pathTo, type Language } from '../addresses.ts'

/** A result as /api/search answers it. */
interface Result {
  collection: string
  id: string
  slug?: string
  code?: string
  number?: string
  title: string
}

/** What the server wrote beside the field for whoever cannot see the list. */
interface Words {
  none: string
  results: string
  selected: string
  label: string
}

/** Most suggestions that are shown at once. */
const most = 7

/** How long to wait after a key before asking, in milliseconds. */
const pause = 120

// The page is drawn first: until then the field searches as it does without script.
requestAnimationFrame(() => setTimeout(suggestEverywhere))

function suggestEverywhere(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggest]'))
    suggest(input)
}

/** Puts a combo box in place of a field, which suggests pages while one types and leads to the chosen one. */
function suggest(input: HTMLInputElement): void {
  const language = input.dataset['suggest'] as Language
  const words = JSON.parse(input.dataset['words']!) as Words
  const place = input.parentElement!
  const { id, maxLength, name, value } = input
  const hadFocus = document.activeElement === input
  input.remove()
  accessibleAutocomplete({
    element: place,
    id,
    name,
    confirmOnBlur: false,
    displayMenu: 'overlay',
    inputClasses: 'usa-input',
    minLength: 2,
    showNoOptionsFound: false,
    menuAttributes: { 'aria-label': words.label, 'aria-labelledby': null },
    source: asks(language, () => document.activeElement?.id === id),
    templates: {
      inputValue: (result?: Result | string) => (result ? nameOf(result) : ''),
      suggestion: (result?: Result | string) => (result ? escaped(nameOf(result)) : ''),
    },
    onConfirm: (result?: Result | string) => {
      const target = typeof result === 'object' ? nameIn(result) : null
      if (target) location.assign(pathTo(language, target.section, target.name))
    },
    tNoResults: () => words.none,
    tAssistiveHint: () => '',
    tStatusQueryTooShort: () => '',
    tStatusNoResults: () => words.none,
    // Undefined while nothing is chosen.
    tStatusSelectedOption: (option: string | undefined, length: number, index: number) =>
      words.selected
        .replace('#1', option ?? '')
        .replace('#2', String(index + 1))
        .replace('#3', String(length)),
    tStatusResults: (length: number) => words.results.replace('#', String(length)),
  })
  const field = document.getElementById(id) as HTMLInputElement
  keepKeys(place, field)
  field.maxLength = maxLength
  field.setAttribute('autocapitalize', 'off')
  field.setAttribute('spellcheck', 'false')
  if (hadFocus) field.focus()
  // Typed, so to speak: what is given as default value would be offered as a suggestion.
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Keys as the ARIA guide has them for a combo box, where the package does otherwise. */
function keepKeys(place: HTMLElement, field: HTMLInputElement): void {
  place.addEventListener(
    'keydown',
    (event) => {
      // Whoever presses Enter without choosing searches for what is typed; the package would do nothing.
      if (event.key === 'Enter' && event.target === field) event.stopPropagation()
      // Closing the list would take the focus along with the option that has it.
      if (event.key === 'Escape') field.focus()
      // A space is typed like any other sign; the package would choose with it, or empty the field.
      if (event.key === ' ') {
        event.stopPropagation()
        field.focus()
      }
    },
    { capture: true },
  )
}

/**
 * Asks for suggestions once typing pauses. Of several questions under way only the last one counts.
 *
 * @param isTyping whether somebody is at the field; otherwise nothing is asked
 */
function asks(language: Language, isTyping: () => boolean) {
  let timer = 0
  let last = new AbortController()
  return (query: string, show: (results: Result[]) => void): void => {
    clearTimeout(timer)
    last.abort()
    if (!isTyping()) return
    const mine = (last = new AbortController())
    timer = window.setTimeout(() => {
      const parameters = new URLSearchParams({
        q: query.slice(0, 200),
        locale: language,
        limit: String(most),
        typing: 'true',
      })
      fetch(`/api/search?${parameters.toString()}`, { signal: mine.signal })
        .then((response) => (response.ok ? response.json() : { docs: [] }))
        .then(({ docs }: { docs: Result[] }) => show(docs.filter((result) => nameIn(result))))
        // Without suggestions the field still searches.
        .catch(() => mine.signal.aborted || show([]))
    }, pause)
  }
}

/** What a suggestion is called. The first one is the text that was in the field from the beginning. */
function nameOf(result: Result | string): string {
  if (typeof result === 'string') return result
  const { code, number, title } = result
  const name = code ?? number
  return name ? `${name}: ${title}` : title
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

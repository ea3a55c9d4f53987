/** Parts of a page that have a text in the main language and none in the page's own. */
export type Untranslated = ReadonlySet<string>

/** A text in the page's language; in the main language it is asked for only where the two may differ. */
interface Pair {
  own: string | null | undefined
  main: string | null | undefined
}

/** Texts shorter than this may be the same in both languages: “IRS.gov”, “PDF”. */
const shortestTelling = 40

/**
 * Which texts are missing in the page's language.
 *
 * What a document may lack is null. What it must have is given in the main language instead, so it is
 * missing when it is the same, word for word.
 */
export function untranslated(pairs: Readonly<Record<string, Pair>>): Untranslated {
  const names = Object.entries(pairs).filter(([, { own, main }]) => isUntranslated(own, main))
  return new Set(names.map(([name]) => name))
}

/** Whether one text is missing in the page's language, by the same rule. */
export function isUntranslated(own: Pair['own'], main: Pair['main']): boolean {
  if (!main) return false
  if (!own) return true
  const bare = withoutLinks(main)!
  return bare.length >= shortestTelling && withoutLinks(own) === bare
}

/**
 * The language of a title that has to be shown, for who hears the page read: the main one where it is the same
 * in it, undefined where it is that of the page. Only of what is not translated otherwise: names may be alike.
 */
export function langOf(own: string, main: string | null | undefined): 'en' | undefined {
  return own === main ? 'en' : undefined
}

/** HTML with its links left out, which lead to pages in the language that was asked for. */
export function withoutLinks(html: string | null | undefined): string | null {
  return html ? html.replace(/ href="[^"]*"/g, '').replace(/ data-title="[^"]*"/g, '') : null
}

/** Addresses of the reader's site whose answers follow from the public content alone. */
const keptPage =
  /^(?:\/es)?(?:\/|\/index|\/(?:map|notices|forms|help)|\/(?:stations|notices|steps|forms|help)\/[^/]+)(?:\.md)?$|^\/sitemap\.xml$|^(?:\/es)?\/(?:llms\.txt|feed\.xml)$|^\/es$/

/** What the address of a page may say besides, where the page differs by it. */
const choices = ['at', 'line', 'notice'] as const

/** Longest choice that a page is kept for, in characters. Longer ones are no name of anything. */
const longestChoice = 100

/**
 * Under which key the page at an address is kept, or null for an address whose page is made anew each time.
 * Parameters that change nothing, such as those of campaigns, do not make it another page.
 */
export function pageKey(url: string): string | null {
  const [path = '', ...rest] = url.split('?')
  const search = rest.join('?')
  if (!keptPage.test(path)) return null
  if (search === '') return `page\n${path}`
  const given = new URLSearchParams(search)
  // A code that somebody typed leads elsewhere.
  if (given.has('code')) return null
  const chosen = /\/map(?:\.md)?$/.test(path) ? choices.filter((name) => given.get(name)) : []
  if (chosen.some((name) => given.get(name)!.length > longestChoice)) return null
  if (chosen.length === 0) return `page\n${path}`
  return `page\n${path}\n${chosen.map((name) => `${name}=${encodeURIComponent(given.get(name)!)}`).join('&')}`
}

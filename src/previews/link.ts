/** What a front end may want to know of the document, each of which `PREVIEW_URL` can name in braces. */
const placeholders = ['token', 'collection', 'id', 'slug', 'locale'] as const

export type LinkParts = Record<(typeof placeholders)[number], string>

const inBraces = /\{([^{}]*)\}/g

/** What is wrong with a `PREVIEW_URL`, and what to write instead; undefined for one that can be used. */
export function previewUrlProblem(text: string): string | undefined {
  const example =
    'https://www.example.gov/api/draft?token={token}&collection={collection}&slug={slug}'
  const unknown = [...text.matchAll(inBraces)]
    .map(([, name]) => name!)
    .find((name) => !(placeholders as readonly string[]).includes(name))
  if (unknown !== undefined)
    return `PREVIEW_URL names {${unknown.slice(0, 40)}}, which nothing can be put in for. Choose among ${placeholders.map((name) => `{${name}}`).join(', ')}, as in ${example}.`
  const filled = text.replace(inBraces, 'x')
  const address = URL.canParse(filled) ? new URL(filled) : undefined
  if (
    !address ||
    !/^https?:$/.test(address.protocol) ||
    address.username !== '' ||
    /[{}\s]/.test(filled) ||
    new URL(text.replace(inBraces, 'y')).host !== address.host
  )
    return `PREVIEW_URL must be the address of a front end that shows drafts, such as ${example}. Its host cannot differ by document.`
  return undefined
}

/**
 * The link under which a front end shows a draft.
 *
 * An address that does not say where the token goes gets it as the parameter `preview`.
 *
 * @param url as `PREVIEW_URL` has it
 */
export function previewLink(url: string, parts: LinkParts): string {
  const link = url.replace(inBraces, (_whole, name: keyof LinkParts) =>
    encodeURIComponent(parts[name]),
  )
  if (url.includes('{token}')) return link
  const address = new URL(link)
  address.searchParams.set('preview', parts.token)
  return address.href
}

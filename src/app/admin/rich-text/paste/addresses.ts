/** How addresses of links may begin, as `collections/fields/rich-text-form.ts` has them. */
const offeredProtocols = ['https:', 'http:', 'mailto:']

/** Longest address that is kept, in characters. */
const longestAddress = 2_000

/** Where mail programs and Google Docs send whoever follows a link first, and the parameter with its real address. */
const detours: { host: RegExp; path: RegExp; parameter: string }[] = [
  { host: /^(www\.)?google\.com$/, path: /^\/url$/, parameter: 'q' },
  { host: /\.safelinks\.protection\.outlook\.com$/, path: /^\/$/, parameter: 'url' },
]

/** The address of a pasted link, without a detour; null where it leads nowhere that a text may link to. */
export function pastedAddress(href: string | null): string | null {
  const url = offered(href?.trim() ?? '')
  if (!url) return null
  const detour = detours.find(
    ({ host, path }) => host.test(url.hostname) && path.test(url.pathname),
  )
  const direct = detour ? offered(url.searchParams.get(detour.parameter) ?? '') : null
  return (direct ?? url).href
}

function offered(address: string): URL | null {
  if (address.length > longestAddress || !URL.canParse(address)) return null
  const url = new URL(address)
  return offeredProtocols.includes(url.protocol) ? url : null
}

import type { Requirement } from './requirement.ts'
import { wordsOf } from '../../content/words-of.ts'

/** Anything that could be the name of a host: words with dots, perhaps behind `//`. */
const hostLike = /(?:\/\/|\b)((?:[a-z0-9-]+\.)*[a-z0-9-]+)(?::\d+)?/gi

/** No page sends a reader to a host they cannot reach, such as a test installation. */
export const publicHosts: Requirement = ({ content, nonPublicHosts }) =>
  wordsOf(content).flatMap(({ path, text }) =>
    hostsIn(text)
      .filter((host) => nonPublicHosts.some((pattern) => matches(host, pattern)))
      .map((host) => ({
        path,
        message: `“${host}” is not a place readers can reach. Link to the document itself, or to a public address.`,
      })),
  )

/** Hosts of addresses, and words with a dot in them. A lone word such as “localhost” counts after `//`. */
function hostsIn(text: string): string[] {
  const hosts = [...text.matchAll(hostLike)]
    .filter(([whole, host]) => whole.startsWith('//') || host!.includes('.'))
    .map(([, host]) => host!.toLowerCase())
  return [...new Set([...hosts, ...hostsOfAddresses(text)])]
}

/** Whole addresses as a browser reads them: what looks like the host may be a name before an @. */
function hostsOfAddresses(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>"“”]+/gi)]
    .filter(([address]) => URL.canParse(address))
    .map(([address]) => new URL(address).hostname.replace(/\.$/, ''))
}

/** @param pattern a host, or `*.` and a domain for every host in it */
function matches(host: string, pattern: string): boolean {
  return pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) || host === pattern.slice(2)
    : pattern.endsWith('.*')
      ? host.startsWith(pattern.slice(0, -1))
      : host === pattern
}

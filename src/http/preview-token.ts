import type { IncomingMessage } from 'node:http'

/** The parameter `preview` in an address, however its letters are written. */
const parameter =
  /[?&](?:p|%70)(?:r|%72)(?:e|%65)(?:v|%76)(?:i|%69)(?:e|%65)(?:w|%77)(?=[=&[#]|%5[bB]|$)/

/**
 * Whether a request brings a preview token along, or what stands in its place. What it is answered depends on
 * that, so no such answer is kept or comes from what is kept.
 */
export function asksForPreview({ headers, url = '' }: IncomingMessage): boolean {
  return (
    headers['preview'] !== undefined ||
    isPreviewHeader(headers.authorization) ||
    parameter.test(url)
  )
}

/** The token of a request that asks for a preview; null when there is none that could be read, or several. */
export function tokenOf({ headers, url = '' }: IncomingMessage): string | null {
  const search = url.split('?').slice(1).join('?')
  const given = [
    ...new URLSearchParams(search).getAll('preview'),
    ...[headers['preview'] ?? []].flat(),
    ...(isPreviewHeader(headers.authorization)
      ? [headers.authorization!.replace(/^Preview\s*/i, '')]
      : []),
  ]
  const [token, ...others] = new Set(given.map((text) => text.trim()))
  return token && others.length === 0 ? token : null
}

/** The same address without the token, so that it stands in no log and reaches nothing that reads addresses. */
export function withoutToken(address: string): string {
  const at = address.indexOf('?')
  if (at < 0) return address
  const rest = address
    .slice(at + 1)
    .split('&')
    .filter((part) => !parameter.test(`?${part}`))
  return rest.length === 0 ? address.slice(0, at) : `${address.slice(0, at)}?${rest.join('&')}`
}

function isPreviewHeader(authorization: string | undefined): boolean {
  return authorization !== undefined && /^preview(\s|$)/i.test(authorization)
}

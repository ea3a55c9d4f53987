import type { IncomingMessage } from 'node:http'

/** Whether somebody goes through the site with a preview: what they see is theirs alone. */
export function isInPreview({ headers }: IncomingMessage): boolean {
  return headers.cookie?.includes('stationmaster-preview=') ?? false
}

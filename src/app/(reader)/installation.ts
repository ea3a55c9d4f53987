/** What the reader's site has to know of the installation it belongs to. */
export interface Installation {
  /** Where the API answers, such as http://127.0.0.1:3000. To be asked for anew with each page. */
  api: string
  /** Address under which people reach the site, without a trailing slash. */
  publicUrl: string
  /** Name of a test installation, shown on every page; undefined on the real one. */
  label: string | undefined
  /** Addresses of style sheet, scripts and fonts, by the name of their source. */
  assets: Readonly<Record<string, string>>
}

/**
 * The installation that runs in this process, put here by the server.
 *
 * @throws Error while there is none, as when pages are built
 */
export function installation(): Installation {
  const shared = (globalThis as Record<symbol, unknown>)[Symbol.for('stationmaster.reader')]
  if (!shared) throw new Error('The reader’s site runs within the server and was asked without it.')
  return shared as Installation
}

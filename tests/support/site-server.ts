import type { TestProject } from 'vitest/node'
import { findBrowser, type BrowserFile } from './find-browser.ts'
import { startPlatform } from './platform-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The reader's site that all tests of it share. */
    site: SiteServer
  }
}

export interface SiteServer {
  /** Such as http://localhost:49152 */
  origin: string
  browser: BrowserFile
}

/**
 * Starts the platform once for all tests of the reader's site. It has no ENVIRONMENT_LABEL, which would ask robots to
 * stay away: the site is measured as the public one is.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await findBrowser()
  const { origin, stop } = await startPlatform()
  project.provide('site', { origin, browser })
  return stop
}

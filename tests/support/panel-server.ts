import type { TestProject } from 'vitest/node'
import { demoPassword, demoPeople } from '../../seed/demo-people.ts'
import { findBrowser, type BrowserFile } from './find-browser.ts'
import { startPlatform } from './platform-server.ts'
import { newSession } from './session.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The platform that all stories share. */
    panel: PanelServer
  }
}

export interface PanelServer {
  /** Such as http://localhost:49152 */
  origin: string
  /** What ENVIRONMENT_LABEL says. */
  label: string
  browser: BrowserFile
  /** Sessions of the demo people, by email. */
  sessions: Record<string, string>
}

/** Starts the platform once for all stories, with what they look at it with. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await findBrowser()
  const label = 'Practice installation'
  const { origin, stop } = await startPlatform(() => ({ ENVIRONMENT_LABEL: label }))
  const sessions: Record<string, string> = {}
  for (const { email } of demoPeople)
    sessions[email] = await newSession(origin, { email, password: demoPassword })
  project.provide('panel', { origin, label, browser, sessions })
  return stop
}

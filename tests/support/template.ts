import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getPayload } from 'payload'
import type { TestProject } from 'vitest/node'
import { seedRoadmap } from '../../seed/index.ts'
import { seedPeople } from '../../seed/people.ts'
import { createApp } from '../../src/create-app.ts'
import { testSettings } from './settings.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with a data folder named after each content a test can start from. */
    templates: string
  }
}

/**
 * Seeds each kind of content once, for the whole run. Test files start from copies, which takes
 * milliseconds instead of seconds.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const templates = mkdtempSync(path.join(tmpdir(), 'stationmaster-templates-'))
  await writeTemplate(path.join(templates, 'people'), seedPeople)
  await writeTemplate(path.join(templates, 'roadmap'), seedRoadmap)
  project.provide('templates', templates)
  return () => rmSync(templates, { recursive: true, force: true })
}

async function writeTemplate(
  dataDir: string,
  fill: (payload: Awaited<ReturnType<typeof getPayload>>) => Promise<unknown>,
): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const app = await createApp({ settings: testSettings(dataDir) })
  await fill(app.locals.payload)
  await app.locals.close()
}

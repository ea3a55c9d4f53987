import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'
import type { TestProject } from 'vitest/node'
import { demoPeople } from '../../seed/demo-people.ts'
import { seedPeople } from '../../seed/people.ts'
import { serverStamp } from '../../src/bin/build.mjs'
import { createApp } from '../../src/create-app.ts'
import { seedInterrupted } from './interrupted-seed.ts'
import { sessionsFile, signIn } from './session.ts'
import { testSettings } from './settings.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder with a data folder named after each content a test can start from. */
    templates: string
  }
}

const kept = path.resolve('dist/test-templates')

const shared = globalThis as { stationmasterTemplates?: Promise<string> }

/** Has the seeded databases ready before the first test that starts from one. */
export async function setup(project: TestProject): Promise<void> {
  project.provide('templates', await seededTemplates())
}

/**
 * Seeds each kind of content once for a state of the code. Tests start from copies, which takes milliseconds
 * instead of seconds.
 *
 * @returns the folder with a data folder named after each content
 */
export function seededTemplates(): Promise<string> {
  // Payload runs once in a process, and both kinds of tests are prepared in this one.
  return (shared.stationmasterTemplates ??= seedTemplates())
}

async function seedTemplates(): Promise<string> {
  const templates = path.join(kept, serverStamp())
  if (existsSync(templates)) return templates
  const earlier = process.env.TEMPLATES === 'keep' ? earlierTemplates() : undefined
  if (earlier !== undefined) return earlier
  rmSync(kept, { recursive: true, force: true })
  mkdirSync(kept, { recursive: true })
  // Under its own name only once it is whole.
  const unfinished = mkdtempSync(path.join(kept, 'unfinished-'))
  await writeTemplate(path.join(unfinished, 'people'), seedPeople)
  const interruptions = await seedInterrupted(emptyFolder(path.join(unfinished, 'roadmap')))
  writeFileSync(path.join(unfinished, 'interruptions.json'), JSON.stringify(interruptions))
  for (const content of ['people', 'roadmap']) await signInEverybody(path.join(unfinished, content))
  renameSync(unfinished, templates)
  return templates
}

/**
 * The databases of another state of the code, if there are any. While one works on code that seeds nothing, they
 * do as well, and save the minute it takes to seed anew; migrations run when an app starts from a copy.
 */
function earlierTemplates(): string | undefined {
  const [name] = existsSync(kept)
    ? readdirSync(kept).filter((name) => !name.startsWith('unfinished-'))
    : []
  return name === undefined ? undefined : path.join(kept, name)
}

async function writeTemplate(
  dataDir: string,
  fill: (payload: Awaited<ReturnType<typeof getPayload>>) => Promise<unknown>,
): Promise<void> {
  emptyFolder(dataDir)
  const app = await createApp({ settings: testSettings(dataDir) })
  await fill(app.locals.payload)
  await app.locals.close()
}

/** Signs the demo people in, once for all tests: each password takes a seventh of a second to compare. */
async function signInEverybody(dataDir: string): Promise<void> {
  const app = await createApp({ settings: testSettings(dataDir) })
  const sessions: Record<string, string> = {}
  for (const { email } of demoPeople) sessions[email] = await signIn(app, email)
  writeFileSync(path.join(dataDir, sessionsFile), JSON.stringify(sessions))
  await app.locals.close()
}

function emptyFolder(folder: string): string {
  mkdirSync(folder, { recursive: true })
  return folder
}

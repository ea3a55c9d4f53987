import type { Station } from '../../src/payload-types.ts'
import { richText } from '../../seed/markdown.ts'
import type { Locale } from '../../src/locales.ts'
import type { State } from '../../src/workflow/states.ts'
import type { PersonName, TestApp } from './app.ts'
import type { Editable } from './editing.ts'
import { bringTo } from './review.ts'

const noLinks = (link: string): never => {
  throw new Error(`This text has a link to ${link}; build it with references.`)
}

/** Rich text of one or more plain paragraphs. */
export function text(markdown: string) {
  return richText(markdown, noLinks) as never
}

/** What a test may say about a document it builds; everything else is filled in. */
export interface BuildOptions {
  /**
   * How far it has come in the review workflow, through which it really goes.
   *
   * @default draft
   */
  state?: State | undefined
  /** Who writes it. Others review and publish. @default editor */
  as?: PersonName | undefined
  [field: string]: unknown
}

let made = 0

/** A phase, live unless the test says otherwise: nearly everything needs one. */
export async function buildPhase(
  testApp: TestApp,
  { state = 'published', as, ...data }: BuildOptions = {},
) {
  made += 1
  return build(testApp, {
    collection: 'phases',
    state,
    as,
    data: {
      name: `Phase ${made}`,
      slug: `phase-${made}`,
      order: made,
      summary: 'A line.',
      ...data,
    },
  })
}

/** A station in a live phase; `data` says only what matters to the test. */
export async function buildStation(
  testApp: TestApp,
  { state, as, ...data }: BuildOptions = {},
): Promise<Station> {
  made += 1
  const phase = data['phase'] ?? (await buildPhase(testApp)).id
  return (await build(testApp, {
    collection: 'stations',
    state,
    as,
    data: {
      title: `Station ${made}`,
      slug: `station-${made}`,
      summary: 'A stop on the way.',
      overview: text('What happens here.'),
      kind: 'stop',
      phase,
      ...data,
    },
  })) as Station
}

/**
 * Writes a document with the rights of a person and takes it as far through the workflow as asked.
 *
 * @returns its newest version
 */
export async function build(
  testApp: TestApp,
  {
    collection,
    state = 'draft',
    as = 'editor',
    data,
  }: {
    collection: Exclude<Editable, 'media'>
    state?: State | undefined
    as?: PersonName | undefined
    data: Record<string, unknown>
  },
) {
  const { payload, person } = testApp
  const draft = await payload.create({
    collection,
    data: data as never,
    draft: true,
    depth: 0,
    overrideAccess: false,
    user: await person(as),
  })
  if (state === 'draft') return draft
  await bringTo(testApp, { collection, id: draft.id, state })
  return payload.findByID({ collection, id: draft.id, depth: 0, draft: true })
}

/** Saves a draft over a document and takes that draft as far through the workflow as asked. */
export async function revise(
  testApp: TestApp,
  {
    collection,
    id,
    state = 'draft',
    as = 'editor',
    locale = 'en',
    ...data
  }: BuildOptions & { collection: Editable; id: string; locale?: Locale },
): Promise<void> {
  const { payload, person } = testApp
  await payload.update({
    collection,
    id,
    data: data as never,
    draft: true,
    depth: 0,
    locale,
    overrideAccess: false,
    user: await person(as),
  })
  await bringTo(testApp, { collection, id, state })
}

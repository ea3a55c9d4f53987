import type { Station } from '../../src/payload-types.ts'
import { richText } from '../../seed/markdown.ts'
import type { PersonName, TestApp } from './app.ts'

const noLinks = (link: string): never => {
  throw new Error(`This text has a link to ${link}; build it with references.`)
}

/** Rich text of one or more plain paragraphs. */
export function text(markdown: string) {
  return richText(markdown, noLinks) as never
}

let made = 0

/** What a phase needs to become live. */
export async function buildPhase(
  testApp: TestApp,
  {
    state = 'published',
    ...data
  }: { state?: 'draft' | 'published'; [field: string]: unknown } = {},
) {
  made += 1
  return build(testApp, {
    collection: 'phases',
    state,
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
  { state = 'draft', as, ...data }: BuildOptions = {},
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

export interface BuildOptions {
  /** @default draft */
  state?: 'draft' | 'published'
  /** Who writes it; a live one is published by the publisher. @default editor, or publisher when live */
  as?: PersonName | undefined
  [field: string]: unknown
}

/** Creates a document with the rights of a person, live or as a draft. */
export async function build(
  { payload, person }: TestApp,
  {
    collection,
    state,
    as,
    data,
  }: {
    collection: 'phases' | 'stations' | 'notices' | 'steps' | 'forms' | 'help-organizations'
    state: 'draft' | 'published'
    as?: PersonName | undefined
    data: Record<string, unknown>
  },
) {
  const isLive = state === 'published'
  return payload.create({
    collection,
    data: { ...data, ...(isLive ? { _status: 'published' } : {}) } as never,
    draft: !isLive,
    depth: 0,
    overrideAccess: false,
    user: await person(as ?? (isLive ? 'publisher' : 'editor')),
  })
}

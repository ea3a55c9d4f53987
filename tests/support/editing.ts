import { expect } from 'vitest'
import type { Locale } from '../../src/locales.ts'
import type { Action } from '../../src/workflow/states.ts'
import type { PersonName, TestApp } from './app.ts'
import { expectRefusal, stored } from './http.ts'

/** Content types that people edit. */
export type Editable =
  | 'phases'
  | 'stations'
  | 'notices'
  | 'steps'
  | 'forms'
  | 'help-organizations'
  | 'synonyms'
  | 'popular-terms'
  | 'media'

/** An answer of REST, as far as these tests look at it. */
export interface Saved {
  status: number
  text: string
  headers: Record<string, string>
  body: {
    doc: Document
    errors?: {
      code?: string
      path?: string
      message?: string
      data?: { errors?: { path: string; message: string }[] }
    }[]
  }
}

export interface Document {
  id: string
  [field: string]: unknown
}

interface SaveOptions {
  /** @default editor */
  as?: PersonName
  /** @default en */
  locale?: Locale
}

/** Saves a new draft over REST, as an editor does. */
export async function createDraft(
  { anonymous, authorization }: TestApp,
  collection: Editable,
  data: Record<string, unknown>,
  { as = 'editor', locale = 'en' }: SaveOptions = {},
): Promise<Saved> {
  return anonymous()
    .post(`/api/${collection}?draft=true&depth=0&locale=${locale}`)
    .set('Authorization', await authorization(as))
    .send(data)
}

/** Saves a draft over a document over REST; what is live stays as it is. */
export async function saveDraft(
  { anonymous, authorization }: TestApp,
  collection: Editable,
  id: string,
  data: Record<string, unknown>,
  { as = 'editor', locale = 'en' }: SaveOptions = {},
): Promise<Saved> {
  return anonymous()
    .patch(`/api/${collection}/${id}?draft=true&depth=0&locale=${locale}`)
    .set('Authorization', await authorization(as))
    .send(data)
}

/** The steps to the public, and who takes each. */
const waysOut = [
  ['submit', 'editor'],
  ['approve', 'reviewer'],
  ['publish', 'publisher'],
] as const

/**
 * Makes a document live over REST: an editor submits it, a reviewer approves, a publisher publishes.
 *
 * @param data saved as a draft first, unless there is none
 * @returns the first refusal, or how the document stands once it is live
 */
export async function publish(
  testApp: TestApp,
  collection: Editable,
  id: string,
  data: Record<string, unknown> = {},
  options: SaveOptions = {},
): Promise<Saved> {
  if (Object.keys(data).length > 0) {
    const saved = await saveDraft(testApp, collection, id, data, options)
    if (saved.status !== 200) return saved
  }
  let answer: Saved | undefined
  for (const [action, as] of waysOut) {
    answer = await take(testApp, { action, collection, id, as })
    if (answer.status !== 200) return answer
  }
  return answer!
}

/** Submits a draft for review over REST. */
export async function submit(testApp: TestApp, collection: Editable, id: string): Promise<Saved> {
  return take(testApp, { action: 'submit', collection, id, as: 'editor' })
}

/** Takes a document one step through the workflow over REST, as somebody who has just looked at it. */
export async function take(
  { anonymous, authorization }: TestApp,
  {
    action,
    collection,
    id,
    as,
    ...more
  }: { action: Action; collection: Editable; id: string; as: PersonName; [word: string]: unknown },
): Promise<Saved> {
  const address = `/api/${collection}/${id}/workflow`
  const seen = await anonymous()
    .get(address)
    .set('Authorization', await authorization(as))
  return anonymous()
    .post(`${address}/${action}`)
    .set('Authorization', await authorization(as))
    .send({ contentHash: (seen.body as { contentHash: string }).contentHash, ...more })
}

/** The newest text of a document, as an editor sees it. */
export async function newest(
  { anonymous, authorization }: TestApp,
  collection: Editable,
  id: string,
  { locale = 'en', depth = 0 }: { locale?: Locale | 'all'; depth?: number } = {},
): Promise<Document> {
  const { body } = await anonymous()
    .get(`/api/${collection}/${id}?draft=true&depth=${depth}&locale=${locale}`)
    .set('Authorization', await authorization('editor'))
  return body as Document
}

/** A draft that is saved, or an error that says why not. */
export async function draftOf(
  testApp: TestApp,
  collection: Editable,
  data: Record<string, unknown>,
  options: SaveOptions = {},
): Promise<Document> {
  const saved = await createDraft(testApp, collection, data, options)
  expect(saved.text).not.toContain('"errors"')
  return saved.body.doc
}

/** What an answer says is wrong, by field. */
export function problemsOf({ body }: Saved): Record<string, string> {
  const problems = body.errors?.[0]?.data?.errors ?? []
  return Object.fromEntries(problems.map(({ path, message }) => [path, message]))
}

/**
 * Expects that a save is refused because of exactly these fields, each with a message that matches, and
 * that nothing is stored.
 */
export async function expectInvalid(
  testApp: TestApp,
  save: () => Promise<Saved>,
  problems: Record<string, RegExp>,
): Promise<void> {
  const answer = await expectNothingStored(testApp, save)
  expectRefusal(answer, 'INVALID_FIELDS')
  expect(problemsOf(answer)).toEqual(
    Object.fromEntries(
      Object.entries(problems).map(([path, message]) => [path, expect.stringMatching(message)]),
    ),
  )
}

/** Expects that a request leaves every document, version and file as it was. */
export async function expectNothingStored<Answer>(
  testApp: TestApp,
  act: () => Promise<Answer>,
): Promise<Answer> {
  const before = await stored(testApp)
  const answer = await act()
  expect(await stored(testApp)).toEqual(before)
  return answer
}

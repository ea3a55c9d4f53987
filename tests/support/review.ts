import { createLocalReq } from 'payload'
import { readSituation, type Situation } from '../../src/workflow/situation.ts'
import type { Action, SetAction, State } from '../../src/workflow/states.ts'
import { transition, transitionSet } from '../../src/workflow/transition.ts'
import type { PersonName, TestApp } from './app.ts'

/** A document by its content type and id. */
export interface Place {
  collection: string
  id: string
}

/** Who takes a step when a test does not say. None of them writes what they then judge. */
const usualPerson: Record<Action, PersonName> = {
  submit: 'editor',
  approve: 'reviewer',
  return: 'reviewer',
  recall: 'editor',
  publish: 'publisher',
  schedule: 'publisher',
  unschedule: 'publisher',
  withdraw: 'publisher',
  override: 'administrator',
  confirm: 'reviewer',
}

/** What a step says when a test does not. */
const usualWords: Partial<Record<Action, object>> = {
  return: { comment: 'Please say where this comes from.' },
  schedule: { publishAt: '2099-03-01T09:00:00-05:00' },
  withdraw: { reason: 'The rule has changed.', replacement: 'Look under “Balance due”.' },
  override: { reason: 'The flood is tonight.' },
}

/** The steps that take a draft into each state. */
const waysTo: Record<State, readonly Action[]> = {
  draft: [],
  inReview: ['submit'],
  changesRequested: ['submit', 'return'],
  approved: ['submit', 'approve'],
  scheduled: ['submit', 'approve', 'schedule'],
  published: ['submit', 'approve', 'publish'],
  withdrawn: ['submit', 'approve', 'publish', 'withdraw'],
}

/** Where a document stands. */
export async function situationOf({ payload }: TestApp, place: Place): Promise<Situation> {
  return readSituation({ ...place, req: await createLocalReq({}, payload) })
}

/**
 * Takes a document one step through the workflow, as somebody who sees it as it is now.
 *
 * @param as by default somebody of the role the step needs
 * @param more what the step needs besides, such as `comment`; by default words that will do
 */
export async function act(
  testApp: TestApp,
  { action, as, collection, id, ...more }: Place & ActOptions,
): Promise<Situation> {
  const { working } = await situationOf(testApp, { collection, id })
  return actOn(testApp, { action, as, collection, id, contentHash: working.contentHash, ...more })
}

interface ActOptions {
  action: Action
  as?: PersonName | undefined
  [word: string]: unknown
}

/** Takes a draft all the way into a state: an editor submits, a reviewer approves, a publisher publishes. */
export async function bringTo(
  testApp: TestApp,
  { state, collection, id }: Place & { state: State },
): Promise<void> {
  let seen: Situation | undefined
  for (const action of waysTo[state]) {
    seen ??= await situationOf(testApp, { collection, id })
    const { contentHash } = seen.working
    seen = await actOn(testApp, { action, collection, id, contentHash })
  }
}

/** Takes documents through the same step in one transaction, as somebody who sees them as they are now. */
export async function actTogether(
  testApp: TestApp,
  {
    action,
    as = usualPerson[action],
    documents,
    ...more
  }: { action: SetAction; as?: PersonName; documents: readonly Place[]; [word: string]: unknown },
): Promise<Situation[]> {
  const seen = []
  for (const { collection, id } of documents) {
    const { working } = await situationOf(testApp, { collection, id })
    seen.push({ collection, id, contentHash: working.contentHash })
  }
  const req = await createLocalReq({ user: await testApp.person(as) }, testApp.payload)
  const body = { ...usualWords[action], ...more, documents: seen }
  return transitionSet({ action, body, req })
}

/** Has drafts approved one by one and published together: they may lead to each other. */
export async function publishTogether(
  testApp: TestApp,
  documents: readonly Place[],
): Promise<Situation[]> {
  for (const place of documents) await bringTo(testApp, { ...place, state: 'approved' })
  return actTogether(testApp, { action: 'publish', documents })
}

async function actOn(
  { payload, person }: TestApp,
  {
    action,
    as = usualPerson[action],
    collection,
    id,
    contentHash,
    ...more
  }: Place & ActOptions & { contentHash: string },
): Promise<Situation> {
  const req = await createLocalReq({ user: await person(as) }, payload)
  const body = { ...usualWords[action], ...more, contentHash }
  return transition({ action, collection, id, body, req })
}

import type { IncomingMessage } from 'node:http'
import type { PersistedRefusal } from '../delivery/cache/persisted-queries.ts'
import type { GraphqlQuestion } from '../delivery/cache/questions.ts'
import type { StoredAnswer } from '../delivery/cache/stored-answer.ts'

/** What the handlers behind the cache need to know of a request that has passed it. */
export interface Passed {
  /** The body, where it has been read already. */
  body?: Buffer | Error
  /** What is asked over GraphQL, if its answer may be kept. */
  question?: GraphqlQuestion
  refusal?: PersistedRefusal
  /** Whether the answer was made for everybody who asks the same. */
  isShared?: true
  /** Ends the question; only where its answer may be kept. */
  finish?: (answer: StoredAnswer | null) => void
}

const passed = new WeakMap<IncomingMessage, Passed>()

/** Adds to what is known of a request that the cache lets pass. */
export function notePassed(req: IncomingMessage, noted: Passed): void {
  passed.set(req, { ...passed.get(req), ...noted })
}

/** Ends the question that a request asked. Undefined where the answer may not be kept. */
export function finishOf(req: IncomingMessage): Passed['finish'] {
  return passed.get(req)?.finish
}

/** The body of a request that the cache has read, or why it could not be read whole. */
export function bodyRead(req: IncomingMessage): Buffer | Error | undefined {
  return passed.get(req)?.body
}

/** Why a GraphQL question that names its query by hash cannot be answered. */
export function persistedRefusal(req: IncomingMessage): PersistedRefusal | undefined {
  return passed.get(req)?.refusal
}

/** What a request asks over GraphQL; undefined where its answer may not be kept. */
export function questionIn(req: IncomingMessage): GraphqlQuestion | undefined {
  return passed.get(req)?.question
}

/** Whether a request was answered with what was made for everybody who asks the same. */
export function isShared(req: IncomingMessage): boolean {
  return passed.get(req)?.isShared ?? false
}

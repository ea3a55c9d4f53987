import type { Sample } from '../http/sample-answers.ts'
import type { PublicHead, PublicState } from '../ledger/public-head.ts'
import type { Settings } from '../settings.ts'

/** What of the settings decides how readers are answered. */
export type ReadersSettings = Pick<
  Settings,
  | 'cacheMegabytes'
  | 'cacheSharedSeconds'
  | 'cacheStaleSeconds'
  | 'compareAnswers'
  | 'corsOrigins'
  | 'host'
  | 'port'
  | 'reader'
>

/** What the thread is started with. */
export interface Beginning {
  settings: ReadersSettings
  /** Content types that readers ask for. */
  collections: readonly string[]
  /** Where the platform answers what the thread does not, and what it takes for the thread's word. */
  app: { host: string; port: number; token: string }
  head: PublicHead | null
  /** Of the platform's change log. */
  moment: number
  /** Where it counts what it answers by itself, and writes how much it keeps. */
  counts: { requests: SharedArrayBuffer; kept: SharedArrayBuffer }
}

/** Another state of the public content holds. */
export type News = PublicState

/** What the platform says to the thread. */
export type ToThread =
  /** To be answered with `heard`. */
  | { stationmaster: 'news'; number: number; news: News }
  /** The sample of this number was compared. */
  | { stationmaster: 'compared'; number: number }
  /** To take no new requests, and to finish those in flight within so many milliseconds. */
  | { stationmaster: 'stop'; longestGoodbye: number }

/** What the thread says. */
export type FromThread =
  | { stationmaster: 'listening'; port: number }
  /** The port cannot be had. */
  | { stationmaster: 'refused'; code: string | undefined; message: string }
  /** It hands out nothing any more that is older than the news of this number. */
  | { stationmaster: 'heard'; number: number }
  /** It gave this answer, which is to be compared with one made anew. To be answered with `compared`. */
  | { stationmaster: 'given'; number: number; sample: Sample }
  /** It failed at a request, which was answered another way or not at all. */
  | { stationmaster: 'failed'; message: string; stack: string | undefined }
  /** No request is in flight any more. */
  | { stationmaster: 'stopped' }

import type { Publication } from '../ledger/public-head.ts'

/** What a worker says to the primary. */
export type FromWorker =
  /** From now on it wants to hear what its siblings publish. */
  | { stationmaster: 'join' }
  /** It takes requests, at this port. */
  | { stationmaster: 'listening'; port: number }
  /** It published these, and wants to know when all siblings have heard of it. */
  | { stationmaster: 'published'; number: number; publications: Publication[] }
  /** It hands out nothing any more that is older than what it was told under this number. */
  | { stationmaster: 'heard'; number: number }
  /** It wants to know what all workers have counted. To be answered with `allMeasured`. */
  | { stationmaster: 'measureAll'; number: number }
  /** What it has counted, as it was asked under this number. */
  | { stationmaster: 'measured'; number: number; metrics: object[] }

/** What the primary says to a worker. */
export type ToWorker =
  | { stationmaster: 'joined' }
  /** A sibling published these. To be answered with `heard`. */
  | { stationmaster: 'published'; number: number; publications: Publication[] }
  /** All siblings have heard of what this worker published under this number. */
  | { stationmaster: 'told'; number: number }
  /** What has it counted? To be answered with `measured`. */
  | { stationmaster: 'measure'; number: number }
  /** What each worker has counted, as this one asked under this number. */
  | { stationmaster: 'allMeasured'; number: number; metrics: object[][] }
  /** This one among the workers does what is done on a timer. */
  | { stationmaster: 'takeOver' }

/** Whether a message between processes is one of ours: Node and libraries send others on the same channel. */
export function isOurs(message: unknown): message is { stationmaster: string } {
  return typeof message === 'object' && message !== null && 'stationmaster' in message
}

import { contentTypesOf, type Stationmaster } from '../create-app.ts'
import { listenForOwn, type Entrance } from '../entrance.ts'
import { admitForwarded, processToken } from '../http/forwarded-requests.ts'
import { RequestCounts } from '../http/request-counts.ts'
import { shareWithReader } from '../reader.ts'
import type { Settings } from '../settings.ts'
import { ReadersThread } from './readers-thread.ts'

/** What the platform keeps itself, for its pages, of the memory for answers. */
const ownShare = 0.25

/** Whether readers are answered in a thread: there is none in development, and none where no answer is kept. */
export function answersInThread({ cacheMegabytes, readersThread }: Settings): boolean {
  return readersThread && cacheMegabytes > 0 && process.env['NODE_ENV'] === 'production'
}

/** The settings of the platform behind the thread, which keeps most of the answers. */
export function besideThread(settings: Settings): Settings {
  return { ...settings, cacheMegabytes: settings.cacheMegabytes * ownShare }
}

/**
 * Opens the port that the settings name in the readers' thread, with the app behind it.
 *
 * @param refuseToStart called when the port cannot be had, or the thread ends again and again
 */
export async function openThroughThread({
  app,
  refuseToStart,
  settings,
}: {
  app: Stationmaster
  refuseToStart: (error: unknown) => void
  settings: Settings
}): Promise<Entrance> {
  const { comparisons, counted, follower, payload } = app.locals
  const requests = new RequestCounts()
  const kept = new Float64Array(new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT))
  counted.requests.push(requests)
  counted.kept.push(() => ({ count: kept[0]!, bytes: kept[1]! }))
  const token = processToken()
  const own = await listenForOwn((req, res) => {
    admitForwarded(req, token)
    app(req, res)
  })
  if (settings.reader) shareWithReader(settings, own)
  const { cacheMegabytes, cacheSharedSeconds, cacheStaleSeconds, compareAnswers } = settings
  const { corsOrigins, host, port, reader } = settings
  const thread = new ReadersThread({
    begin: () => ({
      app: { ...own, token },
      collections: contentTypesOf(payload),
      counts: { requests: requests.memory, kept: kept.buffer },
      head: follower.head,
      moment: follower.changes.moment,
      settings: {
        cacheMegabytes: cacheMegabytes * (1 - ownShare),
        cacheSharedSeconds,
        cacheStaleSeconds,
        compareAnswers,
        corsOrigins,
        host,
        port,
        reader,
      },
    }),
    compare: async (sample) => comparisons?.compare(sample),
    log: (err) => payload.logger.error({ err, msg: 'Something failed in the readers’ thread.' }),
    refused: refuseToStart,
  })
  follower.tellAlso((state) => thread.tell(state))
  return { port: await thread.start(), close: (longestGoodbye) => thread.stop(longestGoodbye) }
}

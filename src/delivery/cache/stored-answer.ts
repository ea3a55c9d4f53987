import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { keysIn } from '../../dependencies/surrogate-keys.ts'

const brotli = promisify(zlib.brotliCompress)
const gzip = promisify(zlib.gzip)

/** How a body can be encoded on its way. */
export const encodings = ['br', 'gzip', 'identity'] as const

export type Encoding = (typeof encodings)[number]

/** Bodies smaller than this fit into one packet anyway, in bytes. */
const smallestCompressed = 1_200

/** What each answer takes besides its bodies: headers, keys, bookkeeping. A rough guess, in bytes. */
const overhead = 1_500

/** One body in one encoding, ready to be sent. */
export interface Representation {
  encoding: Encoding
  body: Buffer
  /** Strong: names exactly these bytes, so each encoding has its own (RFC 9110 section 8.8.3). */
  etag: string
}

/** An answer that can be given again, with its body in every encoding that was asked for so far. */
export class StoredAnswer {
  readonly #tag: string
  readonly #ready = new Map<Encoding, Representation>()
  readonly #underWay = new Map<Encoding, Promise<Representation>>()
  /** Header lists ready to be sent, kept by whoever sends. */
  readonly heads = new Map<string, { whole: string[]; without: string[] }>()
  /** What it is made of, see `keys.ts`. */
  readonly keys: readonly string[]
  /** A moment of the change log at which it is known to hold. */
  holdsAt = 0

  constructor(
    /** Names in lower case, without those that differ by request or by encoding. */
    readonly headers: readonly (readonly [name: string, value: string])[],
    body: Buffer,
    /** When what it says last changed, as an HTTP date, or null when that is not known. */
    readonly lastModified: string | null,
  ) {
    this.keys = keysIn(headers.find(([name]) => name.toLowerCase() === 'surrogate-key')?.[1])
    this.#tag = createHash('sha256').update(body).digest('base64url').slice(0, 27)
    this.#ready.set('identity', { encoding: 'identity', body, etag: `"${this.#tag}"` })
  }

  /** Memory it takes with all that is ready, in bytes. */
  get size(): number {
    // What it is made of is kept as a text and in parts.
    let size = overhead + 2 * this.keys.reduce((sum, key) => sum + key.length, 0)
    for (const { body } of this.#ready.values()) size += body.length
    return size
  }

  /** The body in an encoding, when it is ready. */
  ready(encoding: Encoding): Representation | undefined {
    return this.#ready.get(this.#worthwhile(encoding))
  }

  /** The body in an encoding, made now if it was never asked for. */
  async prepared(encoding: Encoding): Promise<Representation> {
    const wanted = this.#worthwhile(encoding)
    const ready = this.#ready.get(wanted)
    if (ready) return ready
    const underWay = this.#underWay.get(wanted) ?? this.#make(wanted)
    this.#underWay.set(wanted, underWay)
    return underWay
  }

  #worthwhile(encoding: Encoding): Encoding {
    return worthwhile(this.#ready.get('identity')!.body, encoding)
  }

  async #make(encoding: Encoding): Promise<Representation> {
    const compressed = await encoded(this.#ready.get('identity')!.body, encoding)
    const representation = { encoding, body: compressed, etag: `"${this.#tag}-${encoding}"` }
    this.#ready.set(encoding, representation)
    this.#underWay.delete(encoding)
    return representation
  }
}

/** The encoding in which a body is best sent to a client that takes this one. */
export function worthwhile(body: Buffer, encoding: Encoding): Encoding {
  return body.length < smallestCompressed ? 'identity' : encoding
}

/** A body in an encoding. */
export async function encoded(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return body
  return encoding === 'br' ? brotli(body, brotliOptions) : gzip(body)
}

/** Nearly as small as the best, at a fiftieth of the time. */
const brotliOptions = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }

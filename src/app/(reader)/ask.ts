import type { TypedDocumentString } from './questions/generated.ts'

/** What the API answered. */
export interface Answer<Data> {
  data: Data
  /** Whether it follows from the public content alone, so that a page made of it may be kept. */
  isKept: boolean
  /** What the answer depends on, for caches in front that are purged by key. */
  surrogateKeys: string
  /** Content hash of each draft of a preview as it was shown. */
  previewHashes: string | null
}

/** What is known of the answers to a page that asked nothing. */
export const nothingAsked = { isKept: false, previewHashes: null, surrogateKeys: '' } as const

/** Asks the API one question. */
export type Ask = <Data, Variables>(
  question: TypedDocumentString<Data, Variables>,
  variables: Variables,
) => Promise<Answer<Data>>

/** Thrown when the API gives no answer at all: it is away, or says that it cannot answer now. */
export class ApiAway extends Error {
  override readonly name = 'ApiAway'
  /** @param retryAfter seconds after which to ask again */
  constructor(
    message: string,
    readonly retryAfter: number,
  ) {
    super(message)
  }
}

/** Thrown when the API refuses the question, with its reason. */
export class Refused extends Error {
  override readonly name = 'Refused'
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message)
  }
}

interface GraphqlAnswer {
  data?: unknown
  errors?: { message: string; extensions?: { code?: string } }[]
}

/** Errors that say why a field is null, and that the page tells in words of its own. */
const answers = new Set(['NOT_FOUND', 'WITHDRAWN'])

/** Seconds after which to ask again where the API does not say. */
const usualWait = 5

/**
 * Longest time that an answer may take, in milliseconds. The API gives its slowest ones in less than one second; who has
 * waited for ten has given up, and the proxies that stand in front of sites have not.
 */
const longestAnswer = 10_000

/** Drafts are read in a transaction, which may have to wait for a publication. Whoever asks for them can wait, too. */
const longestAnswerToTeam = 30_000

/** What may come along with a question. */
export interface Along {
  /** Token with which drafts are shown. */
  preview?: string | undefined
  /** A text that was not saved, shown to whoever is signed in. */
  unsaved?: object
  /** Documents whose newest texts are shown to whoever is signed in. */
  drafts?: object
  /** The request of whoever is signed in. */
  onBehalfOf?: Request
}

/** Asks over HTTP, as any front end does; without an account unless it is on behalf of somebody. */
export function askAt(api: string, { drafts, preview, unsaved, onBehalfOf }: Along = {}): Ask {
  return async (question, variables) => {
    const response = await fetch(`${api}/api/graphql`, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/json',
        ...(preview === undefined ? {} : { Preview: preview }),
        ...(onBehalfOf ? sessionOf(onBehalfOf) : {}),
      },
      body: JSON.stringify({
        query: question.toString(),
        variables,
        ...(unsaved || drafts ? { extensions: { unsaved, drafts } } : {}),
      }),
      cache: 'no-store',
      signal: AbortSignal.timeout(onBehalfOf ? longestAnswerToTeam : longestAnswer),
    }).catch((error: unknown) => {
      throw new ApiAway(String(error), usualWait)
    })
    if (response.status >= 500)
      throw new ApiAway(
        `The API answered ${response.status}.`,
        Number(response.headers.get('retry-after')) || usualWait,
      )
    const { data, errors = [] } = (await response.json().catch((error: unknown) => {
      throw new ApiAway(`What the API answered cannot be read. ${String(error)}`, usualWait)
    })) as GraphqlAnswer
    const refusal = errors.find(({ extensions }) => !answers.has(extensions?.code ?? ''))
    if (refusal?.extensions?.code === 'INTERNAL' || refusal?.extensions?.code === 'UNAVAILABLE')
      throw new ApiAway(refusal.message, usualWait)
    if (refusal || !data)
      throw new Refused(refusal?.message ?? 'No data', refusal?.extensions?.code ?? '')
    return {
      data: data as never,
      isKept: /^(hit|miss)$/.test(response.headers.get('x-cache') ?? ''),
      surrogateKeys: response.headers.get('surrogate-key') ?? '',
      previewHashes: response.headers.get('x-preview-content-hash'),
    }
  }
}

/** What says who asks, and from which page: the API looks at both. */
function sessionOf({ headers }: Request): Record<string, string> {
  const names = ['cookie', 'origin', 'sec-fetch-site']
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

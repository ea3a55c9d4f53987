import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Collection, CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { GraphqlQuestion } from '../../delivery/cache/questions.ts'
import { surrogateKeys } from '../../dependencies/surrogate-keys.ts'
import { acceptOf, isGraphql } from '../graphql-question.ts'
import type { AskableSchema } from '../graphql-schemas.ts'
import { refuseTooDeep } from '../json-depth.ts'
import { bodyRead, finishOf, questionIn } from '../passed-requests.ts'
import type { ReadCache } from '../read-cache.ts'
import { documentBy, listOf } from './documents.ts'
import { graphqlAnswer } from './graphql-answer.ts'
import { readerRequest } from './reader-request.ts'

/** What is asked for. */
type Asked =
  | { collection: Collection; /** Undefined for a list. */ id: string | undefined }
  | { question: GraphqlQuestion }

type Headers = readonly (readonly [name: string, value: string])[]

/** A list of documents, or one of them. */
const place = /^\/api\/([a-z-]+)(?:\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{24}))?$/

/** What is set anew with each answer, or by whoever sends it. */
const notLearnt =
  /^(?:content-length|surrogate-key|vary|access-control-allow-(?:origin|credentials))$/

/** Most different wishes for a form of GraphQL answer whose headers are known. */
const mostForms = 50

/**
 * Answers what readers ask most, documents over REST and questions over GraphQL, with Payload's own operations, but past
 * Express and the requests and answers of the Fetch standard: they take several times as long as the rest of it once
 * documents are kept.
 *
 * Whatever is not plain goes the usual way: a question that is refused, one that finds nothing, and the very first of
 * its kind, from whose answer the headers are learnt.
 */
export class ReadersReads {
  readonly #collections: ReadonlySet<string>
  readonly #i18n: PayloadRequest['i18n']
  readonly #origin: string
  readonly #payload: Payload
  readonly #readCache: ReadCache
  readonly #schema: () => AskableSchema
  readonly #headers = new Map<string, Headers>()

  constructor({
    collections,
    i18n,
    origin,
    payload,
    readCache,
    schema,
  }: {
    /** Content types that readers ask for. */
    collections: readonly string[]
    /** The words of refusals, which none of these answers has. */
    i18n: PayloadRequest['i18n']
    origin: string
    payload: Payload
    readCache: ReadCache
    /** That of readers. */
    schema: () => AskableSchema
  }) {
    this.#collections = new Set(collections)
    this.#i18n = i18n
    this.#origin = origin
    this.#payload = payload
    this.#readCache = readCache
    this.#schema = schema
  }

  /** Takes the headers of a kept answer that went the usual way as those of all of its kind. */
  learn(req: IncomingMessage, headers: ReadonlyMap<string, string>): void {
    const kind = this.#kindOf(req)
    if (this.#headers.has(kind) || this.#headers.size === mostForms || !this.#askedBy(req)) return
    this.#headers.set(
      kind,
      [...headers].filter(([name]) => !notLearnt.test(name)),
    )
  }

  /** Answers a request if it is a question of a reader. @param pass has it answered the usual way */
  handle(req: IncomingMessage, res: ServerResponse, pass: () => void): void {
    const headers = finishOf(req) && this.#headers.get(this.#kindOf(req))
    const asked = headers && this.#askedBy(req)
    if (!asked) {
      pass()
      return
    }
    this.#answer(asked, headers, req, res).then(
      (isAnswered) => {
        if (!isAnswered) pass()
      },
      () => res.destroy(),
    )
  }

  /** @returns false when it has to be answered the usual way; then nothing was sent */
  async #answer(
    asked: Asked,
    headers: Headers,
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<boolean> {
    try {
      const request = this.#requestFor(asked, req)
      const body =
        'question' in asked
          ? await graphqlAnswer(asked.question, this.#schema(), request)
          : asked.id
            ? await documentBy(asked.id, asked.collection, request)
            : await listOf(asked.collection, request)
      if (body === null) return false
      await this.#readCache.give(req, res, {
        body: Buffer.from(body),
        headers: new Map([...headers, ['surrogate-key', surrogateKeys(request.context)]]),
      })
      return true
    } catch (error) {
      if (res.headersSent) throw error
      // The usual way says what is wrong.
      return false
    }
  }

  /** Of answers of one kind, all have the same headers but the keys. */
  #kindOf(req: IncomingMessage): string {
    return isGraphql(req.url ?? '') ? `GraphQL ${acceptOf(req)}` : 'REST'
  }

  #askedBy(req: IncomingMessage): Asked | undefined {
    const { method, url = '' } = req
    if (isGraphql(url)) {
      const question = questionIn(req)
      return question && { question }
    }
    if (method !== 'GET' && method !== 'HEAD') return undefined
    const [, slug, id] = place.exec(url.split('?', 1)[0]!) ?? []
    if (slug === undefined || !this.#collections.has(slug)) return undefined
    return { collection: this.#payload.collections[slug as CollectionSlug] as Collection, id }
  }

  #requestFor(asked: Asked, req: IncomingMessage): PayloadRequest {
    const address = `${this.#origin}${req.url}`
    const common = { address, i18n: this.#i18n, payload: this.#payload }
    if ('question' in asked) {
      const body = bodyRead(req)
      if (body instanceof Buffer) refuseTooDeep(body)
      const variables = new URL(address).searchParams.get('variables')
      if (variables !== null) refuseTooDeep(Buffer.from(variables))
      const method = req.method === 'POST' ? 'POST' : 'GET'
      return readerRequest({ ...common, method, payloadAPI: 'GraphQL', routeParams: {} })
    }
    const collection = asked.collection.config.slug
    const routeParams = { collection, ...(asked.id ? { id: asked.id } : {}) }
    return readerRequest({ ...common, method: 'GET', payloadAPI: 'REST', routeParams })
  }
}

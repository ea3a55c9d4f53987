import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import { createLocalReq, type CollectionSlug, type Payload } from 'payload'
import { errorAnswer } from './http/error-answers.ts'
import { isMongo } from './database/adapter.ts'
import { exportEverything } from './http/export.ts'
import { forwardedBy } from './http/forwarded-requests.ts'
import { graphqlApi } from './http/graphql.ts'
import { forgottenPasswordsSeen } from './accounts/forgotten-passwords.ts'
import { bringAddressesUpToDate } from './addresses/bring-up-to-date.ts'
import type { ErrorEntry } from './errors.ts'
import { graphqlSchemas } from './http/graphql-schemas.ts'
import { healthChecks } from './http/health.ts'
import { serveDescription } from './http/openapi/serve.ts'
import { admitPreviews } from './http/previews.ts'
import { guardPanel } from './http/panel-policy.ts'
import { pagesForOthers, readerPages, serveReaderFiles } from './http/reader-pages.ts'
import { sendRefusal } from './http/refusal-language.ts'
import { answerReadersFirst, entranceOf } from './http/answer-readers-first.ts'
import { countPublications, RequestCounts } from './http/request-counts.ts'
import { ReadersReads } from './http/readers-reads/index.ts'
import type { Platform } from './http/ask-anew.ts'
import { AnswerComparisons } from './http/compare-answers.ts'
import { AnswerSampler } from './http/sample-answers.ts'
import type { WhatIsCounted } from './http/metric-registry.ts'
import { metrics, type MeasuredTogether } from './http/metrics.ts'
import { restApi } from './http/rest.ts'
import { ReadCache } from './http/read-cache.ts'
import { noteQuestions } from './dependencies/note-questions.ts'
import { keepPages } from './delivery/pages.ts'
import { keepRoadmap } from './delivery/roadmap/kept.ts'
import { followPublicHead, type PublicHeadFollower, type PublicNews } from './ledger/public-head.ts'
import { passIdsBy } from './delivery/made-documents/give.ts'
import { keepMadeDocuments } from './delivery/made-documents/kept.ts'
import { keepLiveDocuments } from './delivery/live-documents.ts'
import { publishedRoadmap } from './delivery/roadmap/kept.ts'
import { startSearch } from './delivery/search/live-search.ts'
import { startPostman } from './delivery/webhooks/postman.ts'
import { startNotifications } from './notifications/start.ts'
import { payloadConfig } from './payload-config.ts'
import { endPayload, shareConfig, startPayload } from './start-payload.ts'
import { usesOf } from './previews/uses.ts'
import { readSettings, type Settings } from './settings.ts'
import { startScheduler } from './workflow/scheduler.ts'
import { isEditorial } from './workflow/situation.ts'

/** A running platform without a port: the Express app, Payload behind it, and how to end both. */
export type Stationmaster = Express & {
  locals: {
    payload: Payload
    settings: Settings
    /** Which state of the public content holds. */
    follower: PublicHeadFollower
    /** Absent where no answers are compared. */
    comparisons: AnswerComparisons | undefined
    /** What `/metrics` tells. */
    counted: WhatIsCounted
    /** Gets search, the map and the readers' schema ready, so that the first who asks need not wait for them. */
    prepare: () => Promise<void>
    /**
     * Begins what is done on a timer: scheduled publications, webhooks, mails. With `news` it waits for this, because
     * one of those processes does it for all; otherwise it has begun.
     */
    takeOver: () => void
    /** From now on `/readyz` says that this process is going away. */
    drain: () => void
    /** Closes the database. Call it when no request is in flight any more. */
    close: () => Promise<void>
  }
}

/**
 * Builds the whole platform except the panel: database migrated, REST, GraphQL, health. Opens no port.
 *
 * One at a time in a process: Payload keeps its instance on `globalThis`, where the panel finds it too.
 *
 * @param settings what the environment says by default
 * @param pages handles everything no API answers: Next, with the panel
 * @param news other processes of the same platform, which are told of each publication before whoever published is
 * @throws SettingsError when the environment cannot be used
 */
export async function createApp({
  settings = readSettings(process.env),
  news,
  pages,
}: {
  settings?: Settings
  news?: MeasuredTogether & PublicNews
  pages?: express.RequestHandler
} = {}): Promise<Stationmaster> {
  const config = payloadConfig(settings)
  const payload = await startPayload(config, settings)
  shareConfig(config)

  await bringAddressesUpToDate(payload)
  const follower = await followPublicHead(payload, { news })
  const collections = contentTypesOf(payload)
  const app = express() as Stationmaster
  const comparisons =
    settings.compareAnswers > 0
      ? new AnswerComparisons({
          follower,
          logger: payload.logger,
          // As it is before the cache stands in front of it.
          platform: entranceOf(app).handle.bind(app) as Platform,
        })
      : undefined
  const sampler =
    comparisons &&
    new AnswerSampler({
      compare: (sample) => comparisons.compare(sample),
      moment: () => follower.changes.moment,
      share: settings.compareAnswers,
    })
  const readCache = new ReadCache({
    collections,
    follower,
    logger: payload.logger,
    onGiven: sampler && ((given) => sampler.given(given)),
    settings,
  })
  const requests = new RequestCounts()
  const counted: WhatIsCounted = {
    comparisons,
    kept: [() => readCache.usage],
    publications: countPublications(follower),
    requests: [requests],
  }
  const megabytes = settings.documentsMegabytes / 2
  keepLiveDocuments(payload, { collections, follower, megabytes })
  keepMadeDocuments(payload, { follower, megabytes })
  // Around the kept documents: it notes what is asked, whoever answers.
  noteQuestions(payload)
  passIdsBy(payload)
  keepRoadmap(payload, follower)
  keepPages(payload, follower)
  const search = startSearch(payload, follower)
  const timers: (() => Promise<void>)[] = []
  const takeOver = () => {
    if (timers.length > 0) return
    timers.push(
      startScheduler(payload, { alone: !isMongo(settings.databaseUrl) }),
      startPostman(payload, { follower, mayStayInside: settings.webhooksMayStayInside }),
      startNotifications(payload),
    )
  }
  if (!news) takeOver()
  const schemas = graphqlSchemas(await config)
  const { i18n } = await createLocalReq({}, payload)
  const reads = new ReadersReads({
    collections,
    i18n,
    origin: settings.publicUrl,
    payload,
    readCache,
    schema: () => schemas(null, { ofDrafts: false }),
  })
  readCache.onSent = (req, headers) => reads.learn(req, headers)
  answerReadersFirst(app, { counts: requests, readCache, reads })
  app.disable('x-powered-by')
  app.set('trust proxy', settings.trustProxy)
  app.set('query parser', 'simple')
  // Each page says what it lets in, the panel's and the reader's differently. What else helmet sets stays.
  app.use(helmet({ contentSecurityPolicy: false, crossOriginResourcePolicy: false }))

  // Before pages elsewhere are let in.
  app.get('/metrics', metrics(counted, settings.metricsToken, news))
  app.use(allowOrigins(settings.corsOrigins))
  app.use('/api', keepToThemselves)
  app.use('/api', admitPreviews(payload, { isMongo: isMongo(settings.databaseUrl) }))
  const health = healthChecks(payload)
  app.get('/healthz', health.alive)
  app.get('/readyz', health.ready)

  const rest = restApi({ config, origin: settings.publicUrl, payload, readCache })
  const graphql = graphqlApi({
    config: await config,
    origin: settings.publicUrl,
    readCache,
    schemas,
  })
  app.options('/api/{*path}', rest)
  app.all('/api/graphql', graphql)
  app.all(
    '/api/export',
    exportEverything({ cacheControl: readCache.cacheControl, follower, payload }),
  )
  app.all(['/api', '/api/{*path}'], rest)
  serveDescription(app, { config: await config, publicUrl: settings.publicUrl })
  if (settings.reader) serveReaderFiles(app)
  else app.get('/', (_req, res) => res.redirect(302, '/admin'))
  // Browsers ask for it by itself, before they have read which icon a page names.
  app.get('/favicon.ico', (_req, res) => res.redirect(302, '/icon.svg'))
  if (settings.isDeployment) app.all('/graphql', nothingHere)
  app.use(['/admin', '/graphql'], guardPanel)
  if (pages) app.use(settings.reader ? readerPages(pages, readCache) : pagesForOthers(pages))
  app.use(nothingHere)
  app.use(answerErrors(payload))

  app.locals.payload = payload
  app.locals.follower = follower
  app.locals.comparisons = comparisons
  app.locals.counted = counted
  app.locals.settings = settings
  app.locals.prepare = async () => {
    await search.prepare()
    await publishedRoadmap(payload)
    // In one go: others wait for it, so it comes after what those who came with the start have asked for.
    schemas(null, { ofDrafts: false })
  }
  app.locals.takeOver = takeOver
  app.locals.drain = health.drain
  app.locals.close = async () => {
    await sampler?.stop()
    await comparisons?.stop()
    for (const stop of timers) await stop()
    await usesOf(payload).stop()
    await search.stop()
    await follower.stop()
    await forgottenPasswordsSeen(payload)
    await endPayload(payload)
  }
  return app
}

/** The slugs of the content types, which are what readers ask for. */
export function contentTypesOf(payload: Payload): CollectionSlug[] {
  return payload.config.collections.filter(isEditorial).map(({ slug }) => slug)
}

/** What is not said to be for everybody is kept by no cache: refusals, and what somebody gets by their role. */
const keepToThemselves: express.RequestHandler = (_req, res, next) => {
  res.setHeader('X-Cache', 'bypass')
  res.setHeader('Cache-Control', 'private, no-store')
  next()
}

/**
 * Lets pages elsewhere read also the answers that Payload does not make, such as refusals, and tells caches
 * that answers differ by page where they do. Payload sets the same headers on its own answers.
 */
function allowOrigins(allowed: Settings['corsOrigins']): express.RequestHandler {
  return (req, res, next) => {
    const { origin } = req.headers
    if (allowed === '*') res.setHeader('Access-Control-Allow-Origin', '*')
    else {
      res.vary('Origin')
      if (origin !== undefined && allowed.includes(origin)) {
        res.setHeader('Access-Control-Allow-Origin', origin)
        res.setHeader('Access-Control-Allow-Credentials', 'true')
      }
    }
    res.setHeader('Access-Control-Expose-Headers', 'ETag, Retry-After, X-Preview-Content-Hash')
    next()
  }
}

const nothingHere: express.RequestHandler = (req, res) => {
  const error: ErrorEntry = { code: 'NOT_FOUND', message: 'There is nothing at this address.' }
  sendRefusal(req, res, 404, [error])
}

/** Over GraphQL the code is looked for among the extensions. */
function forGraphqlClients(error: ErrorEntry): ErrorEntry & { extensions: object } {
  const { message, ...extensions } = error
  return { message, ...extensions, extensions }
}

function answerErrors(payload: Payload): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const { status, errors } = errorAnswer(error, { signedIn: false })
    if (status >= 500) payload.logger.error({ err: error, msg: `${req.method} ${req.path} failed` })
    if (res.headersSent) {
      next(error)
      return
    }
    const retryAfter = errors[0]?.retryAfter
    if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter))
    // What is left of a body that was refused would be read as the next request. The readers' thread closes by itself:
    // it would lose this answer if the connection ended while it still sends.
    if (!req.complete && !forwardedBy(req)) res.setHeader('Connection', 'close')
    const isGraphql = req.originalUrl.startsWith('/api/graphql')
    sendRefusal(req, res, status, isGraphql ? errors.map(forGraphqlClients) : errors)
  }
}

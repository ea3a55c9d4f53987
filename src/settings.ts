import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { environment, type LogLevel } from './environment.ts'

export type { LogLevel } from './environment.ts'

/** All that the environment decides. Read once, at start, by `readSettings`. */
export interface Settings {
  /** TCP port to listen on, 0 to 65535; 0 asks the system for a free one. @default 3000 */
  port: number
  /** Address to listen on. @default loopback in a demonstration, every interface in a deployment */
  host: string
  /** Where content is kept: a `file:` URL (SQLite) or a `mongodb:` URL of a replica set. */
  databaseUrl: string
  /** How long a write waits for another process that holds a SQLite database, in seconds. @default 5 */
  databaseWaitSeconds: number
  /** Folder for the embedded database and uploaded files, absolute. @default ./data */
  dataDir: string
  /** Signs sessions and API keys. At least 32 characters in a deployment. */
  secret: string
  /** Address under which people reach this installation, without a trailing slash. */
  publicUrl: string
  /** Whether an empty database gets the demo content and demo people. */
  seed: 'demo' | 'none'
  /** Origins that browsers may call the APIs from with credentials; `*` allows reads from anywhere without. */
  corsOrigins: string[] | '*'
  /** How many proxies stand in front, for the address a request came from. 0 believes no header. @default 0 */
  trustProxy: number
  /** SMTP server for the platform's mails; without one they are written to the log. */
  smtpUrl: string | undefined
  /** Whom mails come from, as mail programs show it. @default Stationmaster <no-reply@stationmaster.test> */
  mailFrom: { name: string; address: string }
  /** Hour of the daily digest, 0 to 23, in the time zone of the process. @default 7 */
  digestHour: number
  /** Name shown on every admin page, so that nobody takes a test installation for the real one. */
  environmentLabel: string | undefined
  /**
   * Hosts no public page may name: a host, `*.` and a domain for all hosts in it, or the beginning of an
   * address and `.*`. @default loopback, private networks and the domains reserved for tests (RFC 2606)
   */
  nonPublicHosts: string[]
  /**
   * Whether a document whose translation is older than its source is made public only when the publisher says so
   * (`acceptOlderTranslation`), also by clients that say nothing of it. @default false
   */
  requireCurrentTranslation: boolean
  /** Whether webhooks may call addresses that are not on the public internet. @default false */
  webhooksMayStayInside: boolean
  /** Most memory for answers that are kept, in megabytes; 0 keeps none. @default 64 */
  cacheMegabytes: number
  /** Most memory for live documents that are kept as the database gave them, in megabytes. @default 128 */
  documentsMegabytes: number
  /** How long caches between readers and this process may keep an answer, in seconds. @default 10 */
  cacheSharedSeconds: number
  /** How much longer they may hand it out while they ask for a new one, in seconds. @default 30 */
  cacheStaleSeconds: number
  /** Share of the kept answers given that are compared with one made anew, 0 to 1. @default 0 */
  compareAnswers: number
  /** What whoever asks for `/metrics` has to send; without one, it is answered on this machine alone. */
  metricsToken: string | undefined
  /** How drafts are shown to people who have no account. */
  previews: {
    /** How long, unless asked for otherwise, in hours. @default 168 */
    hours: number
    /** Where a front end shows them; without one, a preview has a token and no link. @default the reader's site */
    url: string | undefined
  }
  /** Whether a save of content over REST or GraphQL has to name the version it is based on. @default false */
  requireBase: boolean
  /** Whether the reader's site is served at `/`. @default true */
  reader: boolean
  /** How many processes share the port; more than one only on MongoDB. @default 1 */
  workers: number
  /** Whether readers are answered in a thread of their own, where one process has the port and answers are kept. @default true */
  readersThread: boolean
  /** Least serious messages that are logged. @default info */
  logLevel: LogLevel
  /** True with `PAYLOAD_SECRET` set: no demo people, secure cookies, no GraphiQL. */
  isDeployment: boolean
}

/** Thrown when the environment cannot be used. Its message names every setting that is wrong and what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  constructor(readonly problems: readonly string[]) {
    super(
      [
        `Stationmaster cannot start: ${problems.length === 1 ? 'a setting is' : `${problems.length} settings are`} wrong.`,
        ...problems.map((problem) => `  - ${problem}`),
      ].join('\n'),
    )
  }
}

/** Loopback and private networks (RFC 1918), and names that are never public (RFC 2606, RFC 6762, RFC 8375). */
const neverPublic = [
  'localhost',
  '*.localhost',
  '*.local',
  '*.test',
  '*.invalid',
  '*.internal',
  '*.home.arpa',
  '127.*',
  '0.0.0.0',
  '[::1]',
  '169.254.*',
  '10.*',
  '192.168.*',
  ...Array.from({ length: 16 }, (_, index) => `172.${16 + index}.*`),
]

/**
 * Reads the settings from environment variables and fills in the defaults.
 *
 * An empty variable counts as one that is not set. Without any, the result describes a demonstration:
 * loopback only, embedded database, demo content.
 *
 * @throws SettingsError naming all problems at once
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  const problems = [
    ...openDemonstration(given),
    ...workersOnSqlite(given),
    ...(parsed.error?.issues.map((issue) => issue.message) ?? []),
  ]
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems)
  const values = parsed.data
  const isDeployment = values.PAYLOAD_SECRET !== undefined

  const port = values.PORT ?? 3000
  const dataDir = path.resolve(values.DATA_DIR ?? 'data')
  const publicUrl = values.PUBLIC_URL ?? `http://localhost:${port}`
  return {
    port,
    host: values.HOST ?? (isDeployment ? '0.0.0.0' : '127.0.0.1'),
    databaseUrl: values.DATABASE_URL ?? `file:${path.join(dataDir, 'stationmaster.db')}`,
    databaseWaitSeconds: values.DATABASE_WAIT ?? 5,
    dataDir,
    secret: values.PAYLOAD_SECRET ?? keptSecret(dataDir),
    publicUrl,
    seed: values.SEED ?? (isDeployment ? 'none' : 'demo'),
    corsOrigins: values.CORS_ORIGINS?.[0] === '*' ? '*' : (values.CORS_ORIGINS ?? '*'),
    trustProxy: values.TRUST_PROXY ?? 0,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM ?? {
      name: 'Stationmaster',
      address: 'no-reply@stationmaster.test',
    },
    digestHour: values.DIGEST_HOUR ?? 7,
    environmentLabel: values.ENVIRONMENT_LABEL,
    nonPublicHosts: [...neverPublic, ...(values.NON_PUBLIC_HOSTS ?? [])],
    requireCurrentTranslation: values.REQUIRE_CURRENT_TRANSLATION === 'on',
    webhooksMayStayInside: values.WEBHOOK_PRIVATE_ADDRESSES === 'allow',
    cacheMegabytes: values.CACHE_MB ?? 64,
    documentsMegabytes: values.DOCUMENTS_MB ?? 128,
    cacheSharedSeconds: values.CACHE_S_MAXAGE ?? 10,
    cacheStaleSeconds: values.CACHE_STALE_WHILE_REVALIDATE ?? 30,
    compareAnswers: values.COMPARE_ANSWERS ?? 0,
    metricsToken: values.METRICS_TOKEN,
    previews: {
      hours: values.PREVIEW_HOURS ?? 168,
      url:
        values.PREVIEW_URL ??
        (values.READER === 'off' ? undefined : `${publicUrl}${readersPreview}`),
    },
    requireBase: values.REQUIRE_BASE === 'on',
    reader: values.READER !== 'off',
    workers: values.WORKERS ?? 1,
    readersThread: values.READERS_THREAD !== 'off',
    logLevel: values.LOG_LEVEL ?? 'info',
    isDeployment,
  }
}

/** Where the reader's site begins to show a preview. */
const readersPreview =
  '/preview?token={token}&collection={collection}&id={id}&slug={slug}&locale={locale}'

/** A demonstration that anybody could reach, if that is what the environment asks for. */
function openDemonstration({ HOST, PAYLOAD_SECRET, SEED }: NodeJS.Dict<string>): string[] {
  const isLoopback = [undefined, '127.0.0.1', '::1', 'localhost'].includes(HOST)
  if (PAYLOAD_SECRET !== undefined || SEED === 'none' || isLoopback) return []
  return [
    `HOST is ${HOST}, but a demonstration has people whose password everybody knows and listens on loopback only. Set PAYLOAD_SECRET to make it a deployment, or leave HOST out.`,
  ]
}

/** SQLite with several workers, if that is what the environment asks for. */
function workersOnSqlite({ DATABASE_URL = 'file:', WORKERS = '1' }: NodeJS.Dict<string>): string[] {
  if (!DATABASE_URL.startsWith('file:') || !(Number(WORKERS) > 1)) return []
  return [
    `WORKERS is ${WORKERS}, but the database is SQLite, which has one writer: writes take turns inside one process. Leave WORKERS out, or name a MongoDB replica set in DATABASE_URL.`,
  ]
}

/**
 * The secret of a demonstration: made once and kept beside its database, so that sessions and API keys
 * survive a restart without anyone having to invent a secret first.
 */
function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret')
  try {
    mkdirSync(dataDir, { recursive: true })
    if (!existsSync(file)) writeOnce(file, randomBytes(32).toString('hex'))
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SettingsError([
      `DATA_DIR (${dataDir}) cannot be written to: ${(error as Error).message}. Name a folder this process may write to.`,
    ])
  }
}

/** Writes a file unless another process was faster. */
function writeOnce(file: string, content: string): void {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { longestPreview } from './previews/limits.ts'
import { previewUrlProblem } from './previews/link.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type LogLevel = (typeof logLevels)[number]

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
  /** Name shown on every admin page, so that nobody takes a test installation for the real one. */
  environmentLabel: string | undefined
  /**
   * Hosts no public page may name: a host, `*.` and a domain for all hosts in it, or the beginning of an
   * address and `.*`. @default loopback, private networks and the domains reserved for tests (RFC 2606)
   */
  nonPublicHosts: string[]
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
  /** How drafts are shown to people who have no account. */
  previews: {
    /** How long, unless asked for otherwise, in hours. @default 168 */
    hours: number
    /** Where a front end shows them; without one, a preview has a token and no link. See `preview-link.ts`. */
    url: string | undefined
  }
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

const wholeNumber = (name: string, max: number, advice: string) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= max,
      `${name} must be a whole number from 0 to ${max}. ${advice}`,
    )
    .transform(Number)

const webAddress = (name: string) =>
  z
    .string()
    .refine(
      (text) =>
        URL.canParse(text) &&
        /^https?:$/.test(new URL(text).protocol) &&
        new URL(text).pathname === '/',
      `${name} must be a web address without a path, such as https://cms.example.gov.`,
    )
    .transform((text) => new URL(text).origin)

const environment = z.object({
  PORT: wholeNumber('PORT', 65535, 'Leave it out for 3000.').optional(),
  HOST: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^(file:|mongodb:\/\/|mongodb\+srv:\/\/)/.test(text),
      'DATABASE_URL must start with file: (SQLite), mongodb:// or mongodb+srv:// (MongoDB). Leave it out for an embedded database in the data folder.',
    )
    .refine(
      (text) => !/^file:(:memory:|.*mode=memory)/.test(text),
      'DATABASE_URL cannot be an in-memory SQLite database: a transaction opens a second connection, which would see another, empty one. Name a file.',
    )
    .refine(
      (text) => !text.startsWith('mongodb://') || /[?&]replicaSet=[^&]+/.test(text),
      'DATABASE_URL names a MongoDB server without a replica set. Without one there are no transactions, and a publication could be recorded by half. Start mongod with --replSet and add ?replicaSet=NAME to the address.',
    )
    .optional(),
  DATABASE_WAIT: wholeNumber(
    'DATABASE_WAIT',
    60,
    'It is how many seconds a write waits for another process that holds the database file; leave it out for 5.',
  ).optional(),
  DATA_DIR: z.string().optional(),
  PAYLOAD_SECRET: z
    .string()
    .min(
      32,
      'PAYLOAD_SECRET must have at least 32 characters: it signs every session. Make one with: openssl rand -hex 32',
    )
    .optional(),
  PUBLIC_URL: webAddress('PUBLIC_URL').optional(),
  SEED: z.enum(['demo', 'none'], 'SEED must be demo or none.').optional(),
  CORS_ORIGINS: z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .refine(
      (origins) =>
        (origins.length === 1 && origins[0] === '*') ||
        origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
      'CORS_ORIGINS must be * or a list of origins separated by commas, such as https://www.example.gov,https://es.example.gov (no path, no trailing slash).',
    )
    .optional(),
  TRUST_PROXY: wholeNumber(
    'TRUST_PROXY',
    32,
    'It is the number of proxies in front; leave it out when there is none.',
  ).optional(),
  SMTP_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol),
      'SMTP_URL must look like smtp://user:password@mail.example.gov:587.',
    )
    .optional(),
  NON_PUBLIC_HOSTS: z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    )
    .refine(
      (hosts) => hosts.every((host) => /^(\*\.)?[a-z0-9.-]+(\.\*)?$/.test(host)),
      'NON_PUBLIC_HOSTS must be a list of hosts separated by commas, such as test.example.gov,*.dev.example.gov,10.*.',
    )
    .optional(),
  WEBHOOK_PRIVATE_ADDRESSES: z
    .enum(['allow', 'refuse'], 'WEBHOOK_PRIVATE_ADDRESSES must be allow or refuse.')
    .optional(),
  CACHE_MB: wholeNumber(
    'CACHE_MB',
    65_536,
    'It is the memory for kept answers in megabytes; leave it out for 64, or set 0 to keep none.',
  ).optional(),
  DOCUMENTS_MB: wholeNumber(
    'DOCUMENTS_MB',
    65_536,
    'It is the memory for live documents in megabytes; leave it out for 128, or set 0 to keep none.',
  ).optional(),
  CACHE_S_MAXAGE: wholeNumber(
    'CACHE_S_MAXAGE',
    86_400,
    'It is how many seconds caches in between may keep an answer; leave it out for 10.',
  ).optional(),
  CACHE_STALE_WHILE_REVALIDATE: wholeNumber(
    'CACHE_STALE_WHILE_REVALIDATE',
    86_400,
    'It is how many seconds longer they may hand out an answer while they fetch a new one; leave it out for 30.',
  ).optional(),
  PREVIEW_HOURS: z
    .string()
    .refine(
      (text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= longestPreview,
      `PREVIEW_HOURS must be a whole number from 1 to ${longestPreview}. It is how many hours drafts are shown unless asked for otherwise; leave it out for 168, a week.`,
    )
    .transform(Number)
    .optional(),
  PREVIEW_URL: z
    .string()
    .superRefine((text, { addIssue }) => {
      const problem = previewUrlProblem(text)
      if (problem) addIssue({ code: 'custom', message: problem })
    })
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`).optional(),
  ENVIRONMENT_LABEL: z
    .string()
    .max(60, 'ENVIRONMENT_LABEL must have at most 60 characters.')
    .optional(),
})

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
    ...(parsed.error?.issues.map((issue) => issue.message) ?? []),
  ]
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems)
  const values = parsed.data
  const isDeployment = values.PAYLOAD_SECRET !== undefined

  const port = values.PORT ?? 3000
  const dataDir = path.resolve(values.DATA_DIR ?? 'data')
  return {
    port,
    host: values.HOST ?? (isDeployment ? '0.0.0.0' : '127.0.0.1'),
    databaseUrl: values.DATABASE_URL ?? `file:${path.join(dataDir, 'stationmaster.db')}`,
    databaseWaitSeconds: values.DATABASE_WAIT ?? 5,
    dataDir,
    secret: values.PAYLOAD_SECRET ?? keptSecret(dataDir),
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${port}`,
    seed: values.SEED ?? (isDeployment ? 'none' : 'demo'),
    corsOrigins: values.CORS_ORIGINS?.[0] === '*' ? '*' : (values.CORS_ORIGINS ?? '*'),
    trustProxy: values.TRUST_PROXY ?? 0,
    smtpUrl: values.SMTP_URL,
    environmentLabel: values.ENVIRONMENT_LABEL,
    nonPublicHosts: [...neverPublic, ...(values.NON_PUBLIC_HOSTS ?? [])],
    webhooksMayStayInside: values.WEBHOOK_PRIVATE_ADDRESSES === 'allow',
    cacheMegabytes: values.CACHE_MB ?? 64,
    documentsMegabytes: values.DOCUMENTS_MB ?? 128,
    cacheSharedSeconds: values.CACHE_S_MAXAGE ?? 10,
    cacheStaleSeconds: values.CACHE_STALE_WHILE_REVALIDATE ?? 30,
    previews: { hours: values.PREVIEW_HOURS ?? 168, url: values.PREVIEW_URL },
    logLevel: values.LOG_LEVEL ?? 'info',
    isDeployment,
  }
}

/** A demonstration that anybody could reach, if that is what the environment asks for. */
function openDemonstration({ HOST, PAYLOAD_SECRET, SEED }: NodeJS.Dict<string>): string[] {
  const isLoopback = [undefined, '127.0.0.1', '::1', 'localhost'].includes(HOST)
  if (PAYLOAD_SECRET !== undefined || SEED === 'none' || isLoopback) return []
  return [
    `HOST is ${HOST}, but a demonstration has people whose password everybody knows and listens on loopback only. Set PAYLOAD_SECRET to make it a deployment, or leave HOST out.`,
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

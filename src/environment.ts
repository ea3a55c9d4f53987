import { z } from 'zod'
import { longestPreview } from './previews/limits.ts'
import { previewUrlProblem } from './previews/link.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type LogLevel = (typeof logLevels)[number]

/** Most processes that share the port. */
const mostWorkers = 64

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

/** An address for mail, alone or as `Name <name@example.org>`. */
const mailbox =
  /^(?:(?<alone>[^\s<>@"]+@[^\s<>@"]+)|(?<name>[^<>"\r\n]{1,80}?) *<(?<address>[^\s<>@"]+@[^\s<>@"]+)>)$/

/** Every variable that is read, with the form it must have and what to do when it has another. */
export const environment = z.object({
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
  MAIL_FROM: z
    .string()
    .refine(
      (text) => mailbox.test(text),
      'MAIL_FROM must be an address, also with a name before it, such as Stationmaster <no-reply@cms.example.gov>.',
    )
    .transform((text) => {
      const { address, alone, name } = mailbox.exec(text)!.groups!
      return { name: name?.trim() || 'Stationmaster', address: address ?? alone! }
    })
    .optional(),
  DIGEST_HOUR: wholeNumber(
    'DIGEST_HOUR',
    23,
    'It is the hour at which the daily digest is mailed, in the time zone of the process; leave it out for 7.',
  ).optional(),
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
  REQUIRE_CURRENT_TRANSLATION: z
    .enum(['on', 'off'], 'REQUIRE_CURRENT_TRANSLATION must be on or off.')
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
  COMPARE_ANSWERS: z
    .string()
    .refine(
      (text) => /^(0|1|0?\.\d{1,9})$/.test(text),
      'COMPARE_ANSWERS must be a number from 0 to 1, such as 0.001. It is the share of kept answers that are compared with one made anew; leave it out to compare none.',
    )
    .transform(Number)
    .optional(),
  METRICS_TOKEN: z
    .string()
    .refine(
      (text) => /^[\x21-\x7e]{16,}$/.test(text),
      'METRICS_TOKEN must have at least 16 characters: letters, digits and signs without spaces. Make one with: openssl rand -hex 32',
    )
    .optional(),
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
  WORKERS: z
    .string()
    .refine(
      (text) => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= mostWorkers,
      `WORKERS must be a whole number from 1 to ${mostWorkers}. It is how many processes share the port, on MongoDB; leave it out for 1.`,
    )
    .transform(Number)
    .optional(),
  READERS_THREAD: z.enum(['on', 'off'], 'READERS_THREAD must be on or off.').optional(),
  REQUIRE_BASE: z.enum(['on', 'off'], 'REQUIRE_BASE must be on or off.').optional(),
  READER: z.enum(['on', 'off'], 'READER must be on or off.').optional(),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`).optional(),
  ENVIRONMENT_LABEL: z
    .string()
    .max(60, 'ENVIRONMENT_LABEL must have at most 60 characters.')
    .optional(),
})

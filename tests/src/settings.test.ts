import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '../../src/settings.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-settings-'))
})

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

const secret = 'a-secret-that-is-long-enough-to-use'

const readBare = (env: Record<string, string>) => readSettings({ NODE_ENV: 'test', ...env })
const read = (env: Record<string, string> = {}) => readBare({ DATA_DIR: dataDir, ...env })
const deployment = (env: Record<string, string> = {}) => read({ PAYLOAD_SECRET: secret, ...env })

function problemsWith(env: Record<string, string>): readonly string[] {
  try {
    read(env)
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
  return []
}

describe('Without any setting', () => {
  it('it is a demonstration on loopback with an embedded database and demo content', () => {
    expect(read()).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: `file:${path.join(dataDir, 'stationmaster.db')}`,
      databaseWaitSeconds: 5,
      dataDir,
      secret: expect.stringMatching(/^[0-9a-f]{64}$/),
      publicUrl: 'http://localhost:3000',
      seed: 'demo',
      corsOrigins: '*',
      trustProxy: 0,
      smtpUrl: undefined,
      mailFrom: { name: 'Stationmaster', address: 'no-reply@stationmaster.test' },
      digestHour: 7,
      environmentLabel: undefined,
      requireBase: false,
      requireCurrentTranslation: false,
      webhooksMayStayInside: false,
      cacheMegabytes: 64,
      documentsMegabytes: 128,
      cacheSharedSeconds: 10,
      cacheStaleSeconds: 30,
      compareAnswers: 0,
      metricsToken: undefined,
      workers: 1,
      readersThread: true,
      logLevel: 'info',
      reader: true,
      previews: {
        hours: 168,
        url: 'http://localhost:3000/preview?token={token}&collection={collection}&id={id}&slug={slug}&locale={locale}',
      },
      nonPublicHosts: expect.arrayContaining(['localhost', '*.test', '10.*', '172.31.*', '[::1]']),
      isDeployment: false,
    })
  })

  it('hosts that are not public are added to those that never are', () => {
    const { nonPublicHosts } = read({ NON_PUBLIC_HOSTS: 'Staging.example.gov, *.dev.example.gov' })
    expect(nonPublicHosts).toEqual([
      ...read().nonPublicHosts,
      'staging.example.gov',
      '*.dev.example.gov',
    ])
  })

  it('a list of hosts that cannot be one is refused', () => {
    expect(() => read({ NON_PUBLIC_HOSTS: 'https://staging.example.gov/' })).toThrow(
      /NON_PUBLIC_HOSTS must be a list of hosts/,
    )
  })

  it('its data lies in the folder data of where it was started', () => {
    expect(readBare({ PAYLOAD_SECRET: secret }).dataDir).toBe(path.resolve('data'))
  })

  it('an empty setting counts as one that is missing', () => {
    const empty = Object.fromEntries(
      ['PORT', 'HOST', 'DATABASE_URL', 'PAYLOAD_SECRET', 'SEED', 'SMTP_URL', 'LOG_LEVEL'].map(
        (name) => [name, ''],
      ),
    )
    expect(read(empty)).toEqual(read())
  })

  it('what else is in the environment does not matter', () => {
    expect(read({ HOME: '/root', npm_config_port: 'x', PORTS: 'many' })).toEqual(read())
  })
})

describe('With PAYLOAD_SECRET', () => {
  it('it is a deployment on every interface, without demo content', () => {
    expect(deployment()).toMatchObject({
      isDeployment: true,
      host: '0.0.0.0',
      secret,
      seed: 'none',
    })
  })

  it('it may have demo content when asked for', () => {
    expect(deployment({ SEED: 'demo' })).toMatchObject({ isDeployment: true, seed: 'demo' })
  })

  it('it may listen where it is told', () => {
    expect(deployment({ HOST: '10.0.0.7' })).toMatchObject({ host: '10.0.0.7' })
  })

  it('no secret is made', () => {
    deployment()
    expect(existsSync(path.join(dataDir, 'secret'))).toBe(false)
  })
})

describe('The secret of a demonstration', () => {
  it('is the same at the next start', () => {
    expect(read().secret).toBe(read().secret)
  })

  it('is another in another folder', () => {
    const other = path.join(dataDir, 'other')
    expect(read().secret).not.toBe(readBare({ DATA_DIR: other }).secret)
  })

  it('is kept where only its owner can read it', () => {
    const { secret: made } = read()
    const file = path.join(dataDir, 'secret')
    expect(readFileSync(file, 'utf8')).toBe(made)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
})

describe('A setting that is right', () => {
  it.each([
    ['PORT', '8080', { port: 8080, publicUrl: 'http://localhost:8080' }],
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65535 }],
    ['HOST', '::1', { host: '::1' }],
    ['HOST', 'localhost', { host: 'localhost' }],
    ['DATABASE_URL', 'file:/var/lib/cms.db', { databaseUrl: 'file:/var/lib/cms.db' }],
    [
      'DATABASE_URL',
      'mongodb://a,b,c/cms?retryWrites=true&replicaSet=rs0',
      { databaseUrl: 'mongodb://a,b,c/cms?retryWrites=true&replicaSet=rs0' },
    ],
    [
      'DATABASE_URL',
      'mongodb+srv://cluster.example.gov/cms',
      { databaseUrl: 'mongodb+srv://cluster.example.gov/cms' },
    ],
    ['DATABASE_WAIT', '12', { databaseWaitSeconds: 12 }],
    ['PUBLIC_URL', 'https://cms.example.gov', { publicUrl: 'https://cms.example.gov' }],
    ['PUBLIC_URL', 'https://cms.example.gov/', { publicUrl: 'https://cms.example.gov' }],
    ['PUBLIC_URL', 'http://127.0.0.1:8080', { publicUrl: 'http://127.0.0.1:8080' }],
    ['SEED', 'none', { seed: 'none' }],
    ['SEED', 'demo', { seed: 'demo' }],
    ['CORS_ORIGINS', '*', { corsOrigins: '*' }],
    [
      'CORS_ORIGINS',
      'https://www.example.gov, https://es.example.gov',
      { corsOrigins: ['https://www.example.gov', 'https://es.example.gov'] },
    ],
    ['TRUST_PROXY', '2', { trustProxy: 2 }],
    ['SMTP_URL', 'smtp://user:pw@mail.example.gov:587', {}],
    ['SMTP_URL', 'smtps://mail.example.gov', { smtpUrl: 'smtps://mail.example.gov' }],
    [
      'MAIL_FROM',
      'no-reply@cms.example.gov',
      { mailFrom: { name: 'Stationmaster', address: 'no-reply@cms.example.gov' } },
    ],
    [
      'MAIL_FROM',
      'The Roadmap <no-reply@cms.example.gov>',
      { mailFrom: { name: 'The Roadmap', address: 'no-reply@cms.example.gov' } },
    ],
    ['DIGEST_HOUR', '0', { digestHour: 0 }],
    ['DIGEST_HOUR', '23', { digestHour: 23 }],
    ['ENVIRONMENT_LABEL', 'Test', { environmentLabel: 'Test' }],
    ['PREVIEW_HOURS', '1', { previews: { hours: 1 } }],
    ['PREVIEW_HOURS', '720', { previews: { hours: 720 } }],
    [
      'PREVIEW_URL',
      'https://www.example.gov/{locale}/draft/{collection}/{id}?token={token}&slug={slug}',
      { previews: { hours: 168 } },
    ],
    ['PREVIEW_URL', 'http://localhost:4321', { previews: { url: 'http://localhost:4321' } }],
    ['COMPARE_ANSWERS', '0', { compareAnswers: 0 }],
    ['COMPARE_ANSWERS', '0.001', { compareAnswers: 0.001 }],
    ['COMPARE_ANSWERS', '1', { compareAnswers: 1 }],
    ['METRICS_TOKEN', 'sixteen-letters!', { metricsToken: 'sixteen-letters!' }],
    ['READER', 'on', { reader: true }],
    ['READER', 'off', { reader: false, previews: { hours: 168, url: undefined } }],
    ['WORKERS', '1', { workers: 1 }],
    ['READERS_THREAD', 'on', { readersThread: true }],
    ['READERS_THREAD', 'off', { readersThread: false }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
  ])('%s=%s is taken', (name, value, expected) => {
    expect(read({ [name]: value })).toMatchObject(expected)
  })

  it('several WORKERS are taken with MongoDB', () => {
    const DATABASE_URL = 'mongodb://db.example.gov/stationmaster?replicaSet=rs0'
    expect(read({ DATABASE_URL, WORKERS: '64' })).toMatchObject({ workers: 64 })
    expect(problemsWith({ DATABASE_URL, WORKERS: '65' })).toEqual([
      expect.stringMatching(/^WORKERS must be/),
    ])
  })

  it('DATA_DIR is made absolute', () => {
    const { dataDir: absolute } = readBare({ PAYLOAD_SECRET: secret, DATA_DIR: 'elsewhere' })
    expect(absolute).toBe(path.resolve('elsewhere'))
  })

  it('a demonstration without content may listen anywhere', () => {
    expect(read({ SEED: 'none', HOST: '0.0.0.0' })).toMatchObject({ host: '0.0.0.0' })
  })
})

describe('A setting that is wrong is named with what to do', () => {
  it.each([
    ['PORT', 'http', /^PORT must be a whole number from 0 to 65535\. Leave it out for 3000\.$/],
    ['PORT', '65536', /^PORT must be/],
    ['PORT', '-1', /^PORT must be/],
    ['PORT', '30.5', /^PORT must be/],
    ['DATABASE_URL', 'postgres://localhost/cms', /^DATABASE_URL must start with file: \(SQLite\)/],
    ['DATABASE_URL', './cms.db', /^DATABASE_URL must start with/],
    ['DATABASE_URL', 'file::memory:', /^DATABASE_URL cannot be an in-memory.*Name a file\.$/],
    ['DATABASE_URL', 'file:x?mode=memory', /^DATABASE_URL cannot be an in-memory/],
    ['DATABASE_URL', 'mongodb://localhost/cms', /without a replica set.*add \?replicaSet=NAME/],
    ['DATABASE_URL', 'mongodb://localhost/cms?replicaSet=', /without a replica set/],
    ['PAYLOAD_SECRET', 'short', /^PAYLOAD_SECRET must have at least 32.*openssl rand -hex 32$/],
    ['PUBLIC_URL', 'cms.example.gov', /^PUBLIC_URL must be a web address without a path/],
    ['PUBLIC_URL', 'https://cms.example.gov/cms', /^PUBLIC_URL must be/],
    ['PUBLIC_URL', 'ftp://cms.example.gov', /^PUBLIC_URL must be/],
    ['SEED', 'yes', /^SEED must be demo or none\.$/],
    ['CORS_ORIGINS', 'https://a.example.gov/', /^CORS_ORIGINS must be \* or a list of origins/],
    ['CORS_ORIGINS', '*,https://a.example.gov', /^CORS_ORIGINS must be/],
    ['CORS_ORIGINS', 'a.example.gov', /^CORS_ORIGINS must be/],
    ['TRUST_PROXY', 'true', /^TRUST_PROXY must be a whole number.*number of proxies in front/],
    ['TRUST_PROXY', '33', /^TRUST_PROXY must be/],
    ['SMTP_URL', 'mail.example.gov', /^SMTP_URL must look like smtp:\/\/user:password@/],
    ['SMTP_URL', 'https://mail.example.gov', /^SMTP_URL must look like/],
    ['MAIL_FROM', 'the roadmap', /^MAIL_FROM must be an address/],
    ['MAIL_FROM', 'The Roadmap <no-reply@cms.example.gov', /^MAIL_FROM must be an address/],
    ['MAIL_FROM', 'no-reply@cms.example.gov>', /^MAIL_FROM must be an address/],
    ['DIGEST_HOUR', '24', /^DIGEST_HOUR must be a whole number from 0 to 23/],
    ['DIGEST_HOUR', 'seven', /^DIGEST_HOUR must be a whole number from 0 to 23/],
    [
      'PREVIEW_HOURS',
      '0',
      /^PREVIEW_HOURS must be a whole number from 1 to 720\. .*168, a week\.$/,
    ],
    ['PREVIEW_HOURS', '721', /^PREVIEW_HOURS must be/],
    ['PREVIEW_HOURS', '1.5', /^PREVIEW_HOURS must be/],
    ['PREVIEW_URL', 'www.example.gov/{slug}', /^PREVIEW_URL must be the address of a front end/],
    ['PREVIEW_URL', 'javascript:alert(1)', /^PREVIEW_URL must be the address/],
    ['PREVIEW_URL', 'https://{slug}.example.gov/', /^PREVIEW_URL must be the address/],
    ['PREVIEW_URL', 'https://www.example.gov/{slug', /^PREVIEW_URL must be the address/],
    ['PREVIEW_URL', 'https://www.example.gov/{path}', /^PREVIEW_URL names \{path\}.*\{slug\}/],
    ['COMPARE_ANSWERS', '2', /^COMPARE_ANSWERS must be a number from 0 to 1, such as 0\.001\./],
    ['COMPARE_ANSWERS', '1e-3', /^COMPARE_ANSWERS must be/],
    ['METRICS_TOKEN', 'fifteen-letters', /^METRICS_TOKEN must have at least 16.*openssl rand/],
    ['METRICS_TOKEN', 'sixteen letters !', /^METRICS_TOKEN must have/],
    ['READER', 'yes', /^READER must be on or off/],
    ['WORKERS', '0', /^WORKERS must be a whole number from 1 to 64\. .*leave it out for 1\.$/],
    ['WORKERS', 'all', /^WORKERS must be/],
    ['READERS_THREAD', 'no', /^READERS_THREAD must be on or off/],
    [
      'WORKERS',
      '2',
      /^WORKERS is 2, but the database is SQLite.*Leave WORKERS out, or name a Mongo/,
    ],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, sil/],
    ['ENVIRONMENT_LABEL', 'x'.repeat(61), /^ENVIRONMENT_LABEL must have at most 60 characters\.$/],
    ['HOST', '0.0.0.0', /^HOST is 0\.0\.0\.0, but a demonstration.*Set PAYLOAD_SECRET/],
  ])('%s=%s', (name, value, advice) => {
    expect(problemsWith({ [name]: value })).toEqual([expect.stringMatching(advice)])
  })
})

describe('A data folder that cannot be written to', () => {
  it('is reported like a setting that is wrong', () => {
    const file = path.join(dataDir, 'a-file')
    writeFileSync(file, '')
    expect(problemsWith({ DATA_DIR: path.join(file, 'folder') })).toEqual([
      expect.stringMatching(/^DATA_DIR \(.*cannot be written to: .* Name a folder/),
    ])
  })
})

describe('Several settings that are wrong', () => {
  const env = {
    PORT: 'many',
    DATABASE_URL: 'postgres://localhost',
    PAYLOAD_SECRET: 'short',
    PUBLIC_URL: 'nowhere',
    SEED: 'maybe',
    CORS_ORIGINS: 'anybody',
    TRUST_PROXY: 'yes',
    SMTP_URL: 'mail',
    MAIL_FROM: 'nobody',
    DIGEST_HOUR: 'noon',
    LOG_LEVEL: 'loud',
    ENVIRONMENT_LABEL: 'x'.repeat(61),
  }

  it('are all reported at once', () => {
    const names = problemsWith(env).map((problem) => problem.split(' ')[0])
    expect(names.sort()).toEqual(Object.keys(env).sort())
  })

  it('are listed one below the other', () => {
    expect(() => read(env)).toThrow(/^Stationmaster cannot start: 12 settings are wrong\.\n {2}- /)
  })

  it('are reported together with a demonstration that listens to everybody', () => {
    const problems = problemsWith({ PORT: 'many', HOST: '0.0.0.0' })
    expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual(['HOST', 'PORT'])
  })

  it('are reported before anything is written', () => {
    problemsWith({ PORT: 'many' })
    expect(existsSync(path.join(dataDir, 'secret'))).toBe(false)
  })

  it('are reported without telling the secret', () => {
    expect(() => read({ PAYLOAD_SECRET: 'hunter2' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    )
  })
})

describe('One setting that is wrong', () => {
  it('is reported as one', () => {
    expect(() => read({ SEED: 'maybe' })).toThrow(
      'Stationmaster cannot start: a setting is wrong.\n  - SEED must be demo or none.',
    )
  })
})

import { buildConfig, createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseAdapter } from '../../src/database/adapter.ts'
import { startApp, type TestApp } from '../support/app.ts'

/** The rules a content type must state itself. Left out, Payload lets in everyone with an account. */
const rules = [
  { rule: 'read', deed: 'read' },
  { rule: 'readVersions', deed: 'see earlier versions' },
  { rule: 'create', deed: 'create' },
  { rule: 'update', deed: 'change' },
  { rule: 'delete', deed: 'delete' },
] as const

type Rule = (typeof rules)[number]['rule']

const editorial = [
  'stations',
  'notices',
  'phases',
  'steps',
  'forms',
  'help-organizations',
  'media',
  'synonyms',
] as const

const ours = [
  ...editorial,
  'popular-terms',
  'search-counts',
  'addresses',
  'users',
  'ledger-entries',
  'mails',
  'notifications',
  'notification-settings',
  'daily-looks',
  'comments',
  'previews',
  'webhook-deliveries',
  'webhooks',
  'workflow-states',
] as const

let testApp: TestApp
let payload: Payload
let undeclared: Set<unknown>
let nobody: PayloadRequest

beforeAll(async () => {
  testApp = await startApp()
  payload = testApp.payload
  undeclared = await rulesOfABareCollection()
  nobody = await createLocalReq({}, payload)
})
afterAll(() => testApp.close())

describe('the content model', () => {
  it('consists of the content types named here, beside those Payload keeps for itself', () => {
    const slugs = payload.config.collections.map(({ slug }) => slug)
    expect(slugs.filter((slug) => !slug.startsWith('payload-')).sort()).toEqual([...ours].sort())
  })
})

describe.each(ours)('%s', (slug) => {
  it.each(rules)('states for itself who may $deed', ({ rule }) => {
    const declared: unknown = payload.collections[slug].config.access[rule]
    expect(declared).toBeTypeOf('function')
    expect(undeclared).not.toContain(declared)
  })

  it.each(rules.filter(({ rule }) => rule !== 'read'))(
    'lets nobody $deed who is not signed in',
    async ({ rule }) => {
      expect(await answerToNobody(slug, rule)).toBe(false)
    },
  )

  it('lets nobody unlock accounts who is not signed in', async () => {
    expect(await payload.collections[slug].config.access.unlock?.({ req: nobody })).toBe(false)
  })
})

describe.each(editorial)('%s', (slug) => {
  it('gives readers what is live and nothing else', async () => {
    expect(await answerToNobody(slug, 'read')).toEqual({ _status: { equals: 'published' } })
  })

  it('keeps every version', () => {
    const { versions } = payload.collections[slug].config
    expect(versions).toMatchObject({ maxPerDoc: 0 })
  })

  it('has no trash, no timer and no saving unasked beside the review workflow', () => {
    const { trash, versions } = payload.collections[slug].config
    expect(trash).toBeFalsy()
    expect(versions).toMatchObject({ drafts: { autosave: false, schedulePublish: false } })
  })
})

describe.each([
  'users',
  'ledger-entries',
  'mails',
  'notifications',
  'notification-settings',
  'daily-looks',
  'popular-terms',
  'comments',
  'previews',
  'search-counts',
  'addresses',
] as const)('%s', (slug) => {
  it('tells readers nothing', async () => {
    expect(await answerToNobody(slug, 'read')).toBe(false)
  })
})

describe('files', () => {
  it('are read under a condition by whoever is not on the team, in every content type that has them', async () => {
    const withFiles = payload.config.collections.filter(({ upload }) => upload)
    expect(withFiles.map(({ slug }) => slug)).toEqual(['media'])
    for (const { access } of withFiles) {
      const answer = await access.read({ req: nobody, isReadingStaticFile: true })
      expect(answer).toBeTypeOf('object')
      expect(answer as Where).toEqual({ _status: { equals: 'published' } })
    }
  })
})

describe('what Payload keeps for itself', () => {
  it('is closed to whoever is not signed in', async () => {
    const own = payload.config.collections.filter(({ slug }) => slug.startsWith('payload-'))
    expect(own.length).toBeGreaterThan(0)
    for (const { access, slug } of own)
      for (const rule of ['read', 'create', 'update', 'delete'] as const)
        expect({ slug, rule, answer: await openTo(access[rule]) }).toEqual({
          slug,
          rule,
          answer: false,
        })
  })

  it('has no globals, which would need rules of their own', () => {
    expect(payload.config.globals).toEqual([])
  })
})

/** What Payload fills in where a content type says nothing. */
async function rulesOfABareCollection(): Promise<Set<unknown>> {
  const config = await buildConfig({
    collections: [{ slug: 'bare', fields: [{ name: 'title', type: 'text' }] }],
    db: await databaseAdapter(testApp.settings.databaseUrl, { wait: 5 }),
    secret: 'only its defaults are looked at',
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  const { access } = config.collections.find(({ slug }) => String(slug) === 'bare')!
  return new Set([access.read, access.create, access.update, access.delete, access.readVersions])
}

async function answerToNobody(slug: (typeof ours)[number], rule: Rule): Promise<unknown> {
  return payload.collections[slug].config.access[rule]?.({ req: nobody })
}

/** Whether a rule says yes to a reader. A condition that no document meets is a no, too. */
async function openTo(
  rule: ((args: { req: PayloadRequest }) => unknown) | undefined,
): Promise<boolean> {
  const answer = await rule?.({ req: nobody })
  if (answer === undefined || answer === false) return false
  if (answer === true) return true
  return !JSON.stringify(answer).includes('"equals":null')
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { seedIfEmpty } from '../../seed/index.ts'
import { readRoadmap } from '../../seed/roadmap.ts'
import { createApp } from '../../src/create-app.ts'
import { verifyLedger } from '../../src/ledger/verify.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { kinds, liveCounts, type Interruptions } from '../support/interrupted-seed.ts'
import { testSettings } from '../support/settings.ts'

const nothing = Object.fromEntries(kinds.map((kind) => [kind, 0]))
const everything = {
  phases: 7,
  'help-organizations': 23,
  forms: 58,
  steps: readRoadmap().steps.length,
  stations: 90,
  notices: 90,
  synonyms: 6,
  'popular-terms': 8,
}

describe('A seed that was interrupted', () => {
  let testApp: TestApp
  let live: Interruptions

  beforeAll(async () => {
    live = JSON.parse(
      readFileSync(path.join(inject('templates'), 'interruptions.json'), 'utf8'),
    ) as Interruptions
    testApp = await startApp({ content: 'roadmap', settings: { seed: 'demo' } })
  })
  afterAll(() => testApp.close())

  it.each(['making', 'reviewing'] as const)('leaves nothing live: %s', (moment) => {
    expect(live[moment]).toEqual(nothing)
  })

  it('leaves nothing live in the middle of publication, because all is published or nothing', () => {
    expect(live.publishing).toEqual(nothing)
  })

  it('leaves everything live that was published before it', () => {
    expect(live.handingOn).toEqual(everything)
  })

  it('goes on at the next start, until everything is live', async () => {
    expect(await liveCounts(testApp.payload)).toEqual(everything)
  })

  it('has taken every step of the review once, and leaves the same work open', async () => {
    const { payload } = testApp
    const req = await createLocalReq({}, payload)
    expect(await verifyLedger(req)).toMatchObject({ ok: true, breaks: [] })
    const countOf = async (collection: 'workflow-states' | 'ledger-entries', where: object) =>
      (await payload.count({ collection, where: where as never })).totalDocs
    const open = []
    for (const state of ['inReview', 'changesRequested', 'approved'])
      open.push(await countOf('workflow-states', { state: { equals: state } }))
    expect(open).toEqual([3, 1, 1])
    const total = Object.values(everything).reduce((sum, count) => sum + count)
    expect(await countOf('ledger-entries', { type: { equals: 'approved' } })).toBe(total + 1)
    expect(await countOf('ledger-entries', { type: { equals: 'published' } })).toBe(total)
  })

  it('makes nothing twice', async () => {
    const { totalDocs } = await testApp.payload.count({ collection: 'steps' })
    // The steps of the roadmap, and two that were never public.
    expect(totalDocs).toBe(readRoadmap().steps.length + 2)
    expect((await testApp.payload.count({ collection: 'users' })).totalDocs).toBe(5)
  })

  it('is done then, and leaves what people change alone', async () => {
    const { payload } = testApp
    const where = { slug: { equals: 'ask-for-an-interpreter' } }
    const { docs } = await payload.find({ collection: 'steps', where })
    const user = await testApp.person('editor')
    await payload.delete({ collection: 'steps', id: docs[0]!.id, user })
    await seedIfEmpty(payload, testApp.settings)
    expect((await payload.count({ collection: 'steps', where })).totalDocs).toBe(0)
  })
})

describe('A seed that nobody asked for', () => {
  it('is not begun', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-unseeded-'))
    const app = await createApp({ settings: testSettings(dataDir, { seed: 'none' }) })
    await seedIfEmpty(app.locals.payload, app.locals.settings)
    expect((await app.locals.payload.count({ collection: 'users' })).totalDocs).toBe(0)
    await app.locals.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
})

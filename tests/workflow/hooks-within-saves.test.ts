import type { CollectionAfterChangeHook } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSituation } from '../../src/workflow/situation.ts'
import { transition } from '../../src/workflow/transition.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  act,
  bring,
  buildTeam,
  edit,
  situationOf,
  writePhase,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
})
afterAll(() => testApp.close())

describe('a hook of a content type that submits what is saved', () => {
  it('leaves the review queue with what the ledger says', async () => {
    const place = await bring(testApp, await writePhase(testApp, { as: team.author }), {
      to: 'published',
      team,
    })
    const { hooks } = testApp.payload.collections.phases.config
    const before = hooks.afterChange
    hooks.afterChange = [submitAtOnce, ...before]
    try {
      await edit(testApp, place, { as: team.author, data: { summary: 'Other words.' } })
    } finally {
      hooks.afterChange = before
    }

    expect((await situationOf(testApp, place)).state).toBe('inReview')
    const { docs } = await testApp.payload.find({
      collection: 'workflow-states',
      where: { key: { equals: `phases/${place.id}` } },
    })
    expect(docs).toMatchObject([{ state: 'inReview' }])
  })
})

describe('a hook of a content type while something is published', () => {
  const seen: { doc: unknown; changed: unknown; found: unknown }[] = []
  /** Writes into the document that is being published, and reads it. */
  const writesToo: CollectionAfterChangeHook = async ({ doc, req }) => {
    const { db } = req.payload
    const { id } = doc as { id: string }
    const data = { updatedAt: new Date().toISOString() }
    const changed = await db.updateOne({ collection: 'phases', data, id, req })
    const where = { id: { equals: id } }
    seen.push({ doc, changed, found: await db.findOne({ collection: 'phases', req, where }) })
    return doc as unknown
  }

  it('gets what is published, and all of the document that it writes itself', async () => {
    const place = await bring(testApp, await writePhase(testApp, { as: team.author }), {
      to: 'approved',
      team,
    })
    const { hooks } = testApp.payload.collections.phases.config
    const before = hooks.afterChange
    hooks.afterChange = [writesToo, ...before]
    try {
      await act(testApp, place, { action: 'publish', as: team.publisher })
    } finally {
      hooks.afterChange = before
    }
    const [{ changed, doc, found }] = seen as [(typeof seen)[number]]
    const { body } = await testApp.anonymous().get(`/api/phases/${place.id}?depth=0`).expect(200)
    const { createdAt, name, slug, summary } = body as Record<string, unknown>
    expect(doc).toMatchObject({ _status: 'published', createdAt, name, slug, summary })
    for (const stored of [changed, found])
      expect(stored).toMatchObject({ _status: 'published', name: { en: name }, slug })
  })
})

const submitAtOnce: CollectionAfterChangeHook = async ({ doc, req }) => {
  const place = { collection: 'phases', id: (doc as { id: string }).id }
  const { working } = await readSituation({ ...place, req })
  await transition({
    ...place,
    action: 'submit',
    body: { contentHash: working.contentHash },
    req,
  })
  return doc as unknown
}

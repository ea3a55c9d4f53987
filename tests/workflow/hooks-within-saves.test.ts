import type { CollectionAfterChangeHook } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSituation } from '../../src/workflow/situation.ts'
import { transition } from '../../src/workflow/transition.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { bring, buildTeam, edit, situationOf, writePhase, type Team } from '../support/workflow.ts'

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

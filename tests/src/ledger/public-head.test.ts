import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPublicHead } from '../../../src/ledger/public-head.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { buildPhase } from '../../support/content.ts'
import { act } from '../../support/review.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startApp()
})
afterAll(() => testApp.close())

describe('the newest entry that changed what the public gets', () => {
  it('is none while nothing was ever public', async () => {
    expect(await readPublicHead(testApp.payload)).toEqual({ sequence: 0, at: null })
    const draft = await buildPhase(testApp, { state: 'draft' })
    await act(testApp, { collection: 'phases', id: draft.id, action: 'submit', as: 'editor' })
    expect(await readPublicHead(testApp.payload)).toEqual({ sequence: 0, at: null })
  })

  it('is found behind many that changed nothing of it', async () => {
    await buildPhase(testApp, { state: 'published' })
    const published = await readPublicHead(testApp.payload)
    const draft = await buildPhase(testApp, { state: 'draft' })
    for (let time = 0; time < 30; time += 1)
      for (const action of ['submit', 'recall'] as const)
        await act(testApp, { collection: 'phases', id: draft.id, action, as: 'editor' })

    const { docs } = await testApp.payload.db.find<{ sequence: number; type: string; at: string }>({
      collection: 'ledger-entries',
      limit: 0,
      sort: 'sequence',
    })
    const newest = docs.findLast(({ type }) => type === 'published')!
    expect(docs.at(-1)!.sequence - newest.sequence).toBe(60)
    expect(published).toEqual({
      sequence: newest.sequence,
      at: new Date(newest.at).toISOString(),
    })
    expect(await readPublicHead(testApp.payload)).toEqual(published)
  })
})

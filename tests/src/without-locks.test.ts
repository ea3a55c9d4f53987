import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})
afterAll(() => testApp.close())

describe('documents', () => {
  it('are never locked, in no collection and no global', () => {
    const { collections, globals } = testApp.payload.config
    const locking = [...collections, ...globals].filter(
      ({ lockDocuments }) => lockDocuments !== false,
    )
    // Payload's own, which nobody edits in a form.
    expect(locking.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'))).toEqual(
      [],
    )
  })

  it('have nowhere to be locked in', () => {
    expect(Object.keys(testApp.payload.collections)).not.toContain('payload-locked-documents')
  })
})

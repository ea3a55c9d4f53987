import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reasonInSpanish } from '../../../../src/refusals/in-spanish/reasons.ts'
import type { WorkflowAnswer } from '../../../../src/workflow/answer.ts'
import { startApp, type PersonName, type TestApp } from '../../../support/app.ts'
import { buildStation, text } from '../../../support/content.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})
afterAll(() => testApp.close())

describe('the reasons the platform gives', () => {
  it('are said in Spanish, for every role, action and state they meet', async () => {
    const other = await buildStation(testApp)
    const full = await buildStation(testApp, {
      connections: [{ to: other.id }],
      summary: 'x'.repeat(400),
      overview: text('Ask at intranet.test, with 123-45-6789.'),
    })
    const empty = await buildStation(testApp, { title: '', overview: null })
    const live = await buildStation(testApp, { state: 'published' })
    await buildStation(testApp, { state: 'published', connections: [{ to: live.id }] })

    const messages = new Set<string>()
    for (const { id } of [other, full, empty, live])
      for (const person of ['editor', 'reviewer', 'publisher', 'administrator'] as const)
        for (const { reasons } of (await answer(id, person)).actions)
          for (const { message } of reasons) messages.add(message)
    expect(messages.size).toBeGreaterThan(12)
    expect([...messages].filter((message) => reasonInSpanish(message) === message)).toEqual([])
  })
})

describe('a reason nobody foresaw', () => {
  it('stays as it is', () => {
    expect(reasonInSpanish('The moon is in the way.')).toBe('The moon is in the way.')
  })
})

async function answer(id: string, person: PersonName): Promise<WorkflowAnswer> {
  const { body } = await testApp
    .anonymous()
    .get(`/api/stations/${id}/workflow`)
    .set('Authorization', await testApp.authorization(person))
  return body as WorkflowAnswer
}

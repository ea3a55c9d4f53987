import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/ledger/verify.ts'
import { startApp, type TestApp } from '../support/app.ts'
import {
  act,
  ask,
  bring,
  buildTeam,
  doors,
  everything,
  join,
  ledgerLength,
  situationOf,
  writePhase,
  type Place,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team
let place: Place

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
})
beforeEach(async () => {
  place = await bring(testApp, await writePhase(testApp, { as: team.author }), {
    to: 'inReview',
    team,
  })
})
afterEach(async () => {
  const proof = await verifyLedger(await createLocalReq({}, testApp.payload))
  expect(proof.breaks).toEqual([])
})
afterAll(() => testApp.close())

/** Signs that no database gives back as they were, and what is said of them. */
const unstorable = [
  ['a null character', 'Read the \0 source.', /null character/],
  ['half of a character', 'Read the \ud83d source.', /half of a character/],
] as const

describe('a comment', () => {
  it.each(doors.flatMap((door) => unstorable.map((row) => [door, ...row] as const)))(
    'is refused over %s with %s in it, which the ledger could not keep',
    async (door, _, comment, message) => {
      const outcome = await refused(door, comment)
      expect(outcome.message).toMatch(message)
    },
  )

  it.each([...doors])('is refused over %s when nobody sees any of it', async (door) => {
    const outcome = await refused(door, '\u200b\u2060\u00ad')
    expect(outcome.message).toContain('comment')
  })

  it('is kept letter for letter otherwise, also with signs of the terminal', async () => {
    const comment = 'Bell \u0007, colour \u001b[31m, right to left \u202eלא\u202c, line\r\n\tend 🚉'
    const { entries } = await act(testApp, place, { action: 'return', as: team.reviewer, comment })
    expect(entries.at(-1)!.comment).toBe(comment)
  })

  async function refused(door: (typeof doors)[number], comment: string) {
    const { contentHash } = (await situationOf(testApp, place)).working
    const before = [await everything(testApp), await ledgerLength(testApp)]
    const body = { contentHash, comment }
    const outcome = await ask(testApp, door, { action: 'return', as: team.reviewer, place, body })
    expect(outcome.code).toBe('MALFORMED')
    expect([await everything(testApp), await ledgerLength(testApp)]).toEqual(before)
    return outcome
  }
})

describe('the sentence for readers of what is withdrawn', () => {
  it.each(unstorable)('is refused with %s in it', async (_, sentence) => {
    for (const action of ['approve', 'publish'] as const)
      await act(testApp, place, {
        action,
        as: action === 'approve' ? team.reviewer : team.publisher,
      })
    const { contentHash } = (await situationOf(testApp, place)).working
    for (const replacement of [sentence, { sentence }, { sentence: { en: sentence } }]) {
      const body = { contentHash, reason: 'Out of date.', replacement }
      const { status } = await request(testApp.app)
        .post(`/api/phases/${place.id}/workflow/withdraw`)
        .set('Authorization', team.publisher.authorization!)
        .send(body)
      expect(status).toBe(400)
    }
    expect((await situationOf(testApp, place)).live).not.toBeNull()
  })
})

describe('the name of somebody who acts', () => {
  it.each(unstorable)('cannot have %s in it', async (_, name) => {
    const member = await join(testApp, { roles: ['editor'] })
    const { body, status } = await request(testApp.app)
      .patch(`/api/users/${member.user!.id}`)
      .set('Authorization', member.authorization!)
      .send({ name })
    expect([status, body.errors[0].code]).toEqual([400, 'INVALID_FIELDS'])
  })

  it.each(unstorable)('is not recorded with %s by a script that makes it up', async (_, name) => {
    const before = [await everything(testApp), await ledgerLength(testApp)]
    const impostor = { ...team.author, user: { ...team.author.user!, name } }
    await expect(act(testApp, place, { action: 'recall', as: impostor })).rejects.toMatchObject({
      code: 'INTERNAL',
    })
    expect([await everything(testApp), await ledgerLength(testApp)]).toEqual(before)
  })
})

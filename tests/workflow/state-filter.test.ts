import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import {
  act,
  bring,
  buildTeam,
  edit,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../support/workflow.ts'
import request from 'supertest'

let testApp: TestApp
let team: Team
let draft: Place
let inReview: Place
let live: Place
let liveWithDraft: Place

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  const phase = () => writePhase(testApp, { as: team.author })
  draft = await phase()
  inReview = await bring(testApp, await phase(), { to: 'inReview', team })
  live = await bring(testApp, await phase(), { to: 'published', team })
  liveWithDraft = await bring(testApp, await phase(), { to: 'published', team })
  await edit(testApp, liveWithDraft, { as: team.author, data: { name: 'Another name' } })
})
afterAll(() => testApp.close())

describe('a list asked for by state', () => {
  it('has the documents in that state and no others', async () => {
    expect(await found('where[_status][equals]=state:inReview')).toEqual([inReview.id])
    expect(await found('where[_status][equals]=state:published')).toEqual([live.id])
  })

  it('has none when none is in that state', async () => {
    expect(await found('where[_status][equals]=state:scheduled')).toEqual([])
  })

  it('takes several states', async () => {
    expect(await found('where[_status][in]=state:inReview,state:published')).toEqual(
      [inReview.id, live.id].sort(),
    )
  })

  it('keeps the other conditions, as the panel sends them', async () => {
    const state = 'where[or][0][and][0][_status][equals]=state:draft'
    expect(await found(state)).toEqual([draft.id, liveWithDraft.id].sort())
    expect(await found(`${state}&where[or][0][and][1][name][equals]=Another name`)).toEqual([
      liveWithDraft.id,
    ])
  })

  it('follows the documents through the workflow', async () => {
    await act(testApp, draft, { action: 'submit', as: team.author })
    expect(await found('where[_status][equals]=state:inReview')).toEqual(
      [draft.id, inReview.id].sort(),
    )
  })

  it('is deleted as it was asked for, and nothing else', async () => {
    const unwanted = await writePhase(testApp, { as: team.author })
    const { body, status } = await request(testApp.app)
      .delete('/api/phases?where[_status][equals]=state:draft')
      .set('Authorization', team.author.authorization!)
    expect([status, body.docs.map(({ id }: { id: string }) => id)]).toEqual([200, [unwanted.id]])
    expect(await found('where[_status][equals]=state:inReview')).toHaveLength(2)
  })

  it.each([
    'where[_status][equals]=state:ready',
    'where[_status][like]=state:inReview',
    'where[_status][not_equals]=state:draft',
  ])('is refused for %s', async (query) => {
    const { body, status } = await ask(query, team.author)
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
  })

  it('is for the team alone: readers learn nothing of drafts by it', async () => {
    for (const state of ['draft', 'published', 'nothing']) {
      const { body, status } = await request(testApp.app).get(
        `/api/phases?where[_status][equals]=state:${state}`,
      )
      expect([status, body.docs]).toEqual([200, []])
    }
  })
})

async function found(query: string): Promise<string[]> {
  const { body, status } = await ask(query, team.author)
  expect(status).toBe(200)
  return body.docs.map(({ id }: { id: string }) => id).sort()
}

function ask(query: string, as: Member) {
  return request(testApp.app)
    .get(`/api/phases?draft=true&depth=0&${query}`)
    .set('Authorization', as.authorization!)
}

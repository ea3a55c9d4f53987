import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { expectGraphqlRefusal, expectRefusal } from '../../support/http.ts'
import {
  bring,
  buildTeam,
  everything,
  situationOf,
  writePhase,
  type Place,
  type Team,
} from '../../support/workflow.ts'

let testApp: TestApp
let team: Team
let place: Place

beforeAll(async () => {
  testApp = await startApp({ settings: { requireBase: true } })
  team = await buildTeam(testApp)
  place = await writePhase(testApp, { as: team.author })
})
afterAll(() => testApp.close())

const newestOf = async (of: Place) => (await situationOf(testApp, of)).working.versionId

const save = () =>
  request(testApp.app)
    .patch(`/api/phases/${place.id}?draft=true`)
    .set('Authorization', team.author.authorization!)
    .send({ summary: 'Mine.' })

describe('with REQUIRE_BASE', () => {
  it('a save without a base is refused, and told what to send', async () => {
    const before = await everything(testApp)
    const refused = await save()
    expectRefusal(refused, 'BASE_REQUIRED')
    expect(refused.status).toBe(428)
    expect(refused.body.errors[0].message).toContain('If-Match')
    expect(await everything(testApp)).toEqual(before)
  })

  it('a star is no base', async () => {
    expectRefusal(await save().set('If-Match', '*'), 'BASE_REQUIRED')
  })

  it('a save on a base is stored', async () => {
    const answer = await save().set('If-Match', `"${await newestOf(place)}"`)
    expect(answer.status).toBe(200)
  })

  it('a save without a base is refused over GraphQL', async () => {
    const refused = await request(testApp.app)
      .post('/api/graphql')
      .set('Authorization', team.author.authorization!)
      .send({
        query: `mutation { updatePhase(id: "${place.id}", draft: true, data: { summary: "Mine." }) { id } }`,
      })
    expectGraphqlRefusal(refused, 'BASE_REQUIRED', { status: 200 })
  })

  it('an older version is brought back on a base alone', async () => {
    const restore = async () =>
      request(testApp.app)
        .post(`/api/phases/versions/${await newestOf(place)}?draft=true`)
        .set('Authorization', team.author.authorization!)
    expectRefusal(await restore(), 'BASE_REQUIRED')
  })

  it('a new document, a copy and a deletion need none', async () => {
    const created = await request(testApp.app)
      .post('/api/phases?draft=true')
      .set('Authorization', team.author.authorization!)
      .send({ name: 'A new line', slug: 'a-new-line' })
    expect(created.status).toBe(201)
    const copied = await request(testApp.app)
      .post(`/api/phases/${created.body.doc.id}/duplicate`)
      .set('Authorization', team.author.authorization!)
    expect(copied.status).toBe(200)
    const deleted = await request(testApp.app)
      .delete(`/api/phases/${copied.body.doc.id}`)
      .set('Authorization', team.author.authorization!)
    expect(deleted.status).toBe(200)
  })

  it('the workflow goes on as it does', async () => {
    const draft = await writePhase(testApp, { as: team.author })
    await bring(testApp, draft, { to: 'published', team })
    expect((await situationOf(testApp, draft)).state).toBe('published')
  })
})

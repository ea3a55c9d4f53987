import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { buildTeam, type Member, type Team } from '../support/workflow.ts'

const address = '/api/payload-preferences/saved-filters-notices'
const value = [{ name: 'Mine', search: 'levy' }]

let testApp: TestApp
let team: Team

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
})
afterAll(() => testApp.close())

describe('The saved filters of a person', () => {
  it('are theirs alone', async () => {
    await keep(team.author).expect(200)
    expect((await ask(team.author)).body.value).toEqual(value)
    expect((await ask(team.author2)).body.value).toBeNull()
    await keep(team.author2, []).expect(200)
    expect((await ask(team.author)).body.value).toEqual(value)
  })

  it('are kept for nobody who is not signed in', async () => {
    const before = await stored()
    const { status } = await request(testApp.app).post(address).send({ value })
    expect(status).toBe(401)
    expect(await stored()).toEqual(before)
  })
})

function keep(as: Member, filters: object[] = value) {
  return request(testApp.app)
    .post(address)
    .set('Authorization', as.authorization!)
    .send({ value: filters })
}

function ask(as: Member) {
  return request(testApp.app).get(address).set('Authorization', as.authorization!)
}

async function stored(): Promise<unknown[]> {
  const { docs } = await testApp.payload.find({
    collection: 'payload-preferences',
    depth: 0,
    limit: 100,
    sort: 'id',
  })
  return docs
}

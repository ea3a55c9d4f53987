import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import request from 'supertest'
import { startApp, type TestApp } from '../support/app.ts'
import {
  bring,
  buildTeam,
  edit,
  entriesSince,
  everything,
  ledgerLength,
  nobody,
  situationOf,
  write,
  writePhase,
  type Member,
  type Place,
  type Team,
} from '../support/workflow.ts'

let testApp: TestApp
let team: Team
let place: Place
let length: number

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  place = await writePhase(testApp, { as: team.author })
  await bring(testApp, place, { to: 'published', team })
  await edit(testApp, place, { as: team.author, data: { title: 'The next text' } })
})
afterAll(() => testApp.close())
beforeEach(async () => {
  length = await ledgerLength(testApp)
})

describe('an attempt to publish past the review workflow', () => {
  const attempts: [string, (as: Member) => Promise<unknown>][] = [
    ['a change over REST', (as) => patch(`/${place.id}`, { _status: 'published' }, as)],
    ['a change over GraphQL', (as) => mutate(`updatePhase(id: "${place.id}", data: {})`, as)],
    [
      'a restored version',
      async (as) => send('post', `/versions/${await newestVersion()}`, {}, as),
    ],
  ]

  it.each(attempts)('by %s is on record, with who tried and why not', async (_, attempt) => {
    const stored = await everything(testApp)
    await attempt(team.publisher)
    const { contentHash } = (await situationOf(testApp, place)).working
    expect(await entriesSince(testApp, length)).toMatchObject([
      {
        type: 'refused',
        actorId: team.publisher.user!.id,
        actorRoles: ['publisher'],
        documentCollection: 'phases',
        documentId: place.id,
        contentHash,
        details: { action: 'publish', reasons: [{ code: 'USE_WORKFLOW' }] },
      },
    ])
    expect(await everything(testApp)).toEqual(stored)
  })

  it('is one entry for each attempt of a question with several', async () => {
    const change = `updatePhase(id: "${place.id}", data: { _status: published }) { id }`
    await send('graphql', '', { query: `mutation { a: ${change} b: ${change} }` }, team.author)
    expect(await entriesSince(testApp, length)).toHaveLength(2)
  })

  it('can be read in the history of the document', async () => {
    await patch(`/${place.id}`, { _status: 'published' }, team.author)
    const { body } = await request(testApp.app)
      .get(`/api/phases/${place.id}/workflow`)
      .set('Authorization', team.reviewer.authorization!)
    expect(body.history[0]).toMatchObject({ type: 'refused', actorId: team.author.user!.id })
  })

  it('leaves the state of the document as it was', async () => {
    const { state } = await situationOf(testApp, place)
    await patch(`/${place.id}`, { _status: 'published' }, team.author)
    expect((await situationOf(testApp, place)).state).toBe(state)
  })
})

describe('nothing is put on record', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['for a draft that is saved', () => patch(`/${place.id}?draft=true`, {}, team.author)],
    ['for a reader', () => patch(`/${place.id}`, { _status: 'published' }, nobody)],
    ['for a document that is not there', () => patch('/nowhere', {}, team.author)],
    [
      'for a draft of the wrong form',
      () => patch(`/${place.id}?draft=true`, { slug: '!' }, team.author),
    ],
    ['for a new document', () => send('post', '', { _status: 'published' }, team.author)],
  ])('%s', async (_, attempt) => {
    await attempt()
    expect(await entriesSince(testApp, length)).toEqual([])
  })
})

it('a draft can be saved while attempts are put on record', async () => {
  const attempts = Array.from({ length: 5 }, () => patch(`/${place.id}`, {}, team.publisher))
  const drafts = Array.from({ length: 5 }, (_, n) =>
    write(testApp, { as: team.author, collection: 'steps', data: { title: `Step ${n}` } }),
  )
  await Promise.all([...attempts, ...drafts])
  expect(await entriesSince(testApp, length)).toHaveLength(5)
})

function patch(address: string, data: object, as: Member) {
  return send('patch', address, data, as)
}

function mutate(field: string, as: Member) {
  return send('graphql', '', { query: `mutation { ${field} { id } }` }, as)
}

async function send(
  method: 'post' | 'patch' | 'graphql',
  address: string,
  data: object,
  as: Member,
): Promise<void> {
  const asked =
    method === 'graphql'
      ? request(testApp.app).post('/api/graphql')
      : request(testApp.app)[method](`/api/phases${address}`)
  if (as.authorization) asked.set('Authorization', as.authorization)
  await asked.send(data)
}

async function newestVersion(): Promise<string> {
  return (await situationOf(testApp, place)).working.versionId
}

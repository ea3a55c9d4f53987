import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { buildStation } from '../support/content.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startApp()
})
afterAll(() => testApp.close())

describe('a save that calls itself an autosave', () => {
  it('makes a version of its own, and changes none', async () => {
    const { id } = await buildStation(testApp, { title: 'Before' })
    for (const title of ['Once', 'Twice'])
      await testApp
        .anonymous()
        .patch(`/api/stations/${id}?draft=true&autosave=true`)
        .set('Authorization', await testApp.authorization('editor'))
        .send({ title })
        .expect(200)
    const { docs } = await testApp.payload.findVersions({
      collection: 'stations',
      where: { parent: { equals: id } },
      sort: 'createdAt',
      overrideAccess: false,
      user: await testApp.person('editor'),
    })
    expect(docs.map(({ version }) => version.title)).toEqual(['Before', 'Once', 'Twice'])
  })
})

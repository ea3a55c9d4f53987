import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { buildStation } from '../support/content.ts'
import { draftOf, newest, publish, saveDraft } from '../support/editing.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

const versionsOf = async (id: string) => {
  const { body } = await testApp
    .anonymous()
    .get('/api/stations/versions')
    .query({ 'where[parent][equals]': id, limit: 100, sort: 'updatedAt', depth: 0 })
    .set('Authorization', await testApp.authorization('editor'))
  return body.docs as {
    id: string
    latest?: boolean
    version: { title: string; _status: string }
  }[]
}

describe('Every version is kept', () => {
  it('of every content type that has drafts', () => {
    const { collections } = testApp.payload.config
    const limits = Object.fromEntries(
      collections
        .filter(({ versions }) => versions?.drafts)
        .map(({ slug, versions }) => [slug, versions?.maxPerDoc]),
    )
    expect(limits).toEqual({
      stations: 0,
      notices: 0,
      phases: 0,
      steps: 0,
      forms: 0,
      'help-organizations': 0,
      media: 0,
      synonyms: 0,
      'popular-terms': 0,
    })
  })

  it('when a draft is saved again and again', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'Title 0' })
    const titles = ['Title 0']
    for (let save = 1; save <= 12; save += 1) {
      titles.push(`Title ${save}`)
      await saveDraft(testApp, 'stations', id, { title: `Title ${save}` })
    }
    expect((await versionsOf(id)).map(({ version }) => version.title)).toEqual(titles)
  })

  it('when a document becomes public and is edited again', async () => {
    const { id } = await buildStation(testApp, { title: 'Draft', slug: 'kept' })
    await publish(testApp, 'stations', id, { title: 'Live' })
    await saveDraft(testApp, 'stations', id, { title: 'Next' })
    expect((await versionsOf(id)).map(({ version }) => version)).toMatchObject([
      { title: 'Draft', _status: 'draft' },
      { title: 'Live', _status: 'draft' },
      { title: 'Live', _status: 'published' },
      { title: 'Next', _status: 'draft' },
    ])
  })

  it('one of them as the latest', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'First', slug: 'latest' })
    await saveDraft(testApp, 'stations', id, { title: 'Second' })
    await saveDraft(testApp, 'stations', id, { title: 'Segundo' }, { locale: 'es' })
    const latest = (await versionsOf(id)).filter((version) => version.latest)
    expect(latest).toMatchObject([{ version: { title: 'Second' } }])
  })
})

describe('A draft over a live document', () => {
  it('leaves what readers see as it is', async () => {
    const { id } = await buildStation(testApp, { state: 'published', title: 'As published' })
    await saveDraft(testApp, 'stations', id, { title: 'As drafted' })
    const { body } = await testApp.anonymous().get(`/api/stations/${id}`)
    expect(body).toMatchObject({ title: 'As published' })
  })

  it('is what editors see', async () => {
    const { id } = await buildStation(testApp, { state: 'published', title: 'As published' })
    await saveDraft(testApp, 'stations', id, { title: 'As drafted' })
    expect(await newest(testApp, 'stations', id)).toMatchObject({
      title: 'As drafted',
      _status: 'draft',
    })
  })
})

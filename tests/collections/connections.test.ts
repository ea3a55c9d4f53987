import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { buildStation } from '../support/content.ts'
import {
  createDraft,
  draftOf,
  expectInvalid,
  expectNothingStored,
  newest,
  saveDraft,
  type Document,
} from '../support/editing.ts'
import { expectRefusal } from '../support/http.ts'

let testApp: TestApp
let appeal: Document
let payment: Document

beforeAll(async () => {
  testApp = await startApp()
  appeal = await draftOf(testApp, 'stations', { title: 'Appeal' })
  payment = await draftOf(testApp, 'stations', { title: 'Payment' })
})

afterAll(() => testApp.close())

describe('The connections of a station', () => {
  it('keep their order, condition and whether they change lines', async () => {
    const connections = [
      { to: payment.id, condition: 'If you pay in full', transfer: false },
      { to: appeal.id, condition: 'If you disagree', transfer: true },
    ]
    const { id } = await draftOf(testApp, 'stations', { title: 'Bill', connections })
    expect(await newest(testApp, 'stations', id)).toMatchObject({ connections })
  })

  it('have their conditions in each language on the same row', async () => {
    const { id } = await draftOf(testApp, 'stations', {
      title: 'Bill in two languages',
      connections: [{ to: payment.id, condition: 'If you pay in full' }],
    })
    const [row] = (await newest(testApp, 'stations', id))['connections'] as Document[]
    await saveDraft(
      testApp,
      'stations',
      id,
      { connections: [{ id: row!.id, to: payment.id, condition: 'Si paga todo' }] },
      { locale: 'es' },
    )
    expect(await newest(testApp, 'stations', id, { locale: 'all' })).toMatchObject({
      connections: [{ condition: { en: 'If you pay in full', es: 'Si paga todo' } }],
    })
  })

  it('may lead back to the station they came from', async () => {
    const there = await draftOf(testApp, 'stations', {
      title: 'There',
      connections: [{ to: appeal.id }],
    })
    const back = await saveDraft(testApp, 'stations', appeal.id, {
      connections: [{ to: there.id }],
    })
    expect(back.status).toBe(200)
  })

  it('may be in a half-finished draft without a station', async () => {
    const station = await draftOf(testApp, 'stations', {
      title: 'Undecided',
      connections: [{ condition: 'If you pay' }, { condition: 'If you do not' }],
    })
    expect(station).toMatchObject({ connections: [{ to: null }, { to: null }] })
  })

  it('are saved again as a client got them, with whole stations in place of ids', async () => {
    const { id } = await draftOf(testApp, 'stations', {
      title: 'Read and saved',
      connections: [{ to: payment.id, condition: 'If you pay' }, { to: appeal.id }],
    })
    const { connections } = await newest(testApp, 'stations', id, { depth: 1 })
    expect(connections).toMatchObject([{ to: { title: 'Payment' } }, { to: { title: 'Appeal' } }])
    await saveDraft(testApp, 'stations', id, { connections })
    expect(await newest(testApp, 'stations', id)).toMatchObject({
      connections: [{ to: payment.id, condition: 'If you pay' }, { to: appeal.id }],
    })
  })
})

describe('A station cannot lead to itself', () => {
  const message = /A station cannot lead to itself\. Choose another station, or remove/

  it('in a draft', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'Circle' })
    await expectInvalid(
      testApp,
      () => saveDraft(testApp, 'stations', id, { connections: [{ to: id }] }),
      { connections: message },
    )
  })

  it('when a client sends the whole station in place of its id', async () => {
    const circle = await draftOf(testApp, 'stations', { title: 'Whole circle' })
    await expectInvalid(
      testApp,
      () => saveDraft(testApp, 'stations', circle.id, { connections: [{ to: circle }] }),
      { connections: message },
    )
  })

  it('in a draft over a live station', async () => {
    const { id } = await buildStation(testApp, { state: 'published' })
    await expectInvalid(
      testApp,
      () => saveDraft(testApp, 'stations', id, { connections: [{ to: id }] }),
      { connections: message },
    )
  })

  it('over GraphQL', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'Circle over GraphQL' })
    const { body } = await testApp.graphql(
      `mutation ($id: String!) {
        updateStation(id: $id, draft: true, data: { connections: [{ to: $id }] }) { id }
      }`,
      { as: 'editor', variables: { id } },
    )
    expect(body.errors).toMatchObject([
      {
        extensions: { code: 'INVALID_FIELDS', data: { errors: [{ path: 'connections' }] } },
      },
    ])
    expect(await newest(testApp, 'stations', id)).toMatchObject({ connections: [] })
  })
})

describe('Two connections of a station cannot lead to the same place', () => {
  const message =
    /Connection 3 leads to the same station as connection 1\. Keep one and put both conditions/

  it('by their ids', async () => {
    const connections = [{ to: payment.id }, { to: appeal.id }, { to: payment.id }]
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'stations', { title: 'Doubled', connections }),
      { connections: message },
    )
  })

  it('when one is an id and the other a whole station', async () => {
    const connections = [{ to: payment.id }, { to: appeal.id }, { to: payment }]
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'stations', { title: 'Doubled', connections }),
      { connections: message },
    )
  })
})

describe('What is no connection is refused', () => {
  it('when the list is not a list', async () => {
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'stations', { title: 'No list', connections: payment.id }),
      { connections: /Connections must be a list/ },
    )
  })

  it('when the station it leads to does not exist', async () => {
    const connections = [{ to: '00000000-0000-4000-8000-000000000000' }]
    const answer = await expectNothingStored(testApp, () =>
      createDraft(testApp, 'stations', { title: 'Nowhere', connections }),
    )
    expectRefusal(answer, 'INVALID_FIELDS')
  })
})

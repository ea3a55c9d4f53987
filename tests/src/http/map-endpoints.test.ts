import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftMap, DraftStop } from '../../../src/map-editor/draft-map.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { join, nobody, type Member } from '../../support/workflow.ts'

let testApp: TestApp
let editor: Member
let machine: Member

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  editor = await join(testApp, { roles: ['editor'] })
  machine = await join(testApp, { roles: ['editor'], kind: 'machine' })
})
afterAll(() => testApp.close())

function ask(who: Member, method: 'get' | 'post' | 'patch', address: string, body?: object) {
  const asked = request(testApp.app)[method](address)
  if (who.authorization) void asked.set('Authorization', who.authorization)
  return body ? asked.send(body) : asked
}

async function mapFor(who: Member): Promise<DraftMap> {
  return (await ask(who, 'get', '/api/map').expect(200)).body
}

async function stop(slug: string): Promise<DraftStop> {
  return (await mapFor(editor)).stations.find((one) => one.slug === slug)!
}

describe('the map that the team works on', () => {
  it('has every station and connection of the seed, in both languages, with the base of a save', async () => {
    const { laidOut, phases, stations } = await mapFor(editor)
    expect(phases.length).toBeGreaterThan(5)
    expect(stations).toHaveLength(90)
    expect(stations.flatMap(({ connections }) => connections)).toHaveLength(145)
    const { connections, id, title, versionId } = stations.find(
      ({ slug }) => slug === 'balance-paid',
    )!
    expect(title.en).toBeTruthy()
    expect(title.es).toBeTruthy()
    expect(versionId).toBeTruthy()
    expect(laidOut[id]).toEqual({ x: expect.any(Number), y: expect.any(Number) })
    for (const { id: row, to } of connections) expect([row, to]).toEqual([expect.any(String), to])
  })

  it('shows the newest draft, and not what is public', async () => {
    const { id, versionId } = await stop('balance-paid')
    await ask(editor, 'patch', `/api/stations/${id}?draft=true&basedOn=${versionId}`, {
      position: { x: 111, y: 222 },
    }).expect(200)
    const map = await mapFor(editor)
    expect(map.stations.find((one) => one.id === id)).toMatchObject({
      stored: { x: 111, y: 222 },
      state: 'draft',
      live: true,
    })
    expect(map.laidOut[id]).toBeUndefined()
  })

  it('says who may write, and is nobody’s without a role', async () => {
    expect((await mapFor(editor)).mayWrite).toBe(true)
    expect((await mapFor(machine)).mayWrite).toBe(false)
    for (const [method, address] of [
      ['get', '/api/map'],
      ['post', '/api/map/layout'],
      ['get', '/api/map/compared?stations=1'],
    ] as const) {
      const { body, status } = await ask(nobody, method, address)
      expect([address, status, body.errors[0].code]).toEqual([address, 401, 'NOT_SIGNED_IN'])
    }
  })
})

describe('a save of what the map shows of a station', () => {
  it('keeps what the map does not show of its connections', async () => {
    const { connections, id, versionId } = await stop('balance-paid')
    const row = connections[0]!
    const draft = `/api/stations/${id}?draft=true&depth=0`
    const before = (await ask(editor, 'get', `${draft}&locale=all`)).body.connections[0]
    expect(before.source ?? before.certainty).toBeTruthy()
    await ask(editor, 'patch', `${draft}&locale=es&basedOn=${versionId}`, {
      connections: connections.map((one) => ({
        id: one.id,
        to: one.to,
        transfer: one.transfer,
        condition: one === row ? 'Si algo' : (one.condition.es ?? null),
      })),
    }).expect(200)
    const after = (await ask(editor, 'get', `${draft}&locale=all`)).body.connections[0]
    expect(after).toEqual({ ...before, condition: { ...before.condition, es: 'Si algo' } })
  })
})

describe('the layout of a map that is not stored', () => {
  const map = {
    phases: [{ id: 'p', slug: 'p', order: 1 }],
    stations: ['a', 'b'].map((id, index) => ({
      id,
      slug: id,
      phase: 'p',
      order: index + 1,
      stored: null as { x: number; y: number } | null,
    })),
    connections: [{ from: 'a', to: 'b' }],
  }

  it('puts a station right of the one that leads to it', async () => {
    const { places } = (await ask(editor, 'post', '/api/map/layout', map).expect(200)).body
    expect(places.b.x).toBeGreaterThan(places.a.x)
    expect(places.a).toMatchObject({ isStored: false })
  })

  it('is refused for what is no map, in the language of whoever asks', async () => {
    const { body, status } = await ask(editor, 'post', '/api/map/layout', { stations: 1 }).set(
      'Accept-Language',
      'es',
    )
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
    expect(body.errors[0].message).toMatch(/^El mapa que se ordena es/)
  })
})

describe('the map before and after', () => {
  it('has both texts of a station, with the stations next to it', async () => {
    const { connections, id, versionId } = await stop('case-closed')
    const other = (await stop('balance-paid')).id
    await ask(editor, 'patch', `/api/stations/${id}?draft=true&basedOn=${versionId}`, {
      position: { x: 10, y: 20 },
      connections: [...connections, { to: other }],
    }).expect(200)
    const { after, before } = (
      await ask(editor, 'get', `/api/map/compared?stations=${id}`).expect(200)
    ).body
    const on = (side: typeof before, one: string) =>
      side.stations.find((station: { id: string }) => station.id === one)
    expect(on(before, id)).toMatchObject({ isCompared: true, stored: null })
    expect(on(before, id).place.isStored).toBe(false)
    expect(on(after, id).place).toEqual({ x: 10, y: 20, isStored: true })
    expect(on(after, other)).toMatchObject({ isCompared: false })
    const leads = (side: typeof before) =>
      side.connections.some(
        ({ from, to }: { from: string; to: string }) => from === id && to === other,
      )
    expect([leads(before), leads(after)]).toEqual([false, true])
    // What is public of the station next to it, and not its draft.
    expect(on(after, other).stored).toBeNull()
  })

  it('is refused where no station is named', async () => {
    const { body, status } = await ask(editor, 'get', '/api/map/compared')
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
  })
})

import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Webhook as Signer } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { deliverDue, waits } from '../../../src/delivery/webhooks/deliver.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { buildPhase, revise } from '../../support/content.ts'
import { act } from '../../support/review.ts'
import { passTime } from '../../support/workflow.ts'

interface Got {
  headers: Record<string, string>
  text: string
}

/** A receiver that answers what the test says. */
let receiver: http.Server
let address: string
let got: Got[] = []
let answers: number[] = []

let testApp: TestApp
let administrator: string
beforeAll(async () => {
  testApp = await startApp({ settings: { webhooksMayStayInside: true } })
  administrator = await testApp.authorization('administrator')
  receiver = http.createServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      got.push({
        headers: req.headers as Record<string, string>,
        text: Buffer.concat(parts).toString('utf8'),
      })
      res.writeHead(answers.shift() ?? 204, { location: `${address}/elsewhere` })
      res.end()
    })
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
})
afterAll(async () => {
  await testApp.close()
  receiver.close()
})

let webhook: { id: string; secret: string }
beforeEach(async () => {
  got = []
  answers = []
  webhook = await addWebhook({ name: 'Builder', url: `${address}/hook` })
})
afterEach(async () => {
  vi.useRealTimers()
  await patch(webhook.id, { active: false })
})

describe('a receiver', () => {
  it('is told when something becomes public, and can tell by whom', async () => {
    const phase = await buildPhase(testApp, { slug: 'told-of' })
    await until(() => got.length === 1)
    const { headers, text } = got[0]!
    expect(new Signer(webhook.secret).verify(text, headers)).toEqual({
      type: 'published',
      timestamp: expect.any(String),
      data: expect.objectContaining({
        type: 'published',
        collection: 'phases',
        id: phase.id,
        slug: 'told-of',
        surrogateKeys: [
          'changes',
          'phases',
          `phases/${phase.id}`,
          'phases:members',
          'phases=told-of',
        ],
      }),
    })
    expect(() => new Signer(webhook.secret).verify(`${text} `, headers)).toThrow()
  })

  it('is told when it is withdrawn, in order', async () => {
    const { id } = await buildPhase(testApp)
    await act(testApp, { action: 'withdraw', collection: 'phases', id: String(id) })
    await until(() => got.length === 2)
    expect(got.map(({ text }) => JSON.parse(text).type)).toEqual(['published', 'withdrawn'])
  })

  it('is not told of drafts, nor of what waits for review', async () => {
    const { id } = await buildPhase(testApp, { state: 'inReview' })
    await revise(testApp, { collection: 'phases', id: String(id), name: 'Another draft' })
    await deliver()
    expect(got).toEqual([])
  })

  it('is not told of what it does not want to know', async () => {
    await patch(webhook.id, { events: ['withdrawn'] })
    const { id } = await buildPhase(testApp)
    await act(testApp, { action: 'withdraw', collection: 'phases', id: String(id) })
    await until(() => got.length === 1)
    expect(JSON.parse(got[0]!.text).type).toBe('withdrawn')
  })

  it('is told once, however often deliveries are looked for', async () => {
    await buildPhase(testApp)
    await Promise.all(Array.from({ length: 5 }, () => deliver()))
    await until(() => got.length >= 1)
    await deliver()
    expect(got).toHaveLength(1)
  })

  it('hears of what it missed once it is switched on again', async () => {
    await patch(webhook.id, { active: false })
    await buildPhase(testApp)
    await deliver()
    expect(got).toEqual([])
    await patch(webhook.id, { active: true })
    await deliver()
    expect(got).toHaveLength(1)
  })
})

describe('a receiver that does not take it', () => {
  it('is told again later, and the message is the same', async () => {
    answers = [500, 503]
    await buildPhase(testApp)
    await until(() => got.length === 1)
    await untilRecorded({ attempts: 1 })
    await deliver()
    expect(got).toHaveLength(1)
    passTime({ minutes: waits[0] / 60 + 0.1 })
    await deliver()
    await untilRecorded({ attempts: 2, status: 'waiting', lastStatus: 503 })
    passTime({ minutes: waits[1] / 60 + 0.1 })
    await deliver()
    await untilRecorded({ attempts: 3, status: 'delivered' })
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(got.map(({ text }) => text)).size).toBe(1)
  })

  it('is given up in the end, which administrators see and can undo', async () => {
    answers = Array.from({ length: waits.length + 1 }, () => 500)
    await buildPhase(testApp)
    await until(() => got.length === 1)
    await untilRecorded({ attempts: 1 })
    for (const [tries, wait] of waits.entries()) {
      passTime({ minutes: wait / 60 + 0.1 })
      await deliver()
      await untilRecorded({ attempts: tries + 2 })
    }
    vi.useRealTimers()
    const dead = await untilRecorded({ status: 'dead' })
    expect(dead['problem']).toBe('The receiver answered 500.')
    const retry = await testApp
      .anonymous()
      .post(`/api/webhook-deliveries/${String(dead['id'])}/retry`)
      .set('Authorization', administrator)
    expect(retry.status).toBe(200)
    await deliver()
    await untilRecorded({ status: 'delivered' })
  })

  it('is not followed elsewhere', async () => {
    answers = [302]
    await buildPhase(testApp)
    await until(() => got.length === 1)
    await untilRecorded({ attempts: 1, status: 'waiting', lastStatus: 302 })
    expect(got).toHaveLength(1)
  })
})

describe('webhooks', () => {
  it.each(['editor', 'reviewer', 'publisher'] as const)('are not for a %s', async (person) => {
    const authorization = await testApp.authorization(person)
    for (const path of ['webhooks', 'webhook-deliveries']) {
      const { status } = await testApp
        .anonymous()
        .get(`/api/${path}`)
        .set('Authorization', authorization)
      expect(status).toBe(403)
    }
    const { status } = await testApp
      .anonymous()
      .post('/api/webhooks')
      .set('Authorization', authorization)
      .send({ name: 'Mine', url: 'https://hooks.example.com/' })
    expect(status).toBe(403)
  })

  it('are not for readers', async () => {
    for (const path of ['webhooks', 'webhook-deliveries'])
      expect((await testApp.anonymous().get(`/api/${path}`)).status).toBeGreaterThanOrEqual(401)
  })

  it('get a secret that nobody thought up, and keep it', async () => {
    expect(webhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    await patch(webhook.id, { secret: 'whsec_known', name: 'Renamed' })
    const { body } = await testApp
      .anonymous()
      .get(`/api/webhooks/${webhook.id}`)
      .set('Authorization', administrator)
    expect(body).toMatchObject({ name: 'Renamed', secret: webhook.secret })
  })

  it.each([
    'ftp://example.com/',
    'javascript:alert(1)',
    'https://user:password@example.com/',
    'example.com',
    '',
  ])('are not made for “%s”', async (url) => {
    const { body, status } = await testApp
      .anonymous()
      .post('/api/webhooks')
      .set('Authorization', administrator)
      .send({ name: 'Odd', url })
    expect([status, body.errors[0].code]).toEqual([400, 'INVALID_FIELDS'])
  })

  it('leave no delivery that somebody could write', async () => {
    const { status } = await testApp
      .anonymous()
      .post('/api/webhook-deliveries')
      .set('Authorization', administrator)
      .send({ key: 'x', status: 'waiting' })
    expect(status).toBe(403)
  })
})

async function addWebhook(data: object): Promise<{ id: string; secret: string }> {
  const { body } = await testApp
    .anonymous()
    .post('/api/webhooks')
    .set('Authorization', administrator)
    .send(data)
    .expect(201)
  return body.doc
}

async function patch(id: string, data: object): Promise<void> {
  await testApp
    .anonymous()
    .patch(`/api/webhooks/${id}`)
    .set('Authorization', administrator)
    .send(data)
    .expect(200)
}

function deliver(): Promise<void> {
  return deliverDue(testApp.payload, { mayStayInside: true })
}

async function until(condition: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(condition()).toBe(true), 10_000)
}

/** The newest delivery, once it has come that far. */
async function untilRecorded(expected: Record<string, unknown>): Promise<Record<string, unknown>> {
  return vi.waitFor(async () => {
    // Past the API: sessions end while the clock moves on.
    const { docs } = await testApp.payload.db.find<Record<string, unknown>>({
      collection: 'webhook-deliveries',
      limit: 1,
      sort: '-sequence',
    })
    expect(docs[0]).toMatchObject(expected)
    return docs[0]!
  }, 10_000)
}

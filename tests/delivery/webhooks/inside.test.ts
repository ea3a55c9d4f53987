import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { buildPhase } from '../../support/content.ts'

let testApp: TestApp
let administrator: string
let receiver: http.Server
let asked = 0
beforeAll(async () => {
  testApp = await startApp()
  administrator = await testApp.authorization('administrator')
  receiver = http.createServer((_req, res) => {
    asked += 1
    res.end()
  })
  receiver.listen(0)
  await once(receiver, 'listening')
})
afterAll(async () => {
  await testApp.close()
  receiver.close()
})

describe('a receiver that is not on the public internet', () => {
  it.each([
    '127.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '2130706433',
    '0x7f.1',
  ])('is never called at %s', async (host) => {
    const { port } = receiver.address() as AddressInfo
    const { body } = await testApp
      .anonymous()
      .post('/api/webhooks')
      .set('Authorization', administrator)
      .send({ name: 'Inside', url: `http://${host}:${port}/` })
      .expect(201)
    await buildPhase(testApp)
    await vi.waitFor(async () => {
      const { docs } = await testApp.payload.db.find<Record<string, unknown>>({
        collection: 'webhook-deliveries',
        where: { webhook: { equals: body.doc.id } },
      })
      expect(docs).toMatchObject([
        {
          status: 'waiting',
          attempts: 1,
          problem: expect.stringContaining('not an address on the public internet'),
        },
      ])
    }, 10_000)
    await testApp
      .anonymous()
      .delete(`/api/webhooks/${body.doc.id}`)
      .set('Authorization', administrator)
      .expect(200)
    expect(asked).toBe(0)
  })
})

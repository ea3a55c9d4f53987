import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { longestAddress } from '../../../src/delivery/webhooks/receiver-address.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { buildPhase } from '../../support/content.ts'
import { expectRefusal, stored } from '../../support/http.ts'

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

const refused: [what: string, why: string, ...addresses: string[]][] = [
  [
    'a number',
    'a number instead of a name',
    'http://127.0.0.1/',
    'https://127.1/hook',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0/',
    'http://127.0.0.1./',
    'http://%31%32%37.0.0.1/',
    'http://１２７.０.０.１/',
    'http:\\\\127.0.0.1\\hook',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://8.8.8.8/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b::169.254.169.254]/',
    'http://[fe80::1]/',
    'http://[fd12:3456::1]/',
    'http://[2002:7f00:1::]/',
    'http://[2606:4700::1111]/',
  ],
  [
    'a name that is never public',
    'never on the public internet',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://builder/',
    'http://builder./',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://nas.home.arpa/',
    'http://builder.lan/',
    'http://builder.corp/',
    'http://hooks.test/',
    'http://hooks.example/',
    'http://hooks.invalid/',
    'http://abcdefghijklmnop.onion/',
  ],
  [
    'a port that is not for the web',
    'on which no receiver is called',
    'https://hooks.example.com:22/',
    'http://hooks.example.com:3306/',
    'http://hooks.example.com:65535/',
    'http://hooks.example.com:0/',
  ],
  [
    'somebody’s name or password',
    'has a user name or a password in it',
    'https://user@hooks.example.com/',
    'https://user:password@hooks.example.com/',
    'https://:password@hooks.example.com/',
    'https://hooks.example.com@127.0.0.1/',
  ],
  [
    'another scheme',
    'which is not called',
    'ftp://hooks.example.com/',
    'file:///etc/passwd',
    'gopher://hooks.example.com/',
    'javascript:alert(1)',
    'data:text/plain,x',
    'hooks.example.com:443/',
  ],
  [
    'no whole address',
    'is no whole web address',
    'hooks.example.com',
    '//hooks.example.com/',
    'http://',
    'http://[::1',
    'http://127.0.0.256/',
    'http://1.2.3.4.5/',
    'http://hooks.example.com:65536/',
    `https://hooks.example.com/${'x'.repeat(longestAddress)}`,
  ],
]

describe('an address that cannot be that of a receiver', () => {
  it.each(refused)('is refused when it is saved: %s', async (_what, why, ...addresses) => {
    const { body } = await add('https://hooks.example.com/').expect(201)
    const before = await stored(testApp)
    for (const url of addresses) {
      for (const answer of [await add(url), await patch(body.doc.id, { url })]) {
        expectRefusal(answer, 'INVALID_FIELDS')
        const { message, data } = answer.body.errors[0]
        expect(data.errors[0].path, url).toBe('url')
        expect(`${message} ${data.errors[0].message}`, url).toContain(why)
        expect(data.errors[0].message, url).toContain('such as https://builder.example.com/hook')
      }
    }
    expect(await stored(testApp)).toEqual(before)
    await remove(body.doc.id)
  })

  it('is refused in Spanish to who reads Spanish', async () => {
    const answer = await add('http://127.0.0.1/').set('Accept-Language', 'es')
    expect(answer.body.errors[0].data.errors[0].message).toContain(
      'un número en lugar de un nombre',
    )
  })

  it.each([undefined, null, '', 7, {}, ['https://hooks.example.com/']])(
    'is refused when it is no text: %j',
    async (url) => {
      expectRefusal(await add(url), 'INVALID_FIELDS')
    },
  )
})

describe('an address that can be that of a receiver', () => {
  it.each([
    'https://hooks.example.com',
    'http://hooks.example.com:80/',
    'https://hooks.example.com:8443/hook?key=1',
    'http://hooks.example.com:8080/',
    'http://hooks.example.com:443/',
    'https://127.0.0.1.example.com/',
    'https://localhost.example.com/',
    'https://construcción.example.com/',
  ])('is taken as it is written: %s', async (url) => {
    const { body } = await add(url).expect(201)
    expect(body.doc.url).toBe(url)
    await remove(body.doc.id)
  })
})

describe('a receiver that was stored before this was checked', () => {
  it('is never called inside, also where a name leads there, and can be switched off', async () => {
    const { port } = receiver.address() as AddressInfo
    const hosts = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1']
    const ids = []
    for (const host of hosts) ids.push(await storeAsBefore(`http://${host}:${port}/`))
    await buildPhase(testApp)
    for (const id of ids)
      await vi.waitFor(async () => {
        const { docs } = await testApp.payload.db.find<Record<string, unknown>>({
          collection: 'webhook-deliveries',
          where: { webhook: { equals: id } },
        })
        expect(docs).toMatchObject([
          {
            status: 'waiting',
            attempts: 1,
            problem: expect.stringContaining('not an address on the public internet'),
          },
        ])
      }, 10_000)
    expect(asked).toBe(0)
    for (const id of ids) {
      expectRefusal(await patch(id, { name: 'Renamed' }), 'INVALID_FIELDS')
      await patch(id, { active: false }).expect(200)
      expectRefusal(await patch(id, { active: true }), 'INVALID_FIELDS')
    }
  })
})

/** A receiver as it could be stored while nothing was checked. */
async function storeAsBefore(url: string): Promise<string> {
  const { body } = await add('https://hooks.example.com/').expect(201)
  await testApp.payload.db.updateOne({ collection: 'webhooks', id: body.doc.id, data: { url } })
  return body.doc.id
}

function add(url: unknown) {
  return testApp
    .anonymous()
    .post('/api/webhooks')
    .set('Authorization', administrator)
    .send({ name: 'Builder', url })
}

function patch(id: string, data: object) {
  return testApp
    .anonymous()
    .patch(`/api/webhooks/${id}`)
    .set('Authorization', administrator)
    .send(data)
}

async function remove(id: string): Promise<void> {
  await testApp
    .anonymous()
    .delete(`/api/webhooks/${id}`)
    .set('Authorization', administrator)
    .expect(200)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../seed/demo-people.ts'
import { forgottenPasswordsSeen } from '../../src/accounts/forgotten-passwords.ts'
import { createApp, type Stationmaster } from '../../src/create-app.ts'
import { startApp, type PersonName, type TestApp } from '../support/app.ts'
import { buildStation } from '../support/content.ts'
import { testSettings } from '../support/settings.ts'

const nobodysId = '00000000-0000-4000-8000-000000000000'
const editorsChoiceOfKey = 'a2f0c1f2-1111-4222-8333-444455556666'

describe('an installation with people', () => {
  let testApp: TestApp
  const ids = {} as Record<PersonName, string>

  beforeAll(async () => {
    testApp = await startApp()
    for (const name of ['editor', 'editor2', 'reviewer', 'publisher', 'administrator'] as const)
      ids[name] = String((await testApp.person(name)).id)
  })
  afterAll(() => testApp.close())

  describe('a reader', () => {
    it.each([
      '/api/users',
      '/api/users/count',
      '/api/users?where[roles][contains]=editor&limit=1',
      '/api/users?draft=true&trash=true&depth=2',
    ])('is told nothing of the people: GET %s', async (address) => {
      const { body, status, text } = await testApp.anonymous().get(address)
      expect(status).toBe(401)
      expect(body.errors[0].code).toBe('NOT_SIGNED_IN')
      expect(text).not.toContain('stationmaster.test')
    })

    it('gets the same answer for a person and for nobody', async () => {
      const person = await testApp.anonymous().get(`/api/users/${ids.editor}`)
      const nobody = await testApp.anonymous().get(`/api/users/${nobodysId}`)
      expect(person.status).toBe(401)
      expect(person.body.errors[0].code).toBe('NOT_SIGNED_IN')
      expect([nobody.status, nobody.text]).toEqual([person.status, person.text])
    })

    it('gets the same answer for a person and for nobody when asking what may be done', async () => {
      const person = await testApp.anonymous().post(`/api/users/access/${ids.editor}`)
      const nobody = await testApp.anonymous().post(`/api/users/access/${nobodysId}`)
      expect([nobody.status, nobody.text]).toEqual([person.status, person.text])
    })

    it.each([
      '{ Users { docs { id name email roles } } }',
      '{ countUsers { totalDocs } }',
      `{ User(id: "${nobodysId}") { name } }`,
    ])('is told nothing of the people over GraphQL: %s', async (question) => {
      const { body } = await testApp.graphql(question)
      expect(Object.values(body.data ?? {}).filter((value) => value !== null)).toEqual([])
      expect(body.errors?.[0]?.extensions.code).toBe('NOT_SIGNED_IN')
    })

    it('gets the same answer over GraphQL for a person and for nobody', async () => {
      const question = 'query ($id: String!) { User(id: $id) { name } }'
      const person = await testApp.graphql(question, { variables: { id: ids.editor } })
      const nobody = await testApp.graphql(question, { variables: { id: nobodysId } })
      expect(nobody).toEqual(person)
    })

    it('is signed in as nobody', async () => {
      const { body } = await testApp.anonymous().get('/api/users/me')
      expect(body.user).toBeNull()
    })

    it('cannot find out by asking for a new password whether somebody has an account', async () => {
      const ask = (email: string) =>
        testApp.anonymous().post('/api/users/forgot-password').send({ email })
      const known = await ask('reviewer@stationmaster.test')
      expect(known.status).toBe(200)
      const unknown = await ask('nobody@stationmaster.test')
      expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
      // What follows the answers changes an account, and tests after this one compare accounts.
      await forgottenPasswordsSeen(testApp.payload)
    })

    it('cannot make an account', async () => {
      const { body, status } = await testApp.anonymous().post('/api/users').send({
        name: 'Nobody',
        email: 'nobody@stationmaster.test',
        password: 'long-enough',
      })
      expect(status).toBe(401)
      expect(body.errors[0].code).toBe('NOT_SIGNED_IN')
      expect(await accountOf('nobody@stationmaster.test')).toBeUndefined()
    })

    it('cannot sign up once there is somebody', async () => {
      const { body, status } = await testApp.anonymous().post('/api/users/first-register').send({
        name: 'Second',
        email: 'second@stationmaster.test',
        password: 'long-enough',
      })
      expect(status).toBe(401)
      expect(body.errors[0].code).toBe('NOT_SIGNED_IN')
      expect(await accountOf('second@stationmaster.test')).toBeUndefined()
    })
  })

  describe.each(['editor', 'reviewer', 'publisher'] as const)('a person who is %s', (name) => {
    const promotion = { roles: ['editor', 'reviewer', 'publisher', 'administrator'] }

    it.each([
      ['roles', promotion],
      ['kind', { kind: 'machine' }],
      ['email address', { email: 'taken@stationmaster.test' }],
    ])('keeps their %s over REST, whatever they send', async (_what, change) => {
      const before = await accountOf(`${name}@stationmaster.test`)
      await patch(name, `/api/users/${ids[name]}`, change)
      await patch(name, `/api/users/${ids[name]}?draft=true&autosave=true`, change)
      await patch(name, `/api/users?where[id][equals]=${ids[name]}`, change)
      expect(whatCounts(await accountOf(`${name}@stationmaster.test`))).toEqual(whatCounts(before))
    })

    it('keeps their roles and kind over GraphQL, whatever they send', async () => {
      const before = await accountOf(`${name}@stationmaster.test`)
      await testApp.graphql(
        `mutation ($id: String!) {
          updateUser(id: $id, data: { roles: [administrator], kind: machine }) { id }
        }`,
        { as: name, variables: { id: ids[name] } },
      )
      expect(whatCounts(await accountOf(`${name}@stationmaster.test`))).toEqual(whatCounts(before))
    })

    it.each([promotion, { kind: 'machine' }, { name: 'Somebody else' }, { password: 'my-choice' }])(
      'cannot change a colleague: %o',
      async (change) => {
        const before = await accountOf('editor2@stationmaster.test')
        const { body, status } = await patch(name, `/api/users/${ids.editor2}`, change)
        expect(status).toBe(403)
        expect(body.errors[0].code).toBe('NOT_PERMITTED')
        expect(await accountOf('editor2@stationmaster.test')).toEqual(before)
      },
    )

    it('cannot change a colleague over GraphQL', async () => {
      const before = await accountOf('editor2@stationmaster.test')
      const { body } = await testApp.graphql(
        `mutation ($id: String!) {
          updateUser(id: $id, data: { roles: [reviewer], name: "Somebody else" }) { id }
        }`,
        { as: name, variables: { id: ids.editor2 } },
      )
      expect(body.errors?.[0]?.extensions.code).toBe('NOT_PERMITTED')
      expect(await accountOf('editor2@stationmaster.test')).toEqual(before)
    })

    it('cannot change everybody at once', async () => {
      const before = (await everyone()).map(whatCounts)
      await patch(name, '/api/users?where[id][exists]=true', promotion)
      await patch(name, '/api/users?where[name][like]=a', { kind: 'machine' })
      expect((await everyone()).map(whatCounts)).toEqual(before)
    })

    it('cannot make an account', async () => {
      const account = {
        name: 'Friend',
        email: `friend-of-${name}@stationmaster.test`,
        password: 'long-enough',
        kind: 'person',
        roles: ['reviewer'],
      }
      const { body, status } = await post(name, '/api/users', account)
      expect(status).toBe(403)
      expect(body.errors[0].code).toBe('NOT_PERMITTED')
      expect(await accountOf(account.email)).toBeUndefined()
    })

    it('cannot make an account over GraphQL', async () => {
      const { body } = await testApp.graphql(
        `mutation {
          createUser(data: {
            name: "Friend", email: "graphql-friend@stationmaster.test", password: "long-enough",
            kind: person, roles: [reviewer]
          }) { id }
        }`,
        { as: name },
      )
      expect(body.errors?.[0]?.extensions.code).toBe('NOT_PERMITTED')
      expect(await accountOf('graphql-friend@stationmaster.test')).toBeUndefined()
    })

    it('cannot make an account by signing up', async () => {
      const { body, status } = await post(name, '/api/users/first-register', {
        name: 'Friend',
        email: 'first@stationmaster.test',
        password: 'long-enough',
      })
      expect(status).toBe(403)
      expect(body.errors[0].code).toBe('NOT_PERMITTED')
      expect(await accountOf('first@stationmaster.test')).toBeUndefined()
    })

    it('cannot remove an account, a colleague’s or their own', async () => {
      const before = await everyone()
      for (const address of [
        `/api/users/${ids.editor2}`,
        `/api/users/${ids[name]}`,
        '/api/users?where[id][exists]=true',
      ]) {
        const { body, status } = await request(testApp.app)
          .delete(address)
          .set('Authorization', await testApp.authorization(name))
        expect(status).toBe(403)
        expect(body.errors[0].code).toBe('NOT_PERMITTED')
      }
      expect(await everyone()).toEqual(before)
    })

    it('cannot unlock an account', async () => {
      const { body, status } = await post(name, '/api/users/unlock', {
        email: 'editor2@stationmaster.test',
      })
      expect(status).toBe(403)
      expect(body.errors[0].code).toBe('NOT_PERMITTED')
    })

    it('cannot give themselves an API key', async () => {
      await patch(name, `/api/users/${ids[name]}`, {
        enableAPIKey: true,
        apiKey: editorsChoiceOfKey,
        apiKeyIndex: editorsChoiceOfKey,
      })
      await testApp.graphql(
        `mutation ($id: String!, $key: String) {
          updateUser(id: $id, data: { enableAPIKey: true, apiKey: $key }) { id }
        }`,
        { as: name, variables: { id: ids[name], key: editorsChoiceOfKey } },
      )
      const account = await accountOf(`${name}@stationmaster.test`)
      expect(account?.enableAPIKey).not.toBe(true)
      expect(account?.apiKey ?? null).toBeNull()
      const { body } = await testApp
        .anonymous()
        .get('/api/users/me')
        .set('Authorization', `users API-Key ${editorsChoiceOfKey}`)
      expect(body.user).toBeNull()
    })

    it('sees who their colleagues are, without their email addresses', async () => {
      const { body, text } = await get(name, '/api/users?limit=50&depth=2&select[email]=true')
      const own = body.docs.find(({ id }: { id: string }) => id === ids[name])
      expect(body.docs).toHaveLength(5)
      expect(own.email).toBe(`${name}@stationmaster.test`)
      expect(addressesIn(text)).toEqual([`${name}@stationmaster.test`])
      const { body: one } = await get(name, `/api/users/${ids.editor2}`)
      expect(one.name).toBe('Edward Editor')
      expect(one).not.toHaveProperty('email')
    })

    it('sees no email address of a colleague over GraphQL', async () => {
      const { body } = await testApp.graphql(
        '{ Users(limit: 50) { docs { id name email enableAPIKey } } }',
        { as: name },
      )
      expect(addressesIn(JSON.stringify(body))).toEqual([`${name}@stationmaster.test`])
      expect(JSON.stringify(body)).toContain('Edward Editor')
    })

    it.each([
      'where[email][equals]=editor2@stationmaster.test',
      'where[email][like]=editor2',
      'where[or][0][email][contains]=editor2',
      'sort=email',
      'sort=-email',
    ])('cannot find out an email address by asking with %s', async (question) => {
      const { body, status } = await get(name, `/api/users?${question}`)
      expect(status).toBe(400)
      expect(body.errors[0].code).toBe('MALFORMED')
    })

    it('changes their own name', async () => {
      const { status } = await patch(name, `/api/users/${ids[name]}`, { name: `Another ${name}` })
      expect(status).toBe(200)
      expect((await accountOf(`${name}@stationmaster.test`))?.name).toBe(`Another ${name}`)
    })

    it('changes their own password', async () => {
      const email = `${name}@stationmaster.test`
      const signIn = (password: string) =>
        testApp.anonymous().post('/api/users/login').send({ email, password })
      await patch(name, `/api/users/${ids[name]}`, { password: 'a-new-password' })
      expect((await signIn(demoPassword)).status).toBe(401)
      expect((await signIn('a-new-password')).status).toBe(200)
    })
  })

  describe('an administrator', () => {
    it('makes, changes and removes accounts', async () => {
      const email = 'newcomer@stationmaster.test'
      const made = await post('administrator', '/api/users', {
        name: 'Newcomer',
        email,
        password: 'long-enough',
        roles: ['editor'],
      })
      expect(made.status).toBe(201)
      const address = `/api/users/${made.body.doc.id}`
      await patch('administrator', address, { roles: ['editor', 'publisher'] })
      expect((await accountOf(email))?.roles).toEqual(['editor', 'publisher'])
      const removed = await request(testApp.app)
        .delete(address)
        .set('Authorization', await testApp.authorization('administrator'))
      expect(removed.status).toBe(200)
      expect(await accountOf(email)).toBeUndefined()
    })

    it('sees the email addresses of all', async () => {
      const { text } = await get('administrator', '/api/users?limit=50')
      expect(addressesIn(text)).toContain('editor2@stationmaster.test')
      expect(addressesIn(text)).toContain('publisher@stationmaster.test')
    })

    it('cannot give a person an API key', async () => {
      const { body, status } = await patch('administrator', `/api/users/${ids.editor}`, {
        enableAPIKey: true,
        apiKey: editorsChoiceOfKey,
      })
      expect(status).toBe(400)
      expect(body.errors[0].code).toBe('INVALID_FIELDS')
      const account = await accountOf('editor@stationmaster.test')
      expect(account?.enableAPIKey).not.toBe(true)
      expect(account?.apiKey ?? null).toBeNull()
    })

    it('cannot make a person with an API key that nobody said is to be used', async () => {
      const key = '0f1e2d3c-1111-4000-8000-000000000000'
      const { body, status } = await post('administrator', '/api/users', {
        name: 'Keyed',
        email: 'keyed@stationmaster.test',
        password: 'long-enough',
        roles: ['reviewer'],
        apiKey: key,
      })
      expect([status, body.errors?.[0]?.code]).toEqual([400, 'INVALID_FIELDS'])
      const { body: me } = await testApp
        .anonymous()
        .get('/api/users/me')
        .set('Authorization', `users API-Key ${key}`)
      expect(me.user).toBeNull()
    })

    it('cannot make a person with an API key', async () => {
      const { body, status } = await post('administrator', '/api/users', {
        name: 'Keyed',
        email: 'keyed@stationmaster.test',
        password: 'long-enough',
        kind: 'person',
        enableAPIKey: true,
        apiKey: editorsChoiceOfKey,
      })
      expect(status).toBe(400)
      expect(body.errors[0].code).toBe('INVALID_FIELDS')
      expect(await accountOf('keyed@stationmaster.test')).toBeUndefined()
    })

    it('cannot make a person of a machine that has a key', async () => {
      const machine = await buildMachine({ roles: ['editor'] })
      const { body, status } = await patch('administrator', `/api/users/${machine.id}`, {
        kind: 'person',
      })
      expect(status).toBe(400)
      expect(body.errors[0].code).toBe('INVALID_FIELDS')
      expect((await accountOf(machine.email))?.kind).toBe('machine')
    })

    it('never reads a key back', async () => {
      const machine = await buildMachine({ roles: ['editor'] })
      const { text } = await get('administrator', `/api/users/${machine.id}`)
      const graphql = await testApp.graphql('{ Users(limit: 50) { docs { apiKey } } }', {
        as: 'administrator',
      })
      expect(text).not.toContain(machine.key)
      expect(JSON.stringify(graphql.body)).not.toContain(machine.key)
    })
  })

  describe('a machine with every role', () => {
    let machine: Awaited<ReturnType<typeof buildMachine>>

    beforeAll(async () => {
      machine = await buildMachine({ roles: ['editor', 'reviewer', 'publisher', 'administrator'] })
    })

    it('cannot sign in', async () => {
      const { body, headers, status } = await testApp
        .anonymous()
        .post('/api/users/login')
        .send({ email: machine.email, password: machine.password })
      expect(status).toBe(403)
      expect(body.errors[0].code).toBe('NOT_PERMITTED')
      expect(body).not.toHaveProperty('token')
      expect(headers).not.toHaveProperty('set-cookie')
    })

    it('cannot sign in over GraphQL', async () => {
      const { body } = await testApp.graphql(
        `mutation ($email: String!, $password: String) {
          loginUser(email: $email, password: $password) { token }
        }`,
        { variables: { email: machine.email, password: machine.password } },
      )
      expect(body.errors?.[0]?.extensions.code).toBe('NOT_PERMITTED')
      expect(JSON.stringify(body)).not.toContain('eyJ')
    })

    it('cannot sign in by way of a new password', async () => {
      const token = await testApp.payload.forgotPassword({
        collection: 'users',
        data: { email: machine.email },
        disableEmail: true,
      })
      const { body, status } = await testApp
        .anonymous()
        .post('/api/users/reset-password')
        .send({ token, password: 'another-password' })
      expect(status).toBe(403)
      expect(body.errors[0].code).toBe('NOT_PERMITTED')
      expect(body).not.toHaveProperty('token')
    })

    it('writes nothing with a session from when it was a person', async () => {
      const email = 'turned@stationmaster.test'
      const made = await post('administrator', '/api/users', {
        name: 'Turned',
        email,
        password: 'long-enough',
        roles: ['publisher'],
      })
      const { body: session } = await testApp
        .anonymous()
        .post('/api/users/login')
        .send({ email, password: 'long-enough' })
      await patch('administrator', `/api/users/${made.body.doc.id}`, { kind: 'machine' })
      const station = await buildStation(testApp, { title: 'As it was' })
      const { body, status } = await request(testApp.app)
        .patch(`/api/stations/${station.id}?draft=true`)
        .set('Authorization', `JWT ${session.token}`)
        .send({ title: 'Changed' })
      expect(status).toBe(403)
      expect(body.errors[0].code).toBe('NOT_PERMITTED')
      expect(await newestTitle(station.id)).toBe('As it was')
    })

    it('reads drafts with its role', async () => {
      const station = await buildStation(testApp, { title: 'Not public yet' })
      const { body, status } = await machine.get(`/api/stations/${station.id}?draft=true`)
      expect(status).toBe(200)
      expect(body.title).toBe('Not public yet')
    })

    it('reads drafts with its role over GraphQL', async () => {
      const station = await buildStation(testApp, { title: 'Not public yet' })
      const { body } = await machine.graphql(
        `{ Station(id: "${station.id}", draft: true) { title } }`,
      )
      expect(body.data.Station.title).toBe('Not public yet')
    })

    it.each([
      ['post', '/api/stations?draft=true'],
      ['post', '/api/stations/:id/duplicate'],
      ['post', '/api/stations/versions/:id?draft=true'],
      ['patch', '/api/stations/:id?draft=true'],
      ['patch', '/api/stations?where[id][exists]=true&draft=true'],
      ['put', '/api/stations/:id'],
      ['delete', '/api/stations/:id'],
      ['delete', '/api/stations?where[id][exists]=true'],
      ['post', '/api/payload-preferences/stations-list'],
      ['post', '/api/users'],
      ['post', '/api/users/refresh-token'],
      ['post', '/api/users/logout'],
    ] as const)('is refused every write: %s %s', async (method, address) => {
      const station = await buildStation(testApp, { title: 'As it was' })
      const stations = await countStations()
      const client = request(testApp.app)
      const { body, status } = await client[method](address.replace(':id', station.id))
        .set('Authorization', machine.authorization)
        .send({ title: 'Changed', slug: 'changed' })
      expect(status).toBe(403)
      expect(body.errors[0].code).toBe('NOT_PERMITTED')
      expect(await newestTitle(station.id)).toBe('As it was')
      expect(await countStations()).toBe(stations)
    })

    it('is refused a write that says it is a question', async () => {
      const station = await buildStation(testApp, { title: 'As it was' })
      for (const header of ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override']) {
        const { body, status } = await request(testApp.app)
          .patch(`/api/stations/${station.id}?draft=true`)
          .set('Authorization', machine.authorization)
          .set(header, 'GET')
          .send({ title: 'Changed' })
        expect(status).toBe(403)
        expect(body.errors[0].code).toBe('NOT_PERMITTED')
      }
      expect(await newestTitle(station.id)).toBe('As it was')
    })

    it('is refused a question that says it is a write', async () => {
      const station = await buildStation(testApp, { title: 'As it was' })
      for (const header of ['X-Payload-HTTP-Method-Override', 'X-HTTP-Method-Override'])
        for (const method of ['PATCH', 'DELETE'])
          await machine.get(`/api/stations/${station.id}`).set(header, method)
      expect(await newestTitle(station.id)).toBe('As it was')
    })

    it.each([
      'mutation ($id: String!) { updateStation(id: $id, draft: true, data: { title: "Changed" }) { id } }',
      'mutation ($id: String!) { deleteStation(id: $id) { id } }',
      'mutation ($id: String!) { duplicateStation(id: $id, data: { slug: "changed", kind: stop }) { id } }',
      'mutation ($id: String!) { restoreVersionStation(id: $id, draft: true) { id } }',
      'mutation ($id: String!) { a: updateUser(id: $id, data: { name: "Changed" }) { id } }',
    ])('is refused every write over GraphQL: %s', async (question) => {
      const station = await buildStation(testApp, { title: 'As it was' })
      const stations = await countStations()
      const { body } = await machine.graphql(question, { id: station.id })
      expect(body.errors[0].extensions.code).toBe('NOT_PERMITTED')
      expect(await newestTitle(station.id)).toBe('As it was')
      expect(await countStations()).toBe(stations)
    })

    it('has no place in the panel', async () => {
      const { body } = await machine.get('/api/access')
      expect(body.canAccessAdmin ?? false).toBe(false)
    })
  })

  describe.each([
    ['a machine without a role', 'machine'],
    ['a person without a role', 'person'],
  ] as const)('%s', (_who, kind) => {
    let guest: Awaited<ReturnType<typeof buildGuest>>

    beforeAll(async () => {
      guest = await buildGuest(kind)
    })

    it('reads live content', async () => {
      const station = await buildStation(testApp, { state: 'published', title: 'Balance Paid' })
      const { body } = await guest.get(`/api/stations/${station.id}?draft=true`)
      expect(body.title).toBe('Balance Paid')
    })

    it('reads no draft', async () => {
      const draft = await buildStation(testApp, { title: 'Not public yet' })
      const { body, status } = await guest.get(`/api/stations/${draft.id}?draft=true`)
      const nothing = await guest.get(`/api/stations/${nobodysId}?draft=true`)
      expect(status).toBe(404)
      expect(body.errors[0].code).toBe('NOT_FOUND')
      expect(nothing.body).toEqual(body)
      const { text: list } = await guest.get('/api/stations?draft=true&limit=100')
      expect(list).not.toContain(draft.id)
    })

    it('reads no draft over GraphQL', async () => {
      const draft = await buildStation(testApp, { title: 'Not public yet' })
      const { text } = await guest.graphql(
        `{ Station(id: "${draft.id}", draft: true) { title }
           Stations(draft: true, limit: 100) { docs { id title } } }`,
      )
      expect(text).not.toContain('Not public yet')
    })

    it.each(['/api/stations/versions', '/api/users', '/api/ledger-entries'])(
      'is refused what is for the team: %s',
      async (address) => {
        const { body, status } = await guest.get(address)
        expect(status).toBe(403)
        expect(body.errors[0].code).toBe('NOT_PERMITTED')
      },
    )

    it('has no place in the panel', async () => {
      const { body } = await guest.get('/api/access')
      expect(body.canAccessAdmin ?? false).toBe(false)
    })
  })

  it.each(['editor', 'reviewer', 'publisher', 'administrator'] as const)(
    'has a place in the panel for its %s',
    async (name) => {
      const { body } = await get(name, '/api/access')
      expect(body.canAccessAdmin).toBe(true)
    },
  )

  async function get(name: PersonName, address: string) {
    return request(testApp.app)
      .get(address)
      .set('Authorization', await testApp.authorization(name))
  }

  async function post(name: PersonName, address: string, body: object) {
    return request(testApp.app)
      .post(address)
      .set('Authorization', await testApp.authorization(name))
      .send(body)
  }

  async function patch(name: PersonName, address: string, body: object) {
    return request(testApp.app)
      .patch(address)
      .set('Authorization', await testApp.authorization(name))
      .send(body)
  }

  /** An account as it is stored, without the sessions that come and go. */
  async function accountOf(email: string) {
    return (await everyone()).find((one) => one.email === email)
  }

  async function everyone() {
    const { docs } = await testApp.payload.find({
      collection: 'users',
      limit: 200,
      depth: 0,
      showHiddenFields: true,
    })
    return docs.map(({ sessions: _sessions, ...account }) => account)
  }

  async function countStations(): Promise<number> {
    return (await testApp.payload.count({ collection: 'stations' })).totalDocs
  }

  async function newestTitle(id: string) {
    return (await testApp.payload.findByID({ collection: 'stations', id, draft: true })).title
  }

  let machines = 0

  /** A machine with a key, made by the administrator. */
  async function buildMachine({ roles = [] as string[] } = {}) {
    machines += 1
    const email = `machine-${machines}@stationmaster.test`
    const key = `0f1e2d3c-0000-4000-8000-${String(machines).padStart(12, '0')}`
    const password = 'long-enough'
    const { body, status } = await post('administrator', '/api/users', {
      name: `Machine ${machines}`,
      email,
      password,
      kind: 'machine',
      roles,
      enableAPIKey: true,
      apiKey: key,
    })
    expect(status).toBe(201)
    const authorization = `users API-Key ${key}`
    return { id: String(body.doc.id), email, key, password, ...clientWith(authorization) }
  }

  /** An account that holds no role: a machine with its key, or a person with a session. */
  async function buildGuest(kind: 'machine' | 'person') {
    if (kind === 'machine') return buildMachine()
    machines += 1
    const email = `guest-${machines}@stationmaster.test`
    await post('administrator', '/api/users', { name: 'Guest', email, password: demoPassword })
    const { body } = await testApp
      .anonymous()
      .post('/api/users/login')
      .send({ email, password: demoPassword })
    return clientWith(`JWT ${body.token}`)
  }

  function clientWith(authorization: string) {
    return {
      authorization,
      get: (address: string) =>
        request(testApp.app).get(address).set('Authorization', authorization),
      graphql: (query: string, variables?: Record<string, unknown>) =>
        request(testApp.app)
          .post('/api/graphql')
          .set('Authorization', authorization)
          .send({ query, variables }),
    }
  }
})

describe('an empty installation', () => {
  let app: Stationmaster
  let dataDir: string

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-empty-'))
    app = await createApp({ settings: testSettings(dataDir, { seed: 'none' }) })
  })
  afterAll(async () => {
    await app.locals.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const first = { name: 'First', email: 'first@stationmaster.test', password: 'long-enough' }

  it('makes whoever signs up first its administrator, and nobody who signs up at the same time', async () => {
    const answers = await Promise.all([
      signUp({ ...first, kind: 'machine', roles: ['editor'] }),
      signUp({ ...first, email: 'also-first@stationmaster.test' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401])
    const people = await accounts()
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({ kind: 'person', roles: ['administrator'] })
  })

  it('lets nobody sign up after that', async () => {
    const { body, status } = await signUp({ ...first, email: 'second@stationmaster.test' })
    expect(status).toBe(401)
    expect(body.errors[0].code).toBe('NOT_SIGNED_IN')
    expect(await accounts()).toHaveLength(1)
  })

  function signUp(account: object) {
    return request(app).post('/api/users/first-register').send(account)
  }

  async function accounts() {
    return (await app.locals.payload.find({ collection: 'users' })).docs
  }
})

/** The parts of an account that decide what it may do. */
function whatCounts(account: { email: string; kind?: unknown; roles?: unknown } | undefined) {
  return { email: account?.email, kind: account?.kind, roles: account?.roles }
}

function addressesIn(text: string): string[] {
  return [...new Set(text.match(/[\w.+-]+@stationmaster\.test/g))]
}

import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../../../seed/demo-people.ts'
import { startApp, type TestApp } from '../../../support/app.ts'
import { listen } from '../../../support/http.ts'

interface Parameter {
  name: string
  in: 'query' | 'path'
  example?: unknown
}

interface Operation {
  operationId: string
  parameters?: Parameter[]
  security?: object[]
  requestBody?: { content: Record<string, { schema: object; example?: object }> }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}

interface Description {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}

let testApp: TestApp
let description: Description
let ajv: Ajv2020
beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  description = (await testApp.anonymous().get('/openapi.json').expect(200)).body
  ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
})
afterAll(() => testApp.close())

describe('the description', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(description.openapi).toMatch(/^3\.1\./)
    const result = await new Validator().validate({ ...description })
    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
  })

  it('has every reference it makes', () => {
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(50)
    for (const [, reference] of references)
      expect(description).toHaveProperty(reference!.split('/').slice(1))
  })

  it('names every operation once', () => {
    const names = operations().map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(['stations', 'notices', 'steps', 'forms', 'help-organizations', 'phases', 'media'])(
    'covers %s',
    (slug) => {
      for (const path of [`/api/${slug}`, `/api/${slug}/{id}`, `/api/${slug}/count`])
        expect(description.paths).toHaveProperty([path])
    },
  )

  it.each([
    '/api/{collection}/{id}/workflow',
    '/api/{collection}/{id}/workflow/{action}',
    '/api/workflow/{action}',
    '/api/ledger/verify',
    '/api/ledger/entries/{sequence}',
    '/api/{collection}/{id}/timeline',
    '/api/{collection}/{id}/public-on',
    '/api/changes',
    '/api/pages',
    '/api/notices/by-code/{code}',
    '/api/export',
    '/api/roadmap',
    '/api/roadmap/{slug}',
    '/api/roadmap/check',
    '/api/graphql',
    '/api/previews',
    '/api/previews/{id}',
    '/api/desk',
    '/api/{collection}/{id}/workflow/assign',
    '/api/workflow/reschedule',
  ])('covers %s', (path) => {
    expect(description.paths).toHaveProperty([path])
  })

  it('has the fields of a station with what they mean', () => {
    expect(description.components.schemas['Station']).toMatchObject({
      properties: { slug: { description: expect.stringContaining('web address') } },
    })
  })
})

describe('its examples', () => {
  it('run for readers, and are answered as described', async () => {
    const run = operations().filter(({ method, path }) => method === 'get' && !path.includes('{'))
    expect(run.length).toBeGreaterThan(15)
    for (const { operation, path } of run) {
      if (!forEverybody(operation) || !operation.responses['200']?.content?.['application/json'])
        continue
      const answer = await testApp.anonymous().get(withExamples(path, operation)).send()
      expect([operation.operationId, answer.status]).toEqual([operation.operationId, 200])
      expectDescribed(operation, 200, answer.body)
    }
  })

  it('export lines that are as described', async () => {
    const listener = await listen(testApp.app)
    const { text } = await listener.ask({ path: '/api/export' })
    await listener.close()
    const line = ajv.compile({
      $ref: '#/components/schemas/ExportLine',
      components: description.components,
    })
    const lines = text.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(300)
    for (const one of lines) expect([line(JSON.parse(one)), line.errors]).toEqual([true, null])
  })

  it('find what they look for', async () => {
    for (const slug of ['stations', 'notices', 'steps', 'forms', 'help-organizations', 'phases']) {
      const operation = description.paths[`/api/${slug}`]!['get']!
      const { body } = await testApp.anonymous().get(withExamples(`/api/${slug}`, operation))
      expect([slug, body.docs.length > 0]).toEqual([slug, true])
      const one = await testApp.anonymous().get(`/api/${slug}/${body.docs[0].id}`)
      expectDescribed(description.paths[`/api/${slug}/{id}`]!['get']!, 200, one.body)
      const [path, methods] = Object.entries(description.paths).find(([each]) =>
        each.startsWith(`/api/${slug}/by-`),
      )!
      const { example } = methods['get']!.parameters!.find((parameter) => parameter.in === 'path')!
      const byName = await testApp.anonymous().get(path.replace(/\{\w+\}/, String(example)))
      expectDescribed(methods['get']!, 200, byName.body)
    }
  })

  it('show a station on the map, and what the map lacks', async () => {
    const onRoadmap = description.paths['/api/roadmap/{slug}']!['get']!
    const { example } = onRoadmap.parameters!.find(({ name }) => name === 'slug')!
    const station = await testApp
      .anonymous()
      .get(`/api/roadmap/${String(example)}`)
      .expect(200)
    expectDescribed(onRoadmap, 200, station.body)
    const check = description.paths['/api/roadmap/check']!['get']!
    const { body } = await testApp
      .anonymous()
      .get(withExamples('/api/roadmap/check', check))
      .set('Authorization', await testApp.authorization('editor'))
      .expect(200)
    expectDescribed(check, 200, body)
  })

  it('sign in, and write drafts', async () => {
    const signIn = description.paths['/api/users/login']!['post']!
    const session = await testApp.anonymous().post('/api/users/login').send(exampleBody(signIn))
    expectDescribed(signIn, 200, session.body)
    for (const slug of ['stations', 'notices', 'steps', 'forms', 'help-organizations', 'phases']) {
      const operation = description.paths[`/api/${slug}`]!['post']!
      const { body, status } = await request(testApp.app)
        .post(withExamples(`/api/${slug}`, operation))
        .set('Authorization', `JWT ${session.body.token}`)
        .send(exampleBody(operation))
      expect([slug, status]).toEqual([slug, 201])
      expectDescribed(operation, 201, body)
      const workflow = description.paths['/api/{collection}/{id}/workflow']!['get']!
      const standing = await request(testApp.app)
        .get(`/api/${slug}/${body.doc.id}/workflow`)
        .set('Authorization', `JWT ${session.body.token}`)
      expectDescribed(workflow, 200, standing.body)
    }
  })

  it('prove the ledger', async () => {
    const { body } = await testApp
      .anonymous()
      .get('/api/ledger/verify')
      .set('Authorization', await testApp.authorization('editor'))
    expectDescribed(description.paths['/api/ledger/verify']!['get']!, 200, body)
  })

  it('tell what happened to a document, and what the public had of it', async () => {
    const { body: stations } = await testApp.anonymous().get('/api/stations?limit=1&depth=0')
    const [{ id }] = stations.docs
    const moment = new Date().toISOString()
    for (const [path, address] of [
      ['/api/{collection}/{id}/timeline', `/api/stations/${id}/timeline`],
      ['/api/{collection}/{id}/public-on', `/api/stations/${id}/public-on?moment=${moment}`],
      ['/api/ledger/entries/{sequence}', '/api/ledger/entries/3'],
    ] as const) {
      const { body } = await testApp
        .anonymous()
        .get(address)
        .set('Authorization', await testApp.authorization('editor'))
      expectDescribed(description.paths[path]!['get']!, 200, body)
    }
  })

  it('that are refused are answered as described too', async () => {
    for (const { method, operation, path } of operations()) {
      if (forEverybody(operation) || method !== 'get') continue
      const address = path.replace('{collection}', 'stations').replace(/\{\w+\}/g, 'x')
      const { body, status } = await testApp.anonymous().get(address)
      expect([401, 403]).toContain(status)
      expectDescribed(operation, status, body)
    }
  })

  it('name no password but that of the demonstration', () => {
    expect(JSON.stringify(description).split(demoPassword)).toHaveLength(2)
  })
})

describe('the page to read it', () => {
  it('loads nothing from elsewhere', async () => {
    const { headers, text } = await testApp.anonymous().get('/docs').expect(200)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(text).not.toMatch(/https?:\/\//)
    await testApp
      .anonymous()
      .get('/docs/viewer.js')
      .expect(200)
      .expect('Content-Type', /javascript/)
  })
})

function operations(): { path: string; method: string; operation: Operation }[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
}

function forEverybody({ security }: Operation): boolean {
  return security?.some((needed) => Object.keys(needed).length === 0) ?? true
}

function withExamples(path: string, { parameters = [] }: Operation): string {
  const query = new URLSearchParams(
    parameters
      .filter((parameter) => parameter.in === 'query' && parameter.example !== undefined)
      .map(({ name, example }) => [name, String(example)]),
  )
  return `${path}?${query.toString()}`
}

function exampleBody({ requestBody }: Operation): object {
  return requestBody!.content['application/json']!.example!
}

function expectDescribed(
  { operationId, responses }: Operation,
  status: number,
  body: unknown,
): void {
  const schema = responses[String(status)]?.content?.['application/json']?.schema
  expect([operationId, status, schema !== undefined]).toEqual([operationId, status, true])
  // References in a schema point into the whole description.
  const validate = ajv.compile({ ...schema, components: description.components })
  validate(body)
  expect([operationId, validate.errors ?? []]).toEqual([operationId, []])
}

import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../../seed/demo-people.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildStation } from '../../support/content.ts'
import { stored, type AnswerBody } from '../../support/http.ts'
import { ledger } from '../../support/workflow.ts'

let testApp: TestApp
let live: string
let draft: string
let withdrawn: { id: string; slug: string }

beforeAll(async () => {
  testApp = await startApp()
  live = (await buildStation(testApp, { state: 'published', title: 'Live', slug: 'live' })).id
  draft = (await buildStation(testApp, { title: 'Draft', slug: 'draft', overview: null })).id
  const gone = await buildStation(testApp, { state: 'withdrawn', title: 'Gone', slug: 'gone' })
  withdrawn = { id: gone.id, slug: 'gone' }
})
afterAll(() => testApp.close())

interface Asked {
  as?: PersonName
  method?: 'get' | 'post' | 'patch' | 'put' | 'delete'
  path: string | (() => string)
  body?: object | string | (() => object)
  headers?: Record<string, string>
}

async function ask(
  { as, body, headers = {}, method = 'get', path }: Asked,
  language?: string,
): Promise<request.Response> {
  const client = request(testApp.app)
  const asked = client[method](typeof path === 'string' ? path : path()).set(headers)
  if (as) asked.set('Authorization', await testApp.authorization(as))
  if (language !== undefined) asked.set('Accept-Language', language)
  return body === undefined ? asked : asked.send(typeof body === 'function' ? body() : body)
}

const graphql = (query: string, rest: Partial<Asked> & { variables?: object } = {}): Asked => ({
  method: 'post',
  path: '/api/graphql',
  ...rest,
  body: { query, variables: rest.variables },
})
const json = { 'Content-Type': 'application/json' }
const hash = '0'.repeat(64)

/** A refusal by each door: what is asked, and words of its Spanish. */
const refusals: [string, Asked, RegExp][] = [
  ['a list without an end', { path: '/api/stations?limit=0' }, /debe ser un número del 1 al 100/],
  ['an address of the API with nothing', { path: '/api/nothing' }, /no hay nada/],
  ['an address with nothing', { path: '/nothing' }, /no hay nada/],
  ['an unknown id', { path: '/api/stations/nothing' }, /No se encontró/],
  ['an unknown name', { path: '/api/stations/by-slug/nothing' }, /nada público lo tuvo nunca/],
  ['a withdrawn page', { path: '/api/stations/by-slug/gone' }, /Esta página se retiró/],
  ['a withdrawn id', { path: () => `/api/stations/${withdrawn.id}` }, /se retiró/],
  ['an unknown field', { path: '/api/stations?where[nope][equals]=x' }, /No se puede preguntar/],
  ['an unknown operator', { path: '/api/stations?where[slug][is]=x' }, /no es un operador/],
  ['an unknown order', { path: '/api/stations?sort=overview' }, /no se pueden ordenar/],
  ['an unknown language', { path: '/api/stations?locale=fr' }, /no es un idioma/],
  ['a form of rich text', { path: '/api/stations?richText=pdf' }, /es la forma del texto/],
  ['a search for nothing', { path: '/api/search' }, /Diga en «q»/],
  ['a map without the station', { path: '/api/roadmap/nothing' }, /ninguna estación/],
  ['changes since nothing', { path: '/api/changes?since=x' }, /número entero/],
  ['an export of one type', { path: '/api/export?type=x' }, /Una exportación se pide con/],
  ['an export that is posted', { method: 'post', path: '/api/export' }, /no se responde a POST/],
  ['an address that cannot be read', { path: '/api/stations?where=x' }, /con corchetes/],
  [
    'a write of nobody',
    { method: 'post', path: '/api/stations', body: {} },
    /[Ii]nici(ado|e) sesión/,
  ],
  ['a method', { method: 'put', path: '/api/stations/x', body: {} }, /no se responde a PUT/],
  [
    'a body of another type',
    { method: 'post', path: '/api/stations', body: 'x', headers: { 'Content-Type': 'text/plain' } },
    /no se lee un cuerpo/,
  ],
  [
    'broken JSON',
    { method: 'post', path: '/api/stations', body: '{"a"', headers: json },
    /no es JSON válido/,
  ],
  ['the ledger', { path: '/api/ledger/verify' }, /son para el equipo/],
  ['a preview', { path: '/api/stations?preview=x' }, /no es un token de vista previa/],
  [
    'a long question',
    {
      method: 'post',
      path: '/api/users',
      body: 'where[email][equals]=x',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Payload-HTTP-Method-Override': 'GET',
      },
    },
    /iniciado sesión/,
  ],
  [
    'a wrong password',
    { method: 'post', path: '/api/users/login', body: { email: 'x@example.org', password: 'x' } },
    /El correo o la contraseña no son correctos/,
  ],
  [
    'half of what signing in needs',
    { method: 'post', path: '/api/users/login', body: { email: 'x@example.org' } },
    /obligatorio/,
  ],
  [
    'a forgotten password of nobody',
    { method: 'post', path: '/api/users/forgot-password', body: {} },
    /no hay dirección de correo/,
  ],

  ['GraphQL that cannot be read', graphql('{ stations'), /Error de sintaxis/],
  [
    'GraphQL for an unknown field',
    graphql('{ Stations { docs { nope } } }'),
    /ningún campo "nope"/,
  ],
  [
    'GraphQL with a wrong variable',
    graphql('query ($n: Int) { Stations(limit: $n) { totalDocs } }', { variables: { n: 'x' } }),
    /tiene un valor que no vale/,
  ],
  [
    'GraphQL for an unknown language',
    graphql('{ stationBySlug(slug: "x", locale: fr) { title } }'),
    /Elija entre: en, es/,
  ],
  [
    'GraphQL for the team',
    graphql('{ workflow(collection: "stations", id: "x") { state } }'),
    /con una función/,
  ],
  [
    'GraphQL for a withdrawn page',
    graphql('{ stationBySlug(slug: "gone") { title } }'),
    /se retiró/,
  ],
  [
    'GraphQL that signs in',
    graphql('mutation { loginUser(email: "x@example.org", password: "x") { token } }'),
    /no son correctos/,
  ],
  [
    'GraphQL without a question',
    { method: 'post', path: '/api/graphql', body: {} },
    /Falta la con/,
  ],
  [
    'GraphQL in broken JSON',
    { method: 'post', path: '/api/graphql', body: '{"query"', headers: json },
    /no es JSON válido/,
  ],
  [
    'GraphQL with a wrong hash',
    {
      method: 'post',
      path: '/api/graphql',
      body: {
        query: '{ __typename }',
        extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
      },
    },
    /no es el de la consulta/,
  ],

  [
    'a draft of values that are none',
    {
      as: 'editor',
      method: 'patch',
      path: () => `/api/stations/${draft}?draft=true`,
      body: { kind: 'crossing', order: 'first' },
    },
    /no se ofrece aquí|se esperaba un número/i,
  ],
  [
    'a slug that another has',
    {
      as: 'editor',
      method: 'patch',
      path: () => `/api/stations/${draft}?draft=true`,
      body: { slug: 'live' },
    },
    /ya pertenece a otro documento/,
  ],
  [
    'a publication past the workflow',
    {
      as: 'publisher',
      method: 'patch',
      path: () => `/api/stations/${draft}`,
      body: { _status: 'published' },
    },
    /solo cambia mediante el proceso de revisión/,
  ],
  [
    'an approval by an editor',
    {
      as: 'editor',
      method: 'post',
      path: () => `/api/stations/${draft}/workflow/approve`,
      body: { contentHash: hash },
    },
    /Solo un revisor puede aprobar/,
  ],
  [
    'an order that is none',
    {
      as: 'editor',
      method: 'post',
      path: '/api/workflow/publish',
      body: { documents: [{ collection: 'stations' }], publishAt: 'soon' },
    },
    /documents\.0\.contentHash|Falta contentHash/,
  ],
  [
    'an unknown action',
    { as: 'editor', method: 'post', path: () => `/api/stations/${draft}/workflow/burn`, body: {} },
    /ninguna acción «burn»/,
  ],
  [
    'a file without a file',
    { as: 'editor', method: 'post', path: '/api/media?draft=true', body: { alt: 'x' } },
    /No hay ningún archivo/,
  ],
  [
    'a preview of nothing',
    { as: 'editor', method: 'post', path: '/api/previews', body: { documents: [] } },
    /documents está vacía/,
  ],
  [
    'a deletion of what was public',
    { as: 'administrator', method: 'delete', path: () => `/api/stations/${live}` },
    /fue público, así que nunca se elimina|Usted no puede hacer esto/,
  ],
  [
    'an approval over GraphQL',
    {
      as: 'editor',
      method: 'post',
      path: '/api/graphql',
      body: () => ({
        query: `mutation {
          transition(collection: "stations", id: "${draft}", action: "approve", contentHash: "${hash}") {
            state
          }
        }`,
      }),
    },
    /Solo un revisor puede aprobar/,
  ],
]

describe('a refusal', () => {
  it.each(refusals)('is told in the language of whoever asks: %s', async (_what, asked, words) => {
    const before = await stored(testApp)
    const [english, spanish] = [await ask(asked), await ask(asked, 'es-MX, en;q=0.5')]

    expect(spanish.status).toBe(english.status)
    expect(codesIn(spanish.body)).toEqual(codesIn(english.body))
    expect(codesIn(english.body)[0]).toMatch(/^[A-Z_]+$/)
    expect(english.headers['content-language']).toBe('en')
    expect(messagesIn(english.body).join(' ')).not.toMatch(/[áéíóúñ¿«»]/)
    expect(messagesIn(spanish.body).join(' ')).toMatch(words)
    expect(spanish.headers['content-language']).toBe('es')
    for (const { headers } of [english, spanish]) {
      expect(headers['vary']).toMatch(/\baccept-language\b/i)
      expect(headers['cache-control'] ?? 'no-store').toContain('no-store')
    }
    expect(shapeOf(spanish.body)).toEqual(shapeOf(english.body))
    expect(await stored(testApp)).toEqual(before)
  })

  it('tells of each field in Spanish, and all of them together', async () => {
    const { body } = await ask(
      {
        as: 'editor',
        method: 'patch',
        path: `/api/stations/${draft}?draft=true`,
        body: { kind: 'crossing', isStart: 'yes' },
      },
      'es',
    )
    const { data, message } = body.errors[0]
    const told = data.errors.map((problem: { message: string }) => problem.message)
    expect(told.toSorted()).toEqual([
      'Se esperaba verdadero o falso (true o false); se encontró «"yes"».',
      '«"crossing"» no se ofrece aquí. Elija entre: hub, stop.',
    ])
    expect(message).toBe(told.join(' '))
  })

  it('names fields as the panel does, where the check does not', async () => {
    const asked: Asked = { as: 'administrator', method: 'post', path: '/api/webhooks', body: {} }
    const [english, spanish] = [await ask(asked), await ask(asked, 'es')]
    expect(english.body.errors[0].message).toContain('Address: ')
    expect(spanish.body.errors[0].message).toContain('Dirección: ')
    expect(spanish.headers['content-language']).toBe('es')
  })

  it('keeps in English what the ledger keeps', async () => {
    const asked: Asked = {
      as: 'publisher',
      method: 'patch',
      path: `/api/stations/${draft}`,
      body: { _status: 'published' },
    }
    const { body } = await ask(asked, 'es')
    expect(body.errors[0].message).toContain('proceso de revisión')
    const entry = (await ledger(testApp)).at(-1)!
    expect(entry.type).toBe('refused')
    expect(JSON.stringify(entry)).toContain('through the review workflow')
    expect(JSON.stringify(entry)).not.toContain('proceso')
  })
})

describe('the language of a refusal', () => {
  it.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['ES-us', 'es'],
    ['es-419, es;q=0.9, en;q=0.8', 'es'],
    ['en, es', 'en'],
    ['en;q=0.4, es;q=0.6', 'es'],
    ['en;q=0.6, es;q=0.4', 'en'],
    ['fr, de;q=0.9, es;q=0.1', 'es'],
    ['fr', 'en'],
    ['es;q=0', 'en'],
    ['es;q=0, *', 'en'],
    ['*;q=0.1, es', 'es'],
    ['*', 'en'],
    ['en;q=0, *', 'es'],
    ['', 'en'],
    [',,;;q=', 'en'],
    ['es;q=high', 'en'],
    ['=?;q=1,"', 'en'],
    ['x'.repeat(8_000), 'en'],
    [`es${', fr'.repeat(200)}`, 'en'],
  ])('for Accept-Language %j is %s', async (header, language) => {
    const answer = await ask({ path: '/api/stations?limit=0' }, header)
    expect(answer.status).toBe(400)
    expect(answer.headers['content-language']).toBe(language)
  })

  it('is the one that somebody chose in the panel, in the same browser', async () => {
    const asked: Asked = {
      path: '/api/stations?limit=0',
      headers: { Cookie: 'a=b; stationmaster-lng=es' },
    }
    expect((await ask(asked, 'en')).headers['content-language']).toBe('es')
  })
})

describe('what is not refused', () => {
  it('is the same answer in every language, kept once', async () => {
    const address = `/api/stations?where[slug][equals]=live`
    const first = await ask({ path: address })
    const second = await ask({ path: address }, 'es')
    expect(second.text).toBe(first.text)
    expect(second.headers['x-cache']).toBe('hit')
    expect(second.headers['content-language']).toBeUndefined()
    expect(second.headers['vary']).not.toMatch(/accept-language/i)
    expect(second.headers['vary']).toBe(first.headers['vary'])
  })

  it('says that it worked in the language of whoever did it', async () => {
    const signIn = (language: string) =>
      ask(
        {
          method: 'post',
          path: '/api/users/login',
          body: { email: 'editor@stationmaster.test', password: demoPassword },
        },
        language,
      )
    expect((await signIn('en')).body.message).toBe('Authentication Passed')
    expect((await signIn('es')).body.message).not.toBe('Authentication Passed')
  })
})

function codesIn(body: AnswerBody): unknown[] {
  return (body.errors ?? []).map(({ code, extensions }) => code ?? extensions?.code)
}

function messagesIn(body: AnswerBody): string[] {
  return (body.errors ?? []).map(({ message }) => message ?? '')
}

/** An answer without its words. */
function shapeOf(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) =>
      ['label', 'message'].includes(key) ? undefined : value,
    ),
  )
}

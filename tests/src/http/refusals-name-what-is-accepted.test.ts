import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { buildStation } from '../../support/content.ts'
import { createDraft, expectNothingStored, type Editable } from '../../support/editing.ts'
import { expectRefusal } from '../../support/http.ts'
import { block, linkTo, linkToDocument, paragraph, run, textOf } from '../../support/lexical.ts'

let testApp: TestApp
let station: string

beforeAll(async () => {
  testApp = await startApp()
  station = (await buildStation(testApp, { title: 'Payment', slug: 'payment' })).id
})

afterAll(() => testApp.close())

const overview = (...blocks: unknown[]) => ({ overview: textOf(...blocks) })
const nested = (levels: number): Record<string, unknown> =>
  levels === 0 ? paragraph(run('deep')) : block('list', [nested(levels - 1)])

/** One bad value of each kind, the field it is told at, and what the words have to name. */
const values: [string, Editable, Record<string, unknown>, string, string[]][] = [
  [
    'level of heading',
    'stations',
    overview(block('heading', [run('x')], { tag: 'h2' })),
    'overview',
    ['h2', 'h3, h4'],
  ],
  [
    'kind of list',
    'stations',
    overview(block('list', [], { listType: 'check' })),
    'overview',
    ['check', 'bullet, number'],
  ],
  [
    'kind of block',
    'stations',
    overview(block('upload', [])),
    'overview',
    ['upload', 'paragraph, text', 'tablecell'],
  ],
  [
    'protocol of link',
    'stations',
    overview(paragraph(linkTo('ftp://irs.gov'))),
    'overview',
    ['ftp:', 'https:, http: or mailto:'],
  ],
  [
    'type of linked document',
    'stations',
    overview(paragraph(linkToDocument('phases', 'x'))),
    'overview',
    ['stations, notices, forms or help-organizations'],
  ],
  [
    'linked document',
    'stations',
    overview(paragraph(linkToDocument('notices', 'x'))),
    'overview',
    ['an id that is in notices'],
  ],
  ['depth of text', 'stations', overview(nested(31)), 'overview', ['30 levels']],
  [
    'form of text',
    'stations',
    { overview: '<p>Hello</p>' },
    'overview',
    ['{ "root": { "children"'],
  ],
  [
    'children of a block',
    'stations',
    overview(block('paragraph', 'x')),
    'overview',
    ['"type": "paragraph"'],
  ],
  ['block that is none', 'stations', overview('x'), 'overview', ['"type": "paragraph"']],
  ['choice', 'stations', { kind: 'crossing' }, 'kind', ['crossing', 'hub, stop']],
  [
    'choice among several',
    'help-organizations',
    { languages: ['en', 'xx'] },
    'languages',
    ['xx', 'en, es'],
  ],
  [
    'list of choices',
    'help-organizations',
    { languages: 'en' },
    'languages',
    ['a list of choices among', 'en, es'],
  ],
  [
    'date',
    'stations',
    { sourcing: { checkedOn: 'yesterday' } },
    'sourcing.checkedOn',
    ['2026-11-22', '2026-11-22T14:30:00Z'],
  ],
  [
    'phone number',
    'help-organizations',
    { phones: [{ number: 'call us' }] },
    'phones.0.number',
    ['ten digits', '877-777-4778', '+'],
  ],
  [
    'web address',
    'help-organizations',
    { url: 'ftp://irs.gov' },
    'url',
    ['https:// or http://', 'https://www.irs.gov/payments'],
  ],
  [
    'slug',
    'stations',
    { slug: 'Bad Address!' },
    'slug',
    ['lower-case letters', '100 characters', 'bad-address'],
  ],
  [
    'notice code',
    'notices',
    { code: '14' },
    'code',
    ['letters, then a number', 'CP14', '40 characters'],
  ],
  ['colour', 'phases', { colour: 'blue' }, 'colour', ['#005ea2', 'six']],
  ['revision', 'forms', { revision: 'last year' }, 'revision', ['year and month: 2024-11']],
  [
    'deadline',
    'notices',
    { deadline: { count: 0, unit: 'months' } },
    'deadline.count',
    ['1 to 3660'],
  ],
  [
    'unit of a deadline',
    'notices',
    { deadline: { count: 3 } },
    'deadline.count',
    ['calendarDays, businessDays, months, years'],
  ],
  ['number', 'stations', { order: 'first' }, 'order', ['a number of at least 1']],
  ['number beyond its limit', 'stations', { order: 0 }, 'order', ['a number of at least 1', '0']],
  ['checkbox', 'stations', { isStart: 'yes' }, 'isStart', ['true or false']],
  ['text', 'stations', { summary: ['x'] }, 'summary', ['Expected text']],
  ['list of texts', 'notices', { aliases: 'CP 14' }, 'aliases', ['a list of texts']],
  ['reference', 'stations', { phase: 7 }, 'phase', ['the id of a document in phases']],
  ['document that is not there', 'stations', { phase: 'x' }, 'phase', ['an id that is in phases']],
  [
    'list of references',
    'notices',
    { stations: 'x' },
    'stations',
    ['ids of documents in stations'],
  ],
  ['list of rows', 'help-organizations', { phones: 'x' }, 'phones', ['label, number, tty']],
  ['row', 'help-organizations', { phones: ['x'] }, 'phones', ['label, number, tty']],
  ['list of connections', 'stations', { connections: 'x' }, 'connections', ['rows', '“to”']],
  ['group', 'notices', { deadline: 'soon' }, 'deadline', ['count, unit, startsFrom']],
  ['sign that cannot be kept', 'stations', { title: 'a\u0000' }, 'title', ['null character']],
  ['address that is taken', 'stations', { slug: 'payment' }, 'slug', ['already belongs']],
]

/** Bad questions over REST, and what the words have to name. */
const questions: [string, string, string[]][] = [
  ['language', '/api/stations?locale=fr', ['en, es']],
  ['language of the map', '/api/roadmap?locale=fr', ['en, es']],
  ['language of a search', '/api/search?q=owe&locale=fr', ['en, es']],
  ['kind of a search', '/api/search?q=owe&kind=x', ['stations, notices']],
  ['page of a search', '/api/search?q=owe&page=0', ['1 to ']],
  ['length of a search', `/api/search?q=${'a'.repeat(2_000)}`, ['characters']],
  ['number of documents', '/api/stations?limit=0', ['1 to 100']],
  ['page', '/api/stations?page=-1', ['1 to the last page']],
  ['page beyond all', '/api/stations?page=9999999', ['1000000']],
  ['number of changes', '/api/changes?limit=0', ['1 to ']],
  ['place in the changes', '/api/changes?since=x', ['0 to ']],
  ['operator', '/api/stations?where[slug][is]=x', ['equals', 'like']],
  ['date in a condition', '/api/stations?where[updatedAt][greater_than]=soon', ['2026-11-22']],
  [
    'field in a condition',
    '/api/stations?where[nonsense][equals]=x',
    ['title, slug', '/openapi.json'],
  ],
  ['condition', '/api/stations?where=x', ['where[slug][equals]=']],
  ['order', '/api/stations?sort=overview', ['title', 'slug', 'updatedAt']],
  ['form of rich text', '/api/stations?richText=x', ['json, html, text']],
  ['level of headings', '/api/stations?richText=html&headingLevel=9', ['1 to 6']],
  [
    'pattern for links',
    '/api/stations?richText=html&links=/{x}',
    ['{locale}', '{collection}', '{name}'],
  ],
]

/** Bad values over GraphQL, and what the words have to name. */
const graphql: [string, string, string[]][] = [
  ['language', '{ Stations(locale: fr) { totalDocs } }', ['en, es']],
  ['language in quotes', '{ Stations(locale: "en") { totalDocs } }', ['en, es']],
  ['choice', '{ Stations(where: { kind: { equals: crossing } }) { totalDocs } }', ['hub, stop']],
  ['number', '{ Stations(limit: "all") { totalDocs } }', ['Int']],
  ['number of documents', '{ Stations(limit: 0) { totalDocs } }', ['1 to 100']],
  ['level of headings', '{ Stations { docs { overviewHtml(headingLevel: 9) } } }', ['1 to 6']],
]

/** Bad orders to the review workflow, and what the words have to name. */
const orders: [string, string, Record<string, unknown>, string[]][] = [
  ['action', 'ponder', {}, ['submit', 'approve', 'publish']],
  ['content hash', 'submit', { contentHash: 'x' }, ['64 lower-case hexadecimal digits']],
  [
    'comment',
    'return',
    { contentHash: 'a'.repeat(64), comment: 'a'.repeat(5_001) },
    ['5000 characters'],
  ],
  ['comment that is no text', 'return', { contentHash: 'a'.repeat(64), comment: 7 }, ['text']],
  [
    'moment',
    'schedule',
    { contentHash: 'a'.repeat(64), publishAt: 'noon' },
    ['2027-03-01T09:00:00-05:00'],
  ],
  [
    'replacement',
    'withdraw',
    { contentHash: 'a'.repeat(64), replacement: 7 },
    ['{"sentence":', '{"collection":'],
  ],
]

const expectNamed = (message: unknown, accepted: string[]) => {
  for (const words of accepted) expect(message).toContain(words)
}

describe('A refusal names what is accepted in place of a bad', () => {
  it.each(values)('%s', async (_kind, collection, data, path, accepted) => {
    const answer = await createDraft(testApp, collection, data)
    expectRefusal(answer, 'INVALID_FIELDS')
    const [problem] = answer.body.errors![0]!.data!.errors!
    expect(problem!.path).toBe(path)
    expectNamed(problem!.message, accepted)
    // Whoever has no panel reads the message alone.
    expectNamed(answer.body.errors![0]!.message, accepted)
  })

  it.each([
    ['e-mail address', { email: 'nobody' }, 'email', ['name@example.org']],
    ['role', { roles: ['boss'] }, 'roles', ['editor', 'administrator']],
    ['kind of account', { kind: 'robot' }, 'kind', ['person, machine']],
  ])('%s', async (_kind, data, path, accepted) => {
    const given = { name: 'New', email: 'new@example.org', password: 'a-long-password', ...data }
    const answer = await testApp
      .anonymous()
      .post('/api/users')
      .set('Authorization', await testApp.authorization('administrator'))
      .send(given)
    expectRefusal(answer, 'INVALID_FIELDS')
    expect(answer.body.errors[0].data.errors[0].path).toBe(path)
    expectNamed(answer.body.errors[0].message, accepted)
  })

  it.each([
    ['address of a receiver', { url: 'ftp://example.org' }, ['https:// or http://']],
    ['event', { events: ['born'] }, ['published, withdrawn']],
  ])('%s', async (_kind, data, accepted) => {
    const answer = await testApp
      .anonymous()
      .post('/api/webhooks')
      .set('Authorization', await testApp.authorization('administrator'))
      .send({ name: 'Site', url: 'https://example.org/told', ...data })
    expectRefusal(answer, 'INVALID_FIELDS')
    expectNamed(answer.body.errors[0].message, accepted)
  })

  it('kind of file', async () => {
    const answer = await testApp
      .anonymous()
      .post('/api/media?draft=true')
      .set('Authorization', await testApp.authorization('editor'))
      .field('_payload', JSON.stringify({ alt: 'A text' }))
      .attach('file', Buffer.from('Just words.'), 'words.txt')
    expect(answer.status).toBe(400)
    expectNamed(answer.body.errors[0].message, ['image/png', 'application/pdf'])
  })

  it.each(questions)('%s', async (_kind, address, accepted) => {
    const answer = await testApp.anonymous().get(address)
    expectRefusal(answer, 'MALFORMED')
    expectNamed(answer.body.errors[0].message, accepted)
  })

  it.each(graphql)('%s, over GraphQL', async (_kind, question, accepted) => {
    await buildStation(testApp, { state: 'published' })
    const { body } = await testApp.graphql(question)
    expect(body.errors![0]!.extensions.code).toBe('MALFORMED')
    expectNamed(body.errors![0]!.message, accepted)
  })

  it.each(orders)('%s, in the review', async (_kind, action, order, accepted) => {
    const answer = await testApp
      .anonymous()
      .post(`/api/stations/${station}/workflow/${action}`)
      .set('Authorization', await testApp.authorization('editor'))
      .send(order)
    expect(answer.status).toBeLessThan(500)
    expectNamed(answer.body.errors[0].message, accepted)
  })

  it('value, and stores nothing', async () => {
    await expectNothingStored(testApp, async () => {
      for (const [, collection, data] of values) await createDraft(testApp, collection, data)
    })
  })

  it('value, in Spanish to whoever works in the Spanish panel', async () => {
    for (const [kind, collection, data, , accepted] of values) {
      const { body } = await testApp
        .anonymous()
        .post(`/api/${collection}?draft=true`)
        .set('Authorization', await testApp.authorization('editor'))
        .set('Cookie', 'stationmaster-lng=es')
        .send(data)
      const { message } = body.errors[0]
      expect(message, kind).toMatch(/[áéíóúñ]|\b(una?|se|es|por|ya)\b/i)
      expect(message, kind).not.toMatch(/\b(the|found|write|choose|expected|this)\b/i)
      // Names that are the same in every language stay.
      for (const name of accepted.filter((one) => /^[\w#:]+(, \w+)+$/.test(one)))
        expect(message, kind).toContain(name)
    }
  })
})

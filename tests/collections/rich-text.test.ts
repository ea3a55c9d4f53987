import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPlainRichText } from '../../collections/fields/rich-text-form.ts'
import { richText } from '../../seed/markdown.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { buildStation } from '../support/content.ts'
import {
  createDraft,
  draftOf,
  expectInvalid,
  expectNothingStored,
  newest,
  publish,
  saveDraft,
  type Document,
  type Saved,
} from '../support/editing.ts'
import { expectRefusal } from '../support/http.ts'

let testApp: TestApp
let payment: Document

beforeAll(async () => {
  testApp = await startApp()
  payment = await draftOf(testApp, 'stations', { title: 'Payment' })
})

afterAll(() => testApp.close())

type Node = Record<string, unknown>

const words = (text: string): Node => ({
  type: 'text',
  version: 1,
  text,
  format: 0,
  detail: 0,
  mode: 'normal',
  style: '',
})
const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', version: 1, children })
const textOf = (...children: Node[]) => ({ root: { type: 'root', version: 1, children } })
const linkTo = (fields: unknown): Node => ({
  type: 'link',
  version: 3,
  fields,
  children: [words('this page')],
})

const refuses = (overview: unknown, message: RegExp) =>
  expectInvalid(testApp, () => createDraft(testApp, 'stations', { overview }), {
    overview: message,
  })

describe('Long text', () => {
  it('is stored with its headings, lists, links and tables', async () => {
    const markdown = [
      'A paragraph with **bold** and *italic* words.',
      '### A heading',
      '#### A smaller heading',
      '- first\n- second\n  1. inner\n  2. list',
      'See [IRS payments](https://www.irs.gov/payments) or [the station](station:payment).',
      '| Notice | Days |\n| --- | --- |\n| CP14 | 21 |',
    ].join('\n\n')
    const overview = richText(markdown, () => ({ relationTo: 'stations', value: payment.id }))
    const { id } = await draftOf(testApp, 'stations', { title: 'Everything', overview })
    expect((await newest(testApp, 'stations', id))['overview']).toEqual(overview)
  })

  it('may be sent as JSON in a string', async () => {
    const overview = textOf(paragraph(words('In a string.')))
    const { id } = await draftOf(testApp, 'stations', { overview: JSON.stringify(overview) })
    expect((await newest(testApp, 'stations', id))['overview']).toEqual(overview)
  })

  it.each([
    ['plain words', 'What happens here.'],
    ['a list', [paragraph(words('Hello'))]],
    ['an object of another form', { blocks: [] }],
    ['an object whose root is words', { root: 'What happens here.' }],
    ['a number', 42],
  ])('cannot be %s', async (_form, overview) => {
    await refuses(overview, /This text is not in the editor’s form\. Expected \{ "root"/)
  })

  it.each([
    ['children that are no list', textOf({ type: 'paragraph', children: 'words' })],
    ['words in place of a block', { root: { type: 'root', children: ['words'] } }],
    ['nothing in place of a block', { root: { type: 'root', children: [null] } }],
  ])('cannot have %s', async (_form, overview) => {
    await refuses(overview, /This text is damaged/)
  })

  it('is checked inside the rows of a list, and named by its place', async () => {
    const examples = [
      { text: textOf(paragraph(words('Fine.'))) },
      { text: textOf({ type: 'html', children: [] }) },
    ]
    await expectInvalid(testApp, () => createDraft(testApp, 'stations', { examples }), {
      'examples.1.text': /This text holds a “html” block/,
    })
  })

  it('is checked in every language', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'Two languages' })
    await expectInvalid(
      testApp,
      () =>
        saveDraft(
          testApp,
          'stations',
          id,
          { overview: textOf({ type: 'html', html: '<b>' }) },
          { locale: 'es' },
        ),
      { overview: /This text holds a “html” block/ },
    )
  })

  it('is not written in all languages at once, past its check', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'All at once' })
    const before = await newest(testApp, 'stations', id, { locale: 'all' })
    await testApp
      .anonymous()
      .patch(`/api/stations/${id}?draft=true&locale=all`)
      .set('Authorization', await testApp.authorization('editor'))
      .send({ overview: { en: textOf({ type: 'html', html: '<script>' }) } })
    const after = await newest(testApp, 'stations', id, { locale: 'all' })
    expect(after['overview']).toEqual(before['overview'])
  })
})

describe('Blocks', () => {
  it.each([
    'html',
    'raw',
    'iframe',
    'upload',
    'block',
    'inlineBlock',
    'relationship',
    'horizontalrule',
    'quote',
    'code',
    'unheard-of',
  ])('of type %s are refused', async (type) => {
    await refuses(
      textOf(paragraph(words('Before.')), { type, html: '<script>alert(1)</script>' }),
      new RegExp(`This text holds a “${type}” block\\. Use headings, paragraphs, lists, links`),
    )
  })

  it('without a type are refused', async () => {
    await refuses(textOf({ children: [] }), /This text holds a “undefined” block/)
  })

  it('of an allowed type are checked inside, however deep', async () => {
    const list = { type: 'list', children: [{ type: 'listitem', children: [{ type: 'html' }] }] }
    await refuses(textOf(list), /This text holds a “html” block/)
  })

  it.each(['h1', 'h2', 'h5', 'h6', 'script', undefined])(
    'that are headings of level %s, which the editor does not offer, are refused',
    async (tag) => {
      await refuses(
        textOf({ type: 'heading', tag, children: [words('Heading')] }),
        /This text holds a heading of level .*“tag” is one of: h3, h4/,
      )
    },
  )
})

describe('Links', () => {
  it.each([
    ['a web page', { linkType: 'custom', url: 'https://www.irs.gov/payments' }],
    ['a mail address', { linkType: 'custom', url: 'mailto:phishing@irs.gov' }],
  ])('may lead to %s', async (_target, fields) => {
    const overview = textOf(paragraph(linkTo(fields)))
    const { id } = await draftOf(testApp, 'stations', { overview })
    expect((await newest(testApp, 'stations', id))['overview']).toEqual(overview)
  })

  it('may lead to a document of the roadmap', async () => {
    const doc = { relationTo: 'stations', value: payment.id }
    const overview = textOf(paragraph(linkTo({ linkType: 'internal', doc })))
    const { id } = await draftOf(testApp, 'stations', { overview })
    expect((await newest(testApp, 'stations', id))['overview']).toEqual(overview)
  })

  it('are saved again as a client got them, with the whole document in place of its id', async () => {
    const doc = { relationTo: 'stations', value: payment.id }
    const overview = textOf(paragraph(linkTo({ linkType: 'internal', doc })))
    const { id } = await draftOf(testApp, 'stations', { overview })
    const got = await newest(testApp, 'stations', id, { depth: 1 })
    await saveDraft(testApp, 'stations', id, { overview: got['overview'] })
    expect((await newest(testApp, 'stations', id))['overview']).toEqual(overview)
  })

  it('do not carry words of a draft into a live page', async () => {
    const secret = await draftOf(testApp, 'stations', { title: 'Not yet public' })
    const doc = { relationTo: 'stations', value: secret }
    const { id } = await buildStation(testApp, { state: 'published' })
    await saveDraft(
      testApp,
      'stations',
      id,
      { overview: textOf(paragraph(linkTo({ linkType: 'internal', doc }))) },
      { locale: 'es' },
    )
    await publish(testApp, 'stations', id)
    const { text } = await testApp.anonymous().get(`/api/stations/${id}?locale=es&depth=0`)
    expect(text).not.toContain('Not yet public')
  })

  it.each([
    ['nothing', {}],
    ['an empty address', { linkType: 'custom', url: '' }],
    ['a script', { linkType: 'custom', url: 'javascript:alert(1)' }],
    ['a script in capitals', { linkType: 'custom', url: 'JavaScript:alert(1)' }],
    ['data', { linkType: 'custom', url: 'data:text/html,<script>alert(1)</script>' }],
    ['a path without a host', { linkType: 'custom', url: '/stations/payment' }],
    ['words', { linkType: 'custom', url: 'the payment page' }],
    ['a number', { linkType: 'custom', url: 42 }],
    ['an unknown kind of target', { linkType: 'elsewhere' }],
    ['fields that are nothing', null],
  ])('to %s are refused', async (_target, fields) => {
    await refuses(textOf(paragraph(linkTo(fields))), /^The link to “.*” leads nowhere\. Write a/)
  })

  it('that make themselves are checked like others', async () => {
    const link = { ...linkTo({ linkType: 'custom', url: 'javascript:alert(1)' }), type: 'autolink' }
    await refuses(textOf(paragraph(link)), /leads nowhere/)
  })

  it.each([
    ['no document', { linkType: 'internal' }],
    ['a document that is nothing', { linkType: 'internal', doc: null }],
    ['a document without an id', { linkType: 'internal', doc: { relationTo: 'stations' } }],
    [
      'a person of the team',
      { linkType: 'internal', doc: { relationTo: 'users', value: 'somebody' } },
    ],
  ])('inside the roadmap that name %s are refused', async (_target, fields) => {
    await refuses(textOf(paragraph(linkTo(fields))), /leads nowhere/)
  })
})

describe('A text nested too deep', () => {
  const nested = (levels: number) => {
    let inner = '{"type":"paragraph","children":[]}'
    for (let level = 0; level < levels; level += 1) inner = `{"type":"list","children":[${inner}]}`
    return `{"root":{"type":"root","children":[${inner}]}}`
  }
  const send = async (levels: number): Promise<Saved> =>
    testApp
      .anonymous()
      .post('/api/stations?draft=true&depth=0')
      .set('Authorization', await testApp.authorization('editor'))
      .set('Content-Type', 'application/json')
      .send(`{"title":"Nested","overview":${nested(levels)}}`)

  it('is refused with its depth', async () => {
    await expectInvalid(testApp, () => send(40), {
      overview: /This text is nested more than 30 levels deep\. Make its lists and tables simpler/,
    })
  })

  it.each([1_000, 5_000, 20_000])('is refused at %i levels', async (levels) => {
    const answer = await expectNothingStored(testApp, () => send(levels))
    expect(answer.status).toBe(400)
    expect(answer.text).toMatch(/"code":"(INVALID_FIELDS|MALFORMED)"/)
  })

  it('is refused over GraphQL', async () => {
    const { body } = await expectNothingStored(testApp, () =>
      testApp.graphql(
        `mutation ($id: String!, $overview: JSON) {
          updateStation(id: $id, draft: true, data: { overview: $overview }) { id }
        }`,
        {
          as: 'editor',
          variables: { id: payment.id, overview: JSON.parse(nested(40)) as unknown },
        },
      ),
    )
    expect(body.errors).toMatchObject([{ extensions: { code: 'INVALID_FIELDS' } }])
  })

  it('leaves the platform able to answer the next request', async () => {
    await send(20_000)
    expectRefusal(await testApp.anonymous().get('/api/stations/nothing'), 'NOT_FOUND')
  })
})

describe('The form check', () => {
  it('accepts a text without a block', () => {
    expect(isPlainRichText(textOf())).toBe(true)
  })

  it('accepts thirty levels', () => {
    let inner: Node = paragraph()
    for (let level = 0; level < 28; level += 1) inner = { type: 'list', children: [inner] }
    expect(isPlainRichText(textOf(inner))).toBe(true)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { richText } from '../../seed/markdown.ts'
import { startApp, type TestApp } from '../support/app.ts'
import { build, buildStation } from '../support/content.ts'
import { act, buildTeam } from '../support/workflow.ts'

const words = [
  '### What to do',
  'See [the notice](notice), and [the end](gone), or **pay** at [IRS](https://www.irs.gov/payments).',
  '- first\n- second',
].join('\n\n')

let testApp: TestApp
let notice: { id: string }
let gone: { id: string }
let station: { id: string; slug: string }

beforeAll(async () => {
  testApp = await startApp()
  notice = (await build(testApp, {
    collection: 'notices',
    state: 'published',
    data: {
      code: 'CP14',
      title: 'You owe',
      summary: 'A bill.',
      kind: 'notice',
      overview: richText('About it.', () => ({ relationTo: 'stations', value: '' })),
    },
  })) as never
  gone = (await buildStation(testApp, { state: 'published' })) as never
  const linked: Record<string, { relationTo: 'stations' | 'notices'; value: string }> = {
    notice: { relationTo: 'notices', value: notice.id },
    gone: { relationTo: 'stations', value: gone.id },
  }
  station = (await buildStation(testApp, {
    state: 'published',
    overview: richText(words, (name) => linked[name]!),
    examples: [{ text: richText('An **example**.', () => linked['notice']!) }],
  })) as never
})
afterAll(() => testApp.close())

describe('over GraphQL', () => {
  it('a text comes as HTML and as plain text beside its JSON', async () => {
    const { body } = await testApp.graphql(
      `query ($id: String!) { Station(id: $id) {
        overview
        overviewHtml(headingLevel: 3, links: "/site/{collection}/{name}")
        overviewText
        whatItMeansHtml
        examples { textHtml textText }
      } }`,
      { variables: { id: station.id } },
    )
    expect(body.errors).toBeUndefined()
    expect(body.data!['Station']).toMatchObject({
      overview: { root: {} },
      overviewHtml: expect.stringMatching(
        /^<h3>What to do<\/h3><p>See <a href="\/site\/notices\/cp14" data-collection="notices" /,
      ),
      overviewText: expect.stringMatching(/^What to do\n\nSee the notice, and the end/),
      whatItMeansHtml: null,
      examples: [{ textHtml: '<p>An <strong>example</strong>.</p>', textText: 'An example.' }],
    })
  })

  it.each([
    ['overviewHtml(headingLevel: 7)', /from 1 to 6/],
    ['overviewHtml(links: "/{nom}")', /\{locale\}/],
  ])('is refused with what is accepted: %s', async (field, message) => {
    const { body } = await testApp.graphql(
      `query ($id: String!) { Station(id: $id) { ${field} } }`,
      { variables: { id: station.id } },
    )
    expect(body.errors).toMatchObject([
      { message: expect.stringMatching(message), extensions: { code: 'MALFORMED' } },
    ])
  })
})

describe('over REST', () => {
  const get = async (address: string, as?: 'editor') => {
    const asked = testApp.anonymous().get(address)
    if (as) void asked.set('Authorization', await testApp.authorization(as))
    return asked
  }

  it.each([
    ['one document', () => `/api/stations/${station.id}?`],
    ['one by its name', () => `/api/stations/by-slug/${station.slug}?`],
  ])('gives HTML in place of JSON: %s', async (_, address) => {
    const { body } = await get(`${address()}richText=html&headingLevel=4&links=/{locale}/{name}`)
    expect(body.overview).toMatch(/^<h4>What to do<\/h4><p>See <a href="\/en\/cp14"/)
    expect(body.examples[0].text).toBe('<p>An <strong>example</strong>.</p>')
  })

  it('gives it in lists, and in the documents that others name', async () => {
    const { body } = await get('/api/stations?richText=text&where[slug][exists]=true&depth=1')
    const found = body.docs.find(({ id }: { id: string }) => id === station.id)
    expect(found.overview).toMatch(/^What to do\n\n/)
    for (const { overview } of body.docs) expect(typeof overview).toBe('string')
  })

  it('gives it for every language at once', async () => {
    const { body } = await get(`/api/stations/${station.id}?richText=text&locale=all`)
    expect(body.overview.en).toMatch(/^What to do/)
  })

  it('gives JSON where that is asked for, and where nothing is', async () => {
    const plain = await get(`/api/stations/${station.id}`)
    const json = await get(`/api/stations/${station.id}?richText=json`)
    expect(json.body).toEqual(plain.body)
    expect(plain.body.overview.root.type).toBe('root')
  })

  it('leaves the words of a link to what was withdrawn', async () => {
    expect((await get(`/api/stations/${station.id}?richText=html`)).text).toContain(gone.id)
    const team = await buildTeam(testApp)
    // Nothing live may point at it, as long as it is not taken along.
    await expect(
      act(
        testApp,
        { collection: 'stations', id: gone.id },
        { action: 'withdraw', as: team.publisher },
      ),
    ).rejects.toMatchObject({ code: 'REQUIREMENTS_NOT_MET' })
    expect((await get(`/api/stations/${station.id}?richText=html`)).text).toContain(gone.id)
  })

  it.each([
    ['richText=markdown', /json, html, text/],
    ['richText=html&headingLevel=0', /from 1 to 6/],
    ['richText=html&headingLevel=two', /from 1 to 6/],
    ['richText=html&links=/{nom}', /\{locale\}/],
    ['richText=html&links=javascript:alert(1)', /A pattern starts with/],
    ['headingLevel=2', /belong to richText=html/],
    ['richText=text&links=/{name}', /belong to richText=html/],
  ])('is refused with what is accepted: %s', async (query, message) => {
    for (const address of ['/api/stations', `/api/stations/${station.id}`]) {
      const { body, status } = await get(`${address}?${query}`)
      expect(status).toBe(400)
      expect(body.errors).toMatchObject([
        { code: 'MALFORMED', message: expect.stringMatching(message) },
      ])
    }
  })

  it('is kept like any other answer, each form by itself', async () => {
    const address = `/api/stations/${station.id}?depth=0&richText=html`
    const first = await get(address)
    const again = await get(address)
    expect(again.headers['x-cache']).toBe('hit')
    expect(again.text).toBe(first.text)
    const text = await get(`/api/stations/${station.id}?depth=0&richText=text`)
    expect(text.text).not.toBe(first.text)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, buildPhase, buildStation, revise, text } from '../../../support/content.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'
import { act } from '../../../support/review.ts'

let site: ReaderSite
let phase: { id: string }

beforeAll(async () => {
  site = await startReader()
  phase = await buildPhase(site, { name: 'Collection', slug: 'collection' })
})
afterAll(() => site.close())

describe('a station that was renamed', () => {
  let id: string

  beforeAll(async () => {
    ;({ id } = await station('first-name', 'A bill'))
    await revise(site, { collection: 'stations', id, slug: 'second-name', state: 'published' })
    await revise(site, { collection: 'stations', id, slug: 'third-name', state: 'published' })
  })

  it.each([
    ['/stations/first-name', '/stations/third-name'],
    ['/stations/second-name', '/stations/third-name'],
    ['/es/stations/first-name', '/es/stations/third-name'],
    ['/stations/first-name.md', '/stations/third-name.md'],
    ['/es/stations/second-name.md', '/es/stations/third-name.md'],
  ])('leads for good from %s to %s', async (from, to) => {
    expect(await whereTo(from)).toEqual([301, to])
    expect((await site.page(to)).status).toBe(200)
  })

  it('is read at its present address, which is its canonical one', async () => {
    const { document } = await site.page('/stations/third-name')
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `${site.settings.publicUrl}/stations/third-name`,
    )
  })

  it('is called differently by a draft without its address leading there', async () => {
    await revise(site, { collection: 'stations', id, slug: 'only-drafted' })
    expect((await site.page('/stations/third-name')).status).toBe(200)
    expect((await site.page('/stations/only-drafted')).status).toBe(404)
  })
})

describe('forms, notices and organizations that were renamed', () => {
  it.each([
    [
      'forms',
      { number: 'Form 70010', title: 'A form', purpose: 'To ask.' },
      { number: 'Form 70011-A' },
      ['/forms/form70010', '/es/forms/f70010'],
      '/forms/form70011a',
    ],
    [
      'notices',
      { code: 'CP7001', title: 'A letter', summary: 'It says.', overview: text('It means.') },
      { code: 'CP7002' },
      ['/notices/cp7001', '/es/notices/CP-7001'],
      '/notices/cp7002',
    ],
    [
      'help-organizations',
      { slug: 'old-clinic', name: 'Clinic', whatTheyDo: text('They help.') },
      { slug: 'new-clinic' },
      ['/help/old-clinic', '/es/help/old-clinic'],
      '/help/new-clinic',
    ],
  ] as const)(
    'lead for good to their present address: %s',
    async (collection, data, name, from, to) => {
      const { id } = await build(site, { collection, state: 'published', data })
      await revise(site, { collection, id, ...name, state: 'published' })
      for (const address of from) {
        const prefix = address.startsWith('/es') ? '/es' : ''
        expect(await whereTo(address)).toEqual([301, prefix + to])
      }
      expect((await site.page(to)).status).toBe(200)
    },
  )
})

describe('a station that was withdrawn', () => {
  let since: string

  beforeAll(async () => {
    const instead = await station('instead-once', 'The new way')
    const { id } = await station('gone-once', 'The old way')
    await revise(site, { collection: 'stations', id, slug: 'gone-last', state: 'published' })
    await act(site, {
      action: 'withdraw',
      collection: 'stations',
      id,
      reason: 'Congress changed the rule.',
      replacement: { collection: 'stations', id: instead.id },
    })
    await revise(site, {
      collection: 'stations',
      id: instead.id,
      slug: 'instead-now',
      state: 'published',
    })
    const { body } = await site.graphql(
      '{ address(collection: "stations", name: "gone-once") { withdrawal { at } } }',
    )
    since = (body.data as unknown as { address: { withdrawal: { at: string } } }).address.withdrawal
      .at
  })

  it.each(['/stations/gone-once', '/stations/gone-last', '/stations/gone-last.md'])(
    'is gone at %s, which says why, since when, and where to go',
    async (path) => {
      const { status, text, words } = await site.page(path)
      expect(status).toBe(410)
      const said = path.endsWith('.md') ? text : words
      expect(said).toContain('Congress changed the rule.')
      expect(said).toContain(`It is not public any more since ${day(since, 'en-US')}.`)
      expect(said).toContain('The new way')
      expect(text).toContain('/stations/instead-now')
    },
  )

  it('says so in Spanish, and leads to the Spanish page', async () => {
    const { document, links, status, words } = await site.page('/es/stations/gone-last')
    expect(status).toBe(410)
    expect(document.documentElement.getAttribute('lang')).toBe('es')
    expect(words).toContain(`Ya no es pública desde el ${day(since, 'es-US')}.`)
    expect(links).toContain('/es/stations/instead-now')
  })

  it('says of a reason that is not in Spanish that it is English, and of what is that it is not', async () => {
    const { document } = await site.page('/es/stations/gone-last')
    expect([...document.querySelectorAll('main [lang]')].map((part) => part.textContent)).toEqual([
      'Congress changed the rule.',
      'The new way',
    ])
    const english = await site.page('/stations/gone-last')
    expect(english.document.querySelectorAll('main [lang]')).toHaveLength(0)
  })

  it('offers search, is listed nowhere, and is kept by no cache', async () => {
    const { document, headers } = await site.page('/stations/gone-last')
    expect(document.querySelector('main form[action="/search"]')).not.toBeNull()
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
    expect(headers['cache-control']).toBe('private, no-store')
    expect((await site.page('/sitemap.xml')).text).not.toContain('gone-last')
  })

  it('leaves a link to it on the map leading to the whole map', async () => {
    const { document, status, words } = await site.page('/map?at=gone-last')
    expect(status).toBe(200)
    expect(words).toContain('The new way')
    expect(words).not.toContain('The old way')
    expect(document.querySelectorAll('.sm-stop--back, .sm-stop--chosen')).toHaveLength(0)
  })
})

describe('a notice that was withdrawn', () => {
  it('is gone by its code in any spelling, with a sentence where to go', async () => {
    const { id } = await build(site, {
      collection: 'notices',
      state: 'published',
      data: { code: 'CP7300', title: 'Old', summary: 'S.', overview: text('It means.') },
    })
    await act(site, {
      action: 'withdraw',
      collection: 'notices',
      id,
      reason: 'It is not sent any more.',
      replacement: { sentence: 'Call the number on your letter.' },
    })
    for (const path of ['/notices/cp7300', '/notices/CP%207300']) {
      const { status, words } = await site.page(path)
      expect(status).toBe(410)
      expect(words).toContain('“CP7300” was taken back')
      expect(words).toContain('It is not sent any more.')
      expect(words).toContain('Call the number on your letter.')
    }
    expect(await whereTo('/notices?code=cp-7300')).toEqual([302, '/notices/cp7300'])
    expect((await site.page('/map?notice=CP7300')).status).toBe(200)
  })
})

describe('a reason in Spanish', () => {
  it('is told to be Spanish on the English page alone', async () => {
    const { id } = await station('retirada', 'Retired')
    await act(site, {
      action: 'withdraw',
      collection: 'stations',
      id,
      reason: 'El Congreso cambió la regla.',
      replacement: { sentence: 'Llame al número que está en su carta.' },
    })
    const { document } = await site.page('/stations/retirada')
    const said = [...document.querySelectorAll('main [lang=es]')].map((part) => part.textContent)
    expect(said).toEqual(['El Congreso cambió la regla.', 'Llame al número que está en su carta.'])
    const spanish = await site.page('/es/stations/retirada')
    expect(spanish.document.querySelectorAll('main [lang]')).toHaveLength(0)
  })
})

describe('a step that was withdrawn', () => {
  it('is gone at its address', async () => {
    const { id } = await build(site, {
      collection: 'steps',
      state: 'published',
      data: { slug: 'step-1', title: 'Call', follows: 'then', body: text('Call.') },
    })
    expect((await site.page(`/steps/${id}`)).status).toBe(200)
    await act(site, { action: 'withdraw', collection: 'steps', id, reason: 'Nobody answers.' })
    for (const path of [`/steps/${id}`, `/es/steps/${id}`]) {
      const { status, words } = await site.page(path)
      expect(status).toBe(410)
      expect(words).toContain('Nobody answers.')
    }
  })
})

function station(slug: string, title: string) {
  return buildStation(site, { phase: phase.id, slug, title, state: 'published' })
}

async function whereTo(path: string) {
  const { headers, status } = await site.ask({ path })
  return [status, headers.location]
}

function day(instant: string, locale: string): string {
  return new Date(instant).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, buildPhase, buildStation, revise, text } from '../../../support/content.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

/** Stands in every English text of these documents but their titles. */
const mark = 'Englishonly'
const english = (what: string) => `${what} is written in ${mark} and in no other language so far.`

let site: ReaderSite
let step: { id: string }

beforeAll(async () => {
  site = await startReader()
  const phase = await buildPhase(site, { slug: 'collection', name: 'Collection' })
  const helper = await build(site, {
    collection: 'help-organizations',
    state: 'published',
    data: { slug: 'tas', name: 'The advocate', whatTheyDo: text(english('What they do')) },
  })
  step = await build(site, {
    collection: 'steps',
    state: 'published',
    data: {
      slug: 'call',
      title: 'Call the office',
      follows: 'then',
      body: text(english('The step')),
      alternatives: [
        { situation: 'agree', heading: `If you agree (${mark})`, body: text(english('Agreeing')) },
      ],
    },
  })
  const form = {
    collection: 'forms',
    state: 'published',
    data: { number: 'Form 843', title: 'Claim', purpose: english('Its purpose') },
  } as const
  await build(site, form)
  const texts = {
    summary: english('The summary'),
    overview: text(english('The overview')),
    whatItMeans: text(english('What it means')),
    howIGotHere: text(english('How one got here')),
    nextSteps: text(english('What is next')),
    whereToGetHelp: text(english('Where help is')),
    steps: [step.id],
    helpOrganizations: [helper.id],
  }
  const station = (slug: string) =>
    buildStation(site, {
      phase: phase.id,
      slug,
      title: `Stop ${slug}`,
      ...texts,
      examples: [{ text: text(english('An example')) }],
      state: 'published',
    })
  const notice = (code: string) =>
    build(site, {
      collection: 'notices',
      state: 'published',
      data: {
        code,
        kind: 'notice',
        title: 'You owe',
        ...texts,
        deadline: {
          count: 30,
          unit: 'calendarDays',
          consequence: english('What follows'),
          alternatives: [{ count: 60, unit: 'calendarDays', when: `Abroad (${mark})` }],
        },
      },
    })
  await station('wholly')
  const titled = await station('titled')
  await revise(site, {
    collection: 'stations',
    id: titled.id,
    locale: 'es',
    title: 'Solo el título',
    state: 'published',
  })
  await notice('CP14')
  const inSpanish = {
    title: 'En español',
    summary: 'Un resumen en español.',
    overview: text('Este resumen de la parada está escrito en español.'),
  }
  const [partly, letter] = [await station('partly'), await notice('CP90')]
  await revise(site, {
    collection: 'stations',
    id: partly.id,
    locale: 'es',
    ...inSpanish,
    howIGotHere: text('Usted no pagó.'),
    state: 'published',
  })
  await revise(site, {
    collection: 'notices',
    id: letter.id,
    locale: 'es',
    ...inSpanish,
    state: 'published',
  })
})
afterAll(() => site.close())

describe('a page of which nothing is in Spanish', () => {
  it.each([
    ['/es/stations/wholly', '/stations/wholly'],
    ['/es/notices/cp14', '/notices/cp14'],
    ['/es/forms/form843', '/forms/form843'],
    ['/es/help/tas', '/help/tas'],
  ])('says so in Spanish, and leads to the English: %s', async (path, main) => {
    const { document, links, status, text: shown, words } = await site.page(path)
    expect(status).toBe(200)
    expect(words).toContain('Esta página todavía no está en español. Léala en inglés')
    expect(links).toContain(main)
    expect(shown).not.toContain(mark)
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
    expect(document.querySelector('meta[name=description]')).toBeNull()
  })

  it.each([
    ['/stations/wholly', '/es/stations/wholly'],
    ['/notices/cp14', '/es/notices/cp14'],
    ['/forms/form843', '/es/forms/form843'],
    ['/help/tas', '/es/help/tas'],
    ['/steps/STEP', '/es/steps/STEP'],
  ])('is told of to search engines in English alone: %s', async (...paths) => {
    const [english, spanish] = paths.map((path) => path.replace('STEP', step.id))
    const { publicUrl } = site.settings
    for (const path of [english!, spanish!]) {
      const { document } = await site.page(path)
      expect(languagesTold(document)).toEqual([
        ['en', publicUrl + english],
        ['x-default', publicUrl + english],
      ])
      const robots = document.querySelector('meta[name=robots]')?.getAttribute('content')
      expect([path, robots]).toEqual([path, path === english ? undefined : 'noindex'])
    }
    const { text: sitemap } = await site.ask({ path: '/sitemap.xml' })
    expect(sitemap).toContain(`<loc>${publicUrl}${english}</loc>`)
    expect(sitemap).not.toContain(publicUrl + spanish)
  })

  it('is told of to programs and feed readers in English alone', async () => {
    for (const path of ['/es/llms.txt', '/es/feed.xml']) {
      const { text: told } = await site.ask({ path })
      expect(told).toContain('/es/stations/partly')
      expect(told).not.toContain('/es/stations/titled')
    }
  })

  it.each(['/es/stations/wholly.md', '/es/notices/cp14.md', '/es/steps/STEP.md'])(
    'holds no English as Markdown either: %s',
    async (path) => {
      const { text: shown } = await site.page(path.replace('STEP', step.id))
      expect(shown).toContain('todavía no está en español')
      expect(shown).not.toContain(mark)
    },
  )

  it('says of a title that had to be shown that it is English', async () => {
    const station = await site.page('/es/stations/wholly')
    expect(station.document.querySelector('h1')?.getAttribute('lang')).toBe('en')
    const notice = await site.page('/es/notices/cp14')
    expect(notice.document.querySelector('h1 [lang=en]')?.textContent).toBe('You owe')
  })

  it('says by when all the same, and leads to the steps', async () => {
    const { links, words } = await site.page('/es/notices/cp14')
    expect(words).toContain('En un plazo de 30 días.')
    expect(words).toContain('60 días Esta parte todavía no está en español.')
    expect(words).toContain('Si no hace nada Esta parte todavía no está en español.')
    expect(links).toContain(`/es/steps/${step.id}`)
    expect(links.filter((link) => /^#(?!main)/.test(link))).toEqual([])
  })

  it('has no answers for search engines to show', async () => {
    for (const path of ['/es/stations/wholly', '/es/notices/cp14'])
      expect((await site.page(path)).text).not.toContain('FAQPage')
  })

  it('is not missing in English', async () => {
    for (const path of ['/stations/wholly', '/notices/cp14', '/forms/form843', '/help/tas']) {
      const { document, text: shown, words } = await site.page(path)
      expect(shown).toContain(mark)
      expect(words).not.toContain('not in English')
      expect(document.querySelector('main [lang]')).toBeNull()
      expect(document.querySelector('meta[name=robots]')).toBeNull()
    }
  })
})

describe('a page of which the title alone is in Spanish', () => {
  it('is one of which nothing is in Spanish', async () => {
    const { document, words } = await site.page('/es/stations/titled')
    expect(words).toContain('Solo el título Esta página todavía no está en español.')
    expect(document.querySelector('h1')?.getAttribute('lang')).toBeNull()
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
    expect(languagesTold(document).map(([language]) => language)).toEqual(['en', 'x-default'])
    const { text: sitemap } = await site.ask({ path: '/sitemap.xml' })
    expect(sitemap).toContain('/stations/titled<')
    expect(sitemap).not.toContain('/es/stations/titled')
  })
})

describe('a page of which a part is in Spanish', () => {
  it.each([
    ['/es/stations/partly', '/stations/partly', ['whatItMeans', 'nextSteps', 'whereToGetHelp']],
    ['/es/notices/cp90', '/notices/cp90', ['whatItMeans', 'howIGotHere', 'nextSteps']],
  ])('says of each other part that it is missing: %s', async (path, main, parts) => {
    const { document, links, text: shown, words } = await site.page(path)
    expect(words).toContain('está escrito en español.')
    expect(words).not.toContain('Esta página todavía no está en español.')
    for (const part of parts) {
      const section = document.querySelector(`section[aria-labelledby=${part}]`)
      expect(section?.textContent).toContain('Esta parte todavía no está en español.')
      expect(links).toContain(`${main}#${part}`)
    }
    expect(shown).not.toContain(mark)
  })

  it('says nothing of what is there', async () => {
    const { document } = await site.page('/es/stations/partly')
    const section = document.querySelector('section[aria-labelledby=howIGotHere]')
    expect(section?.textContent).toContain('Usted no pagó.')
    expect(section?.textContent).not.toContain('todavía no está')
  })

  it('is listed by search engines, with its Spanish description', async () => {
    const { document } = await site.page('/es/stations/partly')
    expect(document.querySelector('meta[name=robots]')).toBeNull()
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(
      'Un resumen en español.',
    )
  })

  it('shows steps and helpers by their names, and says of their texts that they are missing', async () => {
    for (const path of ['/es/stations/partly', '/es/notices/cp90']) {
      const { document, links, words } = await site.page(path)
      const shown = document.querySelector('.sm-step')
      expect(shown?.querySelector('h3')?.getAttribute('lang')).toBe('en')
      expect(shown?.textContent).toContain('Esta parte todavía no está en español.')
      expect(links).toContain(`${path.replace('/es', '')}#call`)
      expect(words).toContain('The advocate Esta parte todavía no está en español.')
      expect(links).toContain('/help/tas')
    }
  })

  it('has only Spanish answers for search engines', async () => {
    const { text: shown } = await site.page('/es/stations/partly')
    expect(shown).toContain('"name":"¿Cómo llegué aquí?"')
    expect(shown).not.toContain('"name":"¿Qué significa para mí esta carta o aviso?"')
  })
})

describe('the map', () => {
  it('says of titles and summaries that had to be shown that they are English', async () => {
    const { document } = await site.page('/es/map?at=wholly')
    const stop = (slug: string) => document.querySelector(`li[id=${slug}]`)!
    const english = [...stop('wholly').querySelectorAll('[lang=en]')].map((one) => one.textContent)
    expect(english).toEqual(['Stop wholly', english[1]])
    expect(english[1]).toContain(mark)
    expect(stop('partly').querySelectorAll('[lang]')).toHaveLength(0)
    // Its summary is English, and its title is not.
    expect(stop('titled').querySelectorAll('[lang=en]')).toHaveLength(1)
    expect(stop('titled').querySelector('a')?.getAttribute('lang')).toBeNull()
    const drawn = document.querySelector('.sm-stop[data-slug=wholly] title')
    expect(drawn?.getAttribute('lang')).toBe('en')
    const chosen = document.querySelector('main [role=status] a')
    expect([chosen?.textContent, chosen?.getAttribute('lang')]).toEqual(['Stop wholly', 'en'])
    expect(document.querySelector('#line-collection [lang=en]')?.textContent).toBe('Collection')
  })

  it('says so at home, too', async () => {
    const { document } = await site.page('/es')
    const line = document.querySelector('.sm-lines__line')!
    expect([...line.querySelectorAll('[lang=en]')].map((one) => one.textContent)).toEqual([
      'Collection',
      'A line.',
    ])
  })

  it('says nothing of the kind in English', async () => {
    for (const path of ['/map?at=wholly', '/', '/search?q=wholly'])
      expect((await site.page(path)).document.querySelectorAll('main [lang]')).toHaveLength(0)
  })
})

describe('what search finds', () => {
  it('is told to be English where it is not in Spanish', async () => {
    const { document } = await site.page('/es/search?q=stop')
    const result = (path: string) =>
      document.querySelector(`main li a[href="${path}"]`)!.closest('li.usa-collection__item')!
    const english = result('/es/stations/wholly')
    expect(english.querySelector('h2 [lang=en]')?.textContent).toBe('Stop wholly')
    expect(english.querySelector('p')?.getAttribute('lang')).toBe('en')
  })

  it('is not told to be where it is', async () => {
    const { document } = await site.page('/es/search?q=espanol')
    const results = [...document.querySelectorAll('main li.usa-collection__item')]
    expect(results.length).toBeGreaterThan(0)
    for (const result of results) expect(result.querySelector('[lang]')).toBeNull()
  })
})

describe('a step that is not in Spanish', () => {
  it('is described for search engines in English alone', async () => {
    const description = async (path: string) =>
      (await site.page(path)).document
        .querySelector('meta[name=description]')
        ?.getAttribute('content')
    expect(await description(`/steps/${step.id}`)).toBe(english('The step'))
    expect(await description(`/es/steps/${step.id}`)).toBeUndefined()
  })

  it('says so on its own page, by situation', async () => {
    const { document, links, text: shown, words } = await site.page(`/es/steps/${step.id}`)
    expect(words.split('Esta parte todavía no está en español.')).toHaveLength(3)
    expect(links).toContain(`/steps/${step.id}#call`)
    expect(document.querySelector('h1')?.getAttribute('lang')).toBe('en')
    expect(shown).not.toContain(mark)
  })
})

/** The languages that search engines are told of, with the address of the page in each. */
function languagesTold(document: Document): (string | null)[][] {
  return [...document.querySelectorAll('link[rel=alternate]')]
    .filter((link) => link.hasAttribute('hrefLang'))
    .map((link) => [link.getAttribute('hrefLang'), link.getAttribute('href')])
}

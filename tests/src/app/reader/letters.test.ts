import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, text } from '../../../support/content.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

let site: ReaderSite

beforeAll(async () => {
  site = await startReader()
  await notice('CP14', { title: 'You owe' })
  await notice('CP90', { title: 'We will levy' })
  await notice('CP1014', { title: 'You made a payment' })
  await notice('LT11', { title: 'Final notice', aliases: ['Letter 1058'] })
})
afterAll(() => site.close())

describe('the address of a letter', () => {
  it.each([
    ['/notices/CP14', '/notices/cp14'],
    ['/notices/cp-14', '/notices/cp14'],
    ['/notices/Notice%20CP%2014', '/notices/cp14'],
    ['/es/notices/CP14', '/es/notices/cp14'],
    ['/notices/CP14.md', '/notices/cp14.md'],
    ['/notices/ltr1058', '/notices/lt11'],
    ['/notices/Letter%201058', '/notices/lt11'],
  ])('leads from another spelling or code for good: %s', async (from, to) => {
    const { headers, status } = await site.ask({ path: from })
    expect([status, headers.location]).toEqual([301, to])
    expect((await site.page(to)).status).toBe(200)
  })

  it('shows the code as it is printed, and the other codes of the same letter', async () => {
    const { document, words } = await site.page('/notices/lt11')
    expect(document.querySelector('h1')?.textContent).toBe('LT11 Final notice')
    expect(words).toContain('Other codes of the same letter: Letter 1058')
  })
})

describe('the field for the code on a letter', () => {
  it.each(['CP14', 'cp14', ' cp 14 ', 'Cp-14', 'Notice CP14', 'aviso cp14', 'IRS Notice CP14'])(
    'leads from “%s” to the letter',
    async (code) => {
      expect(await whereTo(code)).toEqual([302, '/notices/cp14'])
      expect(await whereTo(code, '/es')).toEqual([302, '/es/notices/cp14'])
    },
  )

  it.each(['Letter 1058', 'ltr1058', 'Carta 1058', 'L-1058'])(
    'leads from another code of the letter, “%s”, to it',
    async (code) => {
      expect(await whereTo(code)).toEqual([302, '/notices/lt11'])
    },
  )

  it.each(['final notice of levy', 'you owe', 'debe dinero', '¿qué es esto?', 'CP'])(
    'searches for words: “%s”',
    async (typed) => {
      expect(await whereTo(typed)).toEqual([302, `/search?q=${encodeURIComponent(typed)}`])
      expect(await whereTo(typed, '/es')).toEqual([
        302,
        `/es/search?q=${encodeURIComponent(typed)}`,
      ])
    },
  )

  it('searches with the field’s own length for what is too long', async () => {
    const [status, location] = await whereTo('word '.repeat(1_000))
    expect(status).toBe(302)
    expect(new URLSearchParams(location!.split('?')[1]).get('q')).toHaveLength(200)
  })

  it('leads to the same search where Markdown is asked for', async () => {
    const { headers } = await site.ask({ path: '/notices.md?code=you+owe' })
    expect(headers.location).toBe('/search?q=you%20owe')
  })

  it('lists all letters when it is empty', async () => {
    for (const path of ['/notices?code=', '/notices?code=+', '/notices']) {
      const { links, status } = await site.page(path)
      expect(status).toBe(200)
      expect(links.filter((link) => /^\/notices\/./.test(link))).toEqual([
        '/notices/cp14',
        '/notices/cp90',
        '/notices/cp1014',
        '/notices/lt11',
      ])
    }
  })
})

describe('a code that no letter has', () => {
  it.each(['/notices?code=CP9', '/notices/CP9', '/notices/cp9'])(
    'is told at %s, with the codes that come near',
    async (path) => {
      const { document, links, status, words } = await site.page(path)
      expect(status).toBe(404)
      expect(document.querySelector('h1')?.textContent).toBe(
        'There is no letter CP9 on the roadmap.',
      )
      expect(words).toContain('Did you mean CP90 We will levy')
      expect(links).toContain('/notices/cp90')
      expect(links).not.toContain('/notices/cp1014')
    },
  )

  it('is told in Spanish', async () => {
    const { document, links, status, words } = await site.page('/es/notices?code=CP9999')
    expect(status).toBe(404)
    expect(document.documentElement.getAttribute('lang')).toBe('es')
    expect(words).toContain('No hay ninguna carta CP9999 en el mapa.')
    expect(links).toContain('/es/notices')
  })

  it('suggests nothing where nothing comes near', async () => {
    const { status, words } = await site.page('/notices?code=CP777777')
    expect(status).toBe(302)
    const unknown = await site.page('/notices?code=ZZ77777')
    expect(unknown.status).toBe(404)
    expect(unknown.words).not.toContain('Did you mean')
    expect(words).toBe('')
  })

  it('stays in the field, to be mended', async () => {
    const { document } = await site.page('/notices?code=CP9999')
    expect(document.querySelector('#letter')?.getAttribute('value')).toBe('CP9999')
  })

  it('is in no list of search engines, and kept by no cache', async () => {
    const { document, headers } = await site.page('/notices/cp9999')
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
    expect(document.querySelector('link[rel=canonical]')).toBeNull()
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers['x-cache']).toBe('bypass')
  })
})

function notice(code: string, data: object) {
  return build(site, {
    collection: 'notices',
    state: 'published',
    data: { code, kind: 'notice', summary: 'It says.', overview: text('It means.'), ...data },
  })
}

async function whereTo(code: string, prefix = ''): Promise<[number, string | undefined]> {
  const path = `${prefix}/notices?${new URLSearchParams({ code }).toString()}`
  const { headers, status } = await site.ask({ path })
  return [status, headers.location]
}

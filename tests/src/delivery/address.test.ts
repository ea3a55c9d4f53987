import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { build, buildStation, revise, text } from '../../support/content.ts'
import { act } from '../../support/review.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})
afterAll(() => testApp.close())

describe('an address by the id of a document', () => {
  it('is that of its page, in the language that is asked for', async () => {
    const { id } = await build(testApp, {
      collection: 'steps',
      state: 'published',
      data: { slug: 'call', title: 'Call', follows: 'then', body: text('Call us.') },
    })
    expect(await address({ collection: 'steps', id, locale: 'es' })).toEqual({
      id,
      name: 'call',
      path: `/es/steps/${id}`,
      moved: false,
      withdrawn: false,
      writtenIn: ['en'],
      withdrawal: null,
    })
  })

  it('says why the document is not public any more', async () => {
    const { id } = await buildStation(testApp, { slug: 'gone', state: 'published' })
    await act(testApp, { action: 'withdraw', collection: 'stations', id, reason: 'It was wrong.' })
    expect(await address({ collection: 'stations', id })).toMatchObject({
      name: 'gone',
      path: null,
      withdrawn: true,
      writtenIn: [],
      withdrawal: { reason: 'It was wrong.' },
    })
    expect(await address({ collection: 'notices', id })).toBeNull()
  })

  it('is null for what was never public, and for what is of another type', async () => {
    const draft = await buildStation(testApp, {})
    const live = await buildStation(testApp, { state: 'published' })
    for (const asked of [
      { collection: 'stations', id: draft.id },
      { collection: 'stations', id: 'nothing' },
      { collection: 'notices', id: live.id },
    ])
      expect(await address(asked)).toBeNull()
  })

  it.each([{ id: 'x', name: 'y' }, {}])(
    'is refused with %j in place of one of the two',
    async (more) => {
      const { body } = await ask({ collection: 'stations', ...more })
      expect(body.errors?.[0]?.extensions.code).toBe('MALFORMED')
      expect(body.data?.['address']).toBeNull()
    },
  )
})

describe('the languages that a page is written in', () => {
  it('are told of its address and of the list of pages alike', async () => {
    const { id } = await buildStation(testApp, {
      slug: 'told',
      title: 'Told',
      overview: text('What happens at this stop, told in English and at some length.'),
      state: 'published',
    })
    expect(await told(id)).toEqual({ address: ['en'], pages: ['en'], alternates: ['en'] })
    const inSpanish = { collection: 'stations', id, locale: 'es', state: 'published' } as const
    // Its title alone.
    await revise(testApp, { ...inSpanish, title: 'Contada' })
    expect(await told(id)).toEqual({ address: ['en'], pages: ['en'], alternates: ['en'] })
    await revise(testApp, { ...inSpanish, overview: text('Lo que pasa en esta parada.') })
    const both = ['en', 'es']
    expect(await told(id)).toEqual({ address: both, pages: both, alternates: both })
  })

  it('do not tell of a draft', async () => {
    const { id } = await buildStation(testApp, { slug: 'drafted', state: 'published' })
    const overview = text('Lo que pasa en esta parada.')
    await revise(testApp, {
      collection: 'stations',
      id,
      locale: 'es',
      title: 'En borrador',
      overview,
    })
    expect(await told(id)).toEqual({ address: ['en'], pages: ['en'], alternates: ['en'] })
  })
})

/** The languages of a station, by all that tells of them. */
async function told(id: string) {
  const { body } = await testApp.graphql(
    '{ pages { id locale written alternates { locale written } } }',
  )
  const { pages } = body.data as unknown as {
    pages: { id: string; locale: string; written: boolean; alternates: Language[] }[]
  }
  const own = pages.filter((page) => page.id === id)
  return {
    address: (await address({ collection: 'stations', id }))?.['writtenIn'],
    pages: written(own),
    alternates: written(own[0]!.alternates),
  }
}

interface Language {
  locale: string
  written: boolean
}

function written(languages: Language[]): string[] {
  return languages.filter((one) => one.written).map(({ locale }) => locale)
}

async function address(asked: object): Promise<Record<string, unknown> | null> {
  const { body } = await ask(asked)
  expect(body.errors).toBeUndefined()
  return (body.data as unknown as { address: Record<string, unknown> | null }).address
}

function ask(asked: object) {
  return testApp.graphql(
    `query ($collection: String!, $name: String, $id: String, $locale: LocaleInputType) {
      address(collection: $collection, name: $name, id: $id, locale: $locale) {
        id name path moved withdrawn writtenIn withdrawal { reason }
      }
    }`,
    { variables: { locale: 'en', ...asked } },
  )
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildStation, revise } from '../../../support/content.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

let site: ReaderSite
beforeAll(async () => {
  site = await startReader()
})
afterAll(() => site.close())

describe('how old a page is', () => {
  it('is said by the day on which it became public, whatever is drafted since', async () => {
    const { id } = await buildStation(site, {
      slug: 'aged',
      state: 'published',
      sourcing: {
        certainty: 'page',
        source: 'https://www.irs.gov/aged',
        checkedOn: '2026-11-22T00:00:00.000Z',
      },
    })
    const { updatedAt } = (await site.anonymous().get(`/api/stations/${id}`)).body as {
      updatedAt: string
    }
    await revise(site, { collection: 'stations', id, title: 'A draft' })
    for (const [path, words] of [
      [
        '/stations/aged',
        ['Page last reviewed or updated:', 'Source last checked: November 22, 2026'],
      ],
      [
        '/es/stations/aged',
        [
          'Última revisión o actualización',
          'Última consulta de la fuente: 22 de noviembre de 2026',
        ],
      ],
    ] as const) {
      const { document } = await site.page(path)
      const times = [...document.querySelectorAll('.sm-reviewed time')]
      expect(times.map((time) => time.getAttribute('dateTime'))).toEqual([updatedAt, '2026-11-22'])
      words.forEach((word, at) => expect(times[at]!.textContent).toContain(word))
    }
  })
})

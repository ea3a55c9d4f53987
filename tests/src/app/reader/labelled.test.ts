import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

let site: ReaderSite

beforeAll(async () => {
  site = await startReader({ settings: { environmentLabel: 'Practice <installation>' } })
})
afterAll(() => site.close())

describe('a test installation', () => {
  it('says on every page that it is not the real site, in its language', async () => {
    for (const [path, said] of [
      ['/', 'Not the real site: Practice <installation>'],
      ['/nothing', 'Not the real site: Practice <installation>'],
      ['/es/map', 'No es el sitio real: Practice <installation>'],
    ] as const)
      expect((await site.page(path)).document.querySelector('.sm-test')?.textContent).toBe(said)
  })

  it('asks robots to stay away', async () => {
    const { text } = await site.ask({ path: '/robots.txt' })
    expect(text).toBe('User-agent: *\nDisallow: /\n')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'

type Values = Record<string, unknown>

let testApp: TestApp
beforeAll(async () => {
  testApp = await startApp({
    content: 'roadmap',
    // Nothing is kept: each answer is made of documents that are read at the same time.
    settings: { cacheMegabytes: 0, documentsMegabytes: 0 },
  })
})
afterAll(() => testApp.close())

const localizedNames = ['title', 'name', 'summary', 'purpose']

/** The documents that the texts of a value in one language link to, where they were filled in. */
function linked(value: unknown): Values[] {
  if (Array.isArray(value)) return value.flatMap(linked)
  if (typeof value !== 'object' || value === null) return []
  const { fields, type } = value as { fields?: { doc?: { value?: unknown } }; type?: string }
  const target = type === 'link' ? fields?.doc?.value : undefined
  const here = typeof target === 'object' && target !== null ? [target as Values] : []
  const children = (value as { root?: unknown; children?: unknown }).root ?? value
  return [...here, ...linked((children as { children?: unknown }).children ?? [])]
}

describe('asked for all languages', () => {
  it.each(['stations', 'notices'])(
    '%s have references in all of them, and what a text links to in the language of the text',
    async (type) => {
      const { body } = await testApp.anonymous().get(`/api/${type}?locale=all&depth=1&limit=40`)
      let links = 0
      for (const document of body.docs as Values[]) {
        const { name } = document['phase'] as { name: unknown }
        expect(name).toEqual({ en: expect.any(String) as string, es: expect.any(String) as string })
        for (const field of ['overview', 'whatItMeans', 'howIGotHere', 'nextSteps'])
          for (const text of Object.values((document[field] ?? {}) as Values))
            for (const target of linked(text)) {
              links += 1
              for (const localized of localizedNames)
                if (target[localized] !== undefined && target[localized] !== null)
                  expect(target[localized]).toEqual(expect.any(String))
            }
      }
      expect(links).toBeGreaterThan(10)
    },
  )

  it('the same is answered each time, also to many at once', async () => {
    const address = '/api/notices?locale=all&depth=2&limit=20&sort=code'
    const texts = await Promise.all(
      Array.from({ length: 6 }, async () => (await testApp.anonymous().get(address)).text),
    )
    expect(new Set(texts).size).toBe(1)
  })
})

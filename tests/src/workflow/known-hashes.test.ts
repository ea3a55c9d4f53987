import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash } from '../../../src/content/content-hash.ts'
import type { VisibleContent } from '../../../src/content/visible-content.ts'
import { knownContentHash } from '../../../src/workflow/known-hashes.ts'

function content(fields: unknown): VisibleContent {
  return { format: 1, collection: 'stations', fields } as unknown as VisibleContent
}

describe('A hash that is known', () => {
  it('is the content hash, the first time and every further time', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (fields) => {
        const hash = contentHash(content(fields))
        expect(knownContentHash(content(fields))).toBe(hash)
        expect(knownContentHash(content(structuredClone(fields)))).toBe(hash)
      }),
    )
  })

  it('is the same for the same content in another order', () => {
    expect(
      knownContentHash(content({ slug: 'audit', title: { en: 'Audit', es: 'Auditoría' } })),
    ).toBe(knownContentHash(content({ title: { es: 'Auditoría', en: 'Audit' }, slug: 'audit' })))
  })

  it.each([
    ['a number that is none', { place: NaN }, { place: null }],
    ['a date', { at: new Date(0) }, { at: new Date(0).toJSON() }],
    ['what is not said', { title: undefined }, {}],
  ])('is not that of content that JSON writes alike: %s', (_what, fields, alike) => {
    knownContentHash(content(alike))
    expect(() => knownContentHash(content(fields))).toThrow(TypeError)
  })
})
